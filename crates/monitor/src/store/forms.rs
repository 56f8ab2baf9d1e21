//! Stored forms of municipalities, without their answers.

use geography::Code;
use jiff::Timestamp;
use jiff::civil::Date;
use platform::{Connection, decode, write_moment};
use sqlx::any::AnyRow;
use sqlx::{Any, FromRow, Row};

use crate::domain::form::{FormState, Signed};

/// A form as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredForm {
    /// Whose.
    pub municipality: Code,
    /// Where it is.
    pub state: FormState,
    /// How many times it was saved.
    pub revision: i64,
    /// Last day, when it is later than that of the wave.
    pub last_day: Option<Date>,
    /// When the municipality was invited.
    pub invited_at: Option<Timestamp>,
    /// How many reminders went out.
    pub reminders: i64,
    /// When the last one did.
    pub reminded_at: Option<Timestamp>,
}

/// The columns of a [`StoredForm`].
macro_rules! columns {
    () => {
        "municipality, state, revision, last_day, submitted_by, submitted_at, approved_by, approved_at, invited_at,
         reminders, reminded_at"
    };
}

fn signed(row: &AnyRow, by: &str, at: &str) -> sqlx::Result<Signed> {
    Ok(Signed { by: decode::id(row, by)?, at: decode::id(row, at)? })
}

impl FromRow<'_, AnyRow> for StoredForm {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let state: String = row.try_get("state")?;
        let submitted = || signed(row, "submitted_by", "submitted_at");
        let state = match state.as_str() {
            "filling" => FormState::Filling,
            "submitted" => FormState::Submitted(submitted()?),
            "approved" => {
                let approved = signed(row, "approved_by", "approved_at")?;
                FormState::Approved { submitted: submitted()?, approved }
            }
            _ => return Err(sqlx::Error::Decode(state.into())),
        };
        Ok(Self {
            municipality: decode::id(row, "municipality")?,
            state,
            revision: row.try_get("revision")?,
            last_day: decode::optional(row, "last_day")?,
            invited_at: decode::optional(row, "invited_at")?,
            reminders: row.try_get("reminders")?,
            reminded_at: decode::optional(row, "reminded_at")?,
        })
    }
}

/// Makes an empty form for a municipality, unless it has one; the answer says whether it was made.
pub async fn insert(db: &mut Connection, run: &str, municipality: Code) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(
        "insert into forms (run, municipality, state) values ($1, $2, 'filling')
         on conflict (run, municipality) do nothing",
    )
    .bind(run)
    .bind(municipality.to_string())
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Every form of a wave, by municipality. A wave has a few hundred.
pub async fn all(db: &mut Connection, run: &str) -> sqlx::Result<Vec<StoredForm>> {
    sqlx::query_as(concat!("select ", columns!(), " from forms where run = $1 order by municipality"))
        .bind(run)
        .fetch_all(db)
        .await
}

/// The form of a municipality.
pub async fn find(db: &mut Connection, run: &str, municipality: Code) -> sqlx::Result<Option<StoredForm>> {
    sqlx::query_as(concat!("select ", columns!(), " from forms where run = $1 and municipality = $2"))
        .bind(run)
        .bind(municipality.to_string())
        .fetch_optional(db)
        .await
}

/// The waves for which one of these municipalities has a form, newest first: pairs of wave and municipality.
pub async fn of(db: &mut Connection, municipalities: &[String]) -> sqlx::Result<Vec<(String, String)>> {
    sqlx::query_as(
        "select f.run, f.municipality
           from forms f join runs r on r.id = f.run
          where $1 like '%' || f.municipality || '%'
          order by r.year desc, f.run desc, f.municipality",
    )
    .bind(municipalities.join(","))
    .fetch_all(db)
    .await
}

/// Takes the next number for a save, and holds the form until the end of the transaction: the form with that number.
pub async fn next_revision(
    db: &mut Connection,
    run: &str,
    municipality: Code,
) -> sqlx::Result<Option<StoredForm>> {
    sqlx::query_as(concat!(
        "update forms set revision = revision + 1 where run = $1 and municipality = $2 returning ",
        columns!()
    ))
    .bind(run)
    .bind(municipality.to_string())
    .fetch_optional(db)
    .await
}

/// Holds the form until the end of the transaction.
pub async fn lock(db: &mut Connection, run: &str, municipality: Code) -> sqlx::Result<()> {
    sqlx::query::<Any>("update forms set revision = revision where run = $1 and municipality = $2")
        .bind(run)
        .bind(municipality.to_string())
        .execute(db)
        .await?;
    Ok(())
}

/// Moves a form to another state.
pub async fn set_state(
    db: &mut Connection,
    run: &str,
    municipality: Code,
    state: FormState,
) -> sqlx::Result<()> {
    let (submitted, approved) = match state {
        FormState::Filling => (None, None),
        FormState::Submitted(submitted) => (Some(submitted), None),
        FormState::Approved { submitted, approved } => (Some(submitted), Some(approved)),
    };
    let by = |signed: Option<Signed>| signed.map(|signed| signed.by.to_string());
    let at = |signed: Option<Signed>| signed.map(|signed| write_moment(signed.at));
    sqlx::query::<Any>(
        "update forms
            set state = $3, submitted_by = $4, submitted_at = $5, approved_by = $6, approved_at = $7
          where run = $1 and municipality = $2",
    )
    .bind(run)
    .bind(municipality.to_string())
    .bind(state.name())
    .bind(by(submitted))
    .bind(at(submitted))
    .bind(by(approved))
    .bind(at(approved))
    .execute(db)
    .await?;
    Ok(())
}

/// Gives a municipality longer than the others.
pub async fn extend(
    db: &mut Connection,
    run: &str,
    municipality: Code,
    last_day: Date,
    because: &str,
) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(
        "update forms set last_day = $3, extended_because = $4 where run = $1 and municipality = $2",
    )
    .bind(run)
    .bind(municipality.to_string())
    .bind(last_day.to_string())
    .bind(because)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that the invitation went out.
pub async fn invited(db: &mut Connection, run: &str, municipality: Code, now: Timestamp) -> sqlx::Result<()> {
    sqlx::query::<Any>("update forms set invited_at = $3 where run = $1 and municipality = $2")
        .bind(run)
        .bind(municipality.to_string())
        .bind(write_moment(now))
        .execute(db)
        .await?;
    Ok(())
}

/// Notes that a reminder goes out, if it is the one after the first `known` and the form is not approved; the
/// answer says whether it is.
pub async fn reminded(
    db: &mut Connection,
    run: &str,
    municipality: Code,
    known: i64,
    now: Timestamp,
) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(
        "update forms set reminders = reminders + 1, reminded_at = $4
          where run = $1 and municipality = $2 and reminders = $3 and state <> 'approved'",
    )
    .bind(run)
    .bind(municipality.to_string())
    .bind(known)
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}
