# Municipalities: whether figures of two dates may be put side by side

comparability-same = The same municipality. You can compare the figures.
comparability-renumbered = The same municipality under another name and code: { $names }. You can compare the figures.
comparability-border-changed = A small part of the area moved from or to { $names }. You can compare the figures, though not to the last person.
comparability-enlarged = The municipality grew: it took in (part of) { $names }. Do not compare the figures directly.
comparability-merged = The municipality became part of { $names }. Do not compare the figures directly.
comparability-split = The municipality was divided over { $names }. Do not compare the figures directly.
comparability-formed = The municipality did not exist before. It was made of (parts of) { $names }. Do not compare the figures directly.
comparability-absent = The municipality existed on neither date. There is nothing to compare.

# Data about municipalities that come with the program

finding-geography-header = The first line is wrong. It should have these columns: { $expected }.
finding-geography-fields = This line does not have exactly { $expected } fields. A field with a comma belongs between double quotes.
finding-geography-value = The value “{ $value }” does not fit this column. See definitions/geography/README.md for what may stand here.
finding-geography-repeated = Municipality { $code } is on an earlier line already. Remove one of the two.
finding-geography-no-successor = Municipality { $code } goes over into a municipality that is nowhere in the file. Check the new code.
