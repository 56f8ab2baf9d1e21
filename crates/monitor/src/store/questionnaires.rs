//! Stored versions of questionnaires. The database itself refuses to change a published one.

use jiff::Timestamp;
use kernel::PersonId;
use platform::{Connection, decode, write_moment};
use sqlx::any::AnyRow;
use sqlx::{Any, FromRow, Row};

/// A version that was made in the editor, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredVersion {
    /// Name of the questionnaire.
    pub id: String,
    /// Version within the name.
    pub version: u32,
    /// Whether it is published, and so never changes.
    pub published: bool,
    /// SHA-256 of the text.
    pub hash: String,
    /// Counts the changes, so that two at once are noticed.
    pub changed: i64,
    /// Who changed it last.
    pub changed_by: PersonId,
    /// When.
    pub changed_at: Timestamp,
}

impl FromRow<'_, AnyRow> for StoredVersion {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let version: i64 = row.try_get("version")?;
        let state: String = row.try_get("state")?;
        Ok(Self {
            id: row.try_get("id")?,
            version: u32::try_from(version).map_err(|error| sqlx::Error::Decode(error.into()))?,
            published: state == "published",
            hash: row.try_get("hash")?,
            changed: row.try_get("changed")?,
            changed_by: decode::id(row, "changed_by")?,
            changed_at: decode::id(row, "changed_at")?,
        })
    }
}

/// Every version, oldest first.
pub async fn all(db: &mut Connection) -> sqlx::Result<Vec<StoredVersion>> {
    sqlx::query_as(
        "select id, version, state, hash, changed, changed_by, changed_at from questionnaires
          order by id, version",
    )
    .fetch_all(db)
    .await
}

/// One version.
pub async fn find(db: &mut Connection, id: &str, version: u32) -> sqlx::Result<Option<StoredVersion>> {
    sqlx::query_as(
        "select id, version, state, hash, changed, changed_by, changed_at from questionnaires
          where id = $1 and version = $2",
    )
    .bind(id)
    .bind(i64::from(version))
    .fetch_optional(db)
    .await
}

/// The text of a version.
pub async fn body(db: &mut Connection, id: &str, version: u32) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar("select body from questionnaires where id = $1 and version = $2")
        .bind(id)
        .bind(i64::from(version))
        .fetch_optional(db)
        .await
}

/// A text with its name, and who writes it when.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    /// Name of the questionnaire.
    pub id: &'a str,
    /// Version within the name.
    pub version: u32,
    /// The text.
    pub body: &'a str,
    /// Its SHA-256.
    pub hash: &'a str,
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// Adds a draft. Fails if the version is there: look first, in the same transaction.
pub async fn insert(db: &mut Connection, written: Written<'_>) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into questionnaires (id, version, state, body, hash, changed_by, changed_at)
         values ($1, $2, 'draft', $3, $4, $5, $6)",
    )
    .bind(written.id)
    .bind(i64::from(written.version))
    .bind(written.body)
    .bind(written.hash)
    .bind(written.by.to_string())
    .bind(write_moment(written.at))
    .execute(db)
    .await?;
    Ok(())
}

/// Changes a draft, unless somebody changed it since `known` or it is published: then the answer is false.
pub async fn update(db: &mut Connection, written: Written<'_>, known: i64) -> sqlx::Result<bool> {
    change(
        db,
        "update questionnaires set body = $3, hash = $4, changed_by = $5, changed_at = $6, changed = changed + 1
          where id = $1 and version = $2 and changed = $7 and state = 'draft'",
        written,
        known,
    )
    .await
}

/// Publishes a draft with this text, unless somebody changed it since `known`: then the answer is false.
pub async fn publish(db: &mut Connection, written: Written<'_>, known: i64) -> sqlx::Result<bool> {
    change(
        db,
        "update questionnaires set state = 'published', body = $3, hash = $4, published_by = $5, published_at = $6
          where id = $1 and version = $2 and changed = $7 and state = 'draft'",
        written,
        known,
    )
    .await
}

/// Changes a draft by a statement with the text as `$3` to `$6`, if it is as `known`.
async fn change(
    db: &mut Connection,
    statement: &'static str,
    written: Written<'_>,
    known: i64,
) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(statement)
        .bind(written.id)
        .bind(i64::from(written.version))
        .bind(written.body)
        .bind(written.hash)
        .bind(written.by.to_string())
        .bind(write_moment(written.at))
        .bind(known)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Removes a draft; the answer says whether there was one.
pub async fn delete_draft(db: &mut Connection, id: &str, version: u32) -> sqlx::Result<bool> {
    let done =
        sqlx::query::<Any>("delete from questionnaires where id = $1 and version = $2 and state = 'draft'")
            .bind(id)
            .bind(i64::from(version))
            .execute(db)
            .await?;
    Ok(done.rows_affected() == 1)
}
