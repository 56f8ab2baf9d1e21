//! From coordinates to SVG paths.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::RangeInclusive;

use super::Point;
use super::identify::Area;
use super::problems::Problems;
use crate::Code;

/// Width of the drawing in units.
pub(super) const WIDTH: u32 = 1000;

/// Tenths of a unit: the precision of the paths.
const TENTHS: f64 = 10.0;

/// What the coordinates of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plane {
    /// Metres in the Dutch grid (Amersfoort / RD New, EPSG:28992).
    Rd,
    /// Degrees of longitude and latitude.
    Degrees,
}

impl Plane {
    /// Bounds of the European Netherlands with its coastal waters, x and y, generously.
    const fn bounds(self) -> (RangeInclusive<f64>, RangeInclusive<f64>) {
        match self {
            Self::Rd => (-20_000.0..=300_000.0, 290_000.0..=660_000.0),
            Self::Degrees => (2.5..=7.6, 50.5..=54.0),
        }
    }

    fn holds(self, (x, y): Point) -> bool {
        let (xs, ys) = self.bounds();
        xs.contains(&x) && ys.contains(&y)
    }

    /// The plane on which a point lies in the Netherlands.
    fn of(point: Point) -> Option<Self> {
        [Self::Rd, Self::Degrees].into_iter().find(|plane| plane.holds(point))
    }

    /// Degrees become a plane by shrinking the longitude to its length at 52.2 degrees north, the middle of
    /// the country. At its far ends east-west distances are 3% off: enough for a picture, not for measuring.
    fn flat(self, (x, y): Point) -> Point {
        match self {
            Self::Rd => (x, y),
            Self::Degrees => (x * 52.2_f64.to_radians().cos(), y),
        }
    }
}

/// The areas that lie in the Netherlands, all on one plane; the others are reported.
pub(super) fn on_one_plane(
    areas: BTreeMap<Code, Area>,
    problems: &mut Problems,
) -> (Plane, BTreeMap<Code, Area>) {
    let first =
        areas.values().flat_map(|area| area.rings.iter().flatten()).find_map(|point| Plane::of(*point));
    let plane = first.unwrap_or(Plane::Rd);
    let mut inside = BTreeMap::new();
    for (code, area) in areas {
        let stray = area.rings.iter().flatten().find(|point| !plane.holds(**point));
        if let Some((x, y)) = stray {
            let params = [("code", code.to_string()), ("x", shown(*x)), ("y", shown(*y))];
            problems.error("boundary-outside", &area.key, &params);
        } else {
            inside.insert(code, area);
        }
    }
    (plane, inside)
}

/// A coordinate for a finding, short however large it is.
fn shown(value: f64) -> String {
    if value.abs() < 1e9 { format!("{value}") } else { format!("{value:e}") }
}

/// All municipalities, drawn.
pub(super) struct Drawing {
    pub(super) height: u32,
    pub(super) paths: BTreeMap<Code, String>,
}

/// Scales all areas together to the drawing. An area too small to be seen gets no path.
pub(super) fn paths(plane: Plane, areas: &BTreeMap<Code, Area>) -> Drawing {
    let mut corners = ((f64::INFINITY, f64::INFINITY), (f64::NEG_INFINITY, f64::NEG_INFINITY));
    for point in areas.values().flat_map(|area| area.rings.iter().flatten()) {
        let (x, y) = plane.flat(*point);
        let (low, high) = corners;
        corners = ((low.0.min(x), low.1.min(y)), (high.0.max(x), high.1.max(y)));
    }
    let ((left, bottom), (right, top)) = corners;
    // Nothing that is a country is a hundred times as high as wide; a broken file can be.
    let span = (right - left).max((top - bottom) / 100.0);
    if span.is_nan() || span <= 0.0 {
        return Drawing { height: 0, paths: BTreeMap::new() };
    }
    let scale = f64::from(WIDTH) * TENTHS / span;
    let on_paper = |point: &Point| {
        let (x, y) = plane.flat(*point);
        (whole((x - left) * scale), whole((top - y) * scale))
    };
    let mut paths = BTreeMap::new();
    for (code, area) in areas {
        let mut path = String::new();
        for ring in &area.rings {
            write_ring(&mut path, &thinned(ring.iter().map(on_paper)));
        }
        if !path.is_empty() {
            paths.insert(*code, path);
        }
    }
    let height = u32::try_from((whole((top - bottom) * scale) + 9) / 10).unwrap_or(WIDTH);
    Drawing { height, paths }
}

