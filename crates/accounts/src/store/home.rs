//! The organisation of a person, for the audit trail.

use kernel::{OrganisationId, PersonId};
use platform::{Connection, DatabaseError};

/// The organisation whose privacy officer sees what happens to an account; of several, the one where the person
/// has been longest.
pub async fn of(db: &mut Connection, person: PersonId) -> Result<Option<OrganisationId>, DatabaseError> {
    let row: Option<(String,)> = sqlx::query_as(
        "select organisation from memberships
          where person = $1 and accepted_at is not null and until is null
          order by since, organisation
          limit 1",
    )
    .bind(person.to_string())
    .fetch_optional(db)
    .await?;
    Ok(row.and_then(|(organisation,)| organisation.parse().ok()))
}
