//! Stored keys of the API.

use jiff::Timestamp;
use kernel::{Actor, Membership, OrganisationId, PersonId};
use platform::{Connection, DatabaseError, decode, write_moment};
use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

use super::damaged;
use crate::domain::api_keys::{Scope, Wanted};
use crate::domain::token::Token;

/// A key in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name in addresses.
    pub id: String,
    /// Whose.
    pub person: PersonId,
    /// For which organisation.
    pub organisation: OrganisationId,
    /// What its owner calls it.
    pub name: String,
    /// What it allows.
    pub scope: Scope,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// When it was last used, to the hour.
    pub used_at: Option<Timestamp>,
}

fn scope(row: &AnyRow) -> Result<Scope, sqlx::Error> {
    let name: String = row.try_get("scope")?;
    Scope::parse(&name).ok_or_else(|| damaged("scope"))
}

impl FromRow<'_, AnyRow> for Listed {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            person: decode::id(row, "person")?,
            organisation: decode::id(row, "organisation")?,
            name: row.try_get("name")?,
            scope: scope(row)?,
            created_at: decode::id(row, "created_at")?,
            ends_at: decode::id(row, "ends_at")?,
            used_at: decode::optional(row, "used_at")?,
        })
    }
}

/// Who acts by a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The key.
    pub id: String,
    /// The person, with the roles of now in the organisation of the key.
    pub actor: Actor,
    /// The name of the person, sealed.
    pub name: Vec<u8>,
    /// What the key allows.
    pub scope: Scope,
    /// When it was last used.
    pub used_at: Option<Timestamp>,
}

/// Keeps a new key.
pub async fn add(
    db: &mut Connection,
    id: &str,
    token: &Token,
    person: PersonId,
    wanted: &Wanted,
    (now, ends_at): (Timestamp, Timestamp),
) -> Result<(), DatabaseError> {
    sqlx::query(
        "insert into api_keys (id, token_hash, person, organisation, name, scope, created_at, ends_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(id)
    .bind(token.hash())
    .bind(person.to_string())
    .bind(wanted.organisation.to_string())
    .bind(&wanted.name)
    .bind(wanted.scope.name())
    .bind(write_moment(now))
    .bind(write_moment(ends_at))
    .execute(db)
    .await?;
    Ok(())
}

/// Who acts by a key that lives: the account must be active, and a role in the organisation of the key valid.
pub async fn holder(
    db: &mut Connection,
    token: &Token,
    now: Timestamp,
) -> Result<Option<Holder>, DatabaseError> {
    let rows: Vec<AnyRow> = sqlx::query(
        "select k.id, k.person, k.scope, k.used_at, p.name, o.id as organisation, o.kind, m.role
           from api_keys k
           join people p on p.id = k.person and p.state = 'active'
           join memberships m on m.person = k.person and m.organisation = k.organisation
                and m.accepted_at is not null and m.since <= $2 and (m.until is null or m.until > $2)
           join organisations o on o.id = m.organisation
                and o.valid_from <= $2 and (o.valid_to is null or o.valid_to > $2)
          where k.token_hash = $1 and k.ends_at > $3
          order by m.role",
    )
    .bind(token.hash())
    .bind(super::day(now).to_string())
    .bind(write_moment(now))
    .fetch_all(db)
    .await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let memberships = rows.iter().filter_map(|row| super::sessions::membership(row).transpose());
    let memberships: Vec<Membership> = memberships.collect::<Result<_, _>>()?;
    Ok(Some(Holder {
        id: first.try_get("id")?,
        actor: Actor { person: decode::id(first, "person")?, memberships },
        name: first.try_get("name")?,
        scope: scope(first)?,
        used_at: decode::optional(first, "used_at")?,
    }))
}

/// Notes that a key was used.
pub async fn used(db: &mut Connection, id: &str, now: Timestamp) -> Result<(), DatabaseError> {
    sqlx::query("update api_keys set used_at = $2 where id = $1")
        .bind(id)
        .bind(write_moment(now))
        .execute(db)
        .await?;
    Ok(())
}

/// The columns of a [`Listed`], of keys that live at `$2`.
macro_rules! living {
    ($whose:literal) => {
        concat!(
            "select id, person, organisation, name, scope, created_at, ends_at, used_at from api_keys where ",
            $whose,
            " = $1 and ends_at > $2 order by created_at desc, id"
        )
    };
}

/// The living keys of a person, newest first.
pub async fn of_person(
    db: &mut Connection,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<Listed>, DatabaseError> {
    let keys = sqlx::query_as(living!("person")).bind(person.to_string()).bind(write_moment(now));
    Ok(keys.fetch_all(db).await?)
}

/// The living keys for an organisation, newest first.
pub async fn of_organisation(
    db: &mut Connection,
    organisation: OrganisationId,
    now: Timestamp,
) -> Result<Vec<Listed>, DatabaseError> {
    let keys = sqlx::query_as(living!("organisation")).bind(organisation.to_string()).bind(write_moment(now));
    Ok(keys.fetch_all(db).await?)
}

/// Ends a key; whose it was, unless it had ended.
pub async fn end(
    db: &mut Connection,
    id: &str,
    organisation: OrganisationId,
) -> Result<Option<PersonId>, DatabaseError> {
    let row: Option<(String,)> =
        sqlx::query_as("delete from api_keys where id = $1 and organisation = $2 returning person")
            .bind(id)
            .bind(organisation.to_string())
            .fetch_optional(db)
            .await?;
    Ok(row.map(|(person,)| person.parse().map_err(|_| damaged("person"))).transpose()?)
}
