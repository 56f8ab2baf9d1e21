//! Stored evidence and notes of forms.

use std::collections::BTreeMap;

use geography::Code;
use jiff::Timestamp;
use kernel::{AttachmentId, PersonId};
use platform::{Connection, decode, write_moment};
use sqlx::any::AnyRow;
use sqlx::{Any, FromRow, Row};

/// An attachment as it is kept; what is in a file is read apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its name in addresses.
    pub id: AttachmentId,
    /// `link`, `file` or `note`.
    pub kind: String,
    /// What a link or file is.
    pub title: Option<String>,
    /// Where a link leads.
    pub url: Option<String>,
    /// What a file was called.
    pub file_name: Option<String>,
    /// How large a file is, in bytes.
    pub size: Option<i64>,
    /// A note, sealed.
    pub note: Option<Vec<u8>>,
    /// Who added it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

impl FromRow<'_, AnyRow> for Stored {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: decode::id(row, "id")?,
            kind: row.try_get("kind")?,
            title: row.try_get("title")?,
            url: row.try_get("url")?,
            file_name: row.try_get("file_name")?,
            size: row.try_get("size")?,
            note: row.try_get("note")?,
            by: decode::id(row, "made_by")?,
            at: decode::id(row, "made_at")?,
        })
    }
}

/// Where attachments belong: wave, municipality and part of the form.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The wave.
    pub run: &'a str,
    /// The municipality.
    pub municipality: Code,
    /// The part, such as `goals/3`.
    pub part: &'a str,
}

/// Keeps an attachment.
pub async fn insert(db: &mut Connection, place: Place<'_>, new: &Stored) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into form_attachments
           (id, run, municipality, part, kind, title, url, file_name, size, note, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(new.id.to_string())
    .bind(place.run)
    .bind(place.municipality.to_string())
    .bind(place.part)
    .bind(&new.kind)
    .bind(&new.title)
    .bind(&new.url)
    .bind(&new.file_name)
    .bind(new.size)
    .bind(new.note.clone())
    .bind(new.by.to_string())
    .bind(write_moment(new.at))
    .execute(db)
    .await?;
    Ok(())
}

/// Keeps what is in a file.
pub async fn insert_content(db: &mut Connection, id: AttachmentId, content: Vec<u8>) -> sqlx::Result<()> {
    sqlx::query::<Any>("insert into form_files (attachment, content) values ($1, $2)")
        .bind(id.to_string())
        .bind(content)
        .execute(db)
        .await?;
    Ok(())
}

/// Everything with a part, oldest first.
pub async fn of(db: &mut Connection, place: Place<'_>) -> sqlx::Result<Vec<Stored>> {
    sqlx::query_as(
        "select id, kind, title, url, file_name, size, note, made_by, made_at from form_attachments
          where run = $1 and municipality = $2 and part = $3 order by made_at, id",
    )
    .bind(place.run)
    .bind(place.municipality.to_string())
    .bind(place.part)
    .fetch_all(db)
    .await
}

/// How many there are with each part of a form: pieces of evidence and notes.
pub async fn counts(
    db: &mut Connection,
    run: &str,
    municipality: Code,
) -> sqlx::Result<BTreeMap<String, (u64, u64)>> {
    let rows: Vec<(String, String, i64)> = sqlx::query_as(
        "select part, kind, count(*) from form_attachments
          where run = $1 and municipality = $2 group by part, kind order by part",
    )
    .bind(run)
    .bind(municipality.to_string())
    .fetch_all(db)
    .await?;
    let mut counts = BTreeMap::<String, (u64, u64)>::new();
    for (part, kind, count) in rows {
        let (evidence, notes) = counts.entry(part).or_default();
        *(if kind == "note" { notes } else { evidence }) += u64::try_from(count).unwrap_or(0);
    }
    Ok(counts)
}

/// What is in a file of a part.
pub async fn content(
    db: &mut Connection,
    place: Place<'_>,
    id: AttachmentId,
) -> sqlx::Result<Option<(String, Vec<u8>)>> {
    sqlx::query_as(
        "select a.file_name, f.content from form_attachments a join form_files f on f.attachment = a.id
          where a.id = $1 and a.run = $2 and a.municipality = $3 and a.part = $4",
    )
    .bind(id.to_string())
    .bind(place.run)
    .bind(place.municipality.to_string())
    .bind(place.part)
    .fetch_optional(db)
    .await
}

/// Removes an attachment of a part; says whether it was there.
pub async fn remove(db: &mut Connection, place: Place<'_>, id: AttachmentId) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(
        "delete from form_attachments where id = $1 and run = $2 and municipality = $3 and part = $4",
    )
    .bind(id.to_string())
    .bind(place.run)
    .bind(place.municipality.to_string())
    .bind(place.part)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Gives a link or file of a part another name; says whether it was there.
pub async fn rename(
    db: &mut Connection,
    place: Place<'_>,
    id: AttachmentId,
    title: &str,
) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(
        "update form_attachments set title = $5
          where id = $1 and run = $2 and municipality = $3 and part = $4 and kind <> 'note'",
    )
    .bind(id.to_string())
    .bind(place.run)
    .bind(place.municipality.to_string())
    .bind(place.part)
    .bind(title)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}
