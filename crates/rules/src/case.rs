//! Facts of one case: as they are given, and as cells of a table.

use std::collections::BTreeMap;

use kernel::{Finding, Place};

use crate::table::{Input, Table};

/// Facts by the name of their input, as they were given: `suspicion = yes`, `age = 14`. What is not known yet is absent.
pub type Facts = BTreeMap<String, String>;

/// The facts of one case as a table sees them: per input a cell, or nothing yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case(pub(crate) Vec<Option<u8>>);

impl Case {
    /// The cell of an input, if it is known.
    #[must_use]
    pub fn cell(&self, input: usize) -> Option<usize> {
        self.0.get(input).copied().flatten().map(usize::from)
    }

    /// The cell of each input, if all are known.
    pub(crate) fn cells(&self) -> Option<Vec<u8>> {
        self.0.iter().copied().collect()
    }

    /// A case of which everything is known, by the cell of each input.
    #[must_use]
    pub fn whole(cells: &[u8]) -> Self {
        Self(cells.iter().copied().map(Some).collect())
    }
}

impl Table {
    /// The case of these facts. Facts that the table does not ask for are left aside.
    ///
    /// # Errors
    /// `rules-value` for each fact with a value that its input does not have.
    pub fn case(&self, facts: &Facts) -> Result<Case, Vec<Finding>> {
        let mut findings = Vec::new();
        let cells = self.inputs.iter().map(|input| {
            let value = facts.get(&input.name).map(String::as_str).filter(|value| !value.is_empty())?;
            let cell = input.cell(value);
            if cell.is_none() {
                let place = Place::default().column(input.name.clone());
                findings.push(Finding::error("rules-value", place).with("value", value));
            }
            cell.and_then(|cell| u8::try_from(cell).ok())
        });
        let case = Case(cells.collect());
        if findings.is_empty() { Ok(case) } else { Err(findings) }
    }

    /// The case of those facts that the table knows: a value that an input does not have counts as not known yet.
    #[must_use]
    pub fn known_case(&self, facts: &Facts) -> Case {
        let cell =
            |input: &Input| input.cell(facts.get(&input.name)?).and_then(|cell| u8::try_from(cell).ok());
        Case(self.inputs.iter().map(cell).collect())
    }
}
