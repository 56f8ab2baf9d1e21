//! Stored visions of regions.

use geography::Region;
use jiff::Timestamp;
use kernel::PersonId;
use platform::{Connection, decode, write_moment};
use sqlx::any::AnyRow;
use sqlx::{Any, FromRow, Row};

use crate::domain::region::{Vision, VisionState};

/// The vision of a region as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredVision {
    /// The vision.
    pub vision: Vision,
    /// How often it was saved.
    pub changed: i64,
    /// Who saved it last.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

impl FromRow<'_, AnyRow> for StoredVision {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let state: String = row.try_get("state")?;
        let period: (Option<i64>, Option<i64>) = (row.try_get("first_year")?, row.try_get("last_year")?);
        Ok(Self {
            vision: Vision {
                state: VisionState::parse(&state).ok_or_else(|| sqlx::Error::Decode(state.into()))?,
                year: row.try_get("year")?,
                period: period.0.zip(period.1),
                url: row.try_get("url")?,
                note: row.try_get("note")?,
            },
            changed: row.try_get("changed")?,
            by: decode::id(row, "changed_by")?,
            at: decode::id(row, "changed_at")?,
        })
    }
}

/// What is known of the vision of a region.
pub async fn vision(db: &mut Connection, region: Region) -> sqlx::Result<Option<StoredVision>> {
    sqlx::query_as(
        "select state, year, first_year, last_year, url, note, changed, changed_by, changed_at
           from region_visions where region = $1",
    )
    .bind(region.slug())
    .fetch_optional(db)
    .await
}

/// Keeps what is said of a vision, unless somebody saved it since `known`: then the answer is false.
pub async fn set_vision(
    db: &mut Connection,
    region: Region,
    vision: &Vision,
    known: i64,
    (by, now): (PersonId, Timestamp),
) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(
        "insert into region_visions
           (region, state, year, first_year, last_year, url, note, changed, changed_by, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8 + 1, $9, $10)
         on conflict (region) do update
            set state = $2, year = $3, first_year = $4, last_year = $5, url = $6, note = $7, changed = $8 + 1,
                changed_by = $9, changed_at = $10
          where region_visions.changed = $8",
    )
    .bind(region.slug())
    .bind(vision.state.name())
    .bind(vision.year)
    .bind(vision.period.map(|(first, _)| first))
    .bind(vision.period.map(|(_, last)| last))
    .bind(&vision.url)
    .bind(&vision.note)
    .bind(known)
    .bind(by.to_string())
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}
