//! The country in tiles: each municipality as large as any other.

use std::collections::HashMap;

use kernel::Exact;

use super::draw::{Drawing, Markup, Name, Px, Short};

/// What a place on a map shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PlaceClass {
    /// Its score, in one of five steps, 1 the lowest.
    Score(u8),
    /// It took part and did not agree to be shown: a ring with a dot.
    Hidden,
    /// It did not fill anything in: empty.
    Absent,
}

impl PlaceClass {
    /// The step of an exact score: below 25, below 40, below 55, up to and with 75, above 75. The first
    /// and the last are exactly the low and the high norm.
    #[must_use]
    pub fn of(score: Exact) -> Self {
        let below = |limit| score < Exact::whole(limit);
        Self::Score(match () {
            () if below(25) => 1,
            () if below(40) => 2,
            () if below(55) => 3,
            () if score <= Exact::whole(75) => 4,
            () => 5,
        })
    }

    /// The class of its colour.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Score(0 | 1) => "tile-1",
            Self::Score(2) => "tile-2",
            Self::Score(3) => "tile-3",
            Self::Score(4) => "tile-4",
            Self::Score(_) => "tile-5",
            Self::Hidden => "tile-hidden",
            Self::Absent => "tile-absent",
        }
    }
}

/// One municipality.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tile<'a> {
    /// Column, from the left.
    pub x: u16,
    /// Row, from the top.
    pub y: u16,
    /// What it shows.
    pub class: PlaceClass,
    /// Its name and what it shows in words: "Groningen: 52".
    pub title: &'a str,
    /// Where it leads.
    pub href: Option<&'a str>,
    /// Its region: between tiles of different regions a border is drawn.
    pub region: &'a str,
}

/// The country in tiles.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TileMap<'a> {
    /// The text alternative, or the name of the group of links.
    pub label: &'a str,
    /// The municipalities, each at its own place.
    pub tiles: &'a [Tile<'a>],
}

const STEP: f64 = 17.0;
const SIZE: f64 = 15.4;

/// Draws the map. The lowest step carries a mark, so that colour is not alone.
#[must_use]
pub fn tile_map(map: &TileMap<'_>) -> Markup {
    let most = |along: fn(&Tile<'_>) -> u16| f64::from(map.tiles.iter().map(along).max().unwrap_or(0)) + 1.0;
    let (width, height) = (most(|tile| tile.x) * STEP + 2.0, most(|tile| tile.y) * STEP + 2.0);
    let linked = map.tiles.iter().any(|tile| tile.href.is_some());
    let name = if linked { Name::Group(map.label) } else { Name::Picture(map.label) };
    let mut drawing = Drawing::scaled("map", width, height, name);
    for tile in map.tiles {
        let (x, y) = corner(tile);
        drawing.named(tile.title, tile.href, |drawing| {
            drawing.rect(tile.class.class(), Px(x), y, Px(SIZE), SIZE, 2.5);
            mark(drawing, tile.class, x + SIZE / 2.0, y + SIZE / 2.0);
        });
    }
    borders(&mut drawing, map.tiles);
    drawing.finish()
}

fn corner(tile: &Tile<'_>) -> (f64, f64) {
    (f64::from(tile.x) * STEP + 1.0, f64::from(tile.y) * STEP + 1.0)
}

/// The sign in the middle of a place that does not rest on colour.
pub(super) fn mark(drawing: &mut Drawing, class: PlaceClass, x: f64, y: f64) {
    match class {
        PlaceClass::Score(0 | 1) => drawing.put(format_args!(
            "<path class=\"tile-mark\" d=\"M{} {}h6.4l-3.2 5z\"/>",
            Short(x - 3.2),
            Short(y - 2.0)
        )),
        PlaceClass::Hidden => drawing.circle("tile-dot", Px(x), y, 2.0),
        _ => {}
    }
}

/// A line between neighbours of different regions.
fn borders(drawing: &mut Drawing, tiles: &[Tile<'_>]) {
    let regions: HashMap<(u16, u16), &str> =
        tiles.iter().map(|tile| ((tile.x, tile.y), tile.region)).collect();
    let differs = |tile: &Tile<'_>, x, y| regions.get(&(x, y)).is_some_and(|region| *region != tile.region);
    let (far, near) = (SIZE + 0.8, -0.8);
    for tile in tiles {
        let (x, y) = corner(tile);
        if differs(tile, tile.x.saturating_add(1), tile.y) {
            drawing.line("region", (Px(x + far), y + near), (Px(x + far), y + far));
        }
        if differs(tile, tile.x, tile.y.saturating_add(1)) {
            drawing.line("region", (Px(x + near), y + far), (Px(x + far), y + far));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tile(x: u16, y: u16, class: PlaceClass, region: &str) -> Tile<'_> {
        Tile { x, y, class, title: "'s-Hertogenbosch: 52", href: None, region }
    }

    #[test]
    fn the_lowest_and_highest_step_are_the_norms() {
        assert_eq!(PlaceClass::of(Exact::new(2499, 100)), PlaceClass::Score(1));
        assert_eq!(PlaceClass::of(Exact::whole(25)), PlaceClass::Score(2));
        assert_eq!(PlaceClass::of(Exact::whole(40)), PlaceClass::Score(3));
        assert_eq!(PlaceClass::of(Exact::whole(75)), PlaceClass::Score(4));
        assert_eq!(PlaceClass::of(Exact::new(7501, 100)), PlaceClass::Score(5));
    }

    #[test]
    fn borders_run_only_between_neighbours_of_different_regions() {
        let tiles = [
            tile(0, 0, PlaceClass::Score(1), "a"),
            tile(1, 0, PlaceClass::Hidden, "b"),
            tile(0, 1, PlaceClass::Absent, "a"),
            tile(5, 5, PlaceClass::Score(5), "c"),
        ];
        let markup = tile_map(&TileMap { label: "Kaart", tiles: &tiles });
        let document = roxmltree::Document::parse(markup.as_str()).expect("well-formed XML");
        let count = |name: &str| document.descendants().filter(|node| node.has_tag_name(name)).count();
        assert_eq!(count("rect"), 4);
        assert_eq!(count("line"), 1);
        assert_eq!(count("path"), 1);
        assert_eq!(count("circle"), 1);
        assert_eq!(document.root_element().attribute("role"), Some("img"));
    }

    #[test]
    fn a_map_with_links_is_a_group_that_the_keyboard_passes() {
        let mut linked = tile(0, 0, PlaceClass::Score(3), "a");
        linked.href = Some("/municipalities/GM0014");
        let markup = tile_map(&TileMap { label: "Kaart", tiles: &[linked] });
        assert!(markup.as_str().contains("role=\"group\""));
        assert!(markup.as_str().contains("tabindex=\"-1\""));
    }
}
