//! Areas of a GeoJSON document (RFC 7946, and the older form with a `crs`).

use serde_json::Value;

use super::identify::code_of;
use super::problems::Problems;
use super::{Point, Shape};

/// The areas of a `FeatureCollection` or a single `Feature`. Features without geometry are left out.
pub(super) fn shapes(document: &Value, problems: &mut Problems) -> Vec<Shape> {
    let features = match document.get("type").and_then(Value::as_str) {
        Some("FeatureCollection") => {
            document.get("features").and_then(Value::as_array).map_or(&[][..], Vec::as_slice)
        }
        Some("Feature") => std::slice::from_ref(document),
        _ => &[],
    };
    let mut shapes = Vec::new();
    for (index, feature) in features.iter().enumerate() {
        let geometry = feature.get("geometry").unwrap_or(&Value::Null);
        if geometry.is_null() || problems.is_full() {
            continue;
        }
        let key = format!("features[{index}]");
        if let Some(rings) = rings(geometry, &key, problems) {
            shapes.push(Shape { code: code_of(feature), key, rings });
        }
    }
    shapes
}

/// The rings of a polygon or of several, or a finding.
fn rings(geometry: &Value, key: &str, problems: &mut Problems) -> Option<Vec<Vec<Point>>> {
    let coordinates = geometry.get("coordinates").and_then(Value::as_array);
    let polygons: Option<Vec<&Value>> = match geometry.get("type").and_then(Value::as_str) {
        Some("Polygon") => coordinates.map(|rings| rings.iter().collect()),
        Some("MultiPolygon") => coordinates.and_then(|polygons| flatten(polygons)),
        other => {
            let kind = other.unwrap_or("?").chars().take(40).collect();
            problems.error("boundary-unknown-geometry", key, &[("type", kind)]);
            return None;
        }
    };
    let mut found = Vec::new();
    for ring in polygons.unwrap_or_default() {
        let points = ring.as_array().map(Vec::as_slice).unwrap_or_default();
        // One more than the points, so that a million empty rings end too.
        if !problems.take_points(points.len() + 1) {
            return None;
        }
        found.push(
            points.iter().map(position).collect::<Option<Vec<Point>>>().filter(|points| !points.is_empty()),
        );
    }
    let rings: Option<Vec<Vec<Point>>> = found.into_iter().collect();
    if rings.as_ref().is_none_or(Vec::is_empty) {
        problems.error("boundary-broken-geometry", key, &[]);
        return None;
    }
    rings
}

/// The members of each list in one list, or `None` if one of them is no list.
pub(super) fn flatten(lists: &[Value]) -> Option<Vec<&Value>> {
    let lists: Option<Vec<&Vec<Value>>> = lists.iter().map(Value::as_array).collect();
    Some(lists?.into_iter().flatten().collect())
}

/// A position: two numbers, and perhaps a height that does not matter here.
pub(super) fn position(value: &Value) -> Option<Point> {
    let [x, y, ..] = value.as_array()?.as_slice() else { return None };
    Some((x.as_f64()?, y.as_f64()?))
}
