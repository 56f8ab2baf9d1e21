//! What can go wrong with an archive, in sentences for whoever typed the command.

use std::io;
use std::path::{Path, PathBuf};

use platform::DatabaseError;
use thiserror::Error;

/// A backup or an export that cannot be made, read or put back. No message holds personal data.
#[derive(Debug, Error)]
pub enum ArchiveError {
    /// The file can't be read or written.
    #[error("{}: {}.", .file.display(), words(.reason))]
    File {
        /// Which file.
        file: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
    /// The archive can't be written; [`ArchiveError::at`] adds which file it is.
    #[error("The archive cannot be written: {}.", words(.0))]
    Writing(io::Error),
    /// A file by that name is there, and it is never overwritten.
    #[error("{} is there already; give a name that is not yet taken.", .0.display())]
    Taken(PathBuf),
    /// The lines are not those of an archive.
    #[error("This is not an archive of Zicht.")]
    NotAnArchive,
    /// A newer form of archive.
    #[error("This archive has the form {0}, which this version of Zicht does not know; use a newer one.")]
    UnknownForm(String),
    /// A newer Zicht has made it.
    #[error(
        "This archive was made by a newer version of Zicht (step {archive}; this program knows {program}). \
         Use that version."
    )]
    Newer {
        /// The newest step of the archive.
        archive: i64,
        /// The newest step of this program.
        program: i64,
    },
    /// Something is not as it was written.
    #[error("The archive is damaged at line {line}: {what}.")]
    Damaged {
        /// Counted from 1, after decryption.
        line: u64,
        /// What is wrong there.
        what: String,
    },
    /// The decryption or the decompression stopped.
    #[error("The archive is damaged or incomplete: {0}.")]
    Unreadable(io::Error),
    /// None of the keys opens it, or it is damaged in its first lines.
    #[error("The backup cannot be opened: {0}. Nothing was changed.")]
    Locked(String),
    /// This is no recipient.
    #[error("{0} is not a recipient: give the line that `zicht backup-key` printed, age1 and 58 characters.")]
    Recipient(String),
    /// There is something in the database.
    #[error(
        "The database {0} is not empty (it has rows in {1}). Give an empty one: nothing is ever overwritten."
    )]
    NotEmpty(String, String),
    /// The tables of archive and database are not the same.
    #[error("The tables of the archive and of the database are not the same: {0}.")]
    OtherTables(String),
    /// The database reports a problem.
    #[error(transparent)]
    Database(#[from] DatabaseError),
}

impl ArchiveError {
    /// Something went wrong with `file`.
    pub fn file(file: &Path, reason: io::Error) -> Self {
        Self::File { file: file.to_owned(), reason }
    }
}

impl ArchiveError {
    /// Adds the name of the file that was being written.
    #[must_use]
    pub fn at(self, file: &Path) -> Self {
        match self {
            Self::Writing(reason) => Self::file(file, reason),
            other => other,
        }
    }
}

impl From<sqlx::Error> for ArchiveError {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error.into())
    }
}

fn words(reason: &io::Error) -> String {
    match reason.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "the disk is full; nothing was left behind, make room and try again".to_owned()
        }
        io::ErrorKind::FileTooLarge => {
            "the file became larger than is allowed here; nothing was left behind".to_owned()
        }
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "this user may not do that".to_owned(),
        _ => reason.to_string(),
    }
}
