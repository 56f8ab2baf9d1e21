//! `zicht user`: accounts from the command line.

use std::sync::Arc;

use accounts::UserCommand;
use clap::Args;
use kernel::{Clock, Entropy};
use platform::{Database, Opening};

use crate::Failure;
use crate::operator::operator;
use crate::settings::{self, Place};
use crate::site::{self, Wiring};

/// Lists people, makes links, switches accounts off and ends sessions.
#[derive(Debug, Args)]
pub struct User {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    command: UserCommand,
}

impl User {
    /// Carries out the command.
    pub fn run(self, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Result<(), Failure> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let config = self.place.read()?;
            let keys = settings::keys(&config)?;
            let database = Database::open_as(config.database.reveal(), Opening::UpToDate).await?;
            let wiring = Wiring { database, keys, clock, entropy, config: Arc::new(config), demo: false };
            for line in self.command.run(&site::accounts(&wiring), operator()).await? {
                println!("{line}");
            }
            wiring.database.close().await;
            Ok(())
        })
    }
}
