//! The tile map: every municipality of 2023 an equal square, about where it lies.

use crate::{Geography, Municipality, Region};

/// Columns of the tile map.
pub const COLUMNS: u8 = 26;
/// Rows of the tile map.
pub const ROWS: u8 = 33;

/// A straight line between tiles, in tiles: the tile in column 3, row 5 has its corners at (3, 5) and (4, 6).
/// Horizontal or vertical, from left to right or from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// Left or only column line.
    pub x1: u8,
    /// Top or only row line.
    pub y1: u8,
    /// Right or only column line.
    pub x2: u8,
    /// Bottom or only row line.
    pub y2: u8,
}

impl Geography {
    /// The municipality on a tile, counted from 0 at the top left.
    #[must_use]
    pub fn on_tile(&self, column: u8, row: u8) -> Option<&Municipality> {
        self.all().find(|municipality| municipality.tile == Some((column, row)))
    }

    /// The lines between neighbouring tiles of different Veilig Thuis regions, as long as they run straight:
    /// the vertical ones first. Where a tile has no neighbour there is no line.
    #[must_use]
    pub fn region_borders(&self) -> Vec<Edge> {
        let mut grid = [[None::<Region>; COLUMNS as usize]; ROWS as usize];
        for municipality in self.all() {
            if let Some((column, row)) = municipality.tile
                && let Some(cell) =
                    grid.get_mut(usize::from(row)).and_then(|row| row.get_mut(usize::from(column)))
            {
                *cell = Some(municipality.region);
            }
        }
        let at =
            |column: u8, row: u8| grid.get(usize::from(row))?.get(usize::from(column)).copied().flatten();
        let differ = |one: Option<Region>, other: Option<Region>| {
            one.zip(other).is_some_and(|(one, other)| one != other)
        };
        let mut edges = Vec::new();
        for x in 1..COLUMNS {
            let parts = (0..ROWS).filter(|y| differ(at(x - 1, *y), at(x, *y)));
            edges.extend(stretches(parts).map(|(y1, y2)| Edge { x1: x, y1, x2: x, y2 }));
        }
        for y in 1..ROWS {
            let parts = (0..COLUMNS).filter(|x| differ(at(*x, y - 1), at(*x, y)));
            edges.extend(stretches(parts).map(|(x1, x2)| Edge { x1, y1: y, x2, y2: y }));
        }
        edges
    }
}

/// Joins ascending unit steps into stretches: 2, 3, 7 is 2 to 4 and 7 to 8.
fn stretches(steps: impl Iterator<Item = u8>) -> impl Iterator<Item = (u8, u8)> {
    let mut found: Vec<(u8, u8)> = Vec::new();
    for step in steps {
        match found.last_mut() {
            Some((_, end)) if *end == step => *end += 1,
            _ => found.push((step, step + 1)),
        }
    }
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn steps_that_touch_become_one_stretch() {
        assert_eq!(stretches([2, 3, 7].into_iter()).collect::<Vec<_>>(), [(2, 4), (7, 8)]);
        assert_eq!(stretches([].into_iter()).count(), 0);
    }

    #[test]
    fn tiles_are_unique_and_inside_the_map() {
        let tiles: Vec<_> = Geography::built_in().all().filter_map(|m| m.tile).collect();
        assert_eq!(tiles.len(), 342);
        assert_eq!(tiles.iter().collect::<BTreeSet<_>>().len(), 342);
        assert!(tiles.iter().all(|(x, y)| *x < COLUMNS && *y < ROWS));
    }

    #[test]
    fn borders_run_exactly_between_neighbours_of_different_regions() {
        let geography = Geography::built_in();
        let region = |x: u8, y: u8| geography.on_tile(x, y).map(|m| m.region);
        let mut drawn = BTreeSet::new();
        for Edge { x1, y1, x2, y2 } in geography.region_borders() {
            assert!((x1 == x2) != (y1 == y2));
            drawn.extend((y1..y2).map(|y| (true, x1, y)));
            drawn.extend((x1..x2).map(|x| (false, x, y1)));
        }
        let mut wanted = BTreeSet::new();
        for municipality in geography.all() {
            let Some((x, y)) = municipality.tile else { continue };
            for (vertical, x, y) in [(true, x + 1, y), (false, x, y + 1)] {
                if region(x, y).is_some_and(|other| other != municipality.region) {
                    wanted.insert((vertical, x, y));
                }
            }
        }
        assert!(!wanted.is_empty());
        assert_eq!(drawn, wanted);
    }
}
