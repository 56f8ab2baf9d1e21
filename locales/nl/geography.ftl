# Gemeenten: of cijfers van twee datums naast elkaar mogen

comparability-same = Dezelfde gemeente. U kunt de cijfers vergelijken.
comparability-renumbered = Dezelfde gemeente met een andere naam en code: { $names }. U kunt de cijfers vergelijken.
comparability-border-changed = Een klein deel van het gebied ging over van of naar { $names }. U kunt de cijfers vergelijken, maar niet tot op de persoon.
comparability-enlarged = De gemeente werd groter: zij kreeg (een deel van) { $names } erbij. Vergelijk de cijfers niet rechtstreeks.
comparability-merged = De gemeente is opgegaan in { $names }. Vergelijk de cijfers niet rechtstreeks.
comparability-split = De gemeente is verdeeld over { $names }. Vergelijk de cijfers niet rechtstreeks.
comparability-formed = De gemeente bestond eerder nog niet. Zij is gemaakt uit (delen van) { $names }. Vergelijk de cijfers niet rechtstreeks.
comparability-absent = De gemeente bestond op geen van beide datums. Er is niets te vergelijken.

# Meegeleverde gegevens over gemeenten

finding-geography-header = De eerste regel klopt niet. Zet daar deze kolommen: { $expected }.
finding-geography-fields = Deze regel heeft niet precies { $expected } velden. Een veld met een komma hoort tussen dubbele aanhalingstekens.
finding-geography-value = De waarde „{ $value }” past niet in deze kolom. Kijk in definitions/geography/README.md wat hier mag staan.
finding-geography-repeated = Gemeente { $code } staat al op een eerdere regel. Haal een van de twee weg.
finding-geography-no-successor = Gemeente { $code } gaat over in een gemeente die nergens staat. Controleer de nieuwe code.

# Een bestand met gemeentegrenzen

finding-boundary-too-large = Het bestand is groter dan { $limit } MB. Neem een bestand met minder details, bijvoorbeeld de gegeneraliseerde gemeentegrenzen van het CBS.
finding-boundary-too-many-points = Het bestand heeft meer dan { $limit } punten. Neem een bestand met minder details, bijvoorbeeld de gegeneraliseerde gemeentegrenzen van het CBS.
finding-boundary-not-json = Dit is geen geldig JSON-bestand: vanaf deze regel is het niet te lezen. Geef een bestand in TopoJSON of GeoJSON.
finding-boundary-no-features = In het bestand staan geen gebieden. Geef een bestand in TopoJSON of GeoJSON met een gebied voor elke gemeente.
finding-boundary-unknown-geometry = Dit is geen gebied maar „{ $type }”. Een gemeente is een Polygon of een MultiPolygon.
finding-boundary-broken-geometry = De lijnen van dit gebied zijn niet te lezen. Het bestand is beschadigd of niet helemaal opgeslagen. Haal het opnieuw op.
finding-boundary-outside = Gemeente { $code } heeft een punt buiten Nederland of in een ander coördinatenstelsel dan de rest: { $x }, { $y }. Sla het bestand op in RD (EPSG:28992) of WGS84 (EPSG:4326, eerst de lengte en dan de breedte).
finding-boundary-no-codes = Bij geen enkel gebied staat een bekende gemeentecode (aantal gebieden: { $count }). Zet de code, zoals GM0344, in statcode, gemeentecode, code, GM_CODE of id.
finding-boundary-duplicate = Gemeente { $code } staat meer dan eens in het bestand. Houd één gebied per gemeente over, bijvoorbeeld zonder de losse gebieden voor water.
finding-boundary-without-code = Gebieden zonder gemeentecode zijn overgeslagen. Aantal: { $count }.
finding-boundary-unknown-code = Onbekende gemeentecodes zijn overgeslagen. Aantal: { $count }, onder meer { $codes }.
finding-boundary-missing = Niet alle gemeenten staan in het bestand; wie ontbreekt, komt niet op de kaart. Aantal: { $count }, onder meer { $names }.
finding-boundary-more = Er zijn nog meer meldingen. Aantal: { $count }. Verbeter eerst deze en lees het bestand dan opnieuw in.
