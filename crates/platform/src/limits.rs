//! How often something may be tried: counted in the database, so that several instances count together.
//!
//! A key says what is counted, such as `sign-in/` and a blind index. It holds no address and no name: keys
//! stand in the database as they are.

use jiff::{SignedDuration, Timestamp};

use crate::{Connection, DatabaseError, read_moment, write_moment};

/// Whether it may be tried now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// It may, and it was counted.
    Yes,
    /// Not before this moment. What is refused is not counted, so that knocking on does not lengthen it.
    No {
        /// When the window ends.
        until: Timestamp,
    },
}

/// Counts one more try under `key` and says whether it is among the first `most` of its window.
///
/// A window begins with the first try and ends `window` (in whole seconds, at least one) later; the next try
/// begins a new one. So in one window never more than `most` are allowed, whoever asks at the same time.
/// The caller's transaction decides whether the count stays.
pub async fn take(
    db: &mut Connection,
    key: &str,
    most: u32,
    window: SignedDuration,
    now: Timestamp,
) -> Result<Allowed, DatabaseError> {
    let end = write_moment(now.saturating_add(window.max(SignedDuration::from_secs(1))).unwrap_or(now));
    // A count of most + 1 means full. A window that begins after the end of one that would begin now was made
    // under a clock that was wrong, and is made anew.
    let (count, until): (i64, String) = sqlx::query_as(
        "insert into attempts (key, count, since, expires_at) values ($1, 1, $2, $3)
         on conflict (key) do update set
             count = case when attempts.expires_at <= $2 or attempts.since > $3 then 1
                          when attempts.count > $4 then attempts.count
                          else attempts.count + 1 end,
             since = case when attempts.expires_at <= $2 or attempts.since > $3 then $2
                          else attempts.since end,
             expires_at = case when attempts.expires_at <= $2 or attempts.since > $3 then $3
                               else attempts.expires_at end
         returning count, expires_at",
    )
    .bind(key)
    .bind(write_moment(now))
    .bind(end)
    .bind(i64::from(most))
    .fetch_one(db)
    .await?;
    Ok(verdict(count, most, &until, now))
}

/// Says what [`take`] would say, without counting.
pub async fn look(
    db: &mut Connection,
    key: &str,
    most: u32,
    now: Timestamp,
) -> Result<Allowed, DatabaseError> {
    let found: Option<(i64, String)> =
        sqlx::query_as("select count + 1, expires_at from attempts where key = $1 and expires_at > $2")
            .bind(key)
            .bind(write_moment(now))
            .fetch_optional(db)
            .await?;
    let (count, until) = found.unwrap_or((1, String::new()));
    Ok(verdict(count, most, &until, now))
}

/// Starts `key` anew: what was tried before no longer counts.
pub async fn forget(db: &mut Connection, key: &str) -> Result<(), DatabaseError> {
    sqlx::query("delete from attempts where key = $1").bind(key).execute(db).await?;
    Ok(())
}

/// Removes windows that have ended. The daily job `jobs.purge` does so.
pub async fn sweep(db: &mut Connection, now: Timestamp) -> Result<u64, DatabaseError> {
    let done = sqlx::query("delete from attempts where expires_at <= $1")
        .bind(write_moment(now))
        .execute(db)
        .await?;
    Ok(done.rows_affected())
}

fn verdict(count: i64, most: u32, until: &str, now: Timestamp) -> Allowed {
    if count <= i64::from(most) {
        Allowed::Yes
    } else {
        Allowed::No { until: read_moment(until).unwrap_or(now) }
    }
}
