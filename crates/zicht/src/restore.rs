//! `zicht restore`: a backup into an empty place.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use kernel::Clock;
use platform::Database;
use platform::audit::{self, Event, Problem};
use platform::config::{Config, KeysPlace};
use platform::keys::Keys;
use serde_json::json;

use crate::archive::{self, PutBack, UnlockArgs};
use crate::operator::{self, operator};
use crate::settings::{self, Place};
use crate::{Failure, belong, log, serve};

/// Puts a backup into an empty database, and checks it and its audit trail.
#[derive(Debug, Args)]
pub struct Restore {
    #[command(flatten)]
    place: Place,
    /// The backup
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    #[command(flatten)]
    unlock: UnlockArgs,
    /// Only look whether the backup is whole; nothing is put anywhere
    #[arg(long)]
    check: bool,
}

impl Restore {
    /// Checks the backup, puts it back, and follows its audit trail.
    pub fn run(self, clock: Arc<dyn Clock>) -> Result<(), Failure> {
        let unlock = self.unlock.read()?;
        let open = || archive::open_sealed(&self.from, &unlock);
        if self.check {
            let (header, totals) = open()?.verify()?;
            println!("{} is whole: {} rows in {} tables.", self.from.display(), totals.rows, totals.tables);
            println!("Made at {} by Zicht {}.", header.at, header.program);
            println!("{}", about_keys(header.keys.is_some()));
            return Ok(());
        }
        let config = self.place.read()?;
        let keys = keys(&config, open()?.header().keys.as_deref())?;
        serve::start(log::COMMAND, async {
            let PutBack { database, header, totals } =
                archive::put_back(config.database.reveal(), &open).await?;
            println!("Put back into {database}: {} rows in {} tables.", totals.rows, totals.tables);
            if let Some(keys) = &keys {
                belong::check(&database, keys, &config).await?;
            }
            check_trail(&database, keys.as_ref()).await?;
            let detail = json!({ "made_at": header.at, "rows": totals.rows, "sha256": totals.sha256 });
            let event = Event::new("backup.restored", clock.now(), operator()).detail(detail);
            operator::record(&database, &event).await;
            database.close().await;
            Ok(())
        })
    }
}

/// Whether this file alone is enough, for whoever has its key.
const fn about_keys(inside: bool) -> &'static str {
    if inside {
        "The keys of the installation are in it."
    } else {
        "The keys of the installation are not in it: names and addresses need the keys.toml that was kept elsewhere."
    }
}

/// The keys of this place; those in the backup are put there if there are none yet.
fn keys(config: &Config, in_backup: Option<&str>) -> Result<Option<Keys>, Failure> {
    match (&config.keys, in_backup) {
        (KeysPlace::File(file), Some(text)) if !file.exists() => {
            let keys = Keys::from_toml(text)?;
            keys.write(file)?;
            println!("The keys in the backup were written to {}.", file.display());
            Ok(Some(keys))
        }
        (KeysPlace::File(file), None) if !file.exists() => {
            println!(
                "There are no keys at {}, and none in the backup: put them there before anybody signs in. \
                 Without them the signatures under the audit trail are not checked now.",
                file.display()
            );
            Ok(None)
        }
        _ => settings::keys(config).map(Some),
    }
}

/// Follows the audit trail; what is wrong with it was wrong when the backup was made.
pub async fn check_trail(database: &Database, keys: Option<&Keys>) -> Result<(), Failure> {
    let verifying = keys.map(Keys::all_verifying).unwrap_or_default();
    let report = audit::verify(database, &verifying, &[]).await?;
    let counts = |problem: &&Problem| {
        let about_a_signature =
            matches!(problem, Problem::ForeignSignature { .. } | Problem::UnsignedPruning { .. });
        keys.is_some() || !about_a_signature
    };
    let problems: Vec<String> = report.problems.iter().filter(counts).map(ToString::to_string).collect();
    if problems.is_empty() {
        println!("The audit trail is whole: {} events.", report.events);
        return Ok(());
    }
    Err(format!(
        "Everything was put back, but its audit trail is not whole, as it was when the copy was made:\n{}",
        problems.join("\n")
    )
    .into())
}
