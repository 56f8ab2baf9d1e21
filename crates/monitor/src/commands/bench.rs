//! `zicht bench`: how fast this machine is at what Zicht does most.

use std::process::ExitCode;

use clap::Args;

use super::Language;

/// Measures scoring, statistics and reports.
#[derive(Debug, Args)]
pub struct Bench {
    #[command(flatten)]
    language: Language,
}

impl Bench {
    /// Runs every measurement.
    pub fn run(self) -> ExitCode {
        super::say(self.language.lang, "bench-title");
        ExitCode::SUCCESS
    }
}
