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

# A file of municipal boundaries

finding-boundary-too-large = The file is larger than { $limit } MB. Take a file with less detail, such as the generalised municipal boundaries of CBS.
finding-boundary-too-many-points = The file has more than { $limit } points. Take a file with less detail, such as the generalised municipal boundaries of CBS.
finding-boundary-not-json = This is not a valid JSON file: it can't be read from this line on. Give a file in TopoJSON or GeoJSON.
finding-boundary-no-features = The file holds no areas. Give a file in TopoJSON or GeoJSON with an area for each municipality.
finding-boundary-unknown-geometry = This is not an area but “{ $type }”. A municipality is a Polygon or a MultiPolygon.
finding-boundary-broken-geometry = The lines of this area can't be read. The file is damaged or was not saved completely. Fetch it again.
finding-boundary-outside = Municipality { $code } has a point outside the Netherlands or in another coordinate system than the rest: { $x }, { $y }. Save the file in RD (EPSG:28992) or WGS84 (EPSG:4326, longitude before latitude).
finding-boundary-no-codes = No area has a known municipality code (number of areas: { $count }). Put the code, such as GM0344, in statcode, gemeentecode, code, GM_CODE or id.
finding-boundary-duplicate = Municipality { $code } is in the file more than once. Keep one area per municipality, for instance without the separate areas for water.
finding-boundary-without-code = Areas without a municipality code were skipped. Number: { $count }.
finding-boundary-unknown-code = Unknown municipality codes were skipped. Number: { $count }, among them { $codes }.
finding-boundary-missing = Not all municipalities are in the file; those missing will not be on the map. Number: { $count }, among them { $names }.
finding-boundary-more = There are more findings. Number: { $count }. Mend these first and read the file again.
