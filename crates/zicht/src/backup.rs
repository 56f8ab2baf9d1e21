//! `zicht backup` and `zicht backup-key`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use age::secrecy::ExposeSecret as _;
use clap::Args;
use kernel::Clock;
use platform::audit::Event;
use platform::config::KeysPlace;
use platform::{Database, Opening};
use serde_json::json;

use crate::archive::{self, LockArgs};
use crate::operator::{self, operator};
use crate::settings::{self, Place};
use crate::{Failure, log, serve};

/// Writes everything in the database into one encrypted file, while others go on working.
#[derive(Debug, Args)]
pub struct Backup {
    #[command(flatten)]
    place: Place,
    /// The file to make; it must not be there yet
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    #[command(flatten)]
    lock: LockArgs,
    /// Put the keys file in the backup too: whoever can open the backup can then read everything in it
    #[arg(long)]
    with_keys: bool,
}

/// Makes a key for backups: it opens them, and its public half is enough to make them.
#[derive(Debug, Args)]
pub struct BackupKey {
    /// The file to make; it must not be there yet
    file: PathBuf,
}

impl Backup {
    /// Makes the backup, reads it back, and records that it was made.
    pub fn run(self, clock: Arc<dyn Clock>) -> Result<(), Failure> {
        let config = self.place.read()?;
        let lock = self.lock.read()?;
        let keys = if self.with_keys { Some(settings::keys(&config)?.to_toml().to_string()) } else { None };
        serve::start(log::COMMAND, async {
            let database = open(config.database.reveal()).await?;
            let now = clock.now();
            let totals = archive::write_sealed(&database, now, keys, &lock, &self.to).await?;
            println!(
                "Backup made and read back: {} ({} rows in {} tables).",
                self.to.display(),
                totals.rows,
                totals.tables
            );
            remind(&config.keys, self.with_keys);
            let detail = json!({ "rows": totals.rows, "sha256": totals.sha256, "with_keys": self.with_keys });
            operator::record(&database, &Event::new("backup.made", now, operator()).detail(detail)).await;
            database.close().await;
            Ok(())
        })
    }
}

/// Opens a database that is there, without changing its tables.
pub async fn open(address: &str) -> Result<Database, Failure> {
    // Opening would make the file.
    if let Some(file) = archive::file_of(address).filter(|file| !file.exists()) {
        return Err(format!("There is no database at {}.", file.display()).into());
    }
    Ok(Database::open_as(address, Opening::AsItIs).await?)
}

fn remind(keys: &KeysPlace, with_keys: bool) {
    if with_keys {
        println!("The keys are in it: keep what opens this backup apart from it.");
        return;
    }
    let place = keys.file().map_or("the environment".to_owned(), |file: &Path| file.display().to_string());
    println!(
        "THE KEYS ARE NOT IN IT. Names, addresses and secrets in this backup can only be read with the keys in \
         {place}: keep a copy of those elsewhere too, or make backups with --with-keys."
    );
}

impl BackupKey {
    /// Writes the key, and prints its public half.
    pub fn run(self) -> Result<(), Failure> {
        let (key, recipient) = archive::new_key();
        archive::write_private(&self.file, key.expose_secret())?;
        println!("{recipient}");
        eprintln!(
            "{} opens the backups that are made with `--recipient` and the line above. Take it away from this \
             machine, and keep a copy: without it those backups are lost.",
            self.file.display()
        );
        Ok(())
    }
}
