//! Stored links to one goal of a form. Of the token only a digest is kept, of the name only a sealed one.

use geography::Code;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::PersonId;
use platform::{Connection, decode, write_moment};
use sqlx::any::AnyRow;
use sqlx::{Any, FromRow, Row};

/// A link as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// Stands for whoever has the link, where else a person stands.
    pub id: PersonId,
    /// The wave.
    pub run: String,
    /// Whose form.
    pub municipality: Code,
    /// Number of the goal.
    pub goal: u32,
    /// For whom, sealed.
    pub name: Vec<u8>,
    /// The last day on which it works.
    pub last_day: Date,
    /// Who made it.
    pub made_by: PersonId,
    /// When.
    pub made_at: Timestamp,
    /// When it was ended.
    pub ended_at: Option<Timestamp>,
    /// When it was last used.
    pub used_at: Option<Timestamp>,
    /// When whoever has it last said to be done.
    pub ready_at: Option<Timestamp>,
}

macro_rules! columns {
    () => {
        "id, run, municipality, goal, name, last_day, made_by, made_at, ended_at, used_at, ready_at"
    };
}

impl FromRow<'_, AnyRow> for Share {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let goal: i64 = row.try_get("goal")?;
        Ok(Self {
            id: decode::id(row, "id")?,
            run: row.try_get("run")?,
            municipality: decode::id(row, "municipality")?,
            goal: u32::try_from(goal).map_err(|error| sqlx::Error::Decode(error.into()))?,
            name: row.try_get("name")?,
            last_day: decode::id(row, "last_day")?,
            made_by: decode::id(row, "made_by")?,
            made_at: decode::id(row, "made_at")?,
            ended_at: decode::optional(row, "ended_at")?,
            used_at: decode::optional(row, "used_at")?,
            ready_at: decode::optional(row, "ready_at")?,
        })
    }
}

/// Adds a link.
pub async fn insert(db: &mut Connection, share: &Share, token_hash: &str) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into form_shares
           (id, token_hash, run, municipality, goal, name, last_day, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(share.id.to_string())
    .bind(token_hash)
    .bind(&share.run)
    .bind(share.municipality.to_string())
    .bind(i64::from(share.goal))
    .bind(&share.name)
    .bind(share.last_day.to_string())
    .bind(share.made_by.to_string())
    .bind(write_moment(share.made_at))
    .execute(db)
    .await?;
    Ok(())
}

/// The link with this digest of its token, ended or not.
pub async fn by_hash(db: &mut Connection, token_hash: &str) -> sqlx::Result<Option<Share>> {
    sqlx::query_as(concat!("select ", columns!(), " from form_shares where token_hash = $1"))
        .bind(token_hash)
        .fetch_optional(db)
        .await
}

/// Every link of a form, newest first.
pub async fn of(db: &mut Connection, run: &str, municipality: Code) -> sqlx::Result<Vec<Share>> {
    sqlx::query_as(concat!(
        "select ",
        columns!(),
        " from form_shares where run = $1 and municipality = $2 order by made_at desc, id"
    ))
    .bind(run)
    .bind(municipality.to_string())
    .fetch_all(db)
    .await
}

/// Ends one link of a form; the answer says whether it worked until now.
pub async fn end(
    db: &mut Connection,
    run: &str,
    municipality: Code,
    id: PersonId,
    now: Timestamp,
) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(
        "update form_shares set ended_at = $4
          where run = $1 and municipality = $2 and id = $3 and ended_at is null",
    )
    .bind(run)
    .bind(municipality.to_string())
    .bind(id.to_string())
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends every link of a form.
pub async fn end_all(db: &mut Connection, run: &str, municipality: Code, now: Timestamp) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "update form_shares set ended_at = $3 where run = $1 and municipality = $2 and ended_at is null",
    )
    .bind(run)
    .bind(municipality.to_string())
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(())
}

/// Notes that a link was used.
pub async fn used(db: &mut Connection, id: PersonId, now: Timestamp) -> sqlx::Result<()> {
    sqlx::query::<Any>("update form_shares set used_at = $2 where id = $1")
        .bind(id.to_string())
        .bind(write_moment(now))
        .execute(db)
        .await?;
    Ok(())
}

/// Notes that whoever has a link is done.
pub async fn ready(db: &mut Connection, id: PersonId, now: Timestamp) -> sqlx::Result<()> {
    sqlx::query::<Any>("update form_shares set ready_at = $2 where id = $1")
        .bind(id.to_string())
        .bind(write_moment(now))
        .execute(db)
        .await?;
    Ok(())
}
