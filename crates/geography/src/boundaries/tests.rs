//! Whole files, small ones: two municipalities side by side, Utrecht with a hole.

use proptest::prelude::*;
use serde_json::json;

use super::*;

const UTRECHT: &str = "M0 0l500 0 0 500-500 0zM100 100l100 0 0 100-100 0z";
const AMERSFOORT: &str = "M500 0l500 0 0 500-500 0z";

/// In the Dutch grid, 20 by 10 kilometres.
fn geojson() -> Value {
    json!({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"statcode": "GM0344"}, "geometry": {"type": "Polygon", "coordinates": [
            [[130_000, 460_000], [140_000, 460_000], [140_000, 450_000], [130_000, 450_000], [130_000, 460_000]],
            [[132_000, 458_000], [134_000, 458_000], [134_000, 456_000], [132_000, 456_000], [132_000, 458_000]]]}},
        {"type": "Feature", "id": "GM0307", "properties": null, "geometry": {"type": "MultiPolygon", "coordinates": [[
            [[140_000, 460_000, 7], [150_000, 460_000], [150_000, 450_000], [140_000, 450_000], [140_000, 460_000]]]]}}
    ]})
}

/// The same, with the border between the two stored once.
fn topojson() -> Value {
    json!({"type": "Topology",
        "transform": {"scale": [1000, 1000], "translate": [130_000, 450_000]},
        "arcs": [
            [[10, 10], [0, -10]],
            [[10, 0], [-10, 0], [0, 10], [10, 0]],
            [[10, 10], [10, 0], [0, -10], [-10, 0]],
            [[2, 8], [2, 0], [0, -2], [-2, 0], [0, 2]]],
        "objects": {
            "land": {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "arcs": [[1, 2]]}]},
            "gemeenten": {"type": "GeometryCollection", "geometries": [
                {"type": "Polygon", "properties": {"GM_CODE": "gm0344"}, "arcs": [[1, 0], [3]]},
                {"type": null},
                {"type": "MultiPolygon", "properties": {"code": "0307", "id": 2}, "arcs": [[[2, -1]]]}]}}})
}

fn read(document: &Value) -> Result<Boundaries, Vec<Finding>> {
    Boundaries::read(document.to_string().as_bytes(), "kaart.json")
}

/// The codes of the errors that a file gives.
fn errors(bytes: &[u8]) -> Vec<&'static str> {
    let findings = Boundaries::read(bytes, "kaart.json").expect_err("a file with something wrong");
    findings.into_iter().filter(|f| f.severity == Severity::Error).map(|f| f.code).collect()
}

/// The codes of the errors after one value in the GeoJSON file was changed.
fn errors_after(pointer: &str, value: Value) -> Vec<&'static str> {
    let mut document = geojson();
    *document.pointer_mut(pointer).expect("a place in the file") = value;
    errors(document.to_string().as_bytes())
}

fn path(boundaries: &Boundaries, number: u16) -> Option<&str> {
    boundaries.paths.get(&Code::from_number(number)?).map(String::as_str)
}

#[test]
fn a_geojson_file_in_the_dutch_grid_is_drawn_with_its_holes() {
    let boundaries = read(&geojson()).unwrap();
    assert_eq!(boundaries.view_box(), "0 0 1000 500");
    assert_eq!(boundaries.source, "kaart.json");
    assert_eq!(path(&boundaries, 344), Some(UTRECHT));
    assert_eq!(path(&boundaries, 307), Some(AMERSFOORT));
}

#[test]
fn a_topojson_file_gives_the_same_areas() {
    let boundaries = read(&topojson()).unwrap();
    assert_eq!(boundaries.view_box(), "0 0 1000 500");
    assert_eq!(path(&boundaries, 344), Some("M500 500l-500 0 0-500 500 0zM100 100l100 0 0 100-100 0z"));
    assert_eq!(path(&boundaries, 307), Some("M500 0l500 0 0 500-500 0z"));
}

