//! Jobs in the database: put in, claimed, finished.

use jiff::{SignedDuration, Timestamp};
use kernel::{Entropy, JobId};
use zeroize::Zeroizing;

use super::{BACK_OFF, Failure, Job, KEEP_DONE, NewJob, Reason};
use crate::keys::{Cell, Keys};
use crate::{Backend, Connection, DatabaseError, hex, write_moment};

/// How long a claim holds before it is renewed or another worker takes over.
pub const LOCK: SignedDuration = SignedDuration::from_secs(60);

/// Where the payload of a job is sealed.
pub fn cell(id: &str) -> Cell<'_> {
    Cell { table: "jobs", column: "payload", row: id }
}

/// Puts a job in the queue, in the transaction of its cause. `None`: there is one with this key already.
pub async fn enqueue(
    db: &mut Connection,
    keys: &Keys,
    job: &NewJob,
    now: Timestamp,
    entropy: &dyn Entropy,
) -> Result<Option<JobId>, DatabaseError> {
    let id = JobId::new(now, entropy);
    let name = id.to_string();
    let done = sqlx::query(
        "insert into jobs (id, kind, key, payload, created_at, run_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (key) do nothing",
    )
    .bind(&name)
    .bind(job.kind)
    .bind(job.key.as_deref())
    .bind(keys.seal(cell(&name), &job.payload, entropy))
    .bind(write_moment(now))
    .bind(write_moment(job.run_at))
    .execute(db)
    .await?;
    Ok((done.rows_affected() == 1).then_some(id))
}

/// A job that this worker holds, until `locked_until` passes without renewal.
#[derive(Debug, Clone)]
pub struct Claim {
    pub id: JobId,
    pub kind: String,
    pub key: Option<String>,
    pub sealed: Vec<u8>,
    pub attempt: u32,
    /// Made anew for each claim: who comes back after another took over changes nothing.
    pub lock: String,
}

#[derive(sqlx::FromRow)]
struct Stored {
    id: String,
    kind: String,
    key: Option<String>,
    payload: Vec<u8>,
    attempts: i64,
}

impl Claim {
    /// The job with its payload opened.
    pub fn open(&self, keys: &Keys, now: Timestamp) -> Result<Job, Failure> {
        let payload: Zeroizing<Vec<u8>> = keys
            .open(cell(&self.id.to_string()), &self.sealed)
            .map_err(|_| Failure::Later(Reason::new("keys")))?;
        Ok(Job { id: self.id, key: self.key.clone(), payload, attempt: self.attempt, now })
    }
}

/// Whether there is a job to claim; asked before a write transaction is begun for nothing.
pub async fn is_due(db: &mut Connection, kinds: &str, now: Timestamp) -> Result<bool, DatabaseError> {
    let found: Option<String> = sqlx::query_scalar(
        "select id from jobs
          where state = 'waiting' and run_at <= $1 and (locked_until is null or locked_until <= $1)
            and $2 like '%,' || kind || ',%'
          limit 1",
    )
    .bind(write_moment(now))
    .bind(kinds)
    .fetch_optional(db)
    .await?;
    Ok(found.is_some())
}

/// Claims the job that waits longest of the `kinds` (`,mail.send,audit.checkpoint,`).
pub async fn claim(
    db: &mut Connection,
    backend: Backend,
    kinds: &str,
    now: Timestamp,
    entropy: &dyn Entropy,
) -> Result<Option<Claim>, DatabaseError> {
    let mut lock = [0; 16];
    entropy.fill(&mut lock);
    let lock = hex::encode(&lock);
    // On SQLite the caller's `begin immediate` keeps others out; PostgreSQL lets them take the next one.
    let text = match backend {
        Backend::Sqlite => {
            "with next as (
                 select id as next_id from jobs
                  where state = 'waiting' and run_at <= $1 and (locked_until is null or locked_until <= $1)
                    and $4 like '%,' || kind || ',%'
                  order by run_at, id limit 1)
             update jobs set locked_until = $2, locked_by = $3, attempts = attempts + 1
               from next where id = next_id
             returning id, kind, key, payload, attempts"
        }
        Backend::PostgreSql => {
            "with next as (
                 select id as next_id from jobs
                  where state = 'waiting' and run_at <= $1 and (locked_until is null or locked_until <= $1)
                    and $4 like '%,' || kind || ',%'
                  order by run_at, id limit 1 for update skip locked)
             update jobs set locked_until = $2, locked_by = $3, attempts = attempts + 1
               from next where id = next_id
             returning id, kind, key, payload, attempts"
        }
    };
    let found: Option<Stored> = sqlx::query_as(text)
        .bind(write_moment(now))
        .bind(write_moment(now.saturating_add(LOCK).unwrap_or(now)))
        .bind(&lock)
        .bind(kinds)
        .fetch_optional(db)
        .await?;
    Ok(found.and_then(|found| {
        let attempt = u32::try_from(found.attempts).unwrap_or(u32::MAX);
        let Stored { id, kind, key, payload, .. } = found;
        Some(Claim { id: id.parse().ok()?, kind, key, sealed: payload, attempt, lock })
    }))
}

