//! Stored organisations. What a person may see of them is decided by the [`Sight`] that every reading for
//! pages, lists, counts, search and exports takes.

use std::collections::BTreeSet;

use jiff::civil::Date;
use kernel::{OrganisationId, OrganisationKind};
use platform::Connection;
use platform::decode;
use sqlx::any::AnyRow;
use sqlx::{Any, FromRow, Row};

use crate::domain::organisations::{About, Organisation};
use crate::domain::visible::Sight;

/// The columns of an [`Organisation`].
macro_rules! columns {
    () => {
        "o.id, o.kind, o.name, o.code, o.region, o.valid_from, o.valid_to, o.successor, o.changed"
    };
}

/// The row rule in SQL: `$1` sees all (1 or 0), `$2` the ids seen, `$3` the ids whose region is seen.
macro_rules! seen {
    () => {
        "($1 = 1 or $2 like '%' || o.id || '%'
          or o.region in (select own.region from organisations own
                           where own.region is not null and $3 like '%' || own.id || '%'))"
    };
}

/// What a list shows: `$4` a kind or empty, `$5` part of a name, `$6` ended ones too (1 or 0), `$7` today.
macro_rules! asked {
    () => {
        "($4 = '' or o.kind = $4) and o.search like $5 escape '!'
          and ($6 = 1 or o.valid_to is null or o.valid_to > $7)"
    };
}

/// What somebody looks for in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// One kind, or all.
    pub kind: Option<OrganisationKind>,
    /// Part of a name or a code, as it was typed.
    pub name: &'a str,
    /// Also those that ended.
    pub ended: bool,
    /// The day on which the others must not have ended.
    pub today: Date,
}

impl FromRow<'_, AnyRow> for Organisation {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let kind: String = row.try_get("kind")?;
        Ok(Self {
            id: decode::id(row, "id")?,
            about: About {
                kind: OrganisationKind::parse(&kind).ok_or_else(|| sqlx::Error::Decode(kind.into()))?,
                name: row.try_get("name")?,
                code: row.try_get("code")?,
                region: row.try_get("region")?,
                from: decode::id(row, "valid_from")?,
            },
            until: decode::optional(row, "valid_to")?,
            successor: decode::optional(row, "successor")?,
            changed: row.try_get("changed")?,
        })
    }
}

fn all(sight: &Sight) -> i64 {
    i64::from(sight.all)
}