#[test]
fn degrees_are_recognised_and_flattened() {
    let square = json!({"type": "Feature", "properties": {"gemeentecode": 344}, "geometry": {"type": "Polygon",
        "coordinates": [[[5.0, 52.0], [6.0, 52.0], [6.0, 53.0], [5.0, 53.0], [5.0, 52.0]]]}});
    let boundaries = read(&square).unwrap();
    assert_eq!(boundaries.height, 1632, "1 / cos(52.2 degrees)");
}

#[test]
fn municipalities_that_are_missing_are_a_warning() {
    let warnings = read(&geojson()).unwrap().warnings;
    assert_eq!(
        warnings.iter().map(|f| (f.code, f.severity)).collect::<Vec<_>>(),
        [("boundary-missing", Severity::Warning)]
    );
    assert_eq!(warnings[0].params[0], ("count".into(), "340".to_owned()));
}

#[test]
fn areas_that_are_no_municipality_are_left_out_with_a_warning() {
    let mut document = geojson();
    let mut other = document["features"][1].clone();
    other["id"] = json!("GM9999");
    let mut nameless = other.clone();
    nameless["id"] = json!(344);
    document["features"].as_array_mut().unwrap().extend([other, nameless]);
    let boundaries = read(&document).unwrap();
    let codes: Vec<_> = boundaries.warnings.iter().map(|f| f.code).collect();
    assert_eq!(codes, ["boundary-without-code", "boundary-unknown-code", "boundary-missing"]);
    assert_eq!(boundaries.paths.len(), 2);
}

#[test]
fn a_file_that_is_no_map_is_an_error() {
    assert_eq!(errors(b""), ["boundary-not-json"]);
    assert_eq!(errors(b"PK\x03\x04"), ["boundary-not-json"]);
    assert_eq!(errors("[".repeat(100_000).as_bytes()), ["boundary-not-json"]);
    for document in
        ["{}", "[]", "12", "{\"type\":\"Topology\"}", "{\"type\":\"FeatureCollection\",\"features\":[]}"]
    {
        assert_eq!(errors(document.as_bytes()), ["boundary-no-features"], "{document}");
    }
    assert_eq!(errors(&vec![b' '; MAX_MEGABYTES * 1_000_000 + 1]), ["boundary-too-large"]);
}

#[test]
fn a_broken_line_of_json_is_named() {
    let findings = Boundaries::read(b"{\n\"type\": ]", "kaart.json").unwrap_err();
    assert_eq!(findings[0].place, Place::row("kaart.json", 2));
}

#[test]
fn a_geometry_that_is_no_area_is_an_error_at_its_place() {
    assert_eq!(errors_after("/features/0/geometry/type", json!("LineString")), ["boundary-unknown-geometry"]);
    assert_eq!(errors_after("/features/0/geometry/coordinates", json!(7)), ["boundary-broken-geometry"]);
    assert_eq!(
        errors_after("/features/0/geometry/coordinates/0/1", json!(["x", 1])),
        ["boundary-broken-geometry"]
    );
    assert_eq!(errors_after("/features/0/geometry/coordinates/0", json!([])), ["boundary-broken-geometry"]);
    let mut document = geojson();
    document["features"][1]["geometry"]["type"] = json!("Point");
    let findings = read(&document).unwrap_err();
    assert_eq!(findings[0].place, Place::file("kaart.json").column("features[1]"));
}

#[test]
fn a_line_that_does_not_exist_is_an_error_in_topojson() {
    for wrong in [json!(4), json!(-5), json!(i64::MIN), json!("0")] {
        let mut document = topojson();
        document["objects"]["gemeenten"]["geometries"][0]["arcs"][0][0] = wrong;
        assert_eq!(errors(document.to_string().as_bytes()), ["boundary-broken-geometry"]);
    }
    let mut document = topojson();
    document["transform"]["scale"] = json!("groot");
    assert_eq!(errors(document.to_string().as_bytes()), ["boundary-broken-geometry"]);
}

