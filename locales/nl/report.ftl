# Het landelijk rapport: koppen, inleidingen en uitleg. De conclusies staan in de definities.

month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

report-kicker = Landelijk rapport
report-cover-title = Wat gemeenten doen om kindermishandeling te voorkomen
report-document-title = Kindermishandeling voorkomen: { $wave }
report-fact-wave = Meting
report-fact-period = Ingevuld
report-fact-answers = Antwoorden
report-fact-rule = Rekenregel
report-fact-snapshot = Momentopname
report-fact-of = { $n } van { $invited } gemeenten
report-fact-n = { $n } gemeenten
report-period = { $from } tot en met { $to }
report-made-with = Gemaakt met Zicht

report-in-short = In het kort
report-in-short-intro = Elke gemeente moet kindermishandeling helpen voorkomen. Dit rapport laat zien wat gemeenten daaraan zeggen te doen, en hoeveel zij weten van wie zij bereiken.
report-telling = Wat valt het meest op?
report-not-published = {" "}(niet gepubliceerd, alleen uit de reconstructie)
report-unpublished = Niet gepubliceerd: deze verdeling komt alleen uit de reconstructie en is geen uitkomst.
report-reading = Zo leest u dit rapport
report-reading-score = Een score loopt van 0 tot 100 punten en bestaat uit drie delen: is het doel vastgelegd (25), welke maatregelen neemt de gemeente (50), en bereikt zij de kinderen en ouders voor wie het bedoeld is (25).
report-reading-norms = Onder 25 is een score laag, boven 75 hoog. Dat zijn gekozen grenzen, geen voldoende of onvoldoende.
report-reading-self = Gemeenten vulden de vragen zelf in. Een hoge score betekent dat een gemeente veel doet, niet dat er minder kinderen worden mishandeld.
report-reading-groups = Groepen staan er alleen in vanaf vijf gemeenten. Zo blijft verborgen wat één gemeente antwoordde.

report-response = Wie deden mee
report-response-intro = Alle gemeenten kregen dezelfde vragenlijst. Meedoen was hun eigen keuze. Daarom staat hier eerst wie er in de cijfers zit en wie niet.
report-response-figure = Het deel van de deelnemers per grootte, vergeleken met alle gemeenten
report-response-participants = deel van de deelnemers
report-response-all = deel van alle gemeenten
report-response-reading = Steekt de balk voorbij het streepje, dan tellen gemeenten van die grootte zwaarder mee dan er in het land zijn. Blijft de balk erachter, dan tellen zij minder mee. De gemiddelden in dit rapport zijn daar niet voor bijgesteld.
report-response-asked = Wat is er gevraagd?
report-response-questions = De vragenlijst gaat over { $goals } doelen. Bij elk doel geeft een gemeente aan of het in haar beleid staat en in welk document, welke maatregelen zij neemt, en of zij ziet welk deel van de doelgroep zij bereikt. Daarna komen enkele vragen over het hele beleid.
report-response-score = Wat een gemeente niet invulde, telt niet mee: een gemiddelde is altijd over de gemeenten die antwoordden.

report-goals = De doelen vergeleken
report-goals-intro = De doelen volgen het leven van een gezin: van steun bij het opvoeden voor iedereen tot hulp als het is misgegaan. Hier staan zij naast elkaar.
report-goals-figure = De gemiddelde score van elk doel, van sterk naar zwak
report-goals-unpublished = † De score van dit doel is niet gepubliceerd en komt alleen uit de reconstructie. De drie delen zijn van geen enkel doel gepubliceerd.
report-distribution = Achter het gemiddelde
report-distribution-note = Elke balk telt gemeenten in een klasse van vijf punten; de streeplijn is hun gemiddelde.
report-reach = Zicht op wie wordt bereikt
report-reach-text = Beleid helpt alleen wie het bereikt. Toch weten gemeenten vaak niet of hun aanbod aankomt bij de kinderen en ouders voor wie het is. Wie dat niet ziet, kan niet bijsturen en niet laten zien dat het werkt. Daarom telt zicht op bereik in elke score mee.
report-reach-figure = Wie wordt bereikt, per doel; rechts het deel van de gemeenten met zicht
report-reach-note = Gearceerd: de gemeente ziet niet wie zij bereikt.
report-embedding = In beleid en vastgelegd
report-embedding-text = Een doel dat in beleid staat, overleeft een wisseling van wethouder of ambtenaar. Staat het ook in een document, dan kan de gemeenteraad ernaar vragen.

report-one-by-one = De doelen één voor één
report-goal-unknown = De score van dit doel is niet gepubliceerd
report-parts-unpublished = De punten per deel zijn niet gepubliceerd.
report-goal-size = De gemiddelde score op dit doel, naar grootte van de gemeente

report-groups = Naar grootte en plaats
report-groups-intro = Een gemiddelde verbergt verschillen. Hier staat welke gemeenten meer doen en welke minder.
report-size = Naar grootte van de gemeente
report-size-figure = De gemiddelde score over alle doelen, naar grootte van de gemeente
report-sign-mean = gemiddelde van de groep
report-sign-band = middelste helft van de groep
report-sign-country = gemiddelde van het land
report-areas = Naar provincie en regio
report-map = Op de kaart
report-map-figure = De gemiddelde score per gemeente
report-map-note = Elk vak is een gemeente, ongeveer op haar plaats. Een score staat er alleen als de gemeente dat wil. Donkere lijnen scheiden de Veilig Thuis-regio’s.
report-map-label = Kaart van Nederland met een vak per gemeente. Aantal gemeenten per klasse: { $counts }.
report-column-municipality = Gemeente

