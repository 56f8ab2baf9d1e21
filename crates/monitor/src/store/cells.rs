//! Stored answers of forms, one by one, and the versions in which they were signed.

use std::collections::BTreeMap;

use geography::Code;
use jiff::Timestamp;
use kernel::PersonId;
use platform::{Connection, decode, write_moment};
use sqlx::any::AnyRow;
use sqlx::{Any, FromRow, Row};

use crate::domain::form::Kept;

/// Answers by the column of the answers file.
pub type Cells = BTreeMap<String, Kept>;

fn kept(row: &AnyRow) -> sqlx::Result<Kept> {
    Ok(Kept {
        value: row.try_get("value")?,
        revision: row.try_get("revision")?,
        by: decode::id(row, "changed_by")?,
    })
}

/// Every answer of a form, those that were taken away too (with an empty value).
///
/// The database hands them over as one text: a row for each would cost more than all else that a save does.
pub async fn all(db: &mut Connection, run: &str, municipality: Code) -> sqlx::Result<Cells> {
    let text: Option<String> = sqlx::query_scalar(
        "select string_agg(name || ' ' || revision || ' ' || changed_by || ' ' || octet_length(value) || ' ' || value,
                           '')
           from form_cells where run = $1 and municipality = $2",
    )
    .bind(run)
    .bind(municipality.to_string())
    .fetch_one(db)
    .await?;
    let mut rest = text.as_deref().unwrap_or_default();
    let mut cells = Cells::new();
    while !rest.is_empty() {
        let (name, cell, after) =
            split(rest).ok_or_else(|| sqlx::Error::Decode("answers that run together".into()))?;
        cells.insert(name.to_owned(), cell);
        rest = after;
    }
    Ok(cells)
}

/// The first answer of a text of them, and what comes after it.
fn split(text: &str) -> Option<(&str, Kept, &str)> {
    let mut words = text.splitn(5, ' ');
    let (name, revision, by) = (words.next()?, words.next()?, words.next()?);
    let length: usize = words.next()?.parse().ok()?;
    let (value, after) = words.next()?.split_at_checked(length)?;
    let kept = Kept { value: value.to_owned(), revision: revision.parse().ok()?, by: by.parse().ok()? };
    Some((name, kept, after))
}

/// One answer of a form.
pub async fn find(
    db: &mut Connection,
    run: &str,
    municipality: Code,
    name: &str,
) -> sqlx::Result<Option<Kept>> {
    let row: Option<AnyRow> = sqlx::query(
        "select value, revision, changed_by from form_cells where run = $1 and municipality = $2 and name = $3",
    )
    .bind(run)
    .bind(municipality.to_string())
    .bind(name)
    .fetch_optional(db)
    .await?;
    row.as_ref().map(kept).transpose()
}

/// One answer of every form of a wave, by municipality; forms without it are left out.
pub async fn each(db: &mut Connection, run: &str, name: &str) -> sqlx::Result<BTreeMap<Code, String>> {
    let rows: Vec<AnyRow> = sqlx::query(
        "select municipality, value from form_cells where run = $1 and name = $2 order by municipality",
    )
    .bind(run)
    .bind(name)
    .fetch_all(db)
    .await?;
    rows.iter().map(|row| Ok((decode::id(row, "municipality")?, row.try_get("value")?))).collect()
}

/// Keeps an answer.
pub async fn set(
    db: &mut Connection,
    run: &str,
    municipality: Code,
    name: &str,
    kept: &Kept,
    now: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into form_cells (run, municipality, name, value, revision, changed_by, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (run, municipality, name) do update
            set value = excluded.value, revision = excluded.revision, changed_by = excluded.changed_by,
                changed_at = excluded.changed_at",
    )
    .bind(run)
    .bind(municipality.to_string())
    .bind(name)
    .bind(&kept.value)
    .bind(kept.revision)
    .bind(kept.by.to_string())
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(())
}

