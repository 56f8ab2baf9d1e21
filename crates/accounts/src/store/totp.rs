//! The secret of a person's authenticator app, sealed.

use jiff::Timestamp;
use kernel::PersonId;
use platform::{Connection, DatabaseError, write_moment};

/// The sealed secret of a person and the step of the last code that was taken.
pub async fn find(db: &mut Connection, person: PersonId) -> Result<Option<(Vec<u8>, i64)>, DatabaseError> {
    Ok(sqlx::query_as("select secret, last_step from totp where person = $1")
        .bind(person.to_string())
        .fetch_optional(db)
        .await?)
}

/// Sets or replaces the secret, confirmed by the code of `step`.
pub async fn set(
    db: &mut Connection,
    person: PersonId,
    secret: &[u8],
    step: i64,
    now: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query(
        "insert into totp (person, secret, last_step, confirmed_at) values ($1, $2, $3, $4)
         on conflict (person) do update set secret = excluded.secret, last_step = excluded.last_step,
                                            confirmed_at = excluded.confirmed_at",
    )
    .bind(person.to_string())
    .bind(secret)
    .bind(step)
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(())
}

/// Notes the step of a code; `false` if another request took a code in the meantime.
pub async fn take(
    db: &mut Connection,
    person: PersonId,
    last_step: i64,
    step: i64,
) -> Result<bool, DatabaseError> {
    let done = sqlx::query("update totp set last_step = $3 where person = $1 and last_step = $2")
        .bind(person.to_string())
        .bind(last_step)
        .bind(step)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}
