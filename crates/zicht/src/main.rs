//! The `zicht` command line: serves the pages, and carries out the commands of each capability.

mod clock;
mod serve;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::clock::SystemClock;

/// Zicht shows what municipalities do to prevent child abuse, and whom they reach.
#[derive(Debug, Parser)]
#[command(name = "zicht", version, about, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the pages of a database
    Serve(serve::Serve),
    /// Serve demonstration data, to look around
    Demo(serve::Demo),
    /// List every page with the permission that it asks for
    Routes,
    #[command(flatten)]
    Monitor(monitor::Command),
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Serve(serve) => serve.run(),
        Command::Demo(demo) => demo.run(&SystemClock),
        Command::Routes => serve::list_routes(),
        Command::Monitor(command) => command.run(&SystemClock),
    }
}
