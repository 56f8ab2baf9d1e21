//! Archives in files: plain for an export, compressed and encrypted for a backup.

use std::fs::File;
use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use platform::Database;

use super::file::NewFile;
use super::lock::{Lock, Unlock};
use super::read::Reader;
use super::{ArchiveError, Totals, write};

/// An archive in a file, whatever it is wrapped in.
pub type FileReader = Reader<Box<dyn BufRead + Send>>;

/// Writes an archive that anyone can read, reads it back, and only then gives it its name.
pub async fn write_plain(database: &Database, now: Timestamp, path: &Path) -> Result<Totals, ArchiveError> {
    let mut file = NewFile::create(path)?;
    let written = write::write(database, now, None, &mut file).await.map_err(|error| error.at(path))?;
    file.sync()?;
    open_plain(file.part())?.verify()?;
    file.keep()?;
    Ok(written)
}

/// Writes an archive that only the holder of a key can read, reads it back, and only then gives it its name.
pub async fn write_sealed(
    database: &Database,
    now: Timestamp,
    keys: Option<String>,
    lock: &Lock,
    path: &Path,
) -> Result<Totals, ArchiveError> {
    let mut file = NewFile::create(path)?;
    let (encryptor, unlock) = lock.encryptor()?;
    let failed = |reason| ArchiveError::file(path, reason);
    let encrypted = encryptor.wrap_output(&mut file).map_err(failed)?;
    let mut compressed = GzEncoder::new(encrypted, Compression::fast());
    let written = write::write(database, now, keys, &mut compressed).await.map_err(|error| error.at(path))?;
    compressed
        .finish()
        .and_then(age::stream::StreamWriter::finish)
        .map_err(failed)?
        .flush()
        .map_err(failed)?;
    file.sync()?;
    let (_, read) = open_sealed(file.part(), &unlock)?.verify()?;
    if read != written {
        return Err(ArchiveError::Damaged {
            line: 0,
            what: "it is read back otherwise than written".to_owned(),
        });
    }
    file.keep()?;
    Ok(written)
}

/// Opens an archive that anyone can read.
pub fn open_plain(path: &Path) -> Result<FileReader, ArchiveError> {
    Reader::new(Box::new(BufReader::with_capacity(1 << 16, open(path)?)))
}

/// Opens an encrypted archive.
pub fn open_sealed(path: &Path, unlock: &Unlock) -> Result<FileReader, ArchiveError> {
    let locked = |reason: age::DecryptError| ArchiveError::Locked(reason.to_string());
    let decryptor = age::Decryptor::new_buffered(BufReader::new(open(path)?)).map_err(locked)?;
    let identities = unlock.identities();
    let identities = identities.iter().map(|identity| &**identity);
    let plain = GzDecoder::new(decryptor.decrypt(identities).map_err(locked)?);
    Reader::new(Box::new(BufReader::with_capacity(1 << 16, plain)))
}

fn open(path: &Path) -> Result<File, ArchiveError> {
    File::open(path).map_err(|reason| ArchiveError::file(path, reason))
}
