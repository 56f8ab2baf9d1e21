//! Stored good examples, their documents and who thanked.

use std::collections::BTreeMap;

use geography::Code;
use jiff::Timestamp;
use kernel::{ExampleId, PersonId};
use platform::{Connection, decode, write_moment};
use sqlx::any::AnyRow;
use sqlx::{Any, FromRow, Row};

use crate::domain::example::{ExampleState, Told};

/// How many examples a page of the list has.
pub const PAGE: i64 = 20;

/// An example as it is kept; what is in its file is read apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredExample {
    /// Its name in addresses.
    pub id: ExampleId,
    /// Whose.
    pub municipality: Code,
    /// The number of its goal.
    pub goal: u32,
    /// The measure (`Step::code`); empty if with none.
    pub step: String,
    /// What is told.
    pub told: Told,
    /// Its document.
    pub document: Option<Document>,
    /// Where it is.
    pub state: ExampleState,
    /// How often it was saved.
    pub changed: i64,
    /// When it was last published.
    pub published_at: Option<Timestamp>,
}

/// The document of an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is.
    pub title: String,
    /// Where it is, for a link.
    pub url: Option<String>,
    /// What a file was called.
    pub file_name: Option<String>,
    /// How large a file is, in bytes.
    pub size: Option<i64>,
}

/// What a list is of; empty is all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The number of a goal; 0 is all.
    pub goal: i64,
    /// The code of a measure.
    pub step: String,
    /// A size class; 0 is all.
    pub size: i64,
}

/// The columns of a [`StoredExample`].
macro_rules! columns {
    () => {
        "id, municipality, goal, step, title, what, for_whom, reach, cost, contact, doc_title, doc_url, doc_file, \
         doc_size, state, because, changed, published_at"
    };
}

impl FromRow<'_, AnyRow> for StoredExample {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let (state, goal): (String, i64) = (row.try_get("state")?, row.try_get("goal")?);
        let unfit = || sqlx::Error::Decode("an example that does not fit".into());
        let title: Option<String> = row.try_get("doc_title")?;
        let (url, file_name, size) =
            (row.try_get("doc_url")?, row.try_get("doc_file")?, row.try_get("doc_size")?);
        Ok(Self {
            id: decode::id(row, "id")?,
            municipality: decode::id(row, "municipality")?,
            goal: u32::try_from(goal).map_err(|_| unfit())?,
            step: row.try_get("step")?,
            told: Told {
                title: row.try_get("title")?,
                what: row.try_get("what")?,
                for_whom: row.try_get("for_whom")?,
                reach: row.try_get("reach")?,
                cost: row.try_get("cost")?,
                contact: row.try_get("contact")?,
            },
            document: title.map(|title| Document { title, url, file_name, size }),
            state: ExampleState::parse(&state, row.try_get("because")?).ok_or_else(unfit)?,
            changed: row.try_get("changed")?,
            published_at: decode::optional(row, "published_at")?,
        })
    }
}

/// Keeps a new draft, for a municipality of this size class.
pub async fn insert(
    db: &mut Connection,
    new: &StoredExample,
    (size_class, search): (u8, &str),
    (by, now): (PersonId, Timestamp),
) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into examples (id, municipality, goal, step, title, what, for_whom, reach, cost, contact, state,
                               size_class, search, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
    )
    .bind(new.id.to_string())
    .bind(new.municipality.to_string())
    .bind(i64::from(new.goal))
    .bind(&new.step)
    .bind(&new.told.title)
    .bind(&new.told.what)
    .bind(&new.told.for_whom)
    .bind(&new.told.reach)
    .bind(&new.told.cost)
    .bind(&new.told.contact)
    .bind(new.state.name())
    .bind(i64::from(size_class))
    .bind(search)
    .bind(by.to_string())
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(())
}

/// Changes what is told, unless somebody changed it since `known`: then the answer is false.
pub async fn update(
    db: &mut Connection,
    example: &StoredExample,
    search: &str,
    known: i64,
) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(
        "update examples set step = $2, title = $3, what = $4, for_whom = $5, reach = $6, cost = $7, contact = $8,
                             search = $9, changed = changed + 1
          where id = $1 and changed = $10",
    )
    .bind(example.id.to_string())
    .bind(&example.step)
    .bind(&example.told.title)
    .bind(&example.told.what)
    .bind(&example.told.for_whom)
    .bind(&example.told.reach)
    .bind(&example.told.cost)
    .bind(&example.told.contact)
    .bind(search)
    .bind(known)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Moves it to another state, unless somebody changed it since `known`: then the answer is false.
