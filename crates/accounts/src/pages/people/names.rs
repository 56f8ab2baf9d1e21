//! Names for a page. Seeing them is an event, about each person who was on it.

use std::collections::BTreeMap;

use kernel::{OrganisationId, PersonId};
use platform::{Connection, audit};

use crate::acts::{Act, ActError};
use crate::store::people;

/// Opens the names of people for a page and records that they were seen. The caller commits.
pub async fn seen(
    db: &mut Connection,
    act: &Act<'_>,
    organisation: Option<OrganisationId>,
    persons: &[PersonId],
) -> Result<BTreeMap<PersonId, String>, web::PageError> {
    let mut names = BTreeMap::new();
    for person in persons {
        if names.contains_key(person) {
            continue;
        }
        if let Some(row) = people::find(db, *person).await? {
            names.insert(*person, people::open(act.keys, &row)?.name);
        }
    }
    let persons: Vec<PersonId> = names.keys().copied().collect();
    record(db, act, organisation, &persons).await.map_err(web::PageError::internal)?;
    Ok(names)
}

/// Records that these people were on a page: an event about each, so that everybody finds who looked.
pub async fn record(
    db: &mut Connection,
    act: &Act<'_>,
    organisation: Option<OrganisationId>,
    persons: &[PersonId],
) -> Result<(), ActError> {
    let seen = |person: &PersonId| {
        let mut event = act.event("person.seen").about("person", person);
        event.organisation = organisation;
        event
    };
    audit::record_all(db, &persons.iter().map(seen).collect::<Vec<_>>()).await?;
    Ok(())
}