/// Notes what an answer was before that of the last wave was taken over by a save.
pub async fn note_taken(
    db: &mut Connection,
    run: &str,
    municipality: Code,
    (name, before): (&str, &str),
    revision: i64,
) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into form_taken (run, municipality, name, before, revision) values ($1, $2, $3, $4, $5)
         on conflict (run, municipality, name) do update
            set before = excluded.before, revision = excluded.revision",
    )
    .bind(run)
    .bind(municipality.to_string())
    .bind(name)
    .bind(before)
    .bind(revision)
    .execute(db)
    .await?;
    Ok(())
}

/// What each answer was before it was taken over, as long as nothing else was saved there.
pub async fn taken(
    db: &mut Connection,
    run: &str,
    municipality: Code,
) -> sqlx::Result<BTreeMap<String, String>> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "select t.name, t.before from form_taken t
           join form_cells c on c.run = t.run and c.municipality = t.municipality and c.name = t.name
          where t.run = $1 and t.municipality = $2 and c.revision = t.revision order by t.name",
    )
    .bind(run)
    .bind(municipality.to_string())
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().collect())
}

/// The answers that are filled in, as they are stored with a wave: JSON by column.
#[must_use]
pub fn written(cells: &Cells) -> String {
    let filled = cells.iter().filter(|(_, kept)| !kept.value.is_empty());
    let filled: BTreeMap<&str, &str> =
        filled.map(|(name, kept)| (name.as_str(), kept.value.as_str())).collect();
    // Text only: this can't fail.
    serde_json::to_string(&filled).unwrap_or_default()
}

/// A version of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// From 1.
    pub number: i64,
    /// `submitted`, `approved` or `reopened`.
    pub kind: String,
    /// The answers, as [`written`].
    pub cells: String,
    /// Who made it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Why, when it was sent back.
    pub reason: Option<String>,
}

impl FromRow<'_, AnyRow> for Version {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            number: row.try_get("number")?,
            kind: row.try_get("kind")?,
            cells: row.try_get("cells")?,
            by: decode::id(row, "made_by")?,
            at: decode::id(row, "made_at")?,
            reason: row.try_get("reason")?,
        })
    }
}

/// Keeps the answers as they are now. `version.number` is given by the store.
pub async fn keep_version(
    db: &mut Connection,
    run: &str,
    municipality: Code,
    version: &Version,
) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into form_versions (run, municipality, number, kind, cells, made_by, made_at, reason)
         select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7
           from form_versions where run = $1 and municipality = $2",
    )
    .bind(run)
    .bind(municipality.to_string())
    .bind(&version.kind)
    .bind(&version.cells)
    .bind(version.by.to_string())
    .bind(write_moment(version.at))
    .bind(&version.reason)
    .execute(db)
    .await?;
    Ok(())
}

/// Every version of a form, newest first.
pub async fn versions(db: &mut Connection, run: &str, municipality: Code) -> sqlx::Result<Vec<Version>> {
    sqlx::query_as(
        "select number, kind, cells, made_by, made_at, reason from form_versions
          where run = $1 and municipality = $2 order by number desc",
    )
    .bind(run)
    .bind(municipality.to_string())
    .fetch_all(db)
    .await
}

/// Says that somebody has a part of the form open.
pub async fn here(
    db: &mut Connection,
    run: &str,
    municipality: Code,
    person: PersonId,
    part: &str,
    now: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into form_presence (run, municipality, person, part, seen_at) values ($1, $2, $3, $4, $5)
         on conflict (run, municipality, person) do update set part = excluded.part, seen_at = excluded.seen_at",
    )
    .bind(run)
    .bind(municipality.to_string())
    .bind(person.to_string())
    .bind(part)
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(())
}

/// Who else has had the form open since a moment: person and part.
pub async fn others(
    db: &mut Connection,
    run: &str,
    municipality: Code,
    person: PersonId,
    since: Timestamp,
) -> sqlx::Result<Vec<(PersonId, String)>> {
    let rows: Vec<AnyRow> = sqlx::query(
        "select person, part from form_presence
          where run = $1 and municipality = $2 and person <> $3 and seen_at >= $4 order by person",
    )
    .bind(run)
    .bind(municipality.to_string())
    .bind(person.to_string())
    .bind(write_moment(since))
    .fetch_all(db)
    .await?;
    rows.iter().map(|row| Ok((decode::id(row, "person")?, row.try_get("part")?))).collect()
}
