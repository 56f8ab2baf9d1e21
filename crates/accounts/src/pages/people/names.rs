//! Names for a page. Seeing them is an event, one for each page with all who were on it.

use std::collections::BTreeMap;

use kernel::{OrganisationId, PersonId};
use platform::{Connection, audit};
use serde_json::json;

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

/// Records that these people were on a page: one event, about the person if it is one.
pub async fn record(
    db: &mut Connection,
    act: &Act<'_>,
    organisation: Option<OrganisationId>,
    persons: &[PersonId],
) -> Result<(), ActError> {
    let mut event = act.event("person.seen");
    event.organisation = organisation;
    let event = match persons {
        [] => return Ok(()),
        [person] => event.about("person", person),
        several => {
            let ids: Vec<_> = several.iter().map(ToString::to_string).collect();
            event.detail(json!({ "people": ids }))
        }
    };
    audit::record(db, &event).await?;
    Ok(())
}
