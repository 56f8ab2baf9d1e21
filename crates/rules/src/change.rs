//! What a changed table would decide otherwise.

use crate::region::{Region, TooMany, Work};
use crate::scenario::Scenario;
use crate::table::{Hit, Output, Table};

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

/// Parts of the space with what is decided before and after: the outcome by code, what else is decided between
/// brackets, or nothing where no row fits.
pub type Parts = Vec<(Region, Option<String>, Option<String>)>;

/// What a change alters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// The scenarios that come out otherwise.
    pub scenarios: Vec<ChangedScenario>,
    /// Parts of the space with other outcomes: the cases, and the outcomes by code before and after. Nothing if the
    /// two tables do not ask the same, so that their cases can't be laid side by side, collect, or have too many
    /// parts.
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
#[must_use]
pub fn change(before: &Table, after: &Table, scenarios: &[Scenario]) -> Change {
    let mut work = Work::new();
    let of = |(place, scenario): (usize, &Scenario)| {
        let mut outcome =
            |table| scenario.outcome_within(table, &mut work).ok().flatten().map(|(outcomes, _)| outcomes);
        let (before, after) = (outcome(before), outcome(after));
        (before != after).then_some(ChangedScenario { scenario: place, before, after })
    };
    let scenarios = scenarios.iter().enumerate().filter_map(of).collect();
    Change { scenarios, parts: parts(before, after, &mut work).unwrap_or_default() }
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
    let mut parts = Vec::new();
    for leaf in before.leaves(before.space(), work)? {
        let was = given(before, leaf.row);
        for other in after.leaves(leaf.region, work)? {
            let becomes = given(after, other.row);
            if was != becomes {
                parts.push((other.region, was.clone(), becomes));
            }
        }
    }
    Ok(Some(parts))
}

fn given(table: &Table, row: Option<usize>) -> Option<String> {
    let row = table.rows.get(row?)?;
    let code = |output: &Output| table.gives(row, &output.name).map(|given| given.code.as_str());
    let others = table.outputs.iter().skip(1);
    let others: Vec<String> =
        others.filter_map(|output| Some(format!("{} = {}", output.name, code(output)?))).collect();
    let outcome = table.outcome(row)?.code.clone();
    Some(if others.is_empty() { outcome } else { format!("{outcome} ({})", others.join(", ")) })
}
