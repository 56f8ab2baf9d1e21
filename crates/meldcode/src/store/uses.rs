//! How often an outcome came about. A count by month, region, sector, subject and outcome: nothing of a case, no moment,
//! nobody.

use jiff::civil::Date;
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
    /// As in [`Use`].
    pub region: String,
    /// As in [`Use`].
    pub sector: String,
    /// The table.
    pub subject: String,
    /// The outcome by code.
    pub outcome: String,
    /// How often, exactly: never shown as it is.
    pub count: i64,
}

/// A month as [`Use`] has it: `2026-11`.
pub fn month(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

/// Counts an outcome that came about so often.
pub async fn add(db: &mut Connection, one: &Use<'_>, times: i64) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into meldcode_uses (month, region, sector, subject, outcome, uses)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (month, region, sector, subject, outcome) do update set uses = meldcode_uses.uses + excluded.uses",
    )
    .bind(&one.month)
    .bind(one.region)
    .bind(one.sector)
    .bind(one.subject)
    .bind(one.outcome)
    .bind(times)
    .execute(db)
    .await?;
    Ok(())
}

/// By region and sector, the months from `first` up to and including `last` together.
pub async fn counted(db: &mut Connection, first: &str, last: &str) -> sqlx::Result<Vec<Counted>> {
    sqlx::query_as::<Any, Counted>(
        "select region, sector, subject, outcome, cast(sum(uses) as bigint) as count
           from meldcode_uses
          where month >= $1 and month <= $2
          group by region, sector, subject, outcome
          order by region, sector, subject, outcome",
    )
    .bind(first)
    .bind(last)
    .fetch_all(db)
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn uses_are_counted_by_month_region_and_sector_on_both_databases() {
        for test in testkit::databases().await {
            let database = test.open().await;
            let mut db = database.write().await.expect("a writer");
            for (month, region, sector, times) in [
                ("2026-09", "utrecht", "health", 2),
                ("2026-10", "utrecht", "education", 3),
                ("2026-11", "utrecht", "health", 5),
            ] {
                let one =
                    Use { month: month.to_owned(), region, sector, subject: "weighing", outcome: "report" };
                add(&mut db, &one, 1).await.expect("a count");
                add(&mut db, &one, times - 1).await.expect("a count");
            }
            db.commit().await.expect("a commit");
            let mut db = database.read().await.expect("a reader");
            let of = |sector: &str, count| Counted {
                region: "utrecht".to_owned(),
                sector: sector.to_owned(),
                subject: "weighing".to_owned(),
                outcome: "report".to_owned(),
                count,
            };
            let two = counted(&mut db, "2026-09", "2026-10").await.expect("counts");
            assert_eq!(two, [of("education", 3), of("health", 2)]);
            let three = counted(&mut db, "2026-09", "2026-11").await.expect("counts");
            assert_eq!(three, [of("education", 3), of("health", 7)]);
        }
    }
}
