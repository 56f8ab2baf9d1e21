//! The commands of the monitor.

mod bench;
mod definitions;
mod geography;
mod import;
mod report;

pub use import::Import;

use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Subcommand};
use kernel::{Finding, Lang};
use platform::{Database, DatabaseError, Opening};
use web::{Arg, finding_text, t_with};

use crate::archive::WaveError;
use crate::definitions::{BUILT_IN, Definitions};
use crate::domain::questionnaire::Questionnaire;
use crate::versions;

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

/// The questionnaire with this name: of the program, or with its version (`preventie-2017/2`) one that was published in
/// the database. The database is opened only if the program does not have it.
fn questionnaire(
    lang: Lang,
    definitions: &'static Definitions,
    asked: &str,
    db: &str,
) -> Result<Arc<Questionnaire>, ExitCode> {
    let (name, version) = match asked.split_once('/') {
        Some((name, version)) => (name, version.parse::<u32>().ok()),
        None => (asked, Some(1)),
    };
    let is_it = |one: &&Arc<Questionnaire>| one.id == name && Some(one.version) == version;
    if let Some(found) = definitions.questionnaires.iter().find(is_it) {
        return Ok(Arc::clone(found));
    }
    let all = block_on(async {
        let database = Database::open_as(db, Opening::UpToDate).await?;
        let all = versions::all(&mut *database.read().await?, definitions).await;
        database.close().await;
        all
    });
    let all = match all {
        Ok(Ok(all)) => all,
        // A file that is not there has no questionnaires, and is not made to look.
        Ok(Err(WaveError::Database(DatabaseError::File { .. }))) => definitions.questionnaires.clone(),
        Ok(Err(error)) => return Err(fail_with(lang, &error)),
        Err(error) => return Err(fail_with(lang, &error)),
    };
    if let Some(found) = all.iter().find(is_it) {
        return Ok(Arc::clone(found));
    }
    let known: Vec<String> = all.iter().map(|one| format!("{}/{}", one.id, one.version)).collect();
    Err(unknown_name(lang, "command-unknown-questionnaire", asked, known.iter().map(String::as_str)))
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
