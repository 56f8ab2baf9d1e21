#![doc = include_str!("../README.md")]
// A command owns what it was started with until it ends.
#![allow(clippy::needless_pass_by_value)]

mod archive;
mod audit;
mod backup;
mod belong;
mod check;
mod clock;
mod demo;
mod entropy;
mod everything;
mod failure;
mod figures;
mod health;
mod init;
mod listen;
mod log;
mod migrate;
mod operator;
mod restore;
mod rights;
mod routes;
mod serve;
pub mod settings;
pub mod site;
mod stop;
mod tls;
mod user;
mod work;

use std::process::ExitCode;
use std::sync::Arc;

use clap::{Parser, Subcommand};

pub use crate::clock::SystemClock;
pub use crate::entropy::SystemEntropy;
pub use crate::failure::Failure;

/// Zicht shows what municipalities do to prevent child abuse, and whom they reach.
#[derive(Debug, Parser)]
#[command(name = "zicht", version, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make settings, keys, tables and the first administrator
    Init(init::Init),
    /// Serve the pages of a database
    Serve(serve::Serve),
    /// Serve demonstration data, to look around
    Demo(demo::Demo),
    /// People with an account: links, switching off, sessions
    User(user::User),
    /// Verify, sign and prune the audit trail
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Look at a settings file
    #[command(subcommand)]
    Config(check::Settings),
    /// Bring the tables of a database up to date
    Migrate(migrate::Migrate),
    /// Write everything into one encrypted file
    Backup(backup::Backup),
    /// Make a key for backups
    BackupKey(backup::BackupKey),
    /// Put a backup into an empty database
    Restore(restore::Restore),
    /// Write everything into a file, to take it to another database
    Export(everything::Export),
    /// Read answers of municipalities, or everything of another database
    Import(everything::Import),
    /// List every page with the permission that it asks for
    Routes(routes::List),
    /// Print which role may do what, as a table in Markdown
    Rights,
    #[command(flatten)]
    Monitor(monitor::Command),
    #[command(flatten)]
    Meldcode(meldcode::Command),
}

impl Cli {
    /// Carries out the command. The exit status is 1 if it could not be done, or if there were problems.
    #[must_use]
    pub fn run(self) -> ExitCode {
        let (clock, entropy) = (Arc::new(SystemClock), Arc::new(SystemEntropy));
        match self.command {
            Command::Init(init) => failure::finish(init.run(clock, entropy)),
            Command::Serve(serve) => failure::finish(serve.run(clock, entropy)),
            Command::Demo(demo) => failure::finish(demo.run(clock, entropy)),
            Command::User(user) => failure::finish(user.run(clock, entropy)),
            Command::Audit(audit) => audit.run(&SystemClock),
            Command::Config(check::Settings::Check(check)) => failure::finish(check.run()),
            Command::Migrate(migrate) => failure::finish(migrate.run(clock)),
            Command::Backup(backup) => failure::finish(backup.run(clock)),
            Command::BackupKey(key) => failure::finish(key.run()),
            Command::Restore(restore) => failure::finish(restore.run(clock)),
            Command::Export(export) => failure::finish(export.run(clock)),
            Command::Import(import) => match import.answers() {
                Ok(answers) => answers.run(&SystemClock),
                Err(everything) => failure::finish(everything.run(clock)),
            },
            Command::Routes(list) => list.run(),
            Command::Rights => rights::print(),
            Command::Monitor(command) => command.run(),
            Command::Meldcode(command) => command.run(&SystemClock),
        }
    }
}
