//! What a changed table would decide otherwise.

use crate::region::Region;
use crate::scenario::Scenario;
use crate::table::{Hit, Table};

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

/// What a change alters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// The scenarios that come out otherwise.
    pub scenarios: Vec<ChangedScenario>,
    /// Parts of the space with other outcomes: the cases, and the outcomes by code before and after. Nothing if the
    /// two tables do not ask the same, so that their cases can't be laid side by side, or collect.
    pub parts: Option<Vec<(Region, Option<String>, Option<String>)>>,
}

impl Change {
    /// How many cases come out otherwise.
    #[must_use]
    pub fn cases(&self) -> u64 {
        self.parts.iter().flatten().fold(0, |all, (region, ..)| all.saturating_add(region.cases()))
    }
}

/// Lays a changed table beside the table as it is.
#[must_use]
pub fn change(before: &Table, after: &Table, scenarios: &[Scenario]) -> Change {
    let of = |(place, scenario): (usize, &Scenario)| {
        let outcome = |table| scenario.outcome(table).map(|(outcomes, _)| outcomes);
        let (before, after) = (outcome(before), outcome(after));
        (before != after).then_some(ChangedScenario { scenario: place, before, after })
    };
    let scenarios = scenarios.iter().enumerate().filter_map(of).collect();
    Change { scenarios, parts: parts(before, after) }
}

fn parts(before: &Table, after: &Table) -> Option<Vec<(Region, Option<String>, Option<String>)>> {
    let same = [before, after].iter().all(|table| table.hit != Hit::Collect)
        && before.inputs.len() == after.inputs.len()
        && before
            .inputs
            .iter()
            .zip(&after.inputs)
            .all(|(ours, theirs)| ours.name == theirs.name && ours.cells == theirs.cells);
    if !same {
        return None;
    }
    let code = |table: &Table, row: Option<usize>| Some(table.outcome(&table.rows[row?])?.code.clone());
    let (old, new) = (before.leaves(before.space()).ok()?, after.leaves(after.space()).ok()?);
    let mut parts = Vec::new();
    for leaf in &old {
        for other in new.iter().filter(|other| leaf.region.overlaps(&other.region, None)) {
            let (was, becomes) = (code(before, leaf.row), code(after, other.row));
            if was != becomes {
                parts.push((leaf.region.meet(&other.region.0), was, becomes));
            }
        }
    }
    Some(parts)
}
