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
