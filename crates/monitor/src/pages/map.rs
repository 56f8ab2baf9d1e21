//! The map of a wave: shapes if boundaries were loaded, tiles otherwise, and always its list.

use std::collections::BTreeMap;

use geography::{Geography, Municipality};
use web::charts::{Area, BoundaryMap, Markup, PlaceClass, Tile, TileMap, boundary_map, legend, tile_map};
use web::{RequestContext, Tr};

use super::scope::Scope;
use crate::report::charts::map_signs;
use crate::store::boundaries::StoredBoundaries;

pub use crate::report::charts::state;

/// A municipality on the map and in its list.
#[derive(Debug, Clone)]
pub struct Place {
    /// Which one.
    pub municipality: &'static Municipality,
    /// What the map shows of it.
    pub class: PlaceClass,
    /// Its name and what is shown of it, in words.
    pub title: String,
    /// The same without its name.
    pub state: String,
    /// Its page.
    pub url: String,
}

/// Every municipality of a wave, in the order of names, with what may be shown of it; empty when it is
/// not known which municipalities took part.
#[must_use]
pub fn places(scope: &Scope, context: &RequestContext) -> Vec<Place> {
    let participants = &scope.report.analysis.participants;
    let Some(wave) = scope.report.analysis.wave.as_ref().filter(|_| !participants.is_empty()) else {
        return Vec::new();
    };
    let mut municipalities = Geography::built_in().at(wave.reference_date);
    municipalities.sort_by_key(|municipality| municipality.name.trim_start_matches("'s-").to_lowercase());
    municipalities.into_iter().map(|municipality| place(scope, context, municipality)).collect()
}

fn place(scope: &Scope, context: &RequestContext, municipality: &'static Municipality) -> Place {
    let (class, state) = state(&scope.report, context.tr(), municipality.code);
    Place {
        title: format!("{}: {state}", municipality.name),
        url: scope.url(context, &format!("/municipalities/{}", municipality.code)),
        municipality,
        class,
        state,
    }
}

/// Draws the map.
#[must_use]
pub fn draw(places: &[Place], boundaries: Option<&StoredBoundaries>, label: &str) -> Markup {
    let shapes = boundaries.and_then(|boundaries| shapes(places, boundaries, label));
    shapes.unwrap_or_else(|| tiles(places, label))
}

fn tiles(places: &[Place], label: &str) -> Markup {
    let tiles: Vec<Tile<'_>> = places
        .iter()
        .filter_map(|place| {
            let (x, y) = place.municipality.tile?;
            Some(Tile {
                x: u16::from(x),
                y: u16::from(y),
                class: place.class,
                title: &place.title,
                href: Some(&place.url),
                region: place.municipality.region.name(),
            })
        })
        .collect();
    tile_map(&TileMap { label, tiles: &tiles })
}

/// The map in shapes, unless the boundaries are of another set of municipalities.
fn shapes(places: &[Place], boundaries: &StoredBoundaries, label: &str) -> Option<Markup> {
    let by_code: BTreeMap<String, &Place> =
        places.iter().map(|place| (place.municipality.code.to_string(), place)).collect();
    let mut areas = Vec::new();
    for (code, path) in &boundaries.paths {
        let place = by_code.get(code)?;
        areas.push(Area {
            path,
            centre: centre(path),
            class: place.class,
            title: &place.title,
            href: Some(&place.url),
        });
    }
    let mut numbers = boundaries.view_box.split_whitespace().skip(2).filter_map(|number| number.parse().ok());
    let size = (numbers.next()?, numbers.next()?);
    (areas.len() == places.len())
        .then(|| boundary_map(&BoundaryMap { label, size, areas: &areas, borders: "" }))
}

/// The middle of the ring with the most corners: where a mark goes. Paths are those of
/// `geography::boundaries`: per ring an absolute corner, then steps.
fn centre(path: &str) -> (f64, f64) {
    let rings = path.split(['Z', 'z']).map(corners);
    let ring = rings.max_by_key(Vec::len).unwrap_or_default();
    let count = ring.len().max(1) as f64;
    (ring.iter().map(|(x, _)| x).sum::<f64>() / count, ring.iter().map(|(_, y)| y).sum::<f64>() / count)
}

fn corners(ring: &str) -> Vec<(f64, f64)> {
    // A minus sign parts numbers as a space does.
    let spaced = ring.replace('-', " -");
    let numbers = spaced.split(|letter: char| letter.is_ascii_alphabetic() || letter == ' ' || letter == ',');
    let numbers: Vec<f64> = numbers.filter_map(|number| number.parse().ok()).collect();
    let mut at = (0.0, 0.0);
    let steps = numbers.chunks_exact(2).map(|pair| {
        at = (at.0 + pair[0], at.1 + pair[1]);
        at
    });
    steps.collect()
}

/// What the colours and marks mean.
#[must_use]
pub fn key(tr: Tr) -> Markup {
    legend(&map_signs(tr))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_goes_in_the_middle_of_the_largest_ring() {
        let (x, y) = centre("M1 1l.5 0 0 .5zM10 20l4 0 0 4-4 0 0-2z");
        assert!((x - 11.6).abs() < 1e-9 && (y - 22.0).abs() < 1e-9, "{x} {y}");
        assert_eq!(centre(""), (0.0, 0.0));
    }
}
