//! Stored roles of people in organisations. A role counts from `since` up to but not including `until`, while the
//! organisation is there, and once the person accepted it.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::{Entropy, Membership, OrganisationId, OrganisationKind, PersonId, Role};
use platform::decode;
use platform::keys::{Cell, Keys};
use platform::{Connection, write_moment};
use sqlx::any::AnyRow;
use sqlx::{Any, FromRow, Row};

use super::people::PersonRow;
use crate::domain::mergers::Staff;
use crate::domain::roles::{Held, Others};

/// A role of one person on the list of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleRow {
    /// The row's name: what its offered name was sealed for.
    pub id: String,
    /// Who.
    pub person: PersonId,
    /// Where, as what, until when.
    pub held: Held,
    /// The name that the inviter typed, sealed, while the role is an offer.
    pub offered_name: Option<Vec<u8>>,
}

fn role(row: &AnyRow) -> sqlx::Result<Role> {
    let name: String = row.try_get("role")?;
    Role::parse(&name).ok_or_else(|| sqlx::Error::Decode(name.into()))
}

fn held(row: &AnyRow) -> sqlx::Result<Held> {
    Ok(Held {
        organisation: decode::id(row, "organisation")?,
        role: role(row)?,
        until: decode::optional(row, "until")?,
        accepted: row.try_get::<Option<String>, _>("accepted_at")?.is_some(),
    })
}

impl FromRow<'_, AnyRow> for RoleRow {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            person: decode::id(row, "person")?,
            held: held(row)?,
            offered_name: row.try_get("offered_name")?,
        })
    }
}

/// The roles that a person has on `today`: what an actor is made of.
pub async fn of(db: &mut Connection, person: PersonId, today: Date) -> sqlx::Result<Vec<Membership>> {
    let rows: Vec<AnyRow> = sqlx::query(
        "select m.organisation, o.kind, m.role
           from memberships m join organisations o on o.id = m.organisation
          where m.person = $1 and m.accepted_at is not null
            and m.since <= $2 and (m.until is null or m.until > $2)
            and o.valid_from <= $2 and (o.valid_to is null or o.valid_to > $2)
          order by m.organisation, m.role",
    )
    .bind(person.to_string())
    .bind(today.to_string())
    .fetch_all(db)
    .await?;
    let membership = |row: &AnyRow| {
        let kind: String = row.try_get("kind")?;
        Ok(Membership {
            organisation: decode::id(row, "organisation")?,
            kind: OrganisationKind::parse(&kind).ok_or_else(|| sqlx::Error::Decode(kind.into()))?,
            role: role(row)?,
        })
    };
    rows.iter().map(membership).collect()
}

/// Every role of a person that has not ended, offers included, in organisations that have not ended.
pub async fn rows_of(db: &mut Connection, person: PersonId, today: Date) -> sqlx::Result<Vec<RoleRow>> {
    sqlx::query_as(
        "select m.id, m.person, m.organisation, m.role, m.until, m.accepted_at, m.offered_name
           from memberships m join organisations o on o.id = m.organisation
          where m.person = $1 and (m.until is null or m.until > $2)
            and (o.valid_to is null or o.valid_to > $2)
          order by m.organisation, m.role",
    )
    .bind(person.to_string())
    .bind(today.to_string())
    .fetch_all(db)
    .await
}

/// A page of the people of an organisation, after a person of the previous page.
pub async fn page(
    db: &mut Connection,
    organisation: OrganisationId,
    today: Date,
    after: Option<PersonId>,
    limit: i64,
) -> sqlx::Result<Vec<PersonRow>> {
    sqlx::query_as(
        "select p.id, p.name, p.email, p.lang, p.state, p.changed
           from people p
          where p.id > $3
            and exists (select 1 from memberships m
                         where m.person = p.id and m.organisation = $1
                           and (m.until is null or m.until > $2))
          order by p.id
          limit $4",
    )
    .bind(organisation.to_string())
    .bind(today.to_string())
    .bind(after.map_or_else(String::new, |id| id.to_string()))
    .bind(limit)
    .fetch_all(db)
    .await
}

/// Everybody who has one of these roles at a municipality on `today`, by person.
pub async fn people_with(
    db: &mut Connection,
    municipality: &str,
    roles: &[Role],
    today: Date,
) -> sqlx::Result<Vec<PersonRow>> {
    let roles: Vec<&str> = roles.iter().map(|role| role.name()).collect();
    sqlx::query_as(
        "select p.id, p.name, p.email, p.lang, p.state, p.changed
           from people p
          where exists (select 1 from memberships m join organisations o on o.id = m.organisation
                         where m.person = p.id and o.kind = 'municipality' and o.code = $1
                           and $2 like '%,' || m.role || ',%' and m.accepted_at is not null
                           and m.since <= $3 and (m.until is null or m.until > $3)
                           and o.valid_from <= $3 and (o.valid_to is null or o.valid_to > $3))
          order by p.id",
    )
    .bind(municipality)
    .bind(format!(",{},", roles.join(",")))
    .bind(today.to_string())
    .fetch_all(db)
    .await
}

