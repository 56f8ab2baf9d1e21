# Regio's, gemeenten, downloads, methode en over Zicht.

# Regio's en provincies

places-title = Regio’s en provincies: { $wave }
places-page-title = Regio’s en provincies: { $wave }
places-intro = Waar in het land doen gemeenten veel om kindermishandeling te voorkomen, en waar weinig? Per Veilig Thuis-regio en per provincie.
places-regions = Veilig Thuis-regio’s
places-provinces = Provincies
places-key = Wat de kleuren zeggen
places-list = Gemeenten
places-list-intro = Alles wat op de kaart staat, staat ook in een lijst. Daarin kunt u zoeken.
places-consent = Een gemeente staat hier alleen met haar score als zij dat voor deze meting goed vond.
places-sort = Volgorde:
places-by-name = op naam
places-by-score = op score
places-of = { $n } van { $all }
places-nobody = niemand deed mee
places-withheld = niet getoond
places-withheld-why = Niet getoond: te weinig deelnemers, of de score van één gemeente zou uit te rekenen zijn.
places-empty-title = Geen kaart en geen lijst
places-empty-reconstruction = Van deze meting zijn alleen totalen gepubliceerd. Welke gemeenten meededen, is niet bekend. Daarom zijn er geen regio’s en is er geen kaart. De scores per doel en naar grootte van de gemeente zijn er wel.
places-empty-other = Bij deze antwoorden staat niet van welke gemeente zij zijn. Daarom zijn er geen regio’s en is er geen kaart. De scores per doel en naar grootte van de gemeente zijn er wel.
places-empty-wave = Bekijk de meting

# Lijst van gemeenten

list-title = Gemeenten: { $wave }
list-page-title = Gemeenten: { $wave }
list-intro = Alle gemeenten van deze meting, op naam. Kies er een voor haar scores, of om te zien of zij meedeed.
list-search = Naam of code
list-all = alle
list-submit = Zoek
list-clear = Wis alles
list-municipality = Gemeente
list-state = Score of deelname
list-caption = Gemeenten in de volgorde van hun naam.
list-count = { $n ->
    [1] 1 gemeente
   *[other] { $from } tot en met { $until } van { $n } gemeenten
  }
list-nothing = Geen gemeente past hierbij. Kies minder, of controleer de naam.
list-pages = Bladeren
list-previous = Vorige 50
list-next = Volgende 50
list-map = Bekijk de kaart en de regio’s

# Een gemeente

own-description = Wat { $name } doet om kindermishandeling te voorkomen.
own-state-named = { $name } deed mee aan { $wave } en vond het goed dat iedereen de antwoorden ziet.
own-state-no-goals = { $name } deed mee aan { $wave }, maar beantwoordde geen enkel doel. Er is dus geen score.
own-state-hidden = { $name } deed mee aan { $wave }. De gemeente heeft niet gekozen voor openbaarheid, dus haar antwoorden en score staan hier niet.
own-state-absent = { $name } vulde de vragenlijst van { $wave } niet in.
own-state-unknown = Van { $wave } is niet bekend welke gemeenten meededen. Of { $name } daarbij was, weten wij niet.
own-state-no-municipality = { $name } bestond niet als gemeente toen { $wave } werd gehouden.
own-successors = Kijk bij:
own-mean = gemiddelde score
own-change = { $change } sinds { $year }
own-answered = doelen beantwoord
own-group-mean = gemiddelde van deze grootte
own-country-mean = gemiddelde van het land
own-all-goals = Alle doelen samen
own-left-out = Niet ingevuld, en dus niet meegeteld in het gemiddelde:
own-table = Scores per doel
own-column-mean = Gemiddelde van deze grootte
own-column-middle = Middelste helft van deze grootte
own-beside-title = Naast gemeenten van deze grootte
own-beside = De stip is deze gemeente. De band is de middelste helft van de { $n } { $group }, de streep hun gemiddelde.
peers-range = { $goal }: { $score }; { $group }: gemiddeld { $mean }, de middelste helft tussen { $low } en { $high }
peers-country = gemeenten die meededen
peers-size = gemeenten met { $size }
peers-province = gemeenten in { $name }
peers-region = gemeenten in regio { $name }
peers-similar = meest gelijkende gemeenten
peers-chosen = gekozen gemeenten
own-why-title = Waar komen de punten vandaan?
own-why-intro = Per doel wat elk antwoord opleverde, en wat de volgende stap zou opleveren.
own-points = { $points } van 100 punten
own-facts = Over de gemeente
own-facts-caption = Inwoners: CBS, 2023.
own-inhabitants = Inwoners
own-unknown = niet bekend
own-from = Bestaat sinds
own-until = Opgeheven op
own-group = Bekijk alle gemeenten met { $size }
own-to-list = Naar de lijst van gemeenten

