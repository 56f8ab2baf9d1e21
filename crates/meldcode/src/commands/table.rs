//! `zicht rules table`: every combination of facts with its outcome, for who reviews a table on paper.

use clap::Args;
use jiff::civil::Date;
use web::{Arg, Tr};

use super::{From, Told, parse_day};
use crate::paper;

/// Prints whole tables in Markdown.
#[derive(Debug, Args)]
pub struct Print {
    /// The table, by its id; without it every table
    table: Option<String>,
    /// The day whose law is printed; without it today
    #[arg(long, value_parser = parse_day)]
    on: Option<Date>,
    #[command(flatten)]
    from: From,
}

impl Print {
    pub(super) fn run(self, today: Date) -> Result<(), Told> {
        let rules = self.from.rules()?;
        let day = self.on.unwrap_or(today);
        let bundles = match &self.table {
            Some(table) => vec![self.from.in_force(&rules, table, day)?],
            None => rules.all_in_force(day).collect(),
        };
        for bundle in bundles {
            let text = paper::page(&rules, &bundle.table, Tr(self.from.lang)).ok_or_else(|| {
                self.from.fail("rules-too-large", &[("table", Arg::from(bundle.table.id.as_str()))])
            })?;
            print!("{text}");
        }
        Ok(())
    }
}
