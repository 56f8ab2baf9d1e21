//! How often an outcome came about. A count by month, region, sector, subject and outcome: nothing of a case, no moment,
//! nobody.

use platform::Connection;
use sqlx::{Any, FromRow};

/// One outcome to count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use<'a> {
    /// `2026-11`.
    pub month: String,
    /// Veilig Thuis region as in addresses; empty if no municipality was chosen.
    pub region: &'a str,
    /// Group of professions; empty if unknown.
    pub sector: &'a str,
    /// The table.
    pub subject: &'a str,
    /// The outcome by code.
    pub outcome: &'a str,
}

/// A count of some months together.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Counted {
    /// Region or sector, as in [`Use`].
    pub place: String,
    /// The table.
    pub subject: String,
    /// The outcome by code.
    pub outcome: String,
    /// How often, exactly: never shown as it is.
    pub count: i64,
}

/// Counts one.
pub async fn add(db: &mut Connection, one: &Use<'_>) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into meldcode_uses (month, region, sector, subject, outcome, uses)
         values ($1, $2, $3, $4, $5, 1)
         on conflict (month, region, sector, subject, outcome) do update set uses = meldcode_uses.uses + 1",
    )
    .bind(&one.month)
    .bind(one.region)
    .bind(one.sector)
    .bind(one.subject)
    .bind(one.outcome)
    .execute(db)
    .await?;
    Ok(())
}

/// By region, the months from `first` up to and including `last` together.
pub async fn by_region(db: &mut Connection, first: &str, last: &str) -> sqlx::Result<Vec<Counted>> {
    sqlx::query_as::<Any, Counted>(
        "select region as place, subject, outcome, cast(sum(uses) as bigint) as count
           from meldcode_uses
          where month >= $1 and month <= $2
          group by region, subject, outcome
          order by region, subject, outcome",
    )
    .bind(first)
    .bind(last)
    .fetch_all(db)
    .await
}

/// By sector, the months from `first` up to and including `last` together.
pub async fn by_sector(db: &mut Connection, first: &str, last: &str) -> sqlx::Result<Vec<Counted>> {
    sqlx::query_as::<Any, Counted>(
        "select sector as place, subject, outcome, cast(sum(uses) as bigint) as count
           from meldcode_uses
          where month >= $1 and month <= $2
          group by sector, subject, outcome
          order by sector, subject, outcome",
    )
    .bind(first)
    .bind(last)
    .fetch_all(db)
    .await
}
