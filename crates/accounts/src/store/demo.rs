//! Everybody of the demonstration with a role, for signing in with one click.

use platform::Connection;
use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

use super::people::PersonRow;

/// Somebody in one role.
#[derive(Debug)]
pub struct Somebody {
    /// Who.
    pub person: PersonRow,
    /// As what.
    pub role: String,
    /// The name of the organisation.
    pub organisation: String,
}

impl FromRow<'_, AnyRow> for Somebody {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            person: PersonRow::from_row(row)?,
            role: row.try_get("role")?,
            organisation: row.try_get("organisation_name")?,
        })
    }
}

/// Active people with their roles, in the order in which they were made.
pub async fn everybody(db: &mut Connection, limit: i64) -> sqlx::Result<Vec<Somebody>> {
    sqlx::query_as(
        "select p.id, p.name, p.email, p.lang, p.state, p.changed, m.role, o.name as organisation_name
           from people p
           join memberships m on m.person = p.id and m.accepted_at is not null and m.until is null
           join organisations o on o.id = m.organisation
          where p.state = 'active'
          order by p.id, o.name, m.role
          limit $1",
    )
    .bind(limit)
    .fetch_all(db)
    .await
}
