//! What every new connection is told before anybody uses it.

use std::io;
use std::time::{Duration, Instant};

use crate::error::{BUSY, sqlite_code};
use crate::{Backend, Connection};

/// How long a writer waits for another one, within this program and between programs.
pub const WRITE_WAIT: Duration = Duration::from_secs(30);

/// How long a page waits for a connection to a server, over which a restart of the server goes by unseen.
pub const SERVER_WAIT: Duration = Duration::from_secs(10);

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Reading only; SQLite refuses a write on it.
    Read,
    /// Reading and writing.
    Write,
}

/// Makes a save durable once it is acknowledged, checks references, and waits instead of failing at once.
pub async fn prepare(connection: &mut Connection, backend: Backend, purpose: Use) -> Result<(), sqlx::Error> {
    match backend {
        Backend::PostgreSql => {
            refuse_standby(connection).await?;
            // Only an explicit `off` is raised: a server that waits for its replicas keeps doing so.
            sqlx::query(
                "select set_config('synchronous_commit', 'on', false)
                  where current_setting('synchronous_commit') = 'off'",
            )
            .execute(connection)
            .await?;
        }
        Backend::Sqlite => {
            for pragma in
                ["pragma busy_timeout = 30000", "pragma synchronous = full", "pragma foreign_keys = on"]
            {
                sqlx::query(pragma).execute(&mut *connection).await?;
            }
            write_ahead_log(connection).await?;
            if purpose == Use::Read {
                sqlx::query("pragma query_only = on").execute(connection).await?;
            }
        }
    }
    Ok(())
}

/// A standby can be read and not written to: half a site. After a promotion the next try finds the new primary.
async fn refuse_standby(connection: &mut Connection) -> Result<(), sqlx::Error> {
    let standby: bool = sqlx::query_scalar("select pg_is_in_recovery()").fetch_one(connection).await?;
    if standby {
        let reason = "it is a standby, which cannot be written to";
        return Err(io::Error::new(io::ErrorKind::ConnectionRefused, reason).into());
    }
    Ok(())
}

/// Lets readers go on while one writes. On a new file this needs it alone for a moment, and SQLite does not
/// wait by itself then; on a file that has it already, nothing happens.
async fn write_ahead_log(connection: &mut Connection) -> Result<(), sqlx::Error> {
    let start = Instant::now();
    loop {
        match sqlx::query("pragma journal_mode = wal").execute(&mut *connection).await {
            Ok(_) => return Ok(()),
            Err(error) if sqlite_code(&error) == Some(BUSY) && start.elapsed() < WRITE_WAIT => {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            Err(error) => return Err(error),
        }
    }
}