# Herindelingen

history-title = Herindelingen
history-none = Sinds 2014 is deze gemeente niet heringedeeld.
history-comparable = Vergeleken met { $year }: { $text }
history-merged = { $date }: opgegaan in de nieuwe gemeente
history-absorbed = { $date }: opgegaan in
history-split = { $date }: verdeeld over
history-renumbered = { $date }: verder onder een nieuwe naam en code als
history-border-away = { $date }: een klein deel ging over naar
history-formed = { $date }: gevormd uit
history-took-in = { $date }: groter geworden met
history-got-part = { $date }: een deel gekregen van
history-was = { $date }: dezelfde gemeente heette eerder
history-border-towards = { $date }: een klein deel gekregen van

# Waar punten vandaan komen

why-of = { $earned } van { $max }
why-policy-yes = Het doel staat in het beleid: { $earned } van { $max } punten.
why-policy-intended = De gemeente is van plan het doel in het beleid op te nemen: { $earned } van { $max } punten. Staat het erin, dan levert dat nog { $next } op.
why-policy-no = Het doel staat niet in het beleid: 0 van { $max } punten. Opnemen levert { $next } op.
why-recorded-yes = Vastgelegd ({ $documents }): { $earned } van { $max } punten.
why-recorded-no = Niet vastgelegd in een document: 0 van { $max } punten. Vastleggen levert { $next } op.
why-recorded-no-policy = Niet vastgelegd in een document: 0 van { $max } punten. Dat kan pas als het doel in het beleid staat, en levert dan { $next } op.
why-question-some = { $n ->
    [1] Eén maatregel
    [2] Twee maatregelen
    [3] Drie maatregelen
   *[other] { $n } maatregelen
  } bij ‘{ $question }’: { $earned } van { $max } punten; { $n ->
    [1] een tweede
    [2] een derde
    [3] een vierde
   *[other] een volgende
  } levert nog { $next } op.
why-question-full = { $n ->
    [1] Eén maatregel
    [2] Twee maatregelen
    [3] Drie maatregelen
    [4] Vier maatregelen
    [5] Vijf maatregelen
   *[other] { $n } maatregelen
  } bij ‘{ $question }’: { $earned } van { $max } punten. Meer is hier niet te halen.
why-question-capped = { $n ->
    [1] Eén maatregel
    [2] Twee maatregelen
    [3] Drie maatregelen
    [4] Vier maatregelen
    [5] Vijf maatregelen
   *[other] { $n } maatregelen
  } bij ‘{ $question }’: { $earned } van { $max } punten. Meer kan een vraag niet opleveren; wat daarboven uitkomt ({ $capped }), telt niet mee.
why-question-none = Geen maatregel bij ‘{ $question }’: 0 van { $max } punten; een eerste levert { $next } op.
why-question-open = Niets ingevuld bij ‘{ $question }’: 0 van { $max } punten; een eerste maatregel levert { $next } op.
why-own-yes = Een eigen maatregel die de vragenlijst niet noemt: { $earned } van { $max } punten.
why-own-no = Geen eigen maatregel: 0 van { $max } punten; een eigen maatregel levert { $next } op.
why-sight-yes = De gemeente ziet wie zij bereikt: { $earned } van { $max } punten.
why-sight-no = De gemeente ziet niet wie zij bereikt: 0 van { $max } punten. Zicht daarop levert { $next } op.
why-sight-open = Zicht op bereik is niet ingevuld: 0 van { $max } punten. Zicht daarop levert { $next } op.
why-share = Bereikt deel van de doelgroep: { $share }, { $earned } van { $max } punten. Iedereen bereiken levert nog { $next } op.
why-share-best = Bereikt deel van de doelgroep: { $share }, { $earned } van { $max } punten.
why-share-open = Welk deel wordt bereikt, is niet ingevuld: 0 van { $max } punten.
why-share-no-sight = Zonder zicht op bereik is niet te zeggen welk deel wordt bereikt: 0 van { $max } punten.

