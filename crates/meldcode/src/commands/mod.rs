//! The commands of the tables.

mod check;
mod evaluate;
mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use jiff::civil::Date;
use kernel::{Clock, Finding, Lang, dutch_day};
use rules::{Bundle, Files, Rules};
use web::{Arg, finding_text, t_with};

use crate::definitions::{built_in_rules, rules_in};

/// What can be done from the command line.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Decision tables: prove them, decide by them, print them
    #[command(subcommand)]
    Rules(RulesCommand),
}

/// What can be done with decision tables.
#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    /// Prove every table over its whole space, and run its scenarios
    Check(check::Check),
    /// Decide one case
    Evaluate(evaluate::Evaluate),
    /// Decide one case, and say of each row why it does or does not decide
    Explain(evaluate::Evaluate),
    /// Print every combination of a table with its outcome, in Markdown
    Table(table::Print),
}

impl Command {
    /// Carries out the command. The exit status is 1 if it could not be done, or if there were problems.
    #[must_use]
    pub fn run(self, clock: &dyn Clock) -> ExitCode {
        let Self::Rules(command) = self;
        let today = dutch_day(clock.now());
        let done = match command {
            RulesCommand::Check(check) => check.run(),
            RulesCommand::Evaluate(evaluate) => evaluate.run(today, false),
            RulesCommand::Explain(evaluate) => evaluate.run(today, true),
            RulesCommand::Table(print) => print.run(today),
        };
        done.map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS)
    }
}

/// It was told on standard error why it could not be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Told;

/// Where the tables come from, and in which language is answered.
#[derive(Debug, Clone, Args)]
struct From {
    /// Folder with sources.toml and a folder for each table; without it the tables in the program
    #[arg(long)]
    folder: Option<PathBuf>,
    /// Language: nl (Dutch) or en (English)
    #[arg(long, default_value = "nl", value_parser = parse_lang)]
    lang: Lang,
}

fn parse_lang(text: &str) -> Result<Lang, String> {
    Lang::parse(text).ok_or_else(|| "nl or en".to_owned())
}

fn parse_day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "a day such as 2019-01-01".to_owned())
}

impl From {
    fn files(&self) -> Result<Files, Told> {
        let Some(folder) = &self.folder else { return Ok(built_in_rules()) };
        let name = || Arg::from(folder.display().to_string());
        let files = rules_in(folder).map_err(|error| {
            let error = Arg::from(error.to_string());
            self.fail("rules-folder-unreadable", &[("folder", name()), ("error", error)])
        })?;
        if files.is_empty() { Err(self.fail("rules-folder-empty", &[("folder", name())])) } else { Ok(files) }
    }

    /// The tables, as far as they can be read.
    fn rules(&self) -> Result<Rules, Told> {
        Rules::read(&self.files()?).map_err(|findings| self.tell(&findings))
    }

    /// The table that decides on a day.
    fn in_force<'r>(&self, rules: &'r Rules, table: &str, day: Date) -> Result<&'r Bundle, Told> {
        rules.in_force(table, day).ok_or_else(|| {
            let mut known: Vec<&str> = rules.bundles.iter().map(|bundle| bundle.table.id.as_str()).collect();
            known.dedup();
            let (table, day) = (Arg::from(table.to_owned()), Arg::from(day.to_string()));
            let known = Arg::from(known.join(", "));
            self.fail("rules-no-table", &[("table", table), ("day", day), ("known", known)])
        })
    }

    /// Says every finding on standard error, a line each.
    fn tell(&self, findings: &[Finding]) -> Told {
        for finding in findings {
            eprintln!("{}", finding_text(self.lang, finding));
        }
        self.fail("rules-problems", &[("problems", Arg::from(findings.len()))])
    }

    /// Says a sentence of the locale files on standard error.
    fn fail(&self, key: &str, args: &[(&str, Arg)]) -> Told {
        eprintln!("{}", t_with(self.lang, key, args));
        Told
    }

    fn unreadable(&self, file: &Path, error: &dyn std::fmt::Display) -> Told {
        let file = Arg::from(file.display().to_string());
        self.fail("rules-file-unreadable", &[("file", file), ("error", Arg::from(error.to_string()))])
    }
}
