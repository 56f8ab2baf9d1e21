//! The recipes of this workspace: `cargo xtask test` runs every check, `cargo xtask generate` rewrites the
//! generated files.

mod binary;
mod browser;
mod dependencies;
mod generated;
mod pdf;
mod postgres;
mod shell;
mod steps;
mod structure;
mod tools;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::workspace::Workspace;

/// Recipes of the Zicht workspace.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    recipe: Recipe,
}

#[derive(Subcommand)]
enum Recipe {
    /// Installs what the checks need where it is missing (Debian), then runs them all, in order.
    Test {
        /// Run this step only; may be given more than once.
        #[arg(long, value_enum, value_name = "STEP")]
        only: Vec<steps::Step>,
    },
    /// Rewrites the files in docs/generated.
    Generate {
        /// Change nothing; fail if a file is not what it would become.
        #[arg(long)]
        check: bool,
    },
}

fn main() -> ExitCode {
    let done = Workspace::load().and_then(|workspace| match Arguments::parse().recipe {
        Recipe::Test { only } => Ok(steps::run(&workspace, &only)),
        Recipe::Generate { check: true } => generated::check(&workspace).map(|()| true),
        Recipe::Generate { check: false } => generated::write(&workspace).map(|()| true),
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
