//! Work that is done once a day, over all programs on one database.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::{Entropy, JobId};

use super::{NewJob, enqueue};
use crate::keys::Keys;
use crate::{Connection, DatabaseError};

/// The hour of the day, in UTC, from which daily work is done: it is night in the Netherlands.
const HOUR: i8 = 1;

/// Puts the work `kind` of today in the queue, with the key `kind:2026-11-22`. `None`: it is there already.
pub async fn schedule(
    db: &mut Connection,
    keys: &Keys,
    kind: &'static str,
    now: Timestamp,
    entropy: &dyn Entropy,
) -> Result<Option<JobId>, DatabaseError> {
    let day = now.to_zoned(TimeZone::UTC).date();
    let start = day.at(HOUR, 0, 0, 0).to_zoned(TimeZone::UTC).map_or(now, |start| start.timestamp());
    let job = NewJob { kind, key: Some(format!("{kind}:{day}")), payload: Vec::new(), run_at: start };
    enqueue(db, keys, &job, now, entropy).await
}