/// The coordinators of a region, by its name in addresses, in the order of their ids.
pub async fn coordinators(db: &mut Connection, region: &str, today: Date) -> sqlx::Result<Vec<PersonRow>> {
    sqlx::query_as(
        "select p.id, p.name, p.email, p.lang, p.state, p.changed
           from people p
          where exists (select 1 from memberships m join organisations o on o.id = m.organisation
                         where m.person = p.id and o.region = $1 and m.role = $2 and m.accepted_at is not null
                           and m.since <= $3 and (m.until is null or m.until > $3)
                           and o.valid_from <= $3 and (o.valid_to is null or o.valid_to > $3))
          order by p.id",
    )
    .bind(region)
    .bind(Role::RegionalCoordinator.name())
    .bind(today.to_string())
    .fetch_all(db)
    .await
}

/// How many people an organisation has, offers included.
pub async fn count(db: &mut Connection, organisation: OrganisationId, today: Date) -> sqlx::Result<i64> {
    sqlx::query_scalar(
        "select count(distinct person) from memberships
          where organisation = $1 and (until is null or until > $2)",
    )
    .bind(organisation.to_string())
    .bind(today.to_string())
    .fetch_one(db)
    .await
}

/// The roles in an organisation of the people from `first` up to and including `last`.
pub async fn roles_between(
    db: &mut Connection,
    organisation: OrganisationId,
    today: Date,
    first: PersonId,
    last: PersonId,
) -> sqlx::Result<Vec<RoleRow>> {
    sqlx::query_as(
        "select id, person, organisation, role, until, accepted_at, offered_name
           from memberships
          where organisation = $1 and person >= $3 and person <= $4 and (until is null or until > $2)
          order by person, role",
    )
    .bind(organisation.to_string())
    .bind(today.to_string())
    .bind(first.to_string())
    .bind(last.to_string())
    .fetch_all(db)
    .await
}

/// Everybody's roles in an organisation: what a merger takes along.
pub async fn staff(
    db: &mut Connection,
    organisation: OrganisationId,
    today: Date,
) -> sqlx::Result<Vec<RoleRow>> {
    sqlx::query_as(
        "select id, person, organisation, role, until, accepted_at, offered_name
           from memberships
          where organisation = $1 and (until is null or until > $2)
          order by person, role",
    )
    .bind(organisation.to_string())
    .bind(today.to_string())
    .fetch_all(db)
    .await
}

impl From<&RoleRow> for Staff {
    fn from(row: &RoleRow) -> Self {
        Self {
            organisation: row.held.organisation,
            person: row.person,
            role: row.held.role,
            until: row.held.until,
            accepted: row.held.accepted,
        }
    }
}

/// How many administrators stay without `person`: accepted, without an end, with an account that is active.
/// Lock the organisation first, or another may go at the same moment.
pub async fn others(
    db: &mut Connection,
    person: PersonId,
    organisation: OrganisationId,
    today: Date,
) -> sqlx::Result<Others> {
    let row: (i64, i64) = sqlx::query_as(
        "select cast(coalesce(sum(case when m.organisation = $2 then 1 else 0 end), 0) as bigint),
                cast(coalesce(sum(case when m.role = 'national-administrator' and o.valid_to is null then 1 else 0 end), 0) as bigint)
           from memberships m
           join people p on p.id = m.person
           join organisations o on o.id = m.organisation
          where m.person <> $1 and m.role in ('administrator', 'national-administrator')
            and m.until is null and m.accepted_at is not null and m.since <= $3 and p.state = 'active'
            and o.valid_from <= $3 and (o.valid_to is null or o.valid_to > $3)",
    )
    .bind(person.to_string())
    .bind(organisation.to_string())
    .bind(today.to_string())
    .fetch_one(db)
    .await?;
    let number = |count: i64| u64::try_from(count).unwrap_or(0);
    Ok(Others { administrators: number(row.0), national_administrators: number(row.1) })
}

