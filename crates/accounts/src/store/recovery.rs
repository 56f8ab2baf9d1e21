//! Recovery codes, each as a keyed hash.

use jiff::Timestamp;
use kernel::PersonId;
use platform::{Connection, DatabaseError, write_moment};

/// Replaces all codes of a person.
pub async fn replace(db: &mut Connection, person: PersonId, hashes: &[String]) -> Result<(), DatabaseError> {
    sqlx::query("delete from recovery_codes where person = $1")
        .bind(person.to_string())
        .execute(&mut *db)
        .await?;
    for hash in hashes {
        sqlx::query("insert into recovery_codes (person, hash) values ($1, $2)")
            .bind(person.to_string())
            .bind(hash)
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

/// Uses a code up; `false` if there is none such, or it was used.
pub async fn use_up(
    db: &mut Connection,
    person: PersonId,
    hash: &str,
    now: Timestamp,
) -> Result<bool, DatabaseError> {
    let done = sqlx::query(
        "update recovery_codes set used_at = $3 where person = $1 and hash = $2 and used_at is null",
    )
    .bind(person.to_string())
    .bind(hash)
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// How many codes a person has left.
pub async fn left(db: &mut Connection, person: PersonId) -> Result<i64, DatabaseError> {
    let (left,): (i64,) = sqlx::query_as(
        "select cast(count(*) as bigint) from recovery_codes where person = $1 and used_at is null",
    )
    .bind(person.to_string())
    .fetch_one(db)
    .await?;
    Ok(left)
}
