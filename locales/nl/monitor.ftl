# De monitor: delen van de score, tabellen, rapport.

part-embedding = Vastgelegd
part-measures = Maatregelen
part-reach = Bereik

share-niemand = niemand
share-minder-dan-de-helft = minder dan de helft
share-meer-dan-de-helft = meer dan de helft
share-iedereen = iedereen

size-all = alle inwonertallen
size-below = minder dan { $until } inwoners
size-between = { $from } tot { $until } inwoners
size-from = { $from } inwoners of meer

notice-real = Echt
notice-real-text = Deze antwoorden zijn gegeven door gemeenten zelf.
notice-reconstruction = Reconstructie.
notice-reconstruction-text = De antwoorden zijn nagemaakt; alleen de gepubliceerde totalen zijn echt.
notice-generated = Demonstratie.
notice-generated-text = De antwoorden zijn gegenereerd en zeggen niets over deze gemeenten.

column-number = Nr.
column-goal = Doel
column-respondents = Antwoorden
column-total = Totaal (0-100)
column-norm = Norm
column-first-quartile = Eerste kwartiel
column-median = Mediaan
column-third-quartile = Derde kwartiel
column-low = Onder 25
column-middle = 25 tot en met 75
column-high = Boven 75
column-low-share = Onder 25 (%)
column-score-class = Score
column-municipalities = Gemeenten
column-share = Aandeel
column-in-policy = In beleid
column-intended = Voornemen
column-not-in-policy = Niet in beleid
column-recorded = Vastgelegd in een document
column-with-sight = Zicht op bereik
column-without-sight = Geen zicht op bereik
column-sight = Zicht op bereik
column-size-class = Grootte
column-all-municipalities = Alle gemeenten
column-all-share = Aandeel van alle
column-participants = Deden mee
column-participants-share = Aandeel van de deelnemers
column-response = Respons
column-mean-total = Gemiddelde score
column-mean = Gemiddelde
column-province = Provincie
column-region = Veilig Thuis-regio
column-question = Soort maatregel
column-measure = Maatregel
column-code = Code
column-answer = Antwoord
column-grade = Rapportcijfer
column-r = r
column-n = n
column-interval = 95%-betrouwbaarheidsinterval
column-p = p
column-change = Verschil
column-figure = Cijfer
column-also = Andere bron
column-source = Bron
column-printed = In de bron
column-ours = Nagerekend
column-why = Uitleg
column-kind = Soort
column-name = Naam
column-sentence = Zin
row-total = Totaal
own-measure = Eigen maatregel
own-measure-explained = Een maatregel die de vragenlijst niet noemt
kind-conclusion = conclusie
kind-caveat = kanttekening
interval = { $low } tot { $high }

table-source = Bron: { $wave }, rekenregel { $rule }, momentopname { $snapshot }.
table-response = Wie deden mee, naar grootte
table-goals = Scores per doel
table-spread = Spreiding per doel
table-distribution = Gemiddelde score van gemeenten
table-embedding = Opgenomen in beleid en vastgelegd
table-documents = In welk document doelen zijn vastgelegd
table-reach = Zicht op bereik en bereikt aandeel
table-size = Score naar grootte van de gemeente
table-goals-by-size = Score per doel naar grootte van de gemeente
table-provinces = Score per provincie
table-regions = Score per Veilig Thuis-regio
table-measures = Maatregelen
table-measures-of = Wat doen gemeenten? Doel { $number }: { $goal }
table-extra = Extra vraag
table-grades = Eigen rapportcijfers
table-correlation = Samenhang tussen score en eigen cijfer
table-change = Verschil met de vorige meting
table-reference = Vergeleken met eerder gepubliceerde cijfers
table-published = Waar onze cijfers verschillen van de gedrukte
table-conclusions = Conclusies en kanttekeningen

note-joined = Klassen met minder dan vijf deelnemers zijn samengevoegd met hun buur, zodat niemand een score van één gemeente kan aflezen.
note-withheld = Groepen worden getoond vanaf vijf deelnemers, en alleen als de rest niemand is of ook ten minste vijf.
note-multiple = Meer antwoorden mogelijk; percentages van de { $n } gemeenten die het doel beantwoordden.
note-answered = ({ $n } gemeenten beantwoordden deze vraag.)
note-correlation = Pearsons r tussen de gemiddelde score van een gemeente en het cijfer dat zij haar huidige beleid geeft. Samenhang is geen oorzaak.

# Opdrachten.

command-failed = Dit lukte niet: { $error }
command-definitions = De definities in dit programma kloppen niet. Meld dit aan de makers van Zicht.
command-unknown-questionnaire = Er is geen vragenlijst ‘{ $found }’. Wel: { $known }.
command-unknown-rule = Er is geen rekenregel ‘{ $found }’. Wel: { $known }.
command-other-questionnaire = Meting { $wave } hoort bij vragenlijst { $questionnaire }. Geef die bij --questionnaire.
import-refused = { $problems } { $problems ->
    [one] probleem
   *[other] problemen
  } gevonden; { $rows } rijen zijn in orde. Er is niets opgeslagen. Verbeter het bestand en probeer het opnieuw.
import-stored = { $respondents } antwoorden opgeslagen als meting { $wave }.
import-same = Deze antwoorden staan al in meting { $wave }. Er is niets veranderd.
import-occupied = Meting { $wave } heeft al andere antwoorden. Er is niets opgeslagen. Geef --replace als dit bestand de plaats daarvan moet innemen.
report-refused = { $problems } { $problems ->
    [one] probleem
   *[other] problemen
  } gevonden; { $rows } rijen zijn in orde. Er is geen rapport gemaakt. Verbeter het bestand en probeer het opnieuw.
report-nothing = Geef een bestand met antwoorden (--answers en --questionnaire) of een database (--db).
report-small-groups = Let op: report.json is voor onderzoekers en bevat groepen van minder dan vijf gemeenten. Geef --public voor een versie die u kunt publiceren.
definitions-none = Er staan geen definities in { $folder }.
definitions-sound = { $files } definities in orde.
definitions-problems = { $problems } { $problems ->
    [one] probleem
   *[other] problemen
  } in de definities.
geography-refused = { $problems } { $problems ->
    [one] probleem
   *[other] problemen
  } in het bestand met grenzen. Er is niets opgeslagen.
geography-stored = Grenzen van { $municipalities } gemeenten opgeslagen.
bench-title = Metingen op deze machine

# Rapport.

report-title = Wat gemeenten doen om kindermishandeling te voorkomen: { $wave }
report-snapshot = Momentopname { $snapshot }: dezelfde antwoorden en definities geven altijd dit nummer.
report-contents = Inhoud
report-sheet = Blad
report-table = Tabel
report-note = Toelichting
