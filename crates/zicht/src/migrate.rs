//! `zicht migrate`: brings the tables up to date, or tells what that would be.

use std::sync::Arc;

use clap::Args;
use kernel::Clock;
use platform::audit::Event;
use platform::{Database, Opening};
use serde_json::json;

use crate::operator::{self, operator};
use crate::settings::Place;
use crate::{Failure, backup, log, serve};

/// Brings the tables of a database up to date with this program. Make a backup first.
#[derive(Debug, Args)]
pub struct Migrate {
    #[command(flatten)]
    place: Place,
    /// Only tell what would be done
    #[arg(long)]
    dry_run: bool,
}

impl Migrate {
    /// Does the steps that are missing, under a lock; several programs may do this at once.
    pub fn run(self, clock: Arc<dyn Clock>) -> Result<(), Failure> {
        let config = self.place.read()?;
        let address = config.database.reveal();
        serve::start(log::COMMAND, async {
            let before = backup::open(address).await?;
            let missing = before.missing_steps().await?;
            before.close().await;
            if missing.is_empty() {
                println!("The database is up to date.");
                return Ok(());
            }
            for step in &missing {
                println!("{} {step}", if self.dry_run { "to do:" } else { "doing:" });
            }
            if self.dry_run {
                println!("Nothing was changed.");
                return Ok(());
            }
            let database = Database::open_as(address, Opening::Migrate).await?;
            let event = Event::new("migrated", clock.now(), operator()).detail(json!({ "steps": missing }));
            operator::record(&database, &event).await;
            database.close().await;
            println!("The database is up to date now.");
            Ok(())
        })
    }
}
