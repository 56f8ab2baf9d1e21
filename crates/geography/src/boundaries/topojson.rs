//! Areas of a TopoJSON document: lines that neighbours share, and areas that name their lines by number.

use serde_json::Value;

use super::geojson::{flatten, position};
use super::identify::code_of;
use super::problems::Problems;
use super::{Point, Shape};

/// The lines of the document; `None` for one that can't be read.
type Arcs = Vec<Option<Vec<Point>>>;

/// The areas of the object in which most areas have a known code: a file often has provinces or the whole
/// country beside the municipalities.
pub(super) fn shapes(document: &Value, problems: &mut Problems) -> Vec<Shape> {
    let objects = document.get("objects").and_then(Value::as_object);
    let candidates = objects.into_iter().flatten().map(|(name, object)| {
        let mut areas = Vec::new();
        collect(object, &format!("objects.{}", name.chars().take(40).collect::<String>()), &mut areas);
        areas
    });
    let known =
        |areas: &Vec<(String, &Value)>| areas.iter().filter(|(_, area)| code_of(area).is_some()).count();
    let Some(areas) = candidates.max_by_key(known) else { return Vec::new() };
    let Some(arcs) = arcs(document, problems) else { return Vec::new() };
    let mut shapes = Vec::new();
    for (key, area) in areas {
        if area.get("type").is_none_or(Value::is_null) || problems.is_full() {
            continue;
        }
        if let Some(rings) = rings(area, &arcs, &key, problems) {
            shapes.push(Shape { code: code_of(area), key, rings });
        }
    }
    shapes
}

/// Takes collections apart. The depth is that of the JSON, which its reader limits.
fn collect<'a>(object: &'a Value, key: &str, areas: &mut Vec<(String, &'a Value)>) {
    match object.get("geometries").and_then(Value::as_array) {
        Some(members) => {
            for (index, member) in members.iter().enumerate() {
                collect(member, &format!("{key}.geometries[{index}]"), areas);
            }
        }
        None => areas.push((key.to_owned(), object)),
    }
}

/// All lines, in the coordinates of the map: with a `transform` they are stored as steps on a grid.
/// `None` if there are too many points.
fn arcs(document: &Value, problems: &mut Problems) -> Option<Arcs> {
    let transform = document.get("transform");
    let pair = |name| transform.and_then(|transform| transform.get(name)).and_then(position);
    let grid = pair("scale").zip(pair("translate"));
    if transform.is_some() && grid.is_none() {
        problems.error("boundary-broken-geometry", "transform", &[]);
        return None;
    }
    let mut all = Vec::new();
    for arc in document.get("arcs").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default() {
        let points = arc.as_array().map(Vec::as_slice).unwrap_or_default();
        if !problems.take_points(points.len() + 1) {
            return None;
        }
        let stored: Option<Vec<Point>> = points.iter().map(position).collect();
        all.push(stored.map(|stored| match grid {
            Some((scale, translate)) => from_grid(&stored, scale, translate),
            None => stored,
        }));
    }
    Some(all)
}

/// Adds up the steps of a line, and puts the result on the map.
fn from_grid(steps: &[Point], scale: Point, translate: Point) -> Vec<Point> {
    let add = |at: &mut Point, step: &Point| {
        *at = (at.0 + step.0, at.1 + step.1);
        Some((at.0 * scale.0 + translate.0, at.1 * scale.1 + translate.1))
    };
    steps.iter().scan((0.0, 0.0), add).collect()
}

/// The rings of a polygon or of several, or a finding.
fn rings(area: &Value, arcs: &Arcs, key: &str, problems: &mut Problems) -> Option<Vec<Vec<Point>>> {
    let list = area.get("arcs").and_then(Value::as_array);
    let polygons: Option<Vec<&Value>> = match area.get("type").and_then(Value::as_str) {
        Some("Polygon") => list.map(|rings| rings.iter().collect()),
        Some("MultiPolygon") => list.and_then(|polygons| flatten(polygons)),
        other => {
            let kind = other.unwrap_or("?").chars().take(40).collect();
            problems.error("boundary-unknown-geometry", key, &[("type", kind)]);
            return None;
        }
    };
    let mut found = Vec::new();
    for indexes in polygons.unwrap_or_default() {
        let ring = stitch(indexes, arcs, problems);
        if problems.is_full() {
            return None;
        }
        found.push(ring.filter(|ring| !ring.is_empty()));
    }
    let rings: Option<Vec<Vec<Point>>> = found.into_iter().collect();
    if rings.as_ref().is_none_or(Vec::is_empty) {
        problems.error("boundary-broken-geometry", key, &[]);
        return None;
    }
    rings
}

/// Puts the lines of a ring behind one another. Line `-1` is line 0 backwards, `-2` line 1, and so on; the
/// last point of a line is the first of the next.
fn stitch(indexes: &Value, arcs: &Arcs, problems: &mut Problems) -> Option<Vec<Point>> {
    let mut ring = Vec::new();
    for index in indexes.as_array()? {
        let index = index.as_i64()?;
        let backwards = index < 0;
        let arc = arcs.get(usize::try_from(if backwards { !index } else { index }).ok()?)?.as_ref()?;
        // One more than the points, so that a ring of empty lines ends too.
        if !problems.take_points(arc.len() + 1) {
            return None;
        }
        let skip = usize::from(!ring.is_empty());
        if backwards {
            ring.extend(arc.iter().rev().skip(skip));
        } else {
            ring.extend(arc.iter().skip(skip));
        }
    }
    Some(ring)
}