pub async fn set_state(
    db: &mut Connection,
    id: ExampleId,
    state: &ExampleState,
    known: i64,
    now: Timestamp,
) -> sqlx::Result<bool> {
    let because = match state {
        ExampleState::Removed { because } => Some(because.as_str()),
        _ => None,
    };
    let published = (*state == ExampleState::Published).then(|| write_moment(now));
    let done = sqlx::query::<Any>(
        "update examples set state = $2, because = $3, published_at = coalesce($4, published_at),
                             changed = changed + 1
          where id = $1 and changed = $5",
    )
    .bind(id.to_string())
    .bind(state.name())
    .bind(because)
    .bind(published)
    .bind(known)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Puts a document with it, instead of the one that was there; none takes that away.
pub async fn set_document(
    db: &mut Connection,
    id: ExampleId,
    document: Option<&Document>,
    content: Option<Vec<u8>>,
) -> sqlx::Result<()> {
    sqlx::query::<Any>("delete from example_files where example = $1")
        .bind(id.to_string())
        .execute(&mut *db)
        .await?;
    sqlx::query::<Any>(
        "update examples set doc_title = $2, doc_url = $3, doc_file = $4, doc_size = $5 where id = $1",
    )
    .bind(id.to_string())
    .bind(document.map(|document| document.title.clone()))
    .bind(document.and_then(|document| document.url.clone()))
    .bind(document.and_then(|document| document.file_name.clone()))
    .bind(document.and_then(|document| document.size))
    .execute(&mut *db)
    .await?;
    if let Some(content) = content {
        sqlx::query::<Any>("insert into example_files (example, content) values ($1, $2)")
            .bind(id.to_string())
            .bind(content)
            .execute(db)
            .await?;
    }
    Ok(())
}

/// What is in the file of an example.
pub async fn content(db: &mut Connection, id: ExampleId) -> sqlx::Result<Option<Vec<u8>>> {
    sqlx::query_scalar("select content from example_files where example = $1")
        .bind(id.to_string())
        .fetch_optional(db)
        .await
}

/// One example, in whatever state.
pub async fn find(db: &mut Connection, id: ExampleId) -> sqlx::Result<Option<StoredExample>> {
    sqlx::query_as(concat!("select ", columns!(), " from examples where id = $1"))
        .bind(id.to_string())
        .fetch_optional(db)
        .await
}

/// The examples of a municipality, newest first.
pub async fn of(db: &mut Connection, municipality: Code) -> sqlx::Result<Vec<StoredExample>> {
    sqlx::query_as(concat!("select ", columns!(), " from examples where municipality = $1 order by id desc"))
        .bind(municipality.to_string())
        .fetch_all(db)
        .await
}

/// The published examples of a filter before a key, newest first: one page and one more, which says that there are.
pub async fn page(
    db: &mut Connection,
    filter: &Filter,
    before: Option<ExampleId>,
) -> sqlx::Result<Vec<StoredExample>> {
    sqlx::query_as(concat!(
        "select ",
        columns!(),
        " from examples
          where state = 'published' and ($1 = 0 or goal = $1) and ($2 = '' or step = $2)
            and ($3 = 0 or size_class = $3) and ($4 = '' or id < $4)
          order by id desc limit $5"
    ))
    .bind(filter.goal)
    .bind(&filter.step)
    .bind(filter.size)
    .bind(before.map_or_else(String::new, |id| id.to_string()))
    .bind(PAGE + 1)
    .fetch_all(db)
    .await
}

/// What people search in, of every published example of a filter, newest first.
pub async fn searched(db: &mut Connection, filter: &Filter) -> sqlx::Result<Vec<(String, String)>> {
    sqlx::query_as(
        "select id, search from examples
          where state = 'published' and ($1 = 0 or goal = $1) and ($2 = '' or step = $2)
            and ($3 = 0 or size_class = $3)
          order by id desc",
    )
    .bind(filter.goal)
    .bind(&filter.step)
    .bind(filter.size)
    .fetch_all(db)
    .await
}

/// How often was thanked for each example that somebody thanked for.
pub async fn thank_counts(db: &mut Connection) -> sqlx::Result<BTreeMap<String, u64>> {
    let thanks: Vec<(String, i64)> =
        sqlx::query_as("select example, count(*) from example_thanks group by example order by example")
            .fetch_all(db)
            .await?;
    Ok(thanks.into_iter().map(|(id, count)| (id, u64::try_from(count).unwrap_or(0))).collect())
}

/// Every published example with how often it was thanked for, in the order of their ids.
pub async fn published(db: &mut Connection) -> sqlx::Result<Vec<(StoredExample, u64)>> {
    let found: Vec<StoredExample> = sqlx::query_as(concat!(
        "select ",
        columns!(),
        " from examples where state = 'published' order by id"
    ))
    .fetch_all(&mut *db)
    .await?;
    let thanks = thank_counts(db).await?;
    let with = |one: StoredExample| {
        let count = thanks.get(&one.id.to_string()).copied().unwrap_or(0);
        (one, count)
    };
    Ok(found.into_iter().map(with).collect())
}

/// How many published examples there are, by goal and measure.
pub async fn counts(db: &mut Connection) -> sqlx::Result<BTreeMap<(u32, String), u64>> {
    let rows: Vec<(i64, String, i64)> = sqlx::query_as(
        "select goal, step, count(*) from examples where state = 'published' group by goal, step order by goal, step",
    )
    .fetch_all(db)
    .await?;
    let row = |(goal, step, count): (i64, String, i64)| {
        Some(((u32::try_from(goal).ok()?, step), u64::try_from(count).ok()?))
    };
    Ok(rows.into_iter().filter_map(row).collect())
}

/// Thanks for a municipality, once; the answer is false if it had thanked.
pub async fn thank(
    db: &mut Connection,
    id: ExampleId,
    municipality: Code,
    (by, now): (PersonId, Timestamp),
) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(
        "insert into example_thanks (example, municipality, made_by, made_at) values ($1, $2, $3, $4)
         on conflict (example, municipality) do nothing",
    )
    .bind(id.to_string())
    .bind(municipality.to_string())
    .bind(by.to_string())
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes the thanks of a municipality back; the answer is false if it had not thanked.
pub async fn unthank(db: &mut Connection, id: ExampleId, municipality: Code) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>("delete from example_thanks where example = $1 and municipality = $2")
        .bind(id.to_string())
        .bind(municipality.to_string())
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Who thanked for an example, by code.
pub async fn thanks(db: &mut Connection, id: ExampleId) -> sqlx::Result<Vec<Code>> {
    let codes: Vec<String> = sqlx::query_scalar(
        "select municipality from example_thanks where example = $1 order by municipality",
    )
    .bind(id.to_string())
    .fetch_all(db)
    .await?;
    Ok(codes.iter().filter_map(|code| code.parse().ok()).collect())
}