# Downloads

downloads-title = Downloads: { $wave }
downloads-intro = Het rapport en alle cijfers om te bewaren, te printen en mee te rekenen. Iedereen mag ze gebruiken.
downloads-kind = Antwoorden
downloads-rule = Rekenregel
downloads-snapshot = Momentopname
downloads-snapshot-text = Dit nummer staat in elk bestand. Hetzelfde nummer betekent dezelfde antwoorden en dezelfde regels.
downloads-report = Het hele rapport
downloads-get = Download
downloads-pdf = PDF
downloads-pdf-text = Om te lezen, te printen en te versturen. Toegankelijk voor schermlezers.
downloads-html = Webpagina
downloads-html-text = Eén bestand met alles erin. Opent in elke browser, ook zonder internet.
downloads-xlsx = Excel
downloads-xlsx-text = Alle tabellen in één werkmap, een blad per tabel, om mee te rekenen.
downloads-json = JSON
downloads-json-text = Alle cijfers zonder afronding, voor programma’s.
downloads-tables = Losse tabellen
downloads-tables-intro = Elke tabel is er in twee vormen. CSV is voor programma’s: komma’s en een decimale punt. ‘CSV voor Excel’ opent met een dubbelklik in een Nederlandse Excel: puntkomma’s en een decimale komma. De getallen zijn niet afgerond.
downloads-machine = Voor programma’s
downloads-excel = Voor Nederlandse Excel
downloads-excel-short = CSV voor Excel
downloads-licence = Noem bij gebruik de meting, de rekenregel en de momentopname.

# Methode