/// The nearest whole number.
#[allow(clippy::cast_possible_truncation)] // at most a million: bounded by the width and height of the drawing
fn whole(value: f64) -> i64 {
    value.round() as i64
}

/// Leaves out points that fall on the one before, or lie exactly on the straight line to the next: neighbours
/// still meet, and nothing of the picture is lost.
fn thinned(points: impl Iterator<Item = (i64, i64)>) -> Vec<(i64, i64)> {
    let mut kept: Vec<(i64, i64)> = Vec::new();
    for (x, y) in points {
        if kept.last() == Some(&(x, y)) {
            continue;
        }
        if let [.., (x0, y0), (x1, y1)] = kept[..] {
            let (ax, ay, bx, by) = (x1 - x0, y1 - y0, x - x1, y - y1);
            if ax * by == ay * bx && ax * bx + ay * by > 0 {
                kept.pop();
            }
        }
        kept.push((x, y));
    }
    if kept.len() > 1 && kept.first() == kept.last() {
        kept.pop();
    }
    kept
}

/// Adds a ring to a path, in tenths, each point as a step from the one before: half the size of positions.
fn write_ring(path: &mut String, points: &[(i64, i64)]) {
    let [first, rest @ ..] = points else { return };
    if rest.len() < 2 {
        return;
    }
    path.push('M');
    write_pair(path, *first);
    path.push('l');
    let (mut x, mut y) = *first;
    for (index, (next_x, next_y)) in rest.iter().enumerate() {
        let step = (next_x - x, next_y - y);
        if index > 0 && step.0 >= 0 {
            path.push(' ');
        }
        write_pair(path, step);
        (x, y) = (*next_x, *next_y);
    }
    path.push('z');
}

/// Two numbers; a minus sign parts them as well as a space does.
fn write_pair(path: &mut String, (x, y): (i64, i64)) {
    write_tenths(path, x);
    if y >= 0 {
        path.push(' ');
    }
    write_tenths(path, y);
}

/// A number of tenths as a decimal without needless zeros: -4 is `-.4`, 12 is `1.2`, 10 is `1`.
fn write_tenths(path: &mut String, tenths: i64) {
    let (units, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    let sign = if tenths < 0 { "-" } else { "" };
    // Writing to a string can't fail.
    let _ = match (units, rest) {
        (_, 0) => write!(path, "{sign}{units}"),
        (0, _) => write!(path, "{sign}.{rest}"),
        _ => write!(path, "{sign}{units}.{rest}"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let written = |tenths| {
            let mut path = String::new();
            write_tenths(&mut path, tenths);
            path
        };
        assert_eq!([0, 4, -4, 10, -10, 12, -123].map(written), ["0", ".4", "-.4", "1", "-1", "1.2", "-12.3"]);
    }

    #[test]
    fn points_that_add_nothing_are_left_out() {
        let ring = [(0, 0), (0, 0), (5, 0), (9, 0), (9, 9), (0, 9), (0, 0)];
        assert_eq!(thinned(ring.into_iter()), [(0, 0), (9, 0), (9, 9), (0, 9)]);
        let there_and_back = [(0, 0), (9, 0), (5, 0)];
        assert_eq!(thinned(there_and_back.into_iter()), there_and_back);
    }

    #[test]
    fn a_ring_without_area_is_not_drawn() {
        let mut path = String::new();
        write_ring(&mut path, &[]);
        write_ring(&mut path, &[(0, 0), (5, 5)]);
        assert_eq!(path, "");
        write_ring(&mut path, &[(0, 0), (100, 0), (95, 100)]);
        assert_eq!(path, "M0 0l10 0-.5 10z");
    }
}
