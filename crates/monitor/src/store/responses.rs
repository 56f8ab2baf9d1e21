//! Stored responses.

use platform::Connection;
use sqlx::{Any, FromRow};

/// How many responses are read at a time, so that memory stays bounded.
pub const PAGE: i64 = 500;

/// A stored response: the filled-in cells as they were imported, and what is searched on.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct StoredResponse {
    /// Row in the file.
    pub row: i64,
    /// Name of the respondent.
    pub respondent: String,
    /// Size class, 1 to 5.
    pub size_class: i64,
    /// Code of the municipality, where it is known.
    pub municipality: Option<String>,
    /// 1 if the municipality agreed to be shown by name.
    pub named: i64,
    /// Filled-in cells by column name, as JSON.
    pub answers: String,
}

/// Stores a response of a wave.
pub async fn insert(db: &mut Connection, wave: &str, response: &StoredResponse) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into responses (wave, row, respondent, size_class, municipality, named, answers)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(wave)
    .bind(response.row)
    .bind(&response.respondent)
    .bind(response.size_class)
    .bind(&response.municipality)
    .bind(response.named)
    .bind(&response.answers)
    .execute(db)
    .await?;
    Ok(())
}

/// The next page of a wave's responses, in the order of the file.
pub async fn page(db: &mut Connection, wave: &str, after: i64) -> sqlx::Result<Vec<StoredResponse>> {
    sqlx::query_as(
        "select row, respondent, size_class, municipality, named, answers
           from responses
          where wave = $1 and row > $2
          order by row
          limit $3",
    )
    .bind(wave)
    .bind(after)
    .bind(PAGE)
    .fetch_all(db)
    .await
}

/// The response of a municipality that agreed to be shown by name. Of any other municipality the answers
/// never leave this function; see [`own`] for its own people.
pub async fn named(
    db: &mut Connection,
    wave: &str,
    municipality: &str,
) -> sqlx::Result<Option<StoredResponse>> {
    sqlx::query_as(
        "select row, respondent, size_class, municipality, named, answers
           from responses
          where wave = $1 and municipality = $2 and named = 1",
    )
    .bind(wave)
    .bind(municipality)
    .fetch_optional(db)
    .await
}

/// The response of a municipality, whether it agreed or not: for its own people only, which the caller proves by the
/// row rule of forms.
pub async fn own(
    db: &mut Connection,
    wave: &str,
    municipality: &str,
) -> sqlx::Result<Option<StoredResponse>> {
    sqlx::query_as(
        "select row, respondent, size_class, municipality, named, answers
           from responses
          where wave = $1 and municipality = $2",
    )
    .bind(wave)
    .bind(municipality)
    .fetch_optional(db)
    .await
}
