//! The commands of the tables.

use std::process::ExitCode;

use clap::Subcommand;
use kernel::Clock;

/// What can be done from the command line.
#[derive(Debug, Subcommand)]
pub enum Command {}

impl Command {
    /// Carries out the command. The exit status is 1 if it could not be done, or if there were problems.
    #[must_use]
    pub fn run(self, _clock: &dyn Clock) -> ExitCode {
        match self {}
    }
}
