//! How a command ends.

use std::error::Error;
use std::process::ExitCode;

/// Why a command could not be done: one or more sentences for whoever typed it.
pub type Failure = Box<dyn Error + Send + Sync>;

/// Says the sentence on standard error; the exit status is 1 if there is one.
pub(crate) fn finish(result: Result<(), Failure>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