fn ids(organisations: &[OrganisationId]) -> String {
    organisations.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

fn pattern(typed: &str) -> String {
    // What is folded holds letters, digits and spaces only: nothing to escape.
    format!("%{}%", geography::fold(typed))
}

/// A page of what `sight` sees, by name, after an organisation of the previous page.
pub async fn page(
    db: &mut Connection,
    sight: &Sight,
    wanted: Wanted<'_>,
    after: Option<&Organisation>,
    limit: i64,
) -> sqlx::Result<Vec<Organisation>> {
    sqlx::query_as(concat!(
        "select ",
        columns!(),
        " from organisations o where ",
        seen!(),
        " and ",
        asked!(),
        " and (o.name > $8 or (o.name = $8 and o.id > $9)) order by o.name, o.id limit $10"
    ))
    .bind(all(sight))
    .bind(ids(&sight.organisations))
    .bind(ids(&sight.region_of))
    .bind(wanted.kind.map_or("", OrganisationKind::name))
    .bind(pattern(wanted.name))
    .bind(i64::from(wanted.ended))
    .bind(wanted.today.to_string())
    .bind(after.map_or("", |organisation| organisation.about.name.as_str()))
    .bind(after.map_or_else(String::new, |organisation| organisation.id.to_string()))
    .bind(limit)
    .fetch_all(db)
    .await
}

/// How many there are on all pages together.
pub async fn count(db: &mut Connection, sight: &Sight, wanted: Wanted<'_>) -> sqlx::Result<i64> {
    sqlx::query_scalar(concat!("select count(*) from organisations o where ", seen!(), " and ", asked!()))
        .bind(all(sight))
        .bind(ids(&sight.organisations))
        .bind(ids(&sight.region_of))
        .bind(wanted.kind.map_or("", OrganisationKind::name))
        .bind(pattern(wanted.name))
        .bind(i64::from(wanted.ended))
        .bind(wanted.today.to_string())
        .fetch_one(db)
        .await
}

/// An organisation, if `sight` sees it.
pub async fn seen(
    db: &mut Connection,
    sight: &Sight,
    id: OrganisationId,
) -> sqlx::Result<Option<Organisation>> {
    sqlx::query_as(concat!("select ", columns!(), " from organisations o where ", seen!(), " and o.id = $4"))
        .bind(all(sight))
        .bind(ids(&sight.organisations))
        .bind(ids(&sight.region_of))
        .bind(id.to_string())
        .fetch_optional(db)
        .await
}

/// Every organisation that `sight` sees and that has not ended, for a choice in a form.
pub async fn choices(db: &mut Connection, sight: &Sight, today: Date) -> sqlx::Result<Vec<Organisation>> {
    sqlx::query_as(concat!(
        "select ",
        columns!(),
        " from organisations o where ",
        seen!(),
        " and (o.valid_to is null or o.valid_to > $4) order by o.name, o.id"
    ))
    .bind(all(sight))
    .bind(ids(&sight.organisations))
    .bind(ids(&sight.region_of))
    .bind(today.to_string())
    .fetch_all(db)
    .await
}

/// The codes of the municipalities that `sight` sees and that are there on `today`, in order.
pub async fn municipality_codes(
    db: &mut Connection,
    sight: &Sight,
    today: Date,
) -> sqlx::Result<Vec<String>> {
    if !sight.all && sight.region_of.is_empty() {
        return own_codes(db, &sight.organisations, today).await;
    }
    sqlx::query_scalar(concat!(
        "select distinct o.code from organisations o where ",
        seen!(),
        " and o.kind = 'municipality' and o.code is not null
          and o.valid_from <= $4 and (o.valid_to is null or o.valid_to > $4)
          order by o.code"
    ))
    .bind(all(sight))
    .bind(ids(&sight.organisations))
    .bind(ids(&sight.region_of))
    .bind(today.to_string())
    .fetch_all(db)
    .await
}

/// The same for who sees no more than some organisations of their own: each is found by its key, because this is asked
/// at every answer that is saved.
async fn own_codes(
    db: &mut Connection,
    organisations: &[OrganisationId],
    today: Date,
) -> sqlx::Result<Vec<String>> {
    let mut codes = Vec::new();
    for organisation in organisations {
        let code: Option<String> = sqlx::query_scalar(
            "select code from organisations
              where id = $1 and kind = 'municipality' and code is not null
                and valid_from <= $2 and (valid_to is null or valid_to > $2)",
        )
        .bind(organisation.to_string())
        .bind(today.to_string())
        .fetch_optional(&mut *db)
        .await?;
        codes.extend(code);
    }
    codes.sort_unstable();
    codes.dedup();
    Ok(codes)
}

/// The Veilig Thuis regions of which `sight` sees everything, by slug.
pub async fn regions(db: &mut Connection, sight: &Sight) -> sqlx::Result<Vec<String>> {
    if sight.region_of.is_empty() {
        return Ok(Vec::new());
    }
    sqlx::query_scalar(
        "select distinct o.region from organisations o
          where o.region is not null and $1 like '%' || o.id || '%' order by o.region",
    )
    .bind(ids(&sight.region_of))
    .fetch_all(db)
    .await
}

/// An organisation, for work in which who sees it does not matter.
pub async fn find(db: &mut Connection, id: OrganisationId) -> sqlx::Result<Option<Organisation>> {
    sqlx::query_as(concat!("select ", columns!(), " from organisations o where o.id = $1"))
        .bind(id.to_string())
        .fetch_optional(db)
        .await
}

/// The organisation of a kind with a code that is there on `day`.
pub async fn by_code(
    db: &mut Connection,
    kind: OrganisationKind,
    code: &str,
    day: Date,
) -> sqlx::Result<Option<Organisation>> {
    sqlx::query_as(concat!(
        "select ",
        columns!(),
        " from organisations o
          where o.kind = $1 and o.code = $2 and (o.valid_to is null or o.valid_to > $3)
          order by o.valid_from desc limit 1"
    ))
    .bind(kind.name())
    .bind(code)
    .bind(day.to_string())
    .fetch_optional(db)
    .await
}

/// The organisations that went on in one of these, at whatever distance, and these themselves: whoever looks
/// after an organisation also looks after what happened in those before it.
pub async fn with_predecessors(
    db: &mut Connection,
    organisations: &[OrganisationId],
    today: Date,
) -> sqlx::Result<Vec<OrganisationId>> {
    let rows: Vec<AnyRow> = sqlx::query(
        "with recursive before (id) as (
           select id from organisations where $1 like '%' || id || '%'
           union
           select o.id from organisations o join before on o.successor = before.id where o.valid_to <= $2
         )
         select id from before order by id",
    )
    .bind(ids(organisations))
    .bind(today.to_string())
    .fetch_all(db)
    .await?;
    rows.iter().map(|row| decode::id(row, "id")).collect()
}

