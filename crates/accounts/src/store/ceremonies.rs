//! Sign-ins under way: what the server must remember between two requests of somebody not yet signed in.

use jiff::Timestamp;
use kernel::PersonId;
use platform::{Connection, DatabaseError, write_moment};

use super::damaged;

/// Keeps the sealed state of a ceremony.
pub async fn keep(
    db: &mut Connection,
    token_hash: &str,
    kind: &str,
    person: Option<PersonId>,
    state: &[u8],
    expires_at: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query(
        "insert into ceremonies (token_hash, kind, person, state, expires_at) values ($1, $2, $3, $4, $5)",
    )
    .bind(token_hash)
    .bind(kind)
    .bind(person.map(|person| person.to_string()))
    .bind(state)
    .bind(write_moment(expires_at))
    .execute(db)
    .await?;
    Ok(())
}

/// A ceremony as it is kept.
#[derive(Debug)]
pub struct Kept {
    /// Whose, where that is known.
    pub person: Option<PersonId>,
    /// The sealed state.
    pub state: Vec<u8>,
    /// Until when it may be finished.
    pub expires_at: String,
}

/// Looks at a ceremony.
pub async fn find(db: &mut Connection, token_hash: &str, kind: &str) -> Result<Option<Kept>, DatabaseError> {
    let row: Option<(Option<String>, Vec<u8>, String)> = sqlx::query_as(
        "select person, state, expires_at from ceremonies where token_hash = $1 and kind = $2",
    )
    .bind(token_hash)
    .bind(kind)
    .fetch_optional(db)
    .await?;
    let Some((person, state, expires_at)) = row else { return Ok(None) };
    let person = person.map(|person| person.parse().map_err(|_| damaged("person"))).transpose()?;
    Ok(Some(Kept { person, state, expires_at }))
}

/// Ends a ceremony; `false` if another request did so first, which then is the one that counts.
pub async fn end(db: &mut Connection, token_hash: &str) -> Result<bool, DatabaseError> {
    let done =
        sqlx::query("delete from ceremonies where token_hash = $1").bind(token_hash).execute(db).await?;
    Ok(done.rows_affected() == 1)
}

/// Ends every sign-in of a person that is under way: its password has changed.
pub async fn end_all(db: &mut Connection, person: PersonId) -> Result<(), DatabaseError> {
    sqlx::query("delete from ceremonies where person = $1").bind(person.to_string()).execute(db).await?;
    Ok(())
}

/// Removes those that have run out.
pub async fn sweep(db: &mut Connection, now: Timestamp) -> Result<(), DatabaseError> {
    sqlx::query("delete from ceremonies where expires_at <= $1").bind(write_moment(now)).execute(db).await?;
    Ok(())
}
