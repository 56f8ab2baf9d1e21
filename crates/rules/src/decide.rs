//! What follows from the facts, also when some are not known yet.

use crate::case::Case;
use crate::region::{Leaf, TooMany, Work};
use crate::table::{Hit, Table};

/// A fact that is not known yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    /// The place of its input.
    pub input: usize,
    /// Whether what is decided can depend on it.
    pub matters: bool,
}

/// What a table decides of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The rows that decide, in order. While facts are missing that matter: none, or of a table that collects those
    /// that fit whatever the missing facts are.
    pub rows: Vec<usize>,
    /// The rows that can still decide, and those that do.
    pub possible: Vec<usize>,
    /// The facts that are not known yet.
    pub missing: Vec<Missing>,
}

impl Decision {
    /// Whether a fact is missing that matters.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.missing.iter().any(|missing| missing.matters)
    }

    /// The row that decides, of a table in which one does.
    #[must_use]
    pub fn row<'t>(&self, table: &'t Table) -> Option<&'t crate::Row> {
        table.rows.get(*self.rows.first()?)
    }
}

impl Table {
    /// The row that decides a case of which everything is known, by the cell of each input. The quick way: it
    /// makes nothing and tells nothing. `None` too for a case with more or fewer cells than the table has inputs.
    #[must_use]
    pub fn quick(&self, cells: &[u8]) -> Option<usize> {
        if cells.len() != self.inputs.len() {
            return None;
        }
        let words = self.rows.len().div_ceil(64);
        (0..words).find_map(|word| {
            let mut bits = u64::MAX;
            for (input, cell) in self.index.iter().zip(cells) {
                bits &= input.get(usize::from(*cell))?.get(word)?;
            }
            (bits != 0).then(|| word * 64 + bits.trailing_zeros() as usize)
        })
    }

    /// What follows from the facts that are known.
    #[must_use]
    pub fn decide(&self, case: &Case) -> Decision {
        self.decide_within(case, &mut Work::new()).unwrap_or_else(|TooMany| {
            // A table that passed its check never comes here. Of another one nothing is known.
            let unknown = (0..self.inputs.len()).filter(|input| case.cell(*input).is_none());
            let missing = unknown.map(|input| Missing { input, matters: true }).collect();
            Decision { rows: Vec::new(), possible: (0..self.rows.len()).collect(), missing }
        })
    }

    pub(crate) fn decide_within(&self, case: &Case, work: &mut Work) -> Result<Decision, TooMany> {
        if self.hit == Hit::Collect {
            return Ok(self.collect(case));
        }
        if let Some(cells) = case.cells() {
            let row: Vec<usize> = self.quick(&cells).into_iter().collect();
            return Ok(Decision { rows: row.clone(), possible: row, missing: Vec::new() });
        }
        let region = self.region(case);
        let leaves = self.leaves(region.clone(), work)?;
        let mut missing = Vec::new();
        for input in (0..self.inputs.len()).filter(|input| case.cell(*input).is_none()) {
            missing.push(Missing { input, matters: self.matters(&leaves, input, region.0[input], work)? });
        }
        let mut possible: Vec<usize> = leaves.iter().filter_map(|leaf| leaf.row).collect();
        possible.sort_unstable();
        possible.dedup();
        let open = missing.iter().any(|missing| missing.matters);
        // Several rows can be left that give the same: the first that fits whatever is not known speaks, so that
        // no reason is given that nobody gave.
        let region = self.region(case);
        let fits = |row: &&usize| region.cut(&self.rows[**row].fits).is_none();
        let speaks = possible.iter().find(fits).or(possible.first()).copied();
        let rows = speaks.filter(|_| !open).into_iter().collect();
        Ok(Decision { rows, possible, missing })
    }

    /// Each row for itself: it fits whatever is missing, can still fit, or does not.
    fn collect(&self, case: &Case) -> Decision {
        let region = self.region(case);
        let possible: Vec<usize> =
            (0..self.rows.len()).filter(|row| region.touches(&self.rows[*row].fits)).collect();
        let (rows, open): (Vec<usize>, Vec<usize>) =
            possible.iter().partition(|row| region.cut(&self.rows[**row].fits).is_none());
        let asks = |row: &usize, input: usize| region.0[input] & !self.rows[*row].fits[input] != 0;
        let unknown = (0..self.inputs.len()).filter(|input| case.cell(*input).is_none());
        let missing = unknown
            .map(|input| Missing { input, matters: open.iter().any(|row| asks(row, input)) })
            .collect();
        Decision { rows, possible, missing }
    }

    /// Whether there are two cases that differ in this input only, of which different things are decided. `cells`
    /// are those that it can still have.
    fn matters(&self, leaves: &[Leaf], input: usize, cells: u64, work: &mut Work) -> Result<bool, TooMany> {
        let mut given = leaves.iter().map(|leaf| self.gives_in(leaf));
        let first = given.next();
        if given.all(|other| Some(other) == first) {
            return Ok(false);
        }
        for leaf in leaves {
            let given = self.gives_in(leaf);
            let beside = self.leaves(leaf.region.with(input, cells), work)?;
            if beside.iter().any(|other| self.gives_in(other) != given) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What is given in a part of the space.
    fn gives_in(&self, leaf: &Leaf) -> Option<&[usize]> {
        leaf.row.map(|row| self.rows[row].then.as_slice())
    }
}
