//! How long events are kept, and taking away those that were kept long enough.

use ed25519_dalek::VerifyingKey;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::checkpoint::{Signed, check, sign};
use super::record::{lock, text};
use super::{Event, Who, record};
use crate::keys::Keys;
use crate::{Connection, DatabaseError};

/// What an `audit.pruned` event says: where the chain begins from then on. Signed, so that nobody can take
/// the beginning away with an event of his own making.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pruned {
    /// The number of the last event that was taken away.
    pub through: i64,
    /// Its hash, from which the chain goes on.
    pub hash: String,
    /// How many were taken away.
    pub events: u64,
    /// The name of the key that signed.
    pub key: String,
    /// The Ed25519 signature.
    pub signature: String,
}

/// Sets for how many years (5 to 100) new events are kept, and records that; nothing happens if it is so
/// already. Events that are there keep the date that they were given.
pub async fn set_retention(
    db: &mut Connection,
    years: u16,
    now: Timestamp,
    who: Who,
) -> Result<(), DatabaseError> {
    // Asked without the lock first: every instance does this at its start.
    let before: i64 = sqlx::query_scalar("select keep_years from audit_head").fetch_one(&mut *db).await?;
    if before == i64::from(years) {
        return Ok(());
    }
    sqlx::query("update audit_head set keep_years = $1 where id = 1")
        .bind(i64::from(years))
        .execute(&mut *db)
        .await?;
    let detail = json!({ "before": before, "years": years });
    record(db, &Event::new("audit.retention-changed", now, who).detail(detail)).await?;
    Ok(())
}

/// Takes away the oldest events, up to the first that must still be kept, and records that. `None` if there
/// is nothing to take away.
///
/// The database's own clock has a say too: its trigger refuses what is too early by that clock.
pub async fn prune(
    db: &mut Connection,
    keys: &Keys,
    now: Timestamp,
    who: Who,
) -> Result<Option<Pruned>, DatabaseError> {
    let head = lock(db).await?;
    let through: i64 = sqlx::query_scalar(
        "select coalesce((select seq from audit_events where keep_until > $1 order by seq limit 1) - 1, $2)",
    )
    .bind(text(now))
    .bind(head.seq)
    .fetch_one(&mut *db)
    .await?;
    let last: Option<(String, i64)> = sqlx::query_as(
        "select hash, (select count(*) from audit_events where seq <= $1) from audit_events where seq = $1",
    )
    .bind(through)
    .fetch_optional(&mut *db)
    .await?;
    let Some((hash, events)) = last else { return Ok(None) };
    let (key, signature) = sign(keys, &message(through, &hash));
    let pruned = Pruned { through, hash, events: u64::try_from(events).unwrap_or(0), key, signature };
    let event = Event::new("audit.pruned", now, who).about("event", through).detail(json!(pruned));
    record(db, &event).await?;
    sqlx::query("delete from audit_events where seq <= $1").bind(through).execute(db).await?;
    Ok(Some(pruned))
}

impl Pruned {
    /// Whether one of these keys signed it as it is.
    pub fn signed(&self, keys: &[VerifyingKey]) -> Signed {
        check(keys, &self.key, &self.signature, &message(self.through, &self.hash))
    }
}

fn message(through: i64, hash: &str) -> String {
    format!("zicht audit pruned 1\n{through}\n{hash}")
}
