//! `zicht rules evaluate` and `zicht rules explain`: one case, decided by the table of a day.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;
use kernel::{Finding, Place};
use rules::{BOUND, Decision, Facts, Rules, Table, Verdict};
use serde_json::Value;
use web::Tr;

use super::{From, Told, parse_day};
use crate::pages::law::Law;

/// Decides one case.
#[derive(Debug, Args)]
pub struct Evaluate {
    /// The table, by its id
    table: String,
    /// JSON file with the facts: {"suspicion": "yes", "age": 14}
    #[arg(long)]
    input: PathBuf,
    /// The day whose law decides; without it today
    #[arg(long, value_parser = parse_day)]
    on: Option<Date>,
    /// Print the receipt only, as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    from: From,
}

impl Evaluate {
    pub(super) fn run(self, today: Date, explain: bool) -> Result<(), Told> {
        let rules = self.from.rules()?;
        let table = &self.from.in_force(&rules, &self.table, self.on.unwrap_or(today))?.table;
        let facts = self.facts(table)?;
        let case = table.case(&facts).map_err(|findings| self.from.tell(&findings))?;
        let decision = table.decide(&case);
        let receipt = table.receipt(&case, &decision);
        let receipt = serde_json::to_string_pretty(&receipt)
            .map_err(|error| self.from.unreadable(&self.input, &error))?;
        if self.json {
            println!("{receipt}");
            return Ok(());
        }
        let tr = Tr(self.from.lang);
        for line in told(&rules, table, &facts, &decision, tr) {
            println!("{line}");
        }
        if explain {
            println!("\n{}", tr.t("rules-said-trace"));
            for (row, verdict) in table.rows.iter().zip(table.trace(&case, &decision)) {
                println!("- {}: {}", row.id, reason(table, &case, &verdict, tr));
            }
        }
        println!("\n{}\n{receipt}", tr.t("rules-said-receipt"));
        Ok(())
    }

    /// The facts of the file. A name that the table does not ask for is most likely a slip.
    fn facts(&self, table: &Table) -> Result<Facts, Told> {
        let unreadable = |error: &dyn std::fmt::Display| self.from.unreadable(&self.input, error);
        let text = fs::read_to_string(&self.input).map_err(|error| unreadable(&error))?;
        let raw: std::collections::BTreeMap<String, Value> =
            serde_json::from_str(&text).map_err(|error| unreadable(&error))?;
        let name = self.input.display().to_string();
        let unknown = raw.keys().filter(|fact| table.input(fact).is_none());
        let findings: Vec<Finding> = unknown
            .map(|fact| Finding::error("rules-no-input", Place::file(name.clone())).with("value", fact))
            .collect();
        if !findings.is_empty() {
            return Err(self.from.tell(&findings));
        }
        let word = |value: Value| match value {
            Value::String(text) => text,
            other => other.to_string(),
        };
        Ok(raw.into_iter().map(|(fact, value)| (fact, word(value))).collect())
    }
}

/// What was decided, a line each.
fn told(rules: &Rules, table: &Table, facts: &Facts, decision: &Decision, tr: Tr) -> Vec<String> {
    let bound: Vec<&str> = facts.get(BOUND).map(String::as_str).into_iter().collect();
    let mut lines = vec![tr.with(
        "rules-said-table",
        &[
            ("title", table.title.get(tr.0).into()),
            ("table", table.id.as_str().into()),
            ("version", table.version.to_string().into()),
            ("day", table.valid_from.to_string().into()),
        ],
    )];
    for row in decision.rows.iter().filter_map(|row| table.rows.get(*row)) {
        for output in &table.outputs {
            let given = table.gives(row, &output.name);
            let words =
                given.map_or_else(String::new, |given| format!("{} ({})", given.get(tr.0), given.code));
            lines.push(format!("{}: {words}", output.name));
        }
        lines.push(tr.t2("rules-said-why", "row", row.id.as_str(), "why", row.because.get(tr.0)));
        lines.extend(
            Law::binding(rules, &row.law, &bound, tr)
                .iter()
                .map(|law| format!("- {} [{}], {}", law.cite, law.mark, law.date)),
        );
    }
    if decision.is_open() {
        lines.push(tr.t("rules-said-open"));
    } else if decision.rows.is_empty() {
        lines.push(tr.t("rules-said-nothing"));
    }
    for missing in &decision.missing {
        let Some(input) = table.inputs.get(missing.input) else { continue };
        let key = if missing.matters { "rules-said-matters" } else { "rules-said-no-matter" };
        lines.push(format!(
            "- {}",
            tr.t2(key, "input", input.name.as_str(), "question", input.question.get(tr.0))
        ));
    }
    lines
}

/// What a row had to do with it.
fn reason(table: &Table, case: &rules::Case, verdict: &Verdict, tr: Tr) -> String {
    match verdict {
        Verdict::Decides => tr.t("rules-verdict-decides"),
        Verdict::TooLate => tr.t("rules-verdict-late"),
        Verdict::Same => tr.t("rules-verdict-same"),
        Verdict::Open => tr.t("rules-verdict-open"),
        Verdict::NotBecause(inputs) => {
            let fact = |place: &usize| {
                let input = table.inputs.get(*place)?;
                Some(format!("{} = {}", input.name, input.example(case.cell(*place)?)))
            };
            let facts: Vec<String> = inputs.iter().filter_map(fact).collect();
            tr.t1("rules-verdict-not", "facts", facts.join(", "))
        }
    }
}
