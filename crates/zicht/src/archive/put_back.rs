//! An archive into an empty database: all of it or nothing.

use std::path::{Path, PathBuf};

use platform::{Database, Opening, newest_step};

use super::load::{load, not_empty};
use super::sealed::FileReader;
use super::{ArchiveError, Header, Totals};

/// A database with everything of an archive in it.
#[derive(Debug)]
pub struct PutBack {
    /// The database, open and up to date with this program.
    pub database: Database,
    /// What the archive said about itself.
    pub header: Header,
    /// How much was put back.
    pub totals: Totals,
}

/// Fills an empty database. `open` opens the archive; it is read twice, first to see that all of it is sound.
///
/// # Errors
/// If the archive is not sound or the database is not empty; then nothing was changed.
pub async fn put_back(
    address: &str,
    open: &(dyn Fn() -> Result<FileReader, ArchiveError> + Sync),
) -> Result<PutBack, ArchiveError> {
    let (header, totals) = open()?.verify()?;
    if header.step > newest_step() {
        return Err(ArchiveError::Newer { archive: header.step, program: newest_step() });
    }
    let made = file_of(address).filter(|file| !file.exists());
    let done = fill(address, &header, open).await;
    if let (Err(_), Some(file)) = (&done, made) {
        remove(&file);
    }
    Ok(PutBack { database: done?, header, totals })
}

async fn fill(
    address: &str,
    header: &Header,
    open: &(dyn Fn() -> Result<FileReader, ArchiveError> + Sync),
) -> Result<Database, ArchiveError> {
    let database = Database::open_as(address, Opening::AsItIs).await?;
    let backend = database.backend();
    let filled = not_empty(&mut *database.read().await?, backend).await?;
    database.close().await;
    if !filled.is_empty() {
        return Err(ArchiveError::NotEmpty(database.to_string(), filled.join(", ")));
    }
    let database = Database::open_as(address, Opening::UpTo(header.step)).await?;
    let mut transaction = database.write().await?;
    load(&mut transaction, backend, &mut open()?).await?;
    transaction.commit().await?;
    database.close().await;
    // The steps that this program has and the archive had not.
    Ok(Database::open(address).await?)
}

/// The file of an address, unless it is a server.
pub fn file_of(address: &str) -> Option<PathBuf> {
    let file = address.strip_prefix("sqlite://").or_else(|| address.strip_prefix("sqlite:"));
    match file {
        Some(file) => Some(PathBuf::from(file)),
        None if address.contains("://") => None,
        None => Some(PathBuf::from(address)),
    }
}

/// Removes a SQLite file that was made here, with what SQLite puts beside it.
fn remove(file: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(suffix);
        let _ = std::fs::remove_file(name);
    }
}
