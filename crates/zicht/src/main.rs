//! The `zicht` command line.

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    zicht::Cli::parse().run()
}
