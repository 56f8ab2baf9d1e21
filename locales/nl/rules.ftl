# Beslistabellen: grondslag en zekerheid, bevindingen, opdrachten en de bladzijden voor wie de regels onderhoudt.

law-certainty-source = in een brondocument
law-certainty-found = gezien in openbaar materiaal
law-certainty-high = vakkennis: zeker
law-certainty-middle = vakkennis: redelijk zeker, laat een jurist meekijken
law-certainty-low = vakkennis: onzeker, laat een jurist meekijken
law-date-seen = Vanaf { $date }. Waar gezien: { $seen }.

# Bevindingen. Tabel, rij en code staan er zoals ze in het bestand heten.
finding-rules-toml = hier klopt de schrijfwijze niet. Vaak mist een aanhalingsteken, komma of haakje. De melding zelf, in het Engels: { $problem }
finding-rules-cells = { $value } verschillende waarden is te veel; hoogstens 64 kan
finding-rules-count = { $value } is te weinig of te veel: minstens één, en hoogstens 1.000 rijen en 32 vragen of uitkomsten
finding-rules-date = “{ $value }” is geen datum zoals 2019-01-01
finding-rules-file-name = een bestand heet naar zijn tabel en eerste dag: { $value }.toml
finding-rules-gap = voor dit geval is er geen rij: { $case }
finding-rules-kind = “{ $value }” is geen soort vraag, of de opties of grenzen ontbreken
finding-rules-no-input = deze tabel heeft geen vraag “{ $value }”
finding-rules-no-law = rij “{ $value }” noemt geen grondslag
finding-rules-no-ground = voor wie door “{ $value }” is gebonden, blijft bij deze rij geen grondslag over
finding-rules-no-output = deze tabel heeft geen uitkomst “{ $value }”
finding-rules-no-rank = bij uitkomst “{ $value }” ontbreekt de rang (0 is het zwakst)
finding-rules-no-source = de bron “{ $value }” staat niet in sources.toml
finding-rules-no-value = deze waarde bestaat niet: { $value }
finding-rules-overlap = de rijen “{ $other }” en “{ $value }” passen allebei op dit geval: { $case }
finding-rules-rank = uitkomst “{ $value }” heeft een rang, maar die hoort hier niet
finding-rules-row-nothing = geen enkele waarde van “{ $value }” past bij deze rij
finding-rules-row-untried = geen voorbeeld komt uit op rij “{ $value }”
finding-rules-scenario = dit voorbeeld komt uit op { $value }, niet op { $expected }
finding-rules-scenario-open = bij dit voorbeeld ontbreekt iets dat uitmaakt, of het noemt iets dat de tabel niet kent (verwacht: { $value })
finding-rules-then = de rij zegt niet goed wat eruit komt: { $value }
finding-rules-too-many = deze tabel is te ingewikkeld om na te rekenen: maak haar kleiner of deel haar in tweeën
finding-rules-twice = “{ $value }” staat er twee keer
finding-rules-name-long = Deze naam of code is langer dan 64 tekens: “{ $value }”
finding-rules-unreachable = geen enkel geval komt bij rij “{ $value }” uit
finding-rules-value = “{ $value }” is hier geen antwoord
finding-rules-version = versie { $value } is niet hoger dan de versie ervoor
finding-rules-weaker = meer gevaar geeft een zwakkere uitkomst in rij “{ $value }”: { $input } van { $from } naar { $to }, als { $case }

# Opdrachten
rules-folder-unreadable = De map { $folder } is niet te lezen: { $error }
rules-folder-empty = In de map { $folder } staat geen enkele tabel.
rules-file-unreadable = Het bestand { $file } is niet te lezen: { $error }
rules-no-table = Op { $day } is er geen tabel “{ $table }”. Bekend zijn: { $known }.
rules-problems = Problemen: { $problems }.
rules-too-large = De tabel { $table } valt in te veel delen uiteen om af te drukken.
rules-sound = In orde. Tabellen: { $tables }, rijen: { $rows }, voorbeelden: { $scenarios }, gevallen: { $cases }.
rules-said-table = { $title } ({ $table }, versie { $version }, vanaf { $day })
rules-said-why = Waarom (rij { $row }): { $why }
rules-said-open = Nog niet te zeggen: er ontbreekt iets dat uitmaakt.
rules-said-nothing = Geen rij past bij dit geval.
rules-said-matters = niet bekend, en dat maakt uit: { $input } ({ $question })
rules-said-no-matter = niet bekend, maar dat maakt niet uit: { $input } ({ $question })
rules-said-trace = Alle rijen op volgorde:
rules-said-receipt = Bewijs:
rules-verdict-decides = beslist
rules-verdict-late = past ook, maar een rij ervoor beslist
rules-verdict-same = leidt tot hetzelfde
rules-verdict-open = kan nog beslissen
rules-verdict-not = past niet, want { $facts }

