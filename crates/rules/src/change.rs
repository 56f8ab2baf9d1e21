//! What a changed table would decide otherwise.

use crate::region::{Region, TooMany, Work};
use crate::scenario::Scenario;
use crate::table::{Hit, Output, Row, Table};

/// A scenario that comes out otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedScenario {
    /// Its place among the scenarios.
    pub scenario: usize,
    /// Its outcomes under the table as it is; nothing if it can't be decided.
    pub before: Option<Vec<String>>,
    /// Its outcomes under the changed table.
    pub after: Option<Vec<String>>,
}

/// Parts of the space with the row that decides before and after, or none where no row fits. Of several rows that give
/// the same, the first stands for all.
pub type Parts = Vec<(Region, Option<usize>, Option<usize>)>;

/// What a change alters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// The scenarios that come out otherwise.
    pub scenarios: Vec<ChangedScenario>,
    /// Parts of the space in which something else is given. Nothing if the two tables do not ask the same, so that their
    /// cases can't be laid side by side, or collect.
    pub parts: Option<Parts>,
}

impl Change {
    /// How many cases come out otherwise.
    #[must_use]
    pub fn cases(&self) -> u64 {
        self.parts.iter().flatten().fold(0, |all, (region, ..)| all.saturating_add(region.cases()))
    }
}

/// Lays a changed table beside the table as it is.
///
/// # Errors
/// When that takes more work than one question may.
pub fn change(before: &Table, after: &Table, scenarios: &[Scenario]) -> Result<Change, TooMany> {
    let mut work = Work::new();
    let mut changed = Vec::new();
    for (place, scenario) in scenarios.iter().enumerate() {
        let mut outcome =
            |table| Ok(scenario.outcome_within(table, &mut work)?.map(|(outcomes, _)| outcomes));
        let (before, after) = (outcome(before)?, outcome(after)?);
        if before != after {
            changed.push(ChangedScenario { scenario: place, before, after });
        }
    }
    Ok(Change { scenarios: changed, parts: parts(before, after, &mut work)? })
}

fn parts(before: &Table, after: &Table, work: &mut Work) -> Result<Option<Parts>, TooMany> {
    let same = [before, after].iter().all(|table| table.hit != Hit::Collect)
        && before.inputs.len() == after.inputs.len()
        && before
            .inputs
            .iter()
            .zip(&after.inputs)
            .all(|(ours, theirs)| ours.name == theirs.name && ours.cells == theirs.cells);
    if !same {
        return Ok(None);
    }
    let (was, becomes) = (Given::of(before), Given::of(after));
    let mut parts = Vec::new();
    for leaf in before.leaves(before.space(), work)? {
        for other in after.leaves(leaf.region, work)? {
            if was.words(leaf.row) != becomes.words(other.row) {
                parts.push((other.region, was.first(leaf.row), becomes.first(other.row)));
            }
        }
    }
    Ok(Some(parts))
}

/// What each row of a table gives.
struct Given(Vec<String>);

impl Given {
    fn of(table: &Table) -> Self {
        Self(table.rows.iter().map(|row| table.given(row)).collect())
    }

    fn words(&self, row: Option<usize>) -> Option<&String> {
        self.0.get(row?)
    }

    /// The first row that gives the same.
    fn first(&self, row: Option<usize>) -> Option<usize> {
        let words = self.words(row)?;
        self.0.iter().position(|other| other == words)
    }
}

impl Table {
    /// What a row gives: the outcome by code, and what else it gives between brackets.
    #[must_use]
    pub fn given(&self, row: &Row) -> String {
        let code = |output: &Output| self.gives(row, &output.name).map(|given| given.code.as_str());
        let others = self.outputs.iter().skip(1);
        let others: Vec<String> =
            others.filter_map(|output| Some(format!("{} = {}", output.name, code(output)?))).collect();
        let outcome = self.outcome(row).map_or("", |outcome| &outcome.code);
        if others.is_empty() { outcome.to_owned() } else { format!("{outcome} ({})", others.join(", ")) }
    }
}
