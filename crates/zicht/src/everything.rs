//! `zicht export --everything` and `zicht import --everything`: from one kind of database to the other.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use kernel::Clock;
use platform::audit::Event;
use serde_json::json;

use crate::archive::{self, PutBack};
use crate::operator::{self, operator};
use crate::settings::{self, Place};
use crate::{Failure, backup, log, restore, serve};

/// Writes everything in the database into a file that anyone can read, to take it to another database.
#[derive(Debug, Args)]
pub struct Export {
    #[command(flatten)]
    place: Place,
    /// Everything: every row of every table
    #[arg(long, required = true)]
    everything: bool,
    /// The file to make; it must not be there yet
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

/// Reads answers, or everything of another database.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, arg_required_else_help = true)]
pub struct Import {
    #[command(subcommand)]
    what: Option<monitor::Import>,
    /// Everything that `zicht export --everything` wrote into this file, into an empty database
    #[arg(long, value_name = "FILE", required = true)]
    everything: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

impl Export {
    /// Writes the file, reads it back, and records that.
    pub fn run(self, clock: Arc<dyn Clock>) -> Result<(), Failure> {
        let config = self.place.read()?;
        serve::start(log::COMMAND, async {
            let database = backup::open(config.database.reveal()).await?;
            let now = clock.now();
            let totals = archive::write_plain(&database, now, &self.to).await?;
            println!("{}: {} rows in {} tables.", self.to.display(), totals.rows, totals.tables);
            println!(
                "It is not encrypted. Names and addresses in it are sealed with the keys; all else can be read."
            );
            let detail = json!({ "everything": true, "rows": totals.rows, "sha256": totals.sha256 });
            operator::record(&database, &Event::new("data.exported", now, operator()).detail(detail)).await;
            database.close().await;
            Ok(())
        })
    }
}

impl Import {
    /// The answers to read, unless everything is meant.
    pub fn answers(self) -> Result<monitor::Import, Everything> {
        match (self.what, self.everything) {
            (Some(what), _) => Ok(what),
            (None, file) => Err(Everything { place: self.place, file: file.unwrap_or_default() }),
        }
    }
}

/// `zicht import --everything FILE`.
#[derive(Debug)]
pub struct Everything {
    place: Place,
    file: PathBuf,
}

impl Everything {
    /// Fills the empty database, follows its audit trail, and records that.
    pub fn run(self, clock: Arc<dyn Clock>) -> Result<(), Failure> {
        let config = self.place.read()?;
        let keys = settings::keys(&config).ok();
        serve::start(log::COMMAND, async {
            let open = || archive::open_plain(&self.file);
            let PutBack { database, header, totals } =
                archive::put_back(config.database.reveal(), &open).await?;
            println!("Put into {database}: {} rows in {} tables.", totals.rows, totals.tables);
            restore::check_trail(&database, keys.as_ref()).await?;
            println!("Names and addresses in it open with the keys of the installation it came from.");
            let detail = json!({ "from": header.from, "made_at": header.at, "rows": totals.rows, "sha256": totals.sha256 });
            let event = Event::new("data.imported", clock.now(), operator()).detail(detail);
            operator::record(&database, &event).await;
            database.close().await;
            Ok(())
        })
    }
}
