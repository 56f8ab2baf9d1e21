//! `zicht audit`: proving, signing, showing the key of, and pruning the audit trail.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use kernel::Clock;
use platform::audit::{self, Checkpoint, Report};
use platform::keys::{key_id, public_text, read_public};
use platform::{Database, Opening};

use crate::Failure;
use crate::operator::operator;
use crate::settings::{self, Place};

/// What can be done with the audit trail from the command line.
#[derive(Debug, Subcommand)]
pub enum Audit {
    /// Prove that the audit trail is what was recorded; say what was changed, removed or added
    Verify(Verify),
    /// Sign the end of the audit trail now, and print the signature to keep elsewhere
    Checkpoint(Sign),
    /// Delete the oldest events, those that were kept for as long as they must be
    Prune(Prune),
    /// Print the public key with which others can verify the audit trail
    ShowKey(ShowKey),
}

/// Follows the chain and compares it with every checkpoint.
#[derive(Debug, Args)]
pub struct Verify {
    #[command(flatten)]
    place: Place,
    /// A file with checkpoints that were kept elsewhere, one on a line: as `zicht audit checkpoint`
    /// prints them, or as they stand in the log
    #[arg(long, value_name = "FILE")]
    checkpoint: Vec<PathBuf>,
    /// A public key that was kept elsewhere, instead of those in the key file
    #[arg(long, value_name = "KEY")]
    key: Vec<String>,
}

/// Signs the end of the trail.
#[derive(Debug, Args)]
pub struct Sign {
    #[command(flatten)]
    place: Place,
}

/// Deletes what was kept long enough.
#[derive(Debug, Args)]
pub struct Prune {
    #[command(flatten)]
    place: Place,
}

/// Prints the public key.
#[derive(Debug, Args)]
pub struct ShowKey {
    #[command(flatten)]
    place: Place,
}

impl Audit {
    /// Carries out the command. The exit status is 1 if it could not be done, or if the trail is not whole.
    pub fn run(self, clock: &dyn Clock) -> ExitCode {
        let done = block_on(async {
            match self {
                Self::Verify(verify) => verify.run().await,
                Self::Checkpoint(sign) => sign.run(clock).await,
                Self::Prune(prune) => prune.run(clock).await,
                Self::ShowKey(show) => show.run(),
            }
        });
        done.unwrap_or_else(|error| {
            eprintln!("{error}");
            ExitCode::FAILURE
        })
    }
}

fn block_on<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(work)
}

impl Verify {
    async fn run(&self) -> Result<ExitCode, Failure> {
        let config = self.place.read()?;
        let keys = if self.key.is_empty() {
            settings::keys(&config)?.all_verifying()
        } else {
            self.key.iter().map(|key| read_public(key)).collect::<Result<_, _>>()?
        };
        let mut elsewhere = Vec::new();
        for file in &self.checkpoint {
            elsewhere.extend(read_checkpoints(file)?);
        }
        let database = Database::open_as(config.database.reveal(), Opening::UpToDate).await?;
        let report = audit::verify(&database, &keys, &elsewhere).await?;
        database.close().await;
        println!("{}", words(&report));
        Ok(if report.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

fn read_checkpoints(file: &Path) -> Result<Vec<Checkpoint>, Failure> {
    let name = file.display();
    let text = std::fs::read_to_string(file).map_err(|error| format!("{name} cannot be read: {error}."))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let found = lines.map(|(number, line)| {
        Checkpoint::from_json(line)
            .or_else(|| Checkpoint::from_log(line))
            .ok_or_else(|| format!("Line {} of {name} is not a checkpoint of an audit trail.", number + 1))
    });
    let found = found.collect::<Result<Vec<_>, _>>()?;
    if found.is_empty() {
        // An empty file must not pass for a proof.
        return Err(format!("There is no checkpoint in {name}.").into());
    }
    Ok(found)
}

/// What was found, in sentences.
fn words(report: &Report) -> String {
    let Report { events, begin, last, hash, checkpoints, problems, more } = report;
    if problems.is_empty() {
        let begin = if *begin == 0 { String::new() } else { format!(" Events up to {begin} were pruned.") };
        return format!(
            "The audit trail is as it was recorded: {events} events, the last one {last} with hash {hash}; \
             checkpoints compared: {checkpoints}.{begin}"
        );
    }
    let mut lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
    if *more > 0 {
        lines.push(format!("And {more} more."));
    }
    let all = problems.len() as u64 + more;
    let found = if all == 1 { "1 problem was".to_owned() } else { format!("{all} problems were") };
    lines.push(format!("The audit trail is not as it was recorded: {found} found in {events} events."));
    lines.join("\n")
}

impl Sign {
    async fn run(&self, clock: &dyn Clock) -> Result<ExitCode, Failure> {
        let config = self.place.read()?;
        let keys = settings::keys(&config)?;
        let database = Database::open_as(config.database.reveal(), Opening::UpToDate).await?;
        let mut db = database.write().await?;
        let signed = audit::checkpoint(&mut db, &keys, clock.now(), operator()).await?;
        db.commit().await?;
        database.close().await;
        match signed {
            Some(checkpoint) => println!("{}", checkpoint.to_json()),
            None => eprintln!("There is nothing to sign yet: the audit trail is empty."),
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Prune {
    async fn run(&self, clock: &dyn Clock) -> Result<ExitCode, Failure> {
        let config = self.place.read()?;
        let keys = settings::keys(&config)?;
        let database = Database::open_as(config.database.reveal(), Opening::UpToDate).await?;
        let mut db = database.write().await?;
        let pruned = audit::prune(&mut db, &keys, clock.now(), operator()).await?;
        db.commit().await?;
        database.close().await;
        match pruned {
            Some(pruned) => println!("Deleted {} events, up to event {}.", pruned.events, pruned.through),
            None => println!("Nothing to delete: every event must still be kept."),
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl ShowKey {
    fn run(&self) -> Result<ExitCode, Failure> {
        let keys = settings::keys(&self.place.read()?)?;
        for (number, key) in keys.all_verifying().iter().enumerate() {
            let use_of = if number == 0 { "signs now" } else { "signed earlier" };
            println!("{}  {} ({use_of})", public_text(key), key_id(key));
        }
        Ok(ExitCode::SUCCESS)
    }
}
