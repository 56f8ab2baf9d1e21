//! Who a person is at an OpenID provider.

use jiff::Timestamp;
use kernel::PersonId;
use platform::{Connection, DatabaseError, write_moment};

use super::damaged;

/// The person of a subject at a provider.
pub async fn find(
    db: &mut Connection,
    issuer: &str,
    subject: &str,
) -> Result<Option<PersonId>, DatabaseError> {
    let row: Option<(String,)> =
        sqlx::query_as("select person from identities where issuer = $1 and subject = $2")
            .bind(issuer)
            .bind(subject)
            .fetch_optional(db)
            .await?;
    row.map(|(person,)| person.parse().map_err(|_| damaged("person").into())).transpose()
}

/// Links a subject to a person; `false` if the subject is linked already.
pub async fn link(
    db: &mut Connection,
    issuer: &str,
    subject: &str,
    person: PersonId,
    now: Timestamp,
) -> Result<bool, DatabaseError> {
    let done = sqlx::query(
        "insert into identities (issuer, subject, person, linked_at) values ($1, $2, $3, $4)
         on conflict (issuer, subject) do nothing",
    )
    .bind(issuer)
    .bind(subject)
    .bind(person.to_string())
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The providers at which a person is known, with the moment of linking.
pub async fn of_person(
    db: &mut Connection,
    person: PersonId,
) -> Result<Vec<(String, String)>, DatabaseError> {
    Ok(sqlx::query_as("select issuer, linked_at from identities where person = $1 order by issuer, subject")
        .bind(person.to_string())
        .fetch_all(db)
        .await?)
}

/// Unlinks a person from a provider; `false` if there was no link.
pub async fn unlink(db: &mut Connection, person: PersonId, issuer: &str) -> Result<bool, DatabaseError> {
    let done = sqlx::query("delete from identities where person = $1 and issuer = $2")
        .bind(person.to_string())
        .bind(issuer)
        .execute(db)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Notes a token of back-channel logout; `false` if it came before. Removes those that have run out.
pub async fn take_logout_token(
    db: &mut Connection,
    issuer: &str,
    jti: &str,
    expires_at: Timestamp,
    now: Timestamp,
) -> Result<bool, DatabaseError> {
    sqlx::query("delete from logout_tokens where expires_at <= $1")
        .bind(write_moment(now))
        .execute(&mut *db)
        .await?;
    let done = sqlx::query(
        "insert into logout_tokens (issuer, jti, expires_at) values ($1, $2, $3)
         on conflict (issuer, jti) do nothing",
    )
    .bind(issuer)
    .bind(jti)
    .bind(write_moment(expires_at))
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}
