//! A part of the space of cases: per input a set of cells. Tables are proved by cutting the space into such parts.

use crate::case::{Case, Facts};
use crate::table::{Hit, Table};

/// How many parts a table may fall into. More than this is not a table that a lawyer can check.
const MOST: usize = 50_000;

/// How often a row may be held against a part of the space to answer one question.
const MOST_WORK: usize = 1_000_000;

/// What is left of the work that one question may take: no table, whoever wrote it, keeps a machine busy.
#[derive(Debug)]
pub(crate) struct Work(usize);

impl Work {
    pub(crate) const fn new() -> Self {
        Self(MOST_WORK)
    }

    pub(crate) fn spend(&mut self, rows: usize) -> Result<(), TooMany> {
        self.0 = self.0.saturating_sub(rows + 1);
        if self.0 == 0 { Err(TooMany) } else { Ok(()) }
    }
}

/// Per input the cells that belong to it, as bits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region(pub(crate) Vec<u64>);

/// A part of the space with the row that decides in it; none is a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Leaf {
    pub region: Region,
    /// The row that decides.
    pub row: Option<usize>,
    /// In a table of [`Hit::Unique`]: a row that fits here too.
    pub overlap: Option<usize>,
}

/// The space falls into too many parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany;

impl Region {
    /// How many cases it holds. The largest number stands for more.
    #[must_use]
    pub fn cases(&self) -> u64 {
        self.0.iter().fold(1, |all, cells| all.saturating_mul(u64::from(cells.count_ones())))
    }

    /// The cells of an input that belong to it.
    pub fn cells(&self, input: usize) -> impl Iterator<Item = usize> + use<> {
        let bits = self.0.get(input).copied().unwrap_or_default();
        (0..64).filter(move |cell| bits & (1 << cell) != 0)
    }

    /// Whether every cell of an input belongs to it.
    #[must_use]
    pub fn is_any(&self, table: &Table, input: usize) -> bool {
        self.0.get(input).copied() == table.inputs.get(input).map(|input| all(input.cells.len()))
    }

    /// One case in it, as facts.
    #[must_use]
    pub fn example(&self, table: &Table) -> Facts {
        let fact = |(place, input): (usize, &crate::Input)| {
            let cell = self.cells(place).next()?;
            Some((input.name.clone(), input.example(cell)))
        };
        table.inputs.iter().enumerate().filter_map(fact).collect()
    }

    /// The cases in it for a reader: `suspicion = yes; acute = no, unknown`. Inputs that do not matter are left out.
    #[must_use]
    pub fn describe(&self, table: &Table) -> String {
        let one = |(place, input): (usize, &crate::Input)| {
            let cells: Vec<String> = self.cells(place).map(|cell| input.code(cell)).collect();
            (!self.is_any(table, place)).then(|| format!("{} = {}", input.name, cells.join(", ")))
        };
        let parts: Vec<String> = table.inputs.iter().enumerate().filter_map(one).collect();
        if parts.is_empty() { "*".to_owned() } else { parts.join("; ") }
    }

    /// The same part, but with these cells of one input.
    pub(crate) fn with(&self, input: usize, cells: u64) -> Self {
        let mut other = self.clone();
        other.0[input] = cells;
        other
    }

    pub(crate) fn meet(&self, fits: &[u64]) -> Self {
        Self(self.0.iter().zip(fits).map(|(ours, theirs)| ours & theirs).collect())
    }

    pub(crate) fn touches(&self, fits: &[u64]) -> bool {
        self.0.iter().zip(fits).all(|(ours, theirs)| ours & theirs != 0)
    }

    /// The first input in which a row fits only partly here.
    pub(crate) fn cut(&self, fits: &[u64]) -> Option<usize> {
        self.0.iter().zip(fits).position(|(ours, theirs)| ours & !theirs != 0)
    }

    /// This part in two: where a row fits at an input, and the rest.
    fn halves(&self, input: usize, fits: &[u64]) -> [Self; 2] {
        let (mut inside, mut outside) = (self.clone(), self.clone());
        inside.0[input] &= fits[input];
        outside.0[input] &= !fits[input];
        [inside, outside]
    }
}

/// Bits for this many cells.
pub(crate) fn all(cells: usize) -> u64 {
    if cells >= 64 { u64::MAX } else { (1 << cells) - 1 }
}

impl crate::Row {
    /// The cases that it fits, whatever rows stand before it.
    #[must_use]
    pub fn region(&self) -> Region {
        Region(self.fits.clone())
    }
}

impl Table {
    /// The part of the space that the known facts leave.
    #[must_use]
    pub fn region(&self, case: &Case) -> Region {
        let cells = |(place, input): (usize, &crate::Input)| match case.cell(place) {
            Some(cell) => 1 << cell,
            None => all(input.cells.len()),
        };
        Region(self.inputs.iter().enumerate().map(cells).collect())
    }

    /// The whole space.
    pub(crate) fn space(&self) -> Region {
        Region(self.inputs.iter().map(|input| all(input.cells.len())).collect())
    }

    /// Cuts a part of the space until one row decides in the whole of each piece. The pieces do not overlap and are
    /// the whole together. Not for a table that collects: there each row stands for itself.
    pub(crate) fn leaves(&self, region: Region, work: &mut Work) -> Result<Vec<Leaf>, TooMany> {
        let mut leaves = Vec::new();
        let rows: Vec<usize> = (0..self.rows.len()).collect();
        let mut todo = vec![(region, rows)];
        while let Some((region, rows)) = todo.pop() {
            work.spend(rows.len())?;
            let rows: Vec<usize> =
                rows.into_iter().filter(|row| region.touches(&self.rows[*row].fits)).collect();
            let row = rows.first().copied();
            if let Some((row, input)) = row.and_then(|row| Some((row, region.cut(&self.rows[row].fits)?))) {
                let [inside, outside] = region.halves(input, &self.rows[row].fits);
                todo.push((outside, rows.clone()));
                todo.push((inside, rows));
                continue;
            }
            let overlap = (self.hit == Hit::Unique).then(|| rows.get(1).copied()).flatten();
            leaves.push(Leaf { region, row, overlap });
            if leaves.len() > MOST {
                return Err(TooMany);
            }
        }
        Ok(leaves)
    }

    /// The whole table as parts of the space that do not overlap, each with the row that decides there: every
    /// combination of facts is in exactly one. `None` if there are too many, and for a table that collects.
    #[must_use]
    pub fn parts(&self) -> Option<Vec<(Region, Option<usize>)>> {
        if self.hit == Hit::Collect {
            return None;
        }
        let leaves = self.leaves(self.space(), &mut Work::new()).ok()?;
        Some(leaves.into_iter().map(|leaf| (leaf.region, leaf.row)).collect())
    }
}
