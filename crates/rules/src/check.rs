//! Proves a table over its whole space of facts.

use kernel::{Finding, Place};

use crate::region::{Leaf, Region, TooMany, Work};
use crate::scenario::Scenario;
use crate::table::{Hit, Table};

/// How many cases of one kind are told at most.
const MOST_TOLD: usize = 20;

/// Everything that is wrong with a table and its scenarios: `rules-gap`, `rules-overlap`, `rules-unreachable`,
/// `rules-weaker`, `rules-scenario`, `rules-scenario-open`, `rules-row-untried`, `rules-too-many`. Gaps, overlaps and
/// weaker outcomes are told as cases. `scenarios_path` is the file of the scenarios.
#[must_use]
pub fn check(table: &Table, scenarios: &[Scenario], scenarios_path: &str) -> Vec<Finding> {
    prove(table, scenarios, scenarios_path)
        .unwrap_or_else(|TooMany| vec![Finding::error("rules-too-many", Place::file(table.path.clone()))])
}

fn prove(table: &Table, scenarios: &[Scenario], scenarios_path: &str) -> Result<Vec<Finding>, TooMany> {
    let (mut findings, mut work) = (Vec::new(), Work::new());
    // Rows that each stand for themselves leave no gap and are reached by what they ask.
    if table.hit != Hit::Collect {
        let leaves = table.leaves(table.space(), &mut work)?;
        findings.extend(gaps(table, &leaves));
        findings.extend(overlaps(table, &leaves));
        findings.extend(weaker(table, &leaves, &mut work)?);
        findings.extend(unreachable(table, &leaves));
    }
    findings.extend(untried(table, scenarios, scenarios_path, &mut work)?);
    Ok(findings)
}

fn gaps<'a>(table: &'a Table, leaves: &'a [Leaf]) -> impl Iterator<Item = Finding> + 'a {
    let empty = leaves.iter().filter(|leaf| leaf.row.is_none()).take(MOST_TOLD);
    empty.map(|leaf| {
        let place = Place::file(table.path.clone());
        Finding::error("rules-gap", place).with("case", leaf.region.describe(table))
    })
}

fn overlaps<'a>(table: &'a Table, leaves: &'a [Leaf]) -> impl Iterator<Item = Finding> + 'a {
    let both = leaves.iter().filter_map(|leaf| Some((leaf, leaf.row?, leaf.overlap?)));
    both.take(MOST_TOLD).map(|(leaf, first, second)| {
        let (first, second) = (&table.rows[first], &table.rows[second]);
        let case = leaf.region.meet(&second.fits).describe(table);
        Finding::error("rules-overlap", Place::row(table.path.clone(), second.line))
            .with("value", second.id.clone())
            .with("other", first.id.clone())
            .with("case", case)
    })
}

fn unreachable<'a>(table: &'a Table, leaves: &'a [Leaf]) -> impl Iterator<Item = Finding> + 'a {
    let mut reached = vec![false; table.rows.len()];
    for row in leaves.iter().filter_map(|leaf| leaf.row) {
        reached[row] = true;
    }
    table.rows.iter().zip(reached).filter(|(_, reached)| !reached).map(|(row, _)| {
        Finding::error("rules-unreachable", Place::row(table.path.clone(), row.line))
            .with("value", row.id.clone())
    })
}

fn untried(
    table: &Table,
    scenarios: &[Scenario],
    path: &str,
    work: &mut Work,
) -> Result<Vec<Finding>, TooMany> {
    let mut findings = Vec::new();
    let mut tried = vec![false; table.rows.len()];
    for scenario in scenarios {
        // A row is tried too by a scenario that expects something else of it.
        let (rows, finding) = scenario.check(path, table, work)?;
        for row in rows {
            tried[row] = true;
        }
        findings.extend(finding);
    }
    let rows = table.rows.iter().zip(tried).filter(|(_, tried)| !tried);
    findings.extend(rows.map(|(row, _)| {
        Finding::error("rules-row-untried", Place::row(table.path.clone(), row.line))
            .with("value", row.id.clone())
    }));
    Ok(findings)
}

/// Cases in which one fact more dangerous, and nothing else, makes the outcome weaker.
fn weaker(table: &Table, leaves: &[Leaf], work: &mut Work) -> Result<Vec<Finding>, TooMany> {
    let rank = |leaf: &Leaf| table.outcome(&table.rows[leaf.row?])?.rank;
    let mut findings = Vec::new();
    for (place, input) in table.inputs.iter().enumerate() {
        for step in input.danger.windows(2) {
            for calm in leaves.iter().filter(|leaf| leaf.region.0[place] & (1 << step[0]) != 0) {
                work.spend(0)?;
                let Some(before) = rank(calm) else { continue };
                // The same cases, but for this one fact.
                for worse in table.leaves(calm.region.with(place, 1 << step[1]), work)? {
                    if rank(&worse).is_none_or(|after| after >= before) {
                        continue;
                    }
                    let (from, to) = (input.example(step[0]), input.example(step[1]));
                    let Some(row) = worse.row.map(|row| &table.rows[row]) else { continue };
                    let finding = Finding::error("rules-weaker", Place::row(table.path.clone(), row.line))
                        .with("value", row.id.clone())
                        .with("input", input.name.clone())
                        .with("from", from)
                        .with("to", to)
                        .with("case", worse.region.describe_but(table, place));
                    findings.push(finding);
                    if findings.len() == MOST_TOLD {
                        return Ok(findings);
                    }
                }
            }
        }
    }
    Ok(findings)
}

impl Region {
    /// The cases without one input.
    fn describe_but(&self, table: &Table, input: usize) -> String {
        self.with(input, crate::region::all(table.inputs[input].cells.len())).describe(table)
    }
}
