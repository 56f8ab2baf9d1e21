//! The steps that bring a database to this version of the program, each in the dialect of its back end.
//!
//! A published step never changes: its checksum is kept in the database and compared at every opening.

use sqlx::migrate::{Migrate, Migration, MigrationType, Migrator};
use sqlx::{Connection as _, SqlSafeStr as _};

use crate::error::{BUSY, sqlite_code};
use crate::{Backend, Connection, DatabaseError};

struct Step {
    version: i64,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

/// One line for each step, with the text for both back ends, so that neither can be forgotten.
macro_rules! steps {
    ($($version:literal $file:literal),+ $(,)?) => {
        &[$(Step {
            version: $version,
            name: $file,
            sqlite: include_str!(concat!("../migrations/sqlite/", $file, ".sql")),
            postgres: include_str!(concat!("../migrations/postgres/", $file, ".sql")),
        }),+]
    };
}

const STEPS: &[Step] = steps![
    1 "0001_monitor", 2 "0002_accounts", 3 "0003_audit", 4 "0004_jobs", 5 "0005_runs", 6 "0006_questionnaires", 7 "0007_plan",
    8 "0008_api_keys", 9 "0009_attachments", 10 "0010_region", 11 "0011_examples", 12 "0012_shares", 13 "0013_mails",
    14 "0014_ready", 15 "0015_reopening", 16 "0016_meldcode",
];

/// Where sqlx keeps which steps were done.
const TABLE: &str = "_sqlx_migrations";

/// The version of the newest step in this program.
pub fn newest() -> i64 {
    STEPS.last().map_or(0, |step| step.version)
}

/// The names of the steps that are still to be done, in order; nothing is changed.
///
/// # Errors
/// If the database was made by a newer program, or by another text of one of the steps.
pub async fn missing(
    connection: &mut Connection,
    backend: Backend,
) -> Result<Vec<&'static str>, DatabaseError> {
    // Without the table of steps, asking for it fails; on PostgreSQL there is no transaction to spoil here.
    let done = connection.list_applied_migrations(TABLE).await.unwrap_or_default();
    let migrator = migrator(backend, newest());
    for done in &done {
        let step = migrator.iter().find(|step| step.version == done.version);
        match step {
            None => return Err(DatabaseError::NewerThanProgram),
            Some(step) if step.checksum != done.checksum => {
                return Err(DatabaseError::ChangedMigration(done.version));
            }
            Some(_) => {}
        }
    }
    let is_missing = |step: &&Step| done.iter().all(|done| done.version != step.version);
    Ok(STEPS.iter().filter(is_missing).map(|step| step.name).collect())
}

/// Brings the database up to date, or refuses one that is newer than this program.
///
/// Several programs may do this at once: the first does the work under a lock, the others wait for it.
pub async fn apply(connection: &mut Connection, backend: Backend) -> Result<(), DatabaseError> {
    apply_to(connection, backend, newest()).await
}

/// Does the steps up to and with `version`: what a backup of an older program is read into.
pub async fn apply_to(
    connection: &mut Connection,
    backend: Backend,
    version: i64,
) -> Result<(), DatabaseError> {
    let migrator = migrator(backend, version);
    if is_current(connection, &migrator).await {
        return may_write(connection, backend).await;
    }
    match backend {
        // sqlx takes an advisory lock here and commits each step by itself.
        Backend::PostgreSql => migrator.run_direct(None, connection, false).await?,
        // sqlx has no lock for SQLite, so the write lock is taken around all steps.
        Backend::Sqlite => {
            let mut transaction = connection.begin_with("begin immediate").await?;
            migrator.run_direct(None, &mut *transaction, false).await?;
            transaction.commit().await?;
        }
    }
    Ok(())
}

/// Whether exactly these steps were done. Asked without a lock, so that opening never waits for a writer.
async fn is_current(connection: &mut Connection, migrator: &Migrator) -> bool {
    // An error means that there is no table of steps yet; any other trouble comes back under the lock.
    let Ok(done) = connection.list_applied_migrations(TABLE).await else { return false };
    done.len() == migrator.iter().count()
        && migrator
            .iter()
            .zip(&done)
            .all(|(step, done)| step.version == done.version && step.checksum == done.checksum)
}

/// Fails at the opening, and not at the first save, on a SQLite file that may only be read.
async fn may_write(connection: &mut Connection, backend: Backend) -> Result<(), DatabaseError> {
    if backend == Backend::PostgreSql {
        return Ok(());
    }
    sqlx::query("pragma busy_timeout = 0").execute(&mut *connection).await?;
    match connection.begin_with("begin immediate").await {
        Ok(transaction) => Ok(transaction.rollback().await?),
        // Whoever writes at this moment proves that it can be written to.
        Err(error) if sqlite_code(&error) == Some(BUSY) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn migrator(backend: Backend, version: i64) -> Migrator {
    let steps = STEPS.iter().filter(|step| step.version <= version).map(|step| {
        let sql = match backend {
            Backend::Sqlite => step.sqlite,
            Backend::PostgreSql => step.postgres,
        };
        Migration::new(step.version, step.name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    });
    Migrator::with_migrations(steps.collect())
}
