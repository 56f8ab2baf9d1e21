//! Links that work once. The token is in the mail; here is its hash.

use jiff::Timestamp;
use kernel::{Entropy, PersonId};
use platform::{Connection, DatabaseError, read_moment, write_moment};

use super::damaged;
use crate::domain::links::{Link, Purpose};
use crate::domain::token::Token;

/// Makes a link and ends every older one of the same purpose: only the newest mail works.
pub async fn make(
    db: &mut Connection,
    purpose: Purpose,
    person: PersonId,
    now: Timestamp,
    entropy: &dyn Entropy,
) -> Result<Token, DatabaseError> {
    end(db, purpose, person).await?;
    let token = Token::new(entropy);
    let expires_at = now.saturating_add(purpose.lifetime()).unwrap_or(now);
    sqlx::query(
        "insert into one_time_links (token_hash, purpose, person, created_at, expires_at)
         values ($1, $2, $3, $4, $5)",
    )
    .bind(token.hash())
    .bind(purpose.name())
    .bind(person.to_string())
    .bind(write_moment(now))
    .bind(write_moment(expires_at))
    .execute(db)
    .await?;
    Ok(token)
}

/// Looks at a link without using it up: a mail scanner does that too.
pub async fn find(db: &mut Connection, token: &Token) -> Result<Option<Link>, DatabaseError> {
    let row: Option<(String, String, String, Option<String>)> = sqlx::query_as(
        "select purpose, person, expires_at, used_at
           from one_time_links
          where token_hash = $1",
    )
    .bind(token.hash())
    .fetch_optional(db)
    .await?;
    let Some((purpose, person, expires_at, used_at)) = row else { return Ok(None) };
    Ok(Some(Link {
        purpose: Purpose::parse(&purpose).ok_or_else(|| damaged("purpose"))?,
        person: person.parse().map_err(|_| damaged("person"))?,
        expires_at: read_moment(&expires_at).ok_or_else(|| damaged("expires_at"))?,
        used: used_at.is_some(),
    }))
}

/// Uses a link up; `false` if somebody else just did.
pub async fn use_up(db: &mut Connection, token: &Token, now: Timestamp) -> Result<bool, DatabaseError> {
    let done =
        sqlx::query("update one_time_links set used_at = $2 where token_hash = $1 and used_at is null")
            .bind(token.hash())
            .bind(write_moment(now))
            .execute(db)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends the links of a person that were not used.
pub async fn end(db: &mut Connection, purpose: Purpose, person: PersonId) -> Result<(), DatabaseError> {
    sqlx::query("delete from one_time_links where purpose = $1 and person = $2 and used_at is null")
        .bind(purpose.name())
        .bind(person.to_string())
        .execute(db)
        .await?;
    Ok(())
}