method-title = Zo werkt de monitor
method-intro = Van antwoorden naar scores: welke regels gelden, wat zeker is en wat niet. Alle getallen op deze pagina komen uit dezelfde definities als de scores zelf.
method-contents = Op deze pagina:
method-score-title = De score
method-score-parts = Elk doel krijgt 0 tot 100 punten, in drie delen. Vastgelegd (25): staat het doel in het beleid, en in een document? Maatregelen (50): wat doet de gemeente? Bereik (25): weet de gemeente wie zij bereikt, en hoeveel van hen? De score is de som. U kunt delen uitzetten; dan telt alleen de rest mee.
method-score-rules = Een rekenregel zegt welk antwoord hoeveel punten oplevert. Er zijn er twee, omdat de bron op één punt niet duidelijk is. Een meting wordt altijd gescoord met de regel die bij haar hoort; met een andere regel kan het ook, ernaast.
method-table-rules = Punten per antwoord, per rekenregel
method-intended = Voornemen om het op te nemen
method-measure = Een aangekruiste maatregel, ook ‘anders’
method-each = { $points } per maatregel
method-any = één is genoeg voor de hele vraag
method-cap = Hoogste aantal per vraag
method-cap-of = { $points } gedeeld door het aantal vragen
method-share = Bereikt deel: { $share }
method-maximum = Hoogste score
method-norms = Normen
method-limits = onder { $low } laag, boven { $high } hoog
method-norms-title = De kleuren
method-norms-text = Onder de 25 is rood, boven de 75 groen, alles ertussen oranje; 25 en 75 zelf zijn oranje. De makers van de monitor kozen deze grenzen zelf in 2014. Het is geen voldoende of onvoldoende. De kleur volgt de exacte score: 24,8 is rood en staat er daarom niet als 25.
method-example-title = Een voorbeeld
method-example-text = Een verzonnen gemeente en het doel ‘{ $goal }’. Dat doel heeft vier vragen over maatregelen. De 45 punten worden daarover verdeeld: per vraag { $cap } punten.
method-example-rule = Volgens rekenregel { $rule }:
method-example-total = Samen volgens rekenregel { $rule }: { $total } punten.
method-example-exact = Wij rekenen met breuken, zoals 45/4. Afronden doen wij pas bij het tonen.
method-measures-title = Hoe tellen maatregelen?
method-measures-doubt = De bron zegt twee dingen over maatregelen: een maatregel is 5 punten waard, en er zijn 45 punten te verdelen over de vragen. Hoe die twee samengaan, staat er niet. Wij rekenden vier manieren na op de gepubliceerde aantallen.
method-measures-choice = Lezing A past het best: elke maatregel 5 punten, tot het hoogste aantal van de vraag. Met die lezing blijft er genoeg ruimte voor het bereik, dat volgens de bron het zwakste deel is. Lezing B, één maatregel is genoeg voor de hele vraag, past minder goed maar is niet uit te sluiten. De andere twee vragen bij sommige doelen bijna geen of juist bijna alle punten voor bereik. Hieronder ziet u wat de keuze uitmaakt.
method-table-compared = Gemiddelde score per doel in de nieuwste meting, volgens elke rekenregel
method-statistics-title = Gemiddelden en afronding
method-means = Gemiddelden.
method-means-text = De score van een gemeente is het gemiddelde over de doelen die zij beantwoordde. Een doel zonder antwoord telt niet als nul: het telt niet mee. Het landelijke gemiddelde is het gemiddelde over gemeenten, groot en klein even zwaar.
method-percentages = Percentages.
method-percentages-text = Gedeeld door de gemeenten die het doel of de vraag beantwoordden. Bij maatregelen zijn meer antwoorden mogelijk; die percentages tellen niet op tot 100.
method-rounding = Afronden.
method-rounding-text = Pas bij het tonen, en de helft gaat naar boven: 12,5 wordt 13. Bestanden om mee te rekenen bevatten getallen zonder afronding.
method-quartiles = De middelste helft.
method-quartiles-text = Zet alle scores op volgorde. Het eerste kwartiel ligt op een kwart, het derde op driekwart van de rij; valt dat tussen twee scores, dan naar verhouding ertussen (zoals KWARTIEL.INC in Excel).
method-correlation = Samenhang.
method-correlation-text = Pearsons r tussen de score van een gemeente en het cijfer dat zij haar eigen beleid geeft, met een betrouwbaarheidsinterval van 95% (Fisher) en een p-waarde. Samenhang is geen oorzaak.
method-waves = Metingen vergelijken.
method-waves-text = Met de vorige meting met dezelfde vragenlijst, volgens dezelfde rekenregel. Niet steeds dezelfde gemeenten doen mee. Een gemeente die is heringedeeld, vergelijken wij niet rechtstreeks met haar voorganger.
method-snapshot = Momentopname.
method-snapshot-text = Elk rapport heeft een nummer, gemaakt uit de antwoorden en de definities. Hetzelfde nummer betekent precies dezelfde cijfers.
method-shown-title = Wat laten wij van wie zien?
method-names = Namen.
method-names-text = De score van een gemeente staat er alleen met naam als de gemeente dat voor die meting goed vond. Anders staat er alleen dat zij meedeed.
method-groups = Groepen.
method-groups-text = Een groep wordt getoond vanaf vijf deelnemers, en alleen als de rest niemand is of ook ten minste vijf. Anders zou de score van één gemeente uit te rekenen zijn.
method-sizes = Grootte.
method-sizes-text = Is een grootteklasse te klein, dan wordt zij samengevoegd met haar buur. Het gaat om het aantal inwoners.
method-caveats = Wat u in gedachten moet houden bij de conclusies
method-reconstruction-title = De reconstructie van 2017
method-reconstruction-text = In oktober 2017 vulden 169 van de 388 gemeenten de vragenlijst in. Hun antwoorden zijn nooit gepubliceerd, alleen totalen. Wij maakten 169 rijen antwoorden die samen met die totalen kloppen: alle aantallen per maatregel, de scores van acht doelen, de verdeling, de grootteklassen en de rapportcijfers.
method-reconstruction-not = Niet gepubliceerd, en dus niet als uitkomst te lezen: de scores van doel 1 en 9, de punten per deel, in welk document een doel staat, en een deel van de groepen. Bij de reconstructie horen geen namen van gemeenten, geen regio’s en geen kaart.
method-generated-text = De metingen van 2022 en 2026 in de demonstratie zijn nooit gehouden. Hun antwoorden zijn gegenereerd en zeggen niets over een gemeente.
method-published-title = Verschillen met de bron
method-published-text = Waar de bron zichzelf tegenspreekt of anders uitkomt dan haar eigen aantallen, staat hier wat er gedrukt is, wat wij tonen en waarom.
method-table-published = Waar onze cijfers verschillen van de gedrukte
method-reference-title = De eerste meting, 2014
method-reference-text = Van 2014 zijn geen antwoorden en geen scores per doel in getallen bekend. Dit is wat er wel is gepubliceerd. Waar niets bestaat, tonen wij niets.
method-table-reference = Gepubliceerde cijfers van 2014
method-sources-title = Vragenlijst en bronnen
method-questionnaire = Vragenlijst: { $title }
method-questionnaire-text = De doelen in onze eigen woorden. Elk doel vraagt of het in het beleid staat, waarin het is vastgelegd, welke maatregelen er zijn, of er een eigen maatregel is, of de gemeente ziet wie zij bereikt en welk deel.
method-sources-other = Rekenregels, metingen en gemeenten
method-sources-geography = Gemeenten en inwoners: CBS, kerncijfers 2023 (CC BY 4.0). De indeling in Veilig Thuis-regio’s en de herindelingen: vakkennis, nagerekend.
method-about = Over Zicht, toegankelijkheid en privacy

