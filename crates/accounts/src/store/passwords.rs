//! Passwords, as Argon2id hashes.

use jiff::Timestamp;
use kernel::PersonId;
use platform::{Connection, DatabaseError, write_moment};

/// The hash of a person's password.
pub async fn hash(db: &mut Connection, person: PersonId) -> Result<Option<String>, DatabaseError> {
    let row: Option<(String,)> = sqlx::query_as("select hash from passwords where person = $1")
        .bind(person.to_string())
        .fetch_optional(db)
        .await?;
    Ok(row.map(|(hash,)| hash))
}

/// Sets or replaces the password of a person.
pub async fn set(
    db: &mut Connection,
    person: PersonId,
    hash: &str,
    now: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query(
        "insert into passwords (person, hash, changed_at) values ($1, $2, $3)
         on conflict (person) do update set hash = excluded.hash, changed_at = excluded.changed_at",
    )
    .bind(person.to_string())
    .bind(hash)
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(())
}
