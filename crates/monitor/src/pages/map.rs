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

/// The middle of the first ring of a path: where a mark goes.
fn centre(path: &str) -> (f64, f64) {
    let ring = path.split(['Z', 'z']).next().unwrap_or_default();
    let numbers: Vec<f64> = ring
        .split(|letter: char| !(letter.is_ascii_digit() || letter == '.' || letter == '-'))
        .filter_map(|number| number.parse().ok())
        .collect();
    let count = (numbers.len() / 2).max(1) as f64;
    let sum = |offset: usize| numbers.iter().skip(offset).step_by(2).sum::<f64>();
    (sum(0) / count, sum(1) / count)
}

/// What the colours and marks mean.
#[must_use]
pub fn key(tr: Tr) -> Markup {
    legend(&map_signs(tr))
}