/// How many national administrators there are outside an organisation, counted as in [`others`].
pub async fn national_administrators_outside(
    db: &mut Connection,
    organisation: OrganisationId,
    today: Date,
) -> sqlx::Result<i64> {
    sqlx::query_scalar(
        "select count(*)
           from memberships m
           join people p on p.id = m.person
           join organisations o on o.id = m.organisation
          where m.organisation <> $1 and m.role = 'national-administrator'
            and m.until is null and m.accepted_at is not null and m.since <= $2 and p.state = 'active'
            and o.valid_from <= $2 and o.valid_to is null",
    )
    .bind(organisation.to_string())
    .bind(today.to_string())
    .fetch_one(db)
    .await
}

/// Whether a person has, or ever had, a role in one of these organisations.
pub async fn ever_in(
    db: &mut Connection,
    person: PersonId,
    organisations: &[OrganisationId],
) -> sqlx::Result<bool> {
    let ids: Vec<String> = organisations.iter().map(ToString::to_string).collect();
    let found: i64 = sqlx::query_scalar(
        "select count(*) from memberships
          where person = $1 and accepted_at is not null and $2 like '%' || organisation || '%'",
    )
    .bind(person.to_string())
    .bind(ids.join(","))
    .fetch_one(db)
    .await?;
    Ok(found > 0)
}

/// A role to give.
#[derive(Debug, Clone, Copy)]
pub struct NewRole<'a> {
    /// Whom.
    pub person: PersonId,
    /// Where.
    pub organisation: OrganisationId,
    /// As what.
    pub role: Role,
    /// First day.
    pub since: Date,
    /// First day without it.
    pub until: Option<Date>,
    /// An offer, with the name that the inviter typed; `None` is a role that counts at once.
    pub offered_as: Option<&'a str>,
}

/// Gives or offers a role.
pub async fn insert(
    db: &mut Connection,
    keys: &Keys,
    new: NewRole<'_>,
    now: Timestamp,
    entropy: &dyn Entropy,
) -> sqlx::Result<()> {
    let mut random = [0; 16];
    entropy.fill(&mut random);
    let id = uuid::Builder::from_random_bytes(random).into_uuid().to_string();
    let sealed = new.offered_as.map(|name| keys.seal(offered_cell(&id), name.as_bytes(), entropy));
    sqlx::query::<Any>(
        "insert into memberships (id, person, organisation, role, since, until, accepted_at, offered_name)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(&id)
    .bind(new.person.to_string())
    .bind(new.organisation.to_string())
    .bind(new.role.name())
    .bind(new.since.to_string())
    .bind(new.until.map(|day| day.to_string()))
    .bind(new.offered_as.is_none().then(|| write_moment(now)))
    .bind(sealed)
    .execute(db)
    .await?;
    Ok(())
}

/// Which cell the offered name of a row is.
#[must_use]
pub fn offered_cell(row: &str) -> Cell<'_> {
    Cell { table: "memberships", column: "offered_name", row }
}

/// Ends a role (or withdraws an offer) on `day`; the row stays.
pub async fn end(
    db: &mut Connection,
    person: PersonId,
    organisation: OrganisationId,
    role: Role,
    day: Date,
) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "update memberships set until = $4, offered_name = null
          where person = $1 and organisation = $2 and role = $3 and (until is null or until > $4)",
    )
    .bind(person.to_string())
    .bind(organisation.to_string())
    .bind(role.name())
    .bind(day.to_string())
    .execute(db)
    .await?;
    Ok(())
}

/// Moves a role to another organisation from `date` on, an offer as an offer.
pub async fn carry(
    db: &mut Connection,
    keys: &Keys,
    row: &RoleRow,
    to: OrganisationId,
    date: Date,
    now: Timestamp,
    entropy: &dyn Entropy,
) -> Result<(), super::StoreError> {
    let name = match &row.offered_name {
        Some(sealed) => Some(keys.open_text(offered_cell(&row.id), sealed)?),
        None => None,
    };
    let offered = if row.held.accepted { None } else { Some(name.as_ref().map_or("", |name| name.as_str())) };
    let new = NewRole {
        person: row.person,
        organisation: to,
        role: row.held.role,
        since: date,
        until: row.held.until,
        offered_as: offered,
    };
    insert(db, keys, new, now, entropy).await?;
    Ok(())
}

/// Accepts what was offered to a person, in one organisation or in all; the answer is how many roles.
pub async fn accept(
    db: &mut Connection,
    person: PersonId,
    organisation: Option<OrganisationId>,
    now: Timestamp,
) -> sqlx::Result<u64> {
    let done = sqlx::query::<Any>(
        "update memberships set accepted_at = $3, offered_name = null
          where person = $1 and accepted_at is null and ($2 = '' or organisation = $2)
            and (until is null or until > $4)",
    )
    .bind(person.to_string())
    .bind(organisation.map_or_else(String::new, |id| id.to_string()))
    .bind(write_moment(now))
    .bind(super::day(now).to_string())
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}