# Over Zicht

about-title = Over Zicht
about-intro = Zicht laat zien wat gemeenten doen om kindermishandeling te voorkomen, en of zij weten wie zij daarmee bereiken.
about-whom-title = Voor wie?
about-whom-municipality = Gemeenten: zie hoe u ervoor staat naast gemeenten van uw grootte, en wat de volgende stap oplevert.
about-whom-region = Regio’s: zie welke doelen in uw regio achterblijven.
about-whom-researcher = Onderzoekers: maak een landelijk rapport dat iedereen kan narekenen.
about-whom-citizen = Iedereen: zie wat uw gemeente doet, als zij dat wil laten zien.
about-not = Zicht zegt niet of er minder kinderen worden mishandeld. Gemeenten geven zelf hun antwoorden, en een hoge score betekent dat er veel is geregeld.
about-accessibility-title = Toegankelijkheid
about-accessibility-aim = Iedereen moet Zicht kunnen gebruiken. Wij willen voldoen aan WCAG 2.2, niveau AA, en zo ook aan de Europese norm EN 301 549.
about-accessibility-tested = Zo is Zicht gemaakt en getest:
about-accessibility-axe = Een automatische toets (axe) bekijkt de pagina’s in het Nederlands en het Engels in een browser.
about-accessibility-keyboard = Alles werkt met alleen een toetsenbord, en zonder JavaScript.
about-accessibility-small = Alles past op een scherm van 320 beeldpunten breed, en dus ook bij 400% vergroten.
about-accessibility-colour = Kleur staat nooit alleen: een getal, een woord of een vorm zegt hetzelfde. Bij elke grafiek staat een tabel of lijst.
about-accessibility-pdf = De PDF heeft kopteksten, een taal en een tekst bij elke afbeelding (PDF/UA-1).
about-accessibility-limits = Een onafhankelijk onderzoek en een test met gebruikers van hulpmiddelen zijn nog niet gedaan. Brede tabellen schuiven op een smal scherm opzij binnen hun eigen kader.
about-accessibility-report = Werkt iets niet voor u? Meld het bij de organisatie die deze site beheert, met het adres van de pagina en wat u wilde doen. U kunt het ook melden bij de makers, waar de broncode staat.
about-privacy-title = Privacy
about-privacy-visitor = Zicht zet geen cookies, volgt niemand en vraagt niets van u. De pagina’s halen niets op bij anderen: geen lettertypen, geen kaarten, geen statistieken.
about-privacy-people = Er staan geen gegevens van kinderen, ouders of professionals in. De antwoorden gaan over wat een gemeente doet.
about-privacy-municipality = Van een gemeente staat er alleen iets met naam als zij dat voor die meting goed vond.
about-privacy-rules = Wat wij van wie laten zien
about-sources-title = Bronnen en licenties
about-sources-study = De doelen, de vragen en de punten: Kinderombudsman en Nederlands Jeugdinstituut, 2014 (KOM 004/2014) en 2017 (KOM012/2017). Feiten en getallen zijn overgenomen, teksten zijn van onszelf.
about-sources-municipalities = Gemeenten en inwoners: Centraal Bureau voor de Statistiek, kerncijfers 2023, CC BY 4.0.
about-sources-boundaries = De kaart met vakjes is van onszelf. Wie grenzen inleest, neemt die van CBS en Kadaster (CC BY 4.0).
about-sources-design = Lettertype: Source Sans 3 (SIL Open Font License). Delen van de vormgeving: Utrecht Design System (EUPL-1.2).
about-code-title = Broncode
about-code-text = Zicht is vrije software onder de European Union Public Licence (EUPL-1.2). Iedereen mag het gebruiken, bekijken, veranderen en delen.
about-code-version = Dit is versie { $version }.
