//! The country by its real boundaries, when a boundary file was loaded.

use super::draw::{Drawing, Escaped, Markup, Name};
use super::tile_map::{PlaceClass, mark};

/// One municipality.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area<'a> {
    /// Its outline as SVG path data, in units of the map.
    pub path: &'a str,
    /// A point inside it, for the mark of the lowest step and of "not public".
    pub centre: (f64, f64),
    /// What it shows.
    pub class: PlaceClass,
    /// Its name and what it shows in words: "Groningen: 52".
    pub title: &'a str,
    /// Where it leads.
    pub href: Option<&'a str>,
}

/// The country by its boundaries.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BoundaryMap<'a> {
    /// The text alternative, or the name of the group of links.
    pub label: &'a str,
    /// Width and height in units of the map; about 450 by 560 keeps marks and lines in proportion.
    pub size: (f64, f64),
    /// The municipalities.
    pub areas: &'a [Area<'a>],
    /// Borders of regions as SVG path data; may be empty.
    pub borders: &'a str,
}

/// As wide as the tile map, so that marks are as large on both.
const WIDTH: f64 = 442.0;

/// Draws the map; marks lie above all areas, so that no neighbour covers them.
#[must_use]
pub fn boundary_map(map: &BoundaryMap<'_>) -> Markup {
    let linked = map.areas.iter().any(|area| area.href.is_some());
    let name = if linked { Name::Group(map.label) } else { Name::Picture(map.label) };
    let scale = WIDTH / map.size.0.max(1.0);
    let mut drawing = Drawing::scaled("map", WIDTH, map.size.1 * scale, name);
    drawing.put(format_args!("<g transform=\"scale({scale:.4})\">"));
    for area in map.areas {
        drawing.named(area.title, area.href, |drawing| {
            drawing.put(format_args!(
                "<path class=\"area {}\" d=\"{}\"/>",
                area.class.class(),
                Escaped(area.path)
            ));
        });
    }
    if !map.borders.is_empty() {
        drawing.put(format_args!("<path class=\"region\" fill=\"none\" d=\"{}\"/>", Escaped(map.borders)));
    }
    drawing.put(format_args!("</g>"));
    for area in map.areas {
        mark(&mut drawing, area.class, area.centre.0 * scale, area.centre.1 * scale);
    }
    drawing.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_carry_the_same_classes_and_marks_as_tiles() {
        let area = |class| Area {
            path: "M0 0h9v9z",
            centre: (4.0, 4.0),
            class,
            title: "Súdwest-Fryslân",
            href: None,
        };
        let areas = [area(PlaceClass::Score(1)), area(PlaceClass::Hidden), area(PlaceClass::Score(4))];
        let markup = boundary_map(&BoundaryMap {
            label: "Kaart",
            size: (450.0, 560.0),
            areas: &areas,
            borders: "M0 0h4",
        });
        let document = roxmltree::Document::parse(markup.as_str()).expect("well-formed XML");
        let classes: Vec<_> = document.descendants().filter_map(|node| node.attribute("class")).collect();
        for class in ["area tile-1", "area tile-hidden", "area tile-4", "tile-mark", "tile-dot", "region"] {
            assert!(classes.contains(&class), "{class}");
        }
    }
}
