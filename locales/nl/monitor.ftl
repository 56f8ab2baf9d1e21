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
bench-score = Scoren: { $rate } doelantwoorden per seconde op één kern
bench-explain = Scoren met uitleg: { $rate } doelantwoorden per seconde op één kern
bench-json = Van { $respondents } antwoorden naar report.json: { $ms } ms
bench-pdf = PDF van { $respondents } antwoorden: { $ms } ms
bench-xlsx = Werkmap van { $respondents } antwoorden: { $ms } ms
bench-html = HTML van { $respondents } antwoorden: { $ms } ms

# Rapport.

report-title = Wat gemeenten doen om kindermishandeling te voorkomen: { $wave }
report-snapshot = Momentopname { $snapshot }: dezelfde antwoorden en definities geven altijd dit nummer.
report-contents = Inhoud
report-sheet = Blad
report-table = Tabel
report-note = Toelichting

# Pagina's.

home-title = Hoe goed voorkomen gemeenten kindermishandeling?
home-intro = Gemeenten vertellen wat zij doen aan tien doelen. Zicht rekent dat om naar een score van 0 tot 100: is het vastgelegd, welke maatregelen zijn er, en wie wordt bereikt?
home-empty-title = Er is nog geen meting
home-empty-text = Zodra de antwoorden van gemeenten zijn ingelezen, staan hier de scores. Inlezen gaat met één opdracht:
home-to-wave = Bekijk de hele meting
home-turn-title = Maakt u zich zorgen over een kind?
home-turn-veilig-thuis = Voor advies of een melding, dag en nacht en gratis. U hoeft niets zeker te weten.
home-turn-danger = Is een kind nu in gevaar? Bel de politie of een ambulance.
home-turn-children = Ben je zelf een kind? Je kunt gratis bellen of chatten. Niemand hoeft het te weten.
crumb-home = Monitor
wave-description = Hoe gemeenten scoren op tien doelen tegen kindermishandeling: { $wave }.
wave-group-title = { $wave }: { $group }
wave-intro = { $n } gemeenten vulden de vragenlijst in, van { $from } tot en met { $to }. Gescoord met rekenregel ‘{ $rule }’.
wave-intro-short = { $n } gemeenten. Gescoord met rekenregel ‘{ $rule }’.
wave-twice = { $n } gemeenten deden ook in { $year } mee; { $comparable } daarvan zijn niet heringedeeld en dus rechtstreeks te vergelijken.
wave-more = Verder kijken
choose-wave = Meting:
choose-size = Gemeenten:
size-everybody = alle
key-of = van { $n }
key-was = was { $value }
key-respondents = gemeenten deden mee
key-mean = gemiddelde score
key-sight = zicht op wie wordt bereikt
key-low = scoort onder de 25
switches-label = Delen van de score
switches-count = Tel mee:
switch-on = zet aan
switch-off = zet uit
goals-title = De doelen, van sterk naar zwak
goal-reconstructed = Van dit doel is geen score gepubliceerd; dit cijfer komt alleen uit de reconstructie.
column-score = Score
column-reached = Bereikt deel van de doelgroep
legend-parts = de drie delen
no-answers = geen antwoord
no-value = –
bar-label = { $goal }: { $score } van { $maximum }, { $norm }
bar-parts = { $goal }: { $score } van { $maximum }
bar-nobody = { $goal }: niemand beantwoordde dit doel
bar-before = ; vorige meting { $score }
map-title = Waar in het land
map-label = Kaart van Nederland met een vak per gemeente
map-intro = Elk vak of vlak is een gemeente. Een score staat er alleen als de gemeente dat wil; lijnen scheiden de Veilig Thuis-regio’s.
map-step-1 = 0 tot 25
map-step-2 = 25 tot 40
map-step-3 = 40 tot 55
map-step-4 = 55 tot en met 75
map-step-5 = boven 75
place-hidden = deed mee, niet openbaar
place-absent = niet ingevuld
place-no-goals = deed mee, geen doel beantwoord
spread-title = Achter het gemiddelde
spread-text = { $low } van de { $n } gemeenten blijven onder de 25; { $high } komen boven de 75.
spread-text-parts = De spreiding over { $n } gemeenten.
spread-class = { $class }: { $n } gemeenten
spread-mean = gemiddeld { $score }
size-title = Naar grootte van de gemeente
size-intro = De stip is het gemiddelde, de band de middelste helft van de gemeenten, de streep het land.
range-label = { $group }: gemiddeld { $score }, de middelste helft tussen { $low } en { $high }
goals-by-size-title = Welk doel blijft waar achter?
goals-by-size-intro = De gemiddelde score van elk doel, per grootte van de gemeente.
response-title = Wie deden mee?
response-intro = De balk is het aandeel onder de deelnemers, het streepje het aandeel onder alle gemeenten.
response-row = { $n } van { $all } ({ $share })
conclusions-title = Wat valt op?
conclusions-figure = Bekijk het cijfer
conclusions-all = Alle conclusies en kanttekeningen
extra-title = De extra vragen
extra-answered = ({ $n } gemeenten antwoordden)
nav-municipalities = Gemeenten
norm-low-explained = laag: onder 25
norm-middle-explained = midden: tussen 25 en 75
norm-high-explained = hoog: boven 75
goal-crumb = Doel { $number } { $group }
goal-of = van { $maximum }
goal-before = in { $year }: { $score }
goal-respondents = { $n } gemeenten beantwoordden dit doel.
goal-nobody = Niemand beantwoordde dit doel in deze meting.
goal-why = Waarom dit doel?
goal-target = Voor wie: { $group }
goal-source = Bron: { $source }.
goal-others = Andere doelen
measures-title = Wat doen gemeenten?
measures-none = { $share } doet hier niets ({ $n } gemeenten)
reach-title = Wie wordt bereikt?
reach-text = { $share } van de gemeenten ziet wie zij bereikt ({ $n }).
share-no-sight = geen zicht
embedding-title = Staat het in het beleid?
documents-title = Waarin is het vastgelegd?
regions-title = Naar Veilig Thuis-regio
withheld = te klein om te tonen
conclusions-page-title = Conclusies: { $wave }
conclusions-description = Zinnen die bij elke meting opnieuw uit de cijfers volgen, elk met het cijfer erbij.
conclusions-none = Uit deze meting volgen geen conclusies: er zijn te weinig antwoorden.
caveats-title = Houd in gedachten
caveats-method = Hoe de cijfers worden gemaakt
grades-title = Eigen rapportcijfers
grades-caption = Gemiddeld cijfer dat gemeenten hun beleid geven
grades-relation = De score en het eigen cijfer van nu hangen samen met r = { $r } ({ $n } gemeenten{ $interval }, p { $p }).
grades-interval = , 95%-interval { $low } tot { $high }
grades-axis = Eigen cijfer
grades-label = Eigen cijfer tegen score van { $n } gemeenten
grades-dot = cijfer { $grade }, score { $from } tot { $to }: { $n } gemeenten
grades-scatter-title = Cijfer en score
grades-scatter-intro = Hoe groter de stip, hoe meer gemeenten. Scores staan in klassen van vijf punten.
