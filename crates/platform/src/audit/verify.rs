//! Proving that the trail is what was recorded.

use std::collections::BTreeSet;

use ed25519_dalek::VerifyingKey;
use sqlx::Connection as _;

use super::chain::{RECORD, START};
use super::checkpoint::Signed;
use super::walk::{Report, Walk};
use super::{Checkpoint, Problem, Pruned, triggers};
use crate::{Backend, Connection, Database, DatabaseError};

/// How many events the database puts into one text: a row for each would cost five times as much.
const AT_ONCE: i64 = 2000;

/// Follows the chain from its beginning to its end, and compares it with every checkpoint, those that were
/// kept elsewhere included. `keys` are the public keys whose signature counts.
///
/// Sees the trail as it is at one moment, and keeps nobody from writing.
///
/// # Errors
/// Only if the database cannot be read. What is wrong with the trail is in the report.
pub async fn verify(
    database: &Database,
    keys: &[VerifyingKey],
    elsewhere: &[Checkpoint],
) -> Result<Report, DatabaseError> {
    let begin = match database.backend() {
        Backend::Sqlite => "begin",
        Backend::PostgreSql => "begin isolation level repeatable read read only",
    };
    let mut reader = database.read().await?;
    let mut db = reader.begin_with(begin).await?;
    let (seq, hash, doubt) = beginning(&mut db, keys).await?;
    let mut walk = Walk::new(seq, hash);
    if let Some(problem) = doubt {
        walk.problem(problem);
    }
    for problem in triggers::check(&mut db, database.backend()).await? {
        walk.problem(problem);
    }
    checkpoints(&mut db, keys, elsewhere, &mut walk).await?;
    let walk = along(&mut db, walk).await?;
    let head =
        sqlx::query_as("select seq, hash from audit_head where id = 1").fetch_optional(&mut *db).await?;
    Ok(walk.finish(head))
}

/// Where the trail begins: at the very first event, or after those that the last `audit.pruned` took away.
async fn beginning(
    db: &mut Connection,
    keys: &[VerifyingKey],
) -> Result<(i64, String, Option<Problem>), DatabaseError> {
    let last: Option<(i64, String)> = sqlx::query_as(
        "select seq, detail from audit_events where kind = 'audit.pruned' order by seq desc limit 1",
    )
    .fetch_optional(db)
    .await?;
    let Some((seq, detail)) = last else { return Ok((0, START.to_owned(), None)) };
    let doubt = Some(Problem::UnsignedPruning { seq });
    Ok(match serde_json::from_str::<Pruned>(&detail) {
        Ok(pruned) if pruned.signed(keys) == Signed::Yes => (pruned.through, pruned.hash, None),
        Ok(pruned) => (pruned.through, pruned.hash, doubt),
        Err(_) => (0, START.to_owned(), doubt),
    })
}

/// Hands every checkpoint to the walk whose signature is right.
async fn checkpoints(
    db: &mut Connection,
    keys: &[VerifyingKey],
    elsewhere: &[Checkpoint],
    walk: &mut Walk,
) -> Result<(), DatabaseError> {
    let here: Vec<Checkpoint> =
        sqlx::query_as("select seq, at, hash, key_id, signature from audit_checkpoints order by seq")
            .fetch_all(&mut *db)
            .await?;
    let told: Vec<String> = sqlx::query_scalar(
        "select about from audit_events where kind = 'audit.checkpoint' and about is not null order by seq",
    )
    .fetch_all(db)
    .await?;
    let numbers: BTreeSet<i64> = here.iter().map(|checkpoint| checkpoint.seq).collect();
    for seq in told.iter().filter_map(|seq| seq.parse().ok()).filter(|seq| !numbers.contains(seq)) {
        walk.problem(Problem::CheckpointMissing { seq });
    }
    for checkpoint in here.iter().chain(elsewhere) {
        let seq = checkpoint.seq;
        match checkpoint.signed(keys) {
            Signed::Yes => walk.signed(seq, checkpoint.at.clone(), checkpoint.hash.clone()),
            Signed::No => walk.problem(Problem::WrongSignature { seq }),
            Signed::Foreign => {
                walk.problem(Problem::ForeignSignature { seq, key: checkpoint.key_id.clone() });
            }
        }
    }
    Ok(())
}

/// Walks along all events. While one text of them is hashed, the database makes the next.
async fn along(db: &mut Connection, mut walk: Walk) -> Result<Walk, DatabaseError> {
    let mut limit = AT_ONCE;
    let mut next = texts(db, i64::MIN, limit).await;
    let mut last = i64::MIN;
    loop {
        match next {
            Ok(None) => return Ok(walk),
            Ok(Some((through, text))) => {
                last = through;
                limit = AT_ONCE.min(limit * 2);
                let hashing = tokio::task::spawn_blocking(move || {
                    walk.records(&text);
                    walk
                });
                next = texts(db, last, limit).await;
                walk = hashing.await.map_err(|_| DatabaseError::Stopped)?;
            }
            // An event that is not text hides in these: closer and closer, until it stands alone.
            Err(error) if is_unreadable(&error) && limit > 1 => {
                limit /= 2;
                next = texts(db, last, limit).await;
            }
            Err(error) if is_unreadable(&error) => {
                last = sqlx::query_scalar("select min(seq) from audit_events where seq > $1")
                    .bind(last)
                    .fetch_one(&mut *db)
                    .await?;
                walk.unreadable(last);
                next = texts(db, last, limit).await;
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// The number of the last of the next events, and their records in one text. `None` at the end.
async fn texts(db: &mut Connection, after: i64, limit: i64) -> Result<Option<(i64, String)>, sqlx::Error> {
    // A text of SQL that is always the same: the constant is put into it once.
    const HEAD: &str = "select max(seq), string_agg(record, '') from (select seq, ";
    const TAIL: &str = " as record from audit_events where seq > $1 order by seq limit $2) as page";
    let (last, text): (Option<i64>, Option<String>) =
        sqlx::query_as(sqlx::AssertSqlSafe([HEAD, RECORD, TAIL].concat()))
            .bind(after)
            .bind(limit)
            .fetch_one(db)
            .await?;
    Ok(last.zip(text))
}

fn is_unreadable(error: &sqlx::Error) -> bool {
    matches!(
        error,
        sqlx::Error::Decode(_) | sqlx::Error::ColumnDecode { .. } | sqlx::Error::AnyDriverError(_)
    )
}
