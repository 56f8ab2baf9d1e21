//! The map of a wave: shapes if boundaries were loaded, tiles otherwise, and always its list.

use std::collections::BTreeMap;

use geography::{Code, Geography, Municipality};
use kernel::Exact;
use web::charts::{Area, BoundaryMap, Markup, PlaceClass, Swatch, Tile, TileMap, boundary_map, legend, tile_map};
use web::{RequestContext, Tr};

use super::scope::Scope;
use crate::analysis::Participant;
use crate::report::model::Report;
use crate::store::boundaries::StoredBoundaries;

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

/// What may be shown of a municipality: its score if it agreed, otherwise only whether it took part.
#[must_use]
pub fn state(report: &Report<'_>, tr: Tr, code: Code) -> (PlaceClass, String) {
    match report.analysis.participants.get(&code) {
        None => (PlaceClass::Absent, tr.t("place-absent")),
        Some(Participant::Unnamed) => (PlaceClass::Hidden, tr.t("place-hidden")),
        Some(Participant::Named(None)) => (PlaceClass::Hidden, tr.t("place-no-goals")),
        Some(Participant::Named(Some(score))) => {
            (PlaceClass::of(share(report, *score)), super::parts::score_words(report, tr, Some(*score)))
        }
    }
}

/// A score as a share of what the parts that count can earn, 0 to 100: steps of colour mean the same
/// whatever counts.
fn share(report: &Report<'_>, score: Exact) -> Exact {
    let (top, bottom) = report.analysis.rule.maximum(report.analysis.statistics.parts).parts();
    if top == 0 { score } else { score * Exact::from_parts(bottom * 100, top) }
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
    (areas.len() == places.len()).then(|| boundary_map(&BoundaryMap { label, size, areas: &areas, borders: "" }))
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
    let steps = ["map-step-1", "map-step-2", "map-step-3", "map-step-4", "map-step-5"];
    let mut signs: Vec<(Swatch, String)> = (1..)
        .zip(steps)
        .map(|(step, key)| (Swatch::Place(PlaceClass::Score(step)), tr.t(key)))
        .collect();
    signs.push((Swatch::Place(PlaceClass::Hidden), tr.t("place-hidden")));
    signs.push((Swatch::Place(PlaceClass::Absent), tr.t("place-absent")));
    legend(&signs)
}
