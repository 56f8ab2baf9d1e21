//! Passkeys: public keys of a person's devices. Nothing here is secret.

use jiff::Timestamp;
use kernel::PersonId;
use platform::{Connection, DatabaseError, write_moment};
use sqlx::FromRow;

/// A passkey of a person.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct StoredPasskey {
    /// Its name in addresses.
    pub id: String,
    /// Whose.
    pub person: String,
    /// The identifier that the device gave it, in hexadecimal digits.
    pub credential: String,
    /// The key and its counter, as JSON.
    pub passkey: String,
    /// What its owner calls it.
    pub name: String,
    /// When it was added.
    pub created_at: String,
    /// When somebody last signed in with it.
    pub last_used_at: Option<String>,
}

/// Adds one.
pub async fn add(db: &mut Connection, new: &StoredPasskey) -> Result<(), DatabaseError> {
    sqlx::query(
        "insert into passkeys (id, person, credential, passkey, name, created_at)
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(&new.id)
    .bind(&new.person)
    .bind(&new.credential)
    .bind(&new.passkey)
    .bind(&new.name)
    .bind(&new.created_at)
    .execute(db)
    .await?;
    Ok(())
}

/// The passkeys of a person, oldest first.
pub async fn of_person(db: &mut Connection, person: PersonId) -> Result<Vec<StoredPasskey>, DatabaseError> {
    Ok(sqlx::query_as(
        "select id, person, credential, passkey, name, created_at, last_used_at
           from passkeys
          where person = $1
          order by id",
    )
    .bind(person.to_string())
    .fetch_all(db)
    .await?)
}

/// The passkey with an identifier.
pub async fn find(db: &mut Connection, credential: &str) -> Result<Option<StoredPasskey>, DatabaseError> {
    Ok(sqlx::query_as(
        "select id, person, credential, passkey, name, created_at, last_used_at
           from passkeys
          where credential = $1",
    )
    .bind(credential)
    .fetch_optional(db)
    .await?)
}

/// Notes that somebody signed in with it, and its new counter.
pub async fn used(db: &mut Connection, id: &str, passkey: &str, now: Timestamp) -> Result<(), DatabaseError> {
    sqlx::query("update passkeys set passkey = $2, last_used_at = $3 where id = $1")
        .bind(id)
        .bind(passkey)
        .bind(write_moment(now))
        .execute(db)
        .await?;
    Ok(())
}

/// Removes a passkey of this person; `false` if there was none.
pub async fn remove(db: &mut Connection, person: PersonId, id: &str) -> Result<bool, DatabaseError> {
    let done = sqlx::query("delete from passkeys where id = $1 and person = $2")
        .bind(id)
        .bind(person.to_string())
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}