/// The organisations that go on in `successor` from `date` on.
pub async fn ending_in(
    db: &mut Connection,
    successor: OrganisationId,
    date: Date,
) -> sqlx::Result<Vec<Organisation>> {
    sqlx::query_as(concat!(
        "select ",
        columns!(),
        " from organisations o where o.successor = $1 and o.valid_to = $2 order by o.id"
    ))
    .bind(successor.to_string())
    .bind(date.to_string())
    .fetch_all(db)
    .await
}

/// Adds an organisation.
pub async fn insert(db: &mut Connection, id: OrganisationId, about: &About) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into organisations (id, kind, name, search, code, region, valid_from)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(id.to_string())
    .bind(about.kind.name())
    .bind(&about.name)
    .bind(search(about))
    .bind(&about.code)
    .bind(&about.region)
    .bind(about.from.to_string())
    .execute(db)
    .await?;
    Ok(())
}

/// Changes what is said about an organisation, unless somebody changed it since `known`: then nothing
/// happens and the answer is false.
pub async fn update(
    db: &mut Connection,
    id: OrganisationId,
    known: i64,
    about: &About,
) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(
        "update organisations
            set kind = $3, name = $4, search = $5, code = $6, region = $7, valid_from = $8,
                changed = changed + 1
          where id = $1 and changed = $2",
    )
    .bind(id.to_string())
    .bind(known)
    .bind(about.kind.name())
    .bind(&about.name)
    .bind(search(about))
    .bind(&about.code)
    .bind(&about.region)
    .bind(about.from.to_string())
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Sets or clears the end of an organisation and where it goes on, unless somebody changed it since `known`.
pub async fn set_end(
    db: &mut Connection,
    id: OrganisationId,
    known: i64,
    until: Option<Date>,
    successor: Option<OrganisationId>,
) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(
        "update organisations set valid_to = $3, successor = $4, changed = changed + 1
          where id = $1 and changed = $2",
    )
    .bind(id.to_string())
    .bind(known)
    .bind(until.map(|day| day.to_string()))
    .bind(successor.map(|id| id.to_string()))
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Lets others that decide about who administers these organisations, or the country, wait until this
/// transaction is over: two administrators cannot remove each other at one moment.
///
/// Name all at once: rows are taken in the order of their ids, so that two who take several never wait for
/// each other.
pub async fn lock(db: &mut Connection, organisations: &[OrganisationId]) -> sqlx::Result<()> {
    let national: Vec<String> =
        sqlx::query_scalar::<Any, _>("select id from organisations where kind = 'national'")
            .fetch_all(&mut *db)
            .await?;
    let ids: BTreeSet<String> =
        national.into_iter().chain(organisations.iter().map(ToString::to_string)).collect();
    for id in ids {
        sqlx::query::<Any>("update organisations set changed = changed where id = $1")
            .bind(id)
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

fn search(about: &About) -> String {
    geography::fold(&format!("{} {}", about.name, about.code.as_deref().unwrap_or_default()))
}
