//! The whole table on paper: every combination of facts, in as few parts as can be.

use std::collections::BTreeMap;
use std::mem;

use crate::region::Region;
use crate::table::{Hit, Table};

impl Table {
    /// Every combination of facts with the row that decides it, in the order of the rows. Parts that differ in one
    /// input only are told as one; no two overlap. Without row it is a gap. `None` if there are too many.
    ///
    /// Of a table that collects, each row stands on its own: these are the rows, and they do overlap.
    #[must_use]
    pub fn full(&self) -> Option<Vec<(Region, Option<usize>)>> {
        if self.hit == Hit::Collect {
            let rows = self.rows.iter().enumerate();
            return Some(rows.map(|(place, row)| (row.region(), Some(place))).collect());
        }
        let mut by_row: BTreeMap<Option<usize>, Vec<Region>> = BTreeMap::new();
        for (region, row) in self.parts()? {
            by_row.entry(row).or_default().push(region);
        }
        let parts = by_row.into_iter().flat_map(|(row, regions)| {
            merged(regions, self.inputs.len()).into_iter().map(move |region| (region, row))
        });
        Some(parts.collect())
    }
}

/// The same cases in fewer parts: those that differ in one input only become one, until there are none such.
fn merged(mut regions: Vec<Region>, inputs: usize) -> Vec<Region> {
    loop {
        let before = regions.len();
        for input in 0..inputs {
            let mut beside: BTreeMap<Vec<u64>, u64> = BTreeMap::new();
            for Region(mut cells) in regions {
                let own = mem::take(&mut cells[input]);
                *beside.entry(cells).or_default() |= own;
            }
            regions = beside.into_iter().map(|(cells, own)| Region(cells).with(input, own)).collect();
        }
        if regions.len() == before {
            return regions;
        }
    }
}
