//! Scenarios: situations with the outcome that people who know agreed on.

use std::collections::BTreeMap;

use kernel::{Finding, Place, Text};
use serde::Deserialize;
use toml::Spanned;

use crate::case::Facts;
use crate::read::{line, parse};
use crate::region::{TooMany, Work};
use crate::table::Table;

/// A situation and what must come of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    /// The situation, as a professional would tell it.
    pub tells: Text,
    /// What is known. What is left out must not matter.
    pub given: Facts,
    /// The outcome by code; of a collecting table one for each row.
    pub expect: Vec<String>,
    /// The row of a source that it comes from, such as `D2.2`.
    pub covers: Option<String>,
    /// The line in its file.
    pub line: u64,
}

/// The outcomes by code, and the rows that decided.
pub type Outcome = (Vec<String>, Vec<usize>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    #[serde(default)]
    scenarios: Vec<Spanned<RawScenario>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawScenario {
    tells: Text,
    given: BTreeMap<String, String>,
    expect: Expected,
    covers: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Expected {
    One(String),
    Several(Vec<String>),
}

impl Scenario {
    /// Reads a file of scenarios.
    ///
    /// # Errors
    /// `rules-toml` with the line.
    pub fn read(path: &str, text: &str) -> Result<Vec<Self>, Vec<Finding>> {
        let raw: RawFile = parse(path, text)?;
        let one = |spanned: Spanned<RawScenario>| {
            let line = line(text, spanned.span().start);
            let RawScenario { tells, given, expect, covers } = spanned.into_inner();
            let expect = match expect {
                Expected::One(one) => vec![one],
                Expected::Several(several) => several,
            };
            Self { tells, given, expect, covers, line }
        };
        Ok(raw.scenarios.into_iter().map(one).collect())
    }

    /// What a table makes of it: the outcomes by code and the rows that decided; nothing when a fact that matters
    /// is not given, or is not one of this table.
    #[must_use]
    pub fn outcome(&self, table: &Table) -> Option<Outcome> {
        self.outcome_within(table, &mut Work::new()).ok().flatten()
    }

    pub(crate) fn outcome_within(&self, table: &Table, work: &mut Work) -> Result<Option<Outcome>, TooMany> {
        if self.given.keys().any(|name| table.input(name).is_none()) {
            return Ok(None);
        }
        let Ok(case) = table.case(&self.given) else { return Ok(None) };
        let decision = table.decide_within(&case, work)?;
        if decision.is_open() {
            return Ok(None);
        }
        let outcomes =
            decision.rows.iter().filter_map(|row| Some(table.outcome(&table.rows[*row])?.code.clone()));
        Ok(Some((outcomes.collect(), decision.rows)))
    }

    /// The rows that decide it, and what is wrong if the outcome is another; `path` is its file.
    pub(crate) fn check(
        &self,
        path: &str,
        table: &Table,
        work: &mut Work,
    ) -> Result<(Vec<usize>, Option<Finding>), TooMany> {
        let place = Place::row(path, self.line);
        let expected = self.expect.join(", ");
        Ok(match self.outcome_within(table, work)? {
            Some((outcomes, rows)) if outcomes == self.expect => (rows, None),
            Some((outcomes, rows)) => {
                let outcomes = if outcomes.is_empty() { "-".to_owned() } else { outcomes.join(", ") };
                let finding = Finding::error("rules-scenario", place).with("expected", expected);
                (rows, Some(finding.with("value", outcomes)))
            }
            None => (Vec::new(), Some(Finding::error("rules-scenario-open", place).with("value", expected))),
        })
    }
}
