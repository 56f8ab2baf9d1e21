//! `zicht geography import`: a file of boundaries, so that maps show shapes instead of tiles.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use geography::boundaries::Boundaries;
use platform::{Database, DatabaseError};
use web::{Arg, t_with};

use super::{Language, block_on, fail, fail_with, tell};
use crate::store::boundaries::{self, StoredBoundaries};

/// What can be done with geography.
#[derive(Debug, Subcommand)]
pub enum Geography {
    /// Load the boundaries of municipalities from TopoJSON or GeoJSON (RD or WGS84)
    Import(Import),
}

/// Loads a file of boundaries; the ones before it are replaced.
#[derive(Debug, Args)]
pub struct Import {
    /// Database: a file for SQLite, or postgres://USER@HOST/NAME
    #[arg(long, default_value = "zicht.db")]
    db: String,
    #[command(flatten)]
    language: Language,
    /// The file
    file: PathBuf,
}

impl Import {
    /// Reads the file and stores its boundaries.
    pub fn run(self) -> ExitCode {
        let lang = self.language.lang;
        let name = self.file.display().to_string();
        let bytes = match std::fs::read(&self.file) {
            Ok(bytes) => bytes,
            Err(error) => return fail_with(lang, &format!("{name}: {error}")),
        };
        let read = match Boundaries::read(&bytes, &name) {
            Ok(read) => read,
            Err(findings) => {
                tell(lang, &findings);
                return fail(lang, "geography-refused", &[("problems", Arg::from(findings.len() as u64))]);
            }
        };
        tell(lang, &read.warnings);
        let stored = StoredBoundaries {
            view_box: read.view_box(),
            source: read.source.clone(),
            paths: read.paths.iter().map(|(code, path)| (code.to_string(), path.clone())).collect(),
        };
        match block_on(store(&self.db, &stored)) {
            Ok(Ok(())) => {
                let count = Arg::from(stored.paths.len() as u64);
                println!("{}", t_with(lang, "geography-stored", &[("municipalities", count)]));
                ExitCode::SUCCESS
            }
            Ok(Err(error)) => fail_with(lang, &error),
            Err(error) => fail_with(lang, &error),
        }
    }
}

async fn store(address: &str, stored: &StoredBoundaries) -> Result<(), DatabaseError> {
    let database = Database::open(address).await?;
    let mut db = database.write().await?;
    boundaries::replace(&mut db, stored).await?;
    db.commit().await?;
    database.close().await;
    Ok(())
}
