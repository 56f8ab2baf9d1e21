//! Stored waves.

use platform::Connection;
use sqlx::{Any, FromRow, Row, any::AnyRow};

use crate::domain::wave::Nature;

/// A stored wave, without its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredWave {
    /// Name, such as `2017`.
    pub id: String,
    /// Year, for the order of waves.
    pub year: u32,
    /// Name of the questionnaire it was answered with.
    pub questionnaire: String,
    /// Version of that questionnaire.
    pub questionnaire_version: u32,
    /// Text of the definition of the wave when it was imported; absent for a wave without one.
    pub definition: Option<String>,
    /// Whether the answers are real.
    pub nature: Nature,
    /// SHA-256 over the answers.
    pub content: String,
    /// How many responses.
    pub respondents: u64,
    /// When it was imported, ISO 8601 in UTC.
    pub imported_at: String,
    /// Name of the file it came from.
    pub source: String,
}

impl FromRow<'_, AnyRow> for StoredWave {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let number = |name: &str| {
            let value: i64 = row.try_get(name)?;
            u32::try_from(value).map_err(|error| sqlx::Error::Decode(error.into()))
        };
        let nature: String = row.try_get("nature")?;
        Ok(Self {
            id: row.try_get("id")?,
            year: number("year")?,
            questionnaire: row.try_get("questionnaire")?,
            questionnaire_version: number("questionnaire_version")?,
            definition: row.try_get("definition")?,
            nature: Nature::parse(&nature).ok_or_else(|| sqlx::Error::Decode(nature.into()))?,
            content: row.try_get("answers_hash")?,
            respondents: u64::from(number("respondents")?),
            imported_at: row.try_get("imported_at")?,
            source: row.try_get("source")?,
        })
    }
}

/// Stores a wave; its responses follow in the same transaction.
pub async fn insert(db: &mut Connection, wave: &StoredWave) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into waves (id, year, questionnaire, questionnaire_version, definition, nature, answers_hash,
                            respondents, imported_at, source)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(&wave.id)
    .bind(i64::from(wave.year))
    .bind(&wave.questionnaire)
    .bind(i64::from(wave.questionnaire_version))
    .bind(&wave.definition)
    .bind(wave.nature.name())
    .bind(&wave.content)
    .bind(i64::try_from(wave.respondents).unwrap_or(i64::MAX))
    .bind(&wave.imported_at)
    .bind(&wave.source)
    .execute(db)
    .await?;
    Ok(())
}

/// Removes a wave with its responses.
pub async fn delete(db: &mut Connection, id: &str) -> sqlx::Result<()> {
    sqlx::query::<Any>("delete from waves where id = $1").bind(id).execute(db).await?;
    Ok(())
}

/// The wave with this name.
pub async fn find(db: &mut Connection, id: &str) -> sqlx::Result<Option<StoredWave>> {
    sqlx::query_as(
        "select id, year, questionnaire, questionnaire_version, definition, nature, answers_hash, respondents,
                imported_at, source
           from waves
          where id = $1",
    )
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Every wave, newest first.
pub async fn all(db: &mut Connection) -> sqlx::Result<Vec<StoredWave>> {
    sqlx::query_as(
        "select id, year, questionnaire, questionnaire_version, definition, nature, answers_hash, respondents,
                imported_at, source
           from waves
          order by year desc, id desc",
    )
    .fetch_all(db)
    .await
}
