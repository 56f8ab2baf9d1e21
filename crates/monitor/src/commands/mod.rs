//! The commands of the monitor.

mod bench;
mod definitions;
mod geography;
mod import;
mod report;

pub use import::Import;

use std::process::ExitCode;

use clap::{Args, Subcommand};
use kernel::{Finding, Lang};
use web::{Arg, finding_text, t_with};

use crate::definitions::{BUILT_IN, Definitions};

/// What the monitor can do from the command line.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make the national report of a wave
    Report(report::Report),
    /// Questionnaires, scoring rules and other definitions
    #[command(subcommand)]
    Definitions(definitions::Definitions),
    /// Municipalities and their boundaries
    #[command(subcommand)]
    Geography(geography::Geography),
    /// Print the JSON Schema of report.json
    Schema,
    /// Measure how fast scoring, statistics and reports are on this machine
    Bench(bench::Bench),
}

/// The language of what a command says.
#[derive(Debug, Clone, Copy, Args)]
pub struct Language {
    /// Language: nl (Dutch) or en (English)
    #[arg(long, default_value = "nl", value_parser = parse_lang)]
    pub lang: Lang,
}

fn parse_lang(text: &str) -> Result<Lang, String> {
    Lang::parse(text).ok_or_else(|| "nl or en".to_owned())
}

impl Command {
    /// Carries out the command. The exit status is 1 if it could not be done, or if there were problems.
    #[must_use]
    pub fn run(self) -> ExitCode {
        match self {
            Self::Report(report) => report.run(),
            Self::Definitions(definitions::Definitions::Check(check)) => check.run(),
            Self::Geography(geography::Geography::Import(import)) => import.run(),
            Self::Schema => {
                print!("{}", crate::report::json::schema());
                ExitCode::SUCCESS
            }
            Self::Bench(bench) => bench.run(),
        }
    }
}

/// Says a sentence of the locale files on standard error, and gives exit status 1.
fn fail(lang: Lang, key: &str, args: &[(&str, Arg)]) -> ExitCode {
    eprintln!("{}", t_with(lang, key, args));
    ExitCode::FAILURE
}

/// Says what went wrong, in the words of the error.
fn fail_with(lang: Lang, error: &dyn std::fmt::Display) -> ExitCode {
    fail(lang, "command-failed", &[("error", Arg::from(error.to_string()))])
}

/// The definitions in the program; its problems and exit status 1 if they are not sound.
fn built_in(lang: Lang) -> Result<&'static Definitions, ExitCode> {
    BUILT_IN.as_ref().map_err(|findings| {
        tell(lang, findings);
        fail(lang, "command-definitions", &[])
    })
}

/// Says every finding on standard error, a line each.
fn tell(lang: Lang, findings: &[Finding]) {
    for finding in findings {
        eprintln!("{}", finding_text(lang, finding));
    }
}

/// Says that a name is not known, with the names that are.
fn unknown_name<'n>(lang: Lang, key: &str, found: &str, known: impl Iterator<Item = &'n str>) -> ExitCode {
    let known = known.collect::<Vec<_>>().join(", ");
    fail(lang, key, &[("found", Arg::from(found.to_owned())), ("known", Arg::from(known))])
}

/// Runs `work` on a small runtime of its own: commands wait for one database, not for many visitors.
fn block_on<T>(work: impl Future<Output = T>) -> std::io::Result<T> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(work))
}