# De hele tabel op papier
rules-paper-made = Gemaakt door `cargo xtask generate` met `zicht rules table { $table }`. Versie { $version }, geldt vanaf { $day }.
rules-paper-parts = Er zijn { $cases } gevallen: alle combinaties van antwoorden. Hieronder staan ze in { $parts } groepen. Elk geval staat in precies één groep. Een leeg vak betekent: dit maakt niet uit.
rules-paper-collect = Er zijn { $cases } gevallen: alle combinaties van antwoorden. Elke rij die past, telt mee; hieronder staan alle { $parts } rijen. Een leeg vak betekent: dit maakt niet uit.
rules-paper-inputs = | gegeven | vraag | antwoorden |
rules-paper-combinations = Alle combinaties
rules-paper-row = rij
rules-paper-cases = gevallen
rules-paper-all = Samen { $cases } gevallen.
rules-paper-rows = Waarom
rules-paper-sources = Grondslagen
rules-paper-law = | bron | aangehaald als | zegt | vanaf | zekerheid |

# Bladzijden voor wie de regels onderhoudt
nav-rules = Beslistabellen
rules-title = De regels achter de meldcode
rules-intro = Wat Zicht bij de meldcode adviseert, staat in tabellen. Hier ziet u ze: wat elke rij zegt, waarom, op welke grond, en hoe zeker dat is.
rules-to-guide = Naar de vragen: wat mag ik delen, en met wie?
rules-version-since = Versie { $version }, geldt vanaf { $day }.
rules-size = { $rows } rijen, { $scenarios } voorbeelden, { $cases } gevallen.
rules-certainty = Hoe zeker is een grondslag?
rules-certainty-text = Bij elke grondslag staat een merk. Het zegt waar wij die zagen. Een gestippelde rand betekent: laat er een jurist naar kijken.
rules-sources-count = { $n } { $n ->
    [one] bron
   *[other] bronnen
}
rules-or = { " of " }
rules-hit-unique = Bij elk geval past precies één rij.
rules-hit-first = De eerste rij die past, beslist.
rules-hit-collect = Alle rijen die passen, tellen mee.
rules-cases-proved = Er zijn { $cases } combinaties van antwoorden; bij elke controle worden ze allemaal nagegaan.
rules-inputs = De vragen
rules-danger = Van minder naar meer gevaar: { $order }.
rules-danger-never = Meer gevaar geeft nooit een zwakkere uitkomst: dat is nagerekend.
rules-rows = De rijen op volgorde
rules-otherwise = In alle andere gevallen.
rules-scenarios = Voorbeelden
rules-scenarios-text = Dit zijn verhalen uit de praktijk met de uitkomst die erbij hoort. Bij elke wijziging worden ze nagerekend.
rules-laws = Grondslagen
rules-law-binds = Geldt alleen voor wie hieraan is gebonden:
rules-versions = Andere versies
rules-version-from = Versie vanaf { $day }
rules-hash = Vingerafdruk van het bestand (SHA-256): { $hash }
rules-propose = Een wijziging uitproberen
rules-proposal = Wijziging uitproberen
rules-proposal-title = Wijziging uitproberen: { $table }
rules-proposal-intro = Verander de tekst van de tabel en kijk wat er dan anders wordt. Er wordt niets bewaard. De echte tabel verandert niet.
rules-proposal-hint = De hele tabel, in TOML. Hoogstens 200.000 tekens.
rules-proposal-send = Laat zien wat er verandert
rules-proposal-problems = { $n ->
    [one] Er is één probleem
   *[other] Er zijn { $n } problemen
}
rules-proposal-more = En nog { $n }.
field-toml = Tekst van de tabel
finding-rules-too-long = De tekst is te lang. Hoogstens 200.000 tekens kan.
rules-altered = Wat er verandert
rules-altered-no-scenario = Alle voorbeelden komen uit zoals nu.
rules-altered-scenarios = { $n ->
    [one] Eén voorbeeld komt anders uit.
   *[other] { $n } voorbeelden komen anders uit.
}
rules-altered-cases = { $n ->
    [0] Alle gevallen komen uit zoals nu.
    [one] Eén geval komt anders uit.
   *[other] { $n } gevallen komen anders uit.
}
rules-altered-group = { $n ->
    [one] Eén geval:
   *[other] { $n } gevallen:
}
rules-altered-other-questions = De vragen of antwoorden zijn zelf veranderd. Daarom zijn de gevallen niet naast elkaar te leggen.
rules-altered-collect = In deze tabel telt elke rij voor zich. Daarom ziet u hier alleen welke voorbeelden anders uitkomen.
rules-before = Nu:
rules-after = Straks:
rules-undecided = niet te zeggen: er ontbreekt iets
rules-nothing-fits = geen rij past
rules-example = Bijvoorbeeld:
rules-every-case = elk geval
