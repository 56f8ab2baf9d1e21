//! What can go wrong with the database, in sentences for the person who started the program.

use sqlx::migrate::MigrateError;
use thiserror::Error;

use crate::address::Address;

/// A database that cannot be opened or used. No message holds a password.
#[derive(Debug, Error)]
pub enum DatabaseError {
    /// The address starts with something else than a file, `sqlite:` or `postgres:`.
    #[error(
        "Zicht has no database of the kind {0}://; give a file, sqlite://FILE or postgres://USER@HOST/DATABASE."
    )]
    UnknownScheme(String),
    /// The address of a server is not a URL.
    #[error(
        "The address of the PostgreSQL server cannot be read; write postgres://USER:PASSWORD@HOST:PORT/DATABASE."
    )]
    UnreadableServer,
    /// The SQLite file cannot be made, opened or written.
    #[error("The database file {file} cannot be used: {reason}.")]
    File {
        /// The path as the user gave it, or absolute.
        file: String,
        /// Why not.
        reason: String,
    },
    /// Nothing answers at the address.
    #[error("No PostgreSQL server answers at {server}: {reason}.")]
    Unreachable {
        /// The address without password.
        server: String,
        /// What the network said.
        reason: String,
    },
    /// The server does not let this user in.
    #[error("The PostgreSQL server refuses the user of {server}: the name or the password is not right.")]
    AccessDenied {
        /// The address without password.
        server: String,
    },
    /// The server is there, the database on it is not.
    #[error("The PostgreSQL server has no database {server}; make it with createdb.")]
    NoSuchDatabase {
        /// The address without password.
        server: String,
    },
    /// A newer Zicht has changed the tables.
    #[error(
        "This database was made by a newer version of Zicht. Use that version; this one would damage it."
    )]
    NewerThanProgram,
    /// The tables were made by another text than this program has.
    #[error(
        "Step {0} of this database differs from the one in this version of Zicht, so its tables cannot be trusted."
    )]
    ChangedMigration(i64),
    /// Steps are to be done, and nobody said that they may be done now.
    #[error("The tables of this database are older than this program: run `zicht migrate` (to do: {0}).")]
    StepsMissing(String),
    /// Another program kept the write lock too long.
    #[error("Another program is writing to the database and did not finish in time. Try again.")]
    Busy,
    /// An audit event did not come into the table, so what it tells about must not happen either.
    #[error("The audit trail did not keep an event; run zicht audit verify.")]
    AuditNotKept,
    /// Work beside the database did not come to its end.
    #[error("The program is stopping; what was asked of the database is not done.")]
    Stopped,
    /// No room for what was to be saved.
    #[error("The disk under the database is full. Nothing of this was saved; make room and try again.")]
    Full(#[source] sqlx::Error),
    /// A statement failed.
    #[error("The database reports: {0}.")]
    Statement(#[source] sqlx::Error),
}

impl DatabaseError {
    /// Puts a failure to open `address` into words.
    pub(crate) fn opening(address: &Address, error: sqlx::Error) -> Self {
        match address {
            Address::File(path) => Self::opening_file(path.display().to_string(), error),
            Address::Server(_) => Self::opening_server(address.to_string(), error),
        }
    }

    fn opening_file(file: String, error: sqlx::Error) -> Self {
        let reason = match sqlite_code(&error) {
            Some(CANNOT_OPEN) => "it cannot be opened; check that you may write in its folder",
            Some(READ_ONLY) => "it may not be written to",
            Some(NOT_A_DATABASE) => "it is not a SQLite database",
            Some(DISK_FULL) => "the disk is full",
            _ => return error.into(),
        };
        Self::File { file, reason: reason.to_owned() }
    }

    fn opening_server(server: String, error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Io(source) => Self::Unreachable { server, reason: source.to_string() },
            sqlx::Error::Tls(source) => Self::Unreachable { server, reason: source.to_string() },
            sqlx::Error::PoolTimedOut => Self::Unreachable { server, reason: "no answer in time".to_owned() },
            sqlx::Error::Database(source) => match source.code().as_deref() {
                Some("28P01" | "28000") => Self::AccessDenied { server },
                Some("3D000") => Self::NoSuchDatabase { server },
                _ => error.into(),
            },
            _ => error.into(),
        }
    }
}

impl From<sqlx::Error> for DatabaseError {
    fn from(error: sqlx::Error) -> Self {
        match sqlite_code(&error) {
            Some(BUSY) => Self::Busy,
            Some(DISK_FULL) => Self::Full(error),
            _ if server_code(&error).as_deref() == Some(SERVER_DISK_FULL) => Self::Full(error),
            _ => Self::Statement(error),
        }
    }
}

impl From<MigrateError> for DatabaseError {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::VersionMissing(_) => Self::NewerThanProgram,
            MigrateError::VersionMismatch(version) => Self::ChangedMigration(version),
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
            other => Self::Statement(other.into()),
        }
    }
}

// https://www.sqlite.org/rescode.html; the extended code has the primary one in its low byte.
pub(crate) const BUSY: u32 = 5;
const READ_ONLY: u32 = 8;
const DISK_FULL: u32 = 13;
const CANNOT_OPEN: u32 = 14;
const NOT_A_DATABASE: u32 = 26;

/// https://www.postgresql.org/docs/current/errcodes-appendix.html: `disk_full`.
const SERVER_DISK_FULL: &str = "53100";

fn server_code(error: &sqlx::Error) -> Option<String> {
    Some(error.as_database_error()?.code()?.into_owned())
}

/// SQLite's primary result code. PostgreSQL's codes have five places and no meaning here.
pub(crate) fn sqlite_code(error: &sqlx::Error) -> Option<u32> {
    let code = error.as_database_error()?.code()?;
    if code.len() == 5 {
        return None;
    }
    code.parse::<u32>().ok().map(|extended| extended & 0xff)
}