#[test]
fn coordinates_outside_the_netherlands_are_an_error() {
    let point = "/features/0/geometry/coordinates/0/1";
    assert_eq!(errors_after(point, json!([600_000, 6_800_000])), ["boundary-outside"]);
    assert_eq!(errors_after(point, json!([5.1, 52.1])), ["boundary-outside"], "two systems in one file");
    assert_eq!(errors_after(point, json!([1e308, -1e308])), ["boundary-outside"]);
}

#[test]
fn a_file_without_codes_or_with_one_twice_is_an_error() {
    let mut document = geojson();
    document["features"][1]["id"] = json!("GM0344");
    assert_eq!(errors(document.to_string().as_bytes()), ["boundary-duplicate"]);
    document["features"][0]["properties"] = json!({});
    document["features"][1]["id"] = json!(12);
    assert_eq!(errors(document.to_string().as_bytes()), ["boundary-no-codes"]);
}

#[test]
fn a_small_file_that_unfolds_into_millions_of_points_is_stopped() {
    let mut document = topojson();
    let long: Vec<Value> = (0..100_000).map(|_| json!([0, 0])).collect();
    document["arcs"][0] = json!(long);
    document["objects"]["gemeenten"]["geometries"][0]["arcs"] = json!([vec![0; 1000]]);
    assert_eq!(errors(document.to_string().as_bytes()), ["boundary-too-many-points"]);
}

#[test]
fn after_a_hundred_findings_only_their_number_is_told() {
    let line = json!({"type": "Feature", "geometry": {"type": "LineString"}});
    let document = json!({"type": "FeatureCollection", "features": vec![line; 150]});
    let findings = read(&document).unwrap_err();
    assert_eq!(findings.len(), 101);
    assert_eq!(findings.last().map(|f| (f.code, f.params[0].1.as_str())), Some(("boundary-more", "50")));
}

/// JSON that looks like a map, made of the words and numbers that one has.
fn any_json() -> impl Strategy<Value = Value> {
    let words = prop::sample::select(vec![
        "Topology",
        "FeatureCollection",
        "Feature",
        "Polygon",
        "MultiPolygon",
        "GeometryCollection",
        "GM0344",
        "0307",
    ]);
    let leaf = prop_oneof![
        words.prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (-4_i64..4).prop_map(Value::from),
        Just(json!([[5.0, 52.0], [6.0, 52.0], [6.0, 53.0]])),
        Just(Value::Null),
    ];
    let keys = prop::sample::select(vec![
        "type",
        "features",
        "geometry",
        "coordinates",
        "objects",
        "geometries",
        "arcs",
        "properties",
        "statcode",
        "id",
        "transform",
        "scale",
        "translate",
    ]);
    leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(keys.clone(), inner, 0..8).prop_map(|map| {
                Value::Object(map.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
            }),
        ]
    })
}

proptest! {
    #[test]
    fn no_json_makes_it_fail(document in any_json(), kind in 0..4) {
        let whole = match kind {
            0 => document,
            1 => json!({"type": "FeatureCollection", "features": [{"id": "GM0344", "geometry": document}]}),
            2 => json!({"type": "FeatureCollection", "features": document}),
            _ => json!({"type": "Topology", "arcs": document, "objects": {"a": topojson()["objects"]["gemeenten"]}}),
        };
        let _ = read(&whole);
    }

    #[test]
    fn no_changed_byte_makes_it_fail(
        topo in any::<bool>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        end in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = if topo { topojson() } else { geojson() }.to_string().into_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        match Boundaries::read(&bytes, "kaart.json") {
            Ok(boundaries) => prop_assert!(!boundaries.paths.is_empty()),
            Err(findings) => prop_assert!(findings.iter().any(|f| f.severity == Severity::Error)),
        }
    }

    #[test]
    fn one_changed_digit_never_moves_a_path_out_of_the_drawing(at in any::<prop::sample::Index>(), digit in b'0'..=b'9') {
        let mut bytes = geojson().to_string().into_bytes();
        let digits: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
        bytes[digits[at.index(digits.len())]] = digit;
        if let Ok(boundaries) = Boundaries::read(&bytes, "kaart.json") {
            prop_assert!(boundaries.height <= 100 * boundaries.width);
        }
    }
}
