//! Why a table decides as it does, row by row, and what proves later which table that was.

use serde::Serialize;

use crate::case::{Case, Facts};
use crate::decide::Decision;
use crate::table::Table;

/// What a row had to do with a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It decides.
    Decides,
    /// Wherever it fits, a row before it does too.
    TooLate,
    /// It would decide if more were known, and gives the same as the row that decides now.
    Same,
    /// It can still decide, depending on what is not known.
    Open,
    /// It does not fit, because of these inputs.
    NotBecause(Vec<usize>),
}

/// What was decided, under which table, from which facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// The id of the table.
    pub table: String,
    /// Its version.
    pub version: u32,
    /// The day from which it holds.
    pub valid_from: String,
    /// SHA-256 of its file.
    pub hash: String,
    /// The facts that were known.
    pub facts: Facts,
    /// The rows that decided.
    pub rows: Vec<String>,
    /// Their outcomes, by code.
    pub outcomes: Vec<String>,
    /// The inputs that were not known and matter.
    pub open: Vec<String>,
}

impl Table {
    /// What each row had to do with a case, in the order of the rows.
    #[must_use]
    pub fn trace(&self, case: &Case, decision: &Decision) -> Vec<Verdict> {
        let of = |(place, row): (usize, &crate::Row)| {
            if decision.rows.contains(&place) {
                return Verdict::Decides;
            }
            let excludes =
                |input: &usize| case.cell(*input).is_some_and(|cell| row.fits[*input] & (1 << cell) == 0);
            let because: Vec<usize> = (0..self.inputs.len()).filter(excludes).collect();
            if !because.is_empty() {
                return Verdict::NotBecause(because);
            }
            match (decision.possible.contains(&place), decision.is_open()) {
                (true, true) => Verdict::Open,
                (true, false) => Verdict::Same,
                (false, _) => Verdict::TooLate,
            }
        };
        self.rows.iter().enumerate().map(of).collect()
    }

    /// The receipt of a decision.
    #[must_use]
    pub fn receipt(&self, case: &Case, decision: &Decision) -> Receipt {
        let rows = || decision.rows.iter().filter_map(|row| self.rows.get(*row));
        let fact = |(place, input): (usize, &crate::Input)| {
            case.cell(place).map(|cell| (input.name.clone(), input.code(cell)))
        };
        let open = decision.missing.iter().filter(|missing| missing.matters);
        Receipt {
            table: self.id.clone(),
            version: self.version,
            valid_from: self.valid_from.to_string(),
            hash: self.hash.clone(),
            facts: self.inputs.iter().enumerate().filter_map(fact).collect(),
            rows: rows().map(|row| row.id.clone()).collect(),
            outcomes: rows().filter_map(|row| Some(self.outcome(row)?.code.clone())).collect(),
            open: open.filter_map(|missing| Some(self.inputs.get(missing.input)?.name.clone())).collect(),
        }
    }
}
