//! Stored links and tallies of the questionnaire for young people.

use geography::Code;
use jiff::Timestamp;
use kernel::PersonId;
use platform::{Connection, decode, write_moment};
use sqlx::any::AnyRow;
use sqlx::{Any, FromRow, Row};

use crate::domain::youth::Tally;

/// A link under which young people answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What stands in the address.
    pub token: String,
    /// The wave.
    pub run: String,
    /// Whose young people.
    pub municipality: Code,
    /// Name and version of what is asked.
    pub questionnaire: (String, u32),
    /// When it was made.
    pub made_at: Timestamp,
    /// When somebody ended it.
    pub ended_at: Option<Timestamp>,
}

impl FromRow<'_, AnyRow> for Link {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let version: i64 = row.try_get("version")?;
        let version = u32::try_from(version).map_err(|error| sqlx::Error::Decode(error.into()))?;
        Ok(Self {
            token: row.try_get("token")?,
            run: row.try_get("run")?,
            municipality: decode::id(row, "municipality")?,
            questionnaire: (row.try_get("questionnaire")?, version),
            made_at: decode::id(row, "made_at")?,
            ended_at: decode::optional(row, "ended_at")?,
        })
    }
}

/// Adds a link.
pub async fn insert(db: &mut Connection, link: &Link, by: PersonId) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into youth_links (token, run, municipality, questionnaire, version, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(&link.token)
    .bind(&link.run)
    .bind(link.municipality.to_string())
    .bind(&link.questionnaire.0)
    .bind(i64::from(link.questionnaire.1))
    .bind(by.to_string())
    .bind(write_moment(link.made_at))
    .execute(db)
    .await?;
    Ok(())
}

/// Ends the link of a municipality; what was counted stays.
pub async fn end(db: &mut Connection, run: &str, municipality: Code, now: Timestamp) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(
        "update youth_links set ended_at = $3 where run = $1 and municipality = $2 and ended_at is null",
    )
    .bind(run)
    .bind(municipality.to_string())
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The link with this token, ended or not.
pub async fn by_token(db: &mut Connection, token: &str) -> sqlx::Result<Option<Link>> {
    sqlx::query_as(
        "select token, run, municipality, questionnaire, version, made_at, ended_at from youth_links where token = $1",
    )
    .bind(token)
    .fetch_optional(db)
    .await
}

/// The newest link of a municipality, ended or not: which version its young people answered.
pub async fn of(db: &mut Connection, run: &str, municipality: Code) -> sqlx::Result<Option<Link>> {
    sqlx::query_as(
        "select token, run, municipality, questionnaire, version, made_at, ended_at from youth_links
          where run = $1 and municipality = $2
          order by case when ended_at is null then 0 else 1 end, made_at desc limit 1",
    )
    .bind(run)
    .bind(municipality.to_string())
    .fetch_optional(db)
    .await
}

/// Counts one more time that an option was chosen; with empty names one more person.
pub async fn count(
    db: &mut Connection,
    run: &str,
    municipality: Code,
    question: &str,
    choice: &str,
) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into youth_tallies (run, municipality, question, choice, times) values ($1, $2, $3, $4, 1)
         on conflict (run, municipality, question, choice) do update set times = youth_tallies.times + 1",
    )
    .bind(run)
    .bind(municipality.to_string())
    .bind(question)
    .bind(choice)
    .execute(db)
    .await?;
    Ok(())
}

/// What was counted. Only `acts::youth` asks for it: nothing of it leaves but as a table.
pub async fn tally(db: &mut Connection, run: &str, municipality: Code) -> sqlx::Result<Tally> {
    let rows: Vec<(String, String, i64)> = sqlx::query_as(
        "select question, choice, times from youth_tallies
          where run = $1 and municipality = $2 order by question, choice",
    )
    .bind(run)
    .bind(municipality.to_string())
    .fetch_all(db)
    .await?;
    let mut tally = Tally::default();
    for (question, choice, times) in rows {
        let times = u64::try_from(times).unwrap_or(0);
        if question.is_empty() {
            tally.people = times;
        } else {
            tally.chosen.push((question, choice, times));
        }
    }
    Ok(tally)
}