/// Holds a claim for a while longer. False: another worker has taken over.
pub async fn renew(db: &mut Connection, claim: &Claim, now: Timestamp) -> Result<bool, DatabaseError> {
    let done = sqlx::query(
        "update jobs set locked_until = $3 where id = $1 and locked_by = $2 and state = 'waiting'",
    )
    .bind(claim.id.to_string())
    .bind(&claim.lock)
    .bind(write_moment(now.saturating_add(LOCK).unwrap_or(now)))
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Marks a job as done and empties its payload. False: it is no longer this worker's.
///
/// In the transaction of a database job this comes first: on PostgreSQL it locks the row, so that nobody
/// takes over while the handler is at work.
pub async fn finish(db: &mut Connection, claim: &Claim, now: Timestamp) -> Result<bool, DatabaseError> {
    let done = sqlx::query(
        "update jobs
            set state = 'done', payload = $3, finished_at = $4, reason = null, locked_until = null,
                locked_by = null
          where id = $1 and locked_by = $2 and state = 'waiting'",
    )
    .bind(claim.id.to_string())
    .bind(&claim.lock)
    .bind(Vec::<u8>::new())
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Writes down why a job was not done; gives the state in which it is now.
pub async fn fail(
    db: &mut Connection,
    claim: &Claim,
    failure: &Failure,
    now: Timestamp,
) -> Result<&'static str, DatabaseError> {
    let pause = claim.attempt.checked_sub(1).and_then(|failures| BACK_OFF.get(failures as usize));
    let (state, reason, run_at) = match (failure, pause) {
        (Failure::Later(reason), Some(pause)) => {
            ("waiting", reason, now.saturating_add(*pause).unwrap_or(now))
        }
        (Failure::Later(reason) | Failure::Never(reason), _) => ("stuck", reason, now),
        (Failure::Held(reason), _) => ("held", reason, now),
    };
    sqlx::query(
        "update jobs set state = $3, reason = $4, run_at = $5, locked_until = null, locked_by = null
          where id = $1 and locked_by = $2 and state = 'waiting'",
    )
    .bind(claim.id.to_string())
    .bind(&claim.lock)
    .bind(state)
    .bind(reason.to_string())
    .bind(write_moment(run_at))
    .execute(db)
    .await?;
    Ok(state)
}

/// Lets a job that is stuck or held be tried again, from its first attempt. False: it is neither. The caller
/// writes the audit event.
pub async fn retry(db: &mut Connection, id: JobId, now: Timestamp) -> Result<bool, DatabaseError> {
    let done = sqlx::query(
        "update jobs set state = 'waiting', attempts = 0, run_at = $2, locked_until = null, locked_by = null
          where id = $1 and state in ('stuck', 'held')",
    )
    .bind(id.to_string())
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Puts every held job of a kind in the queue again; how many. The caller writes the audit event.
pub async fn release(db: &mut Connection, kind: &str, now: Timestamp) -> Result<u64, DatabaseError> {
    let done = sqlx::query(
        "update jobs set state = 'waiting', attempts = 0, run_at = $2, locked_until = null, locked_by = null
          where kind = $1 and state = 'held'",
    )
    .bind(kind)
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

/// Gives up a job that is stuck or held and empties its payload: an administrator saw to it in another way.
/// False: it is neither. The caller writes the audit event.
pub async fn discard(db: &mut Connection, id: JobId, now: Timestamp) -> Result<bool, DatabaseError> {
    let done = sqlx::query(
        "update jobs set state = 'done', payload = $3, finished_at = $2
          where id = $1 and state in ('stuck', 'held')",
    )
    .bind(id.to_string())
    .bind(write_moment(now))
    .bind(Vec::<u8>::new())
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Removes jobs that were done more than [`KEEP_DONE`] ago. Each worker does so every day.
pub async fn purge(db: &mut Connection, now: Timestamp) -> Result<u64, DatabaseError> {
    let done = sqlx::query("delete from jobs where state = 'done' and finished_at <= $1")
        .bind(write_moment(now.saturating_sub(KEEP_DONE).unwrap_or(now)))
        .execute(db)
        .await?;
    Ok(done.rows_affected())
}

#[cfg(test)]
#[path = "store_tests.rs"]
mod tests;