report-extra = Over het hele beleid
report-extra-intro = Naast de doelen beantwoordden gemeenten vragen over hun beleid als geheel: welk cijfer zij het geven, met wie zij samenwerken en voor wie zij iets extra’s doen.
report-grades = Eigen rapportcijfers
report-grades-figure = Eigen cijfer en score: r = { $r } (n = { $n }, 95%-betrouwbaarheidsinterval { $interval }, p { $p })
report-grades-note = Hoe groter de stip, hoe meer gemeenten er staan; scores in klassen van vijf punten. Bij r = 0 is er geen samenhang, bij r = 1 gaan cijfer en score helemaal gelijk op.

report-change = Vergeleken met eerder
report-change-intro = Is er iets veranderd? Alleen wat echt te vergelijken is, staat hier. Wat er van vroeger niet is, wordt niet aangevuld.
report-since = Sinds de vorige meting
report-twice = Gemeenten die twee keer meededen
report-twice-text = Een gemeente die is samengevoegd of gesplitst, is een andere gemeente geworden. Haar score van toen en die van nu gaan over een ander gebied en andere inwoners. Daarom vergelijken wij alleen gemeenten die hetzelfde bleven.
report-reference = Naast eerder gepubliceerde cijfers

report-conclusions = Conclusies
report-conclusions-intro = Deze zinnen volgen bij elke meting opnieuw uit de cijfers, volgens vaste voorwaarden. Bij elke zin staat waar het cijfer te vinden is.
report-see = Zie { $title }
report-see-page = p.

report-method = Methode en bronnen
report-method-intro = Alles in dit rapport is na te rekenen. Met dezelfde antwoorden, dezelfde definities en dezelfde versie van Zicht komt precies hetzelfde rapport uit.
report-rule = Hoe een score ontstaat
report-points-title = Punten per antwoord
report-points-part = Deel
report-points-points = Punten
report-points-policy = Het doel staat in het beleid
report-points-intended = Het staat er nog niet in, maar het is een voornemen
report-points-recorded = Het is vastgelegd in een document
report-points-each = Elke maatregel
report-points-any = Eén of meer maatregelen bij een vraag: het hele deel van die vraag, van in totaal
report-points-pool = Alle maatregelen samen, gelijk verdeeld over de vragen van het doel, ten hoogste
report-points-own = Een eigen maatregel die niet in de lijst staat
report-points-sight = De gemeente ziet wie zij bereikt
report-points-share = Bereikt deel van de doelgroep: { $share }
report-points-most = Samen ten hoogste
report-norms = De grenzen
report-norms-text = Een score onder { $low } heet laag, een score boven { $high } hoog; { $low } en { $high } zelf vallen in het midden. De makers van de monitor kozen deze grenzen om te kunnen vergelijken. Het zijn geen normen van de wet en het is geen cijfer.
report-counting = Rekenen en afronden
report-counting-means = Een gemiddelde van een doel is over de gemeenten die dat doel beantwoordden. Het gemiddelde van een gemeente is over de doelen die zij beantwoordde.
report-counting-rounding = Er wordt gerekend met breuken, zonder tussentijds af te ronden. Pas bij het afdrukken wordt afgerond, de helft naar boven. Zou afronden een score in een andere klasse zetten, dan staan de decimalen erbij.
report-counting-quartiles = Onder het eerste kwartiel ligt een kwart van de gemeenten, onder de mediaan de helft, onder het derde kwartiel drie kwart. Tussen twee waarden wordt recht doorgetrokken (methode 7 van Hyndman en Fan).
report-counting-r = Samenhang is Pearsons r, met een betrouwbaarheidsinterval volgens Fisher en een tweezijdige p-waarde uit Students t-verdeling.
report-privacy = Kleine groepen
report-privacy-text = Een groep wordt getoond vanaf vijf gemeenten, en alleen als de rest niemand is of ook ten minste vijf. Grootteklassen die te klein zijn, worden samengevoegd met hun buur. De score van een gemeente staat alleen op de kaart als zij daarmee instemde.
report-differences = Verschillen met de gedrukte bron
report-differences-text = Op enkele plaatsen spreekt de gedrukte studie zichzelf tegen, of klopt een getal niet met de aantallen. Hier staat wat wij daarvan maakten.
report-sources = Bronnen
report-source-questionnaire = Vragenlijst ‘{ $name }’: { $source }.
report-source-rule = Rekenregel { $name }: { $source }.
report-source-wave = { $name }: { $source }.
report-source-reference = { $name }: { $source }.

report-reuse = Zelf verder rekenen
report-reuse-tables = Alle tabellen uit dit rapport, en meer, staan in report.xlsx en als losse CSV-bestanden, met getallen als getallen.
report-reuse-json = In report.json staan alle cijfers onafgerond, voor programma’s.
report-reuse-same = Noem bij overnemen de meting, de rekenregel en de momentopname. Dan kan iedereen nagaan om welke cijfers het gaat.
report-turn-veilig-thuis = Bel Veilig Thuis: 0800-2000, dag en nacht en gratis. U hoeft niets zeker te weten.
report-turn-danger = Is een kind nu in gevaar? Bel 112.
report-turn-children = Ben je zelf een kind? Bel of chat gratis met de Kindertelefoon: 0800-0432.
