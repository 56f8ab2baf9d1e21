//! Reads a file of municipal boundaries and draws each municipality as an SVG path.
//!
//! TopoJSON or GeoJSON, in the Dutch grid (RD, EPSG:28992) or in degrees (WGS84 or ETRS89); which of the two
//! shows from the coordinates, since files often name the wrong one. Everything wrong with a file comes back
//! as findings at their place; no input makes it fail in another way.

mod draw;
mod geojson;
mod identify;
mod problems;
mod topojson;

use std::collections::BTreeMap;

use kernel::{Finding, Place, Severity};
use serde_json::Value;

use crate::Code;
use problems::Problems;

/// Largest file that is read, in megabytes: a hundred times the size that a map on a screen needs.
const MAX_MEGABYTES: usize = 32;

/// Most points that are taken from a file. A small TopoJSON file can otherwise repeat one line until the
/// memory is full.
const MAX_POINTS: usize = 3_000_000;

/// The boundaries of municipalities, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boundaries {
    /// The file they came from, as the user named it.
    pub source: String,
    /// Width of the drawing, in units of the paths; 1000.
    pub width: u32,
    /// Height of the drawing, in units of the paths.
    pub height: u32,
    /// The `d` of an SVG path for each municipality, y downwards, one decimal. Fill with `evenodd`, so that
    /// holes stay open.
    pub paths: BTreeMap<Code, String>,
    /// What should be looked at though the file can be used, such as municipalities that are missing.
    pub warnings: Vec<Finding>,
}

impl Boundaries {
    /// Reads a whole file; `file` is its name in findings.
    ///
    /// # Errors
    /// All findings, if one of them is an error: not JSON, no areas, an unknown geometry, coordinates outside
    /// the Netherlands, a municipality twice, or too large.
    pub fn read(bytes: &[u8], file: &str) -> Result<Self, Vec<Finding>> {
        let document = parse(bytes, file).map_err(|finding| vec![finding])?;
        let mut problems = Problems::new(file, MAX_POINTS);
        let shapes = match document.get("type").and_then(Value::as_str) {
            Some("Topology") => topojson::shapes(&document, &mut problems),
            _ => geojson::shapes(&document, &mut problems),
        };
        let areas = identify::by_code(shapes, &mut problems);
        let (plane, areas) = draw::on_one_plane(areas, &mut problems);
        let drawing = draw::paths(plane, &areas);
        identify::report_missing(&drawing.paths, &mut problems);
        let findings = problems.into_findings();
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            return Err(findings);
        }
        let draw::Drawing { height, paths } = drawing;
        Ok(Self { source: file.to_owned(), width: draw::WIDTH, height, paths, warnings: findings })
    }

    /// The `viewBox` of the drawing: `0 0 1000 1187`.
    #[must_use]
    pub fn view_box(&self) -> String {
        format!("0 0 {} {}", self.width, self.height)
    }
}

/// A point as the file has it: x or longitude, y or latitude.
type Point = (f64, f64);

/// An area of the file: what tells which municipality it is, and its rings, outer ones and holes alike.
struct Shape {
    /// Where it is in the file, such as `features[3]`.
    key: String,
    /// The code found with it, if any.
    code: Option<Code>,
    /// Closed lines.
    rings: Vec<Vec<Point>>,
}

/// The document, if it is JSON of a reasonable size. The reader itself refuses nesting beyond 128 levels.
fn parse(bytes: &[u8], file: &str) -> Result<Value, Finding> {
    if bytes.len() > MAX_MEGABYTES * 1_000_000 {
        return Err(
            Finding::error("boundary-too-large", Place::file(file)).with("limit", MAX_MEGABYTES.to_string())
        );
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    serde_json::from_slice(text).map_err(|error| {
        let row = u64::try_from(error.line()).unwrap_or(u64::MAX);
        Finding::error("boundary-not-json", Place::row(file, row.max(1)))
    })
}

#[cfg(test)]
mod tests;
