//! Gives a member of an organisation other roles there, or none any more.

use jiff::civil::Date;
use kernel::{PersonId, Role};
use platform::{Connection, audit};
use serde_json::json;

use super::{Act, ActError, member};
use crate::domain::organisations::Organisation;
use crate::domain::roles::{self, Change, Within};
use crate::store::memberships::{self, NewRole};
use crate::store::organisations;

/// Gives `person` exactly the roles `wanted` in `organisation`; new ones end on `until`. Somebody who has not
/// accepted anything there yet is offered the new ones too.
///
/// # Errors
/// The rule that stands in the way, or `NotThere` if the person is no member.
pub async fn change(
    db: &mut Connection,
    act: &Act<'_>,
    organisation: &Organisation,
    person: PersonId,
    wanted: &[Role],
    until: Option<Date>,
) -> Result<Change, ActError> {
    let today = act.today();
    organisations::lock(db, &[organisation.id]).await?;
    let (_, subject) = member(db, organisation.id, person, today).await?;
    let others = memberships::others(db, person, organisation.id, today).await?;
    let within = Within { organisation: organisation.id, kind: organisation.about.kind };
    let change = roles::change(act.actor, &subject, within, wanted, until, today, others)?;
    let name = offered_name(db, act, organisation, person).await?;
    let mut events = Vec::new();
    for role in &change.taken {
        memberships::end(db, person, organisation.id, *role, today).await?;
        events.push(act.event("account.role-taken").detail(json!({ "role": role.name() })));
    }
    for role in &change.given {
        let new = NewRole {
            person,
            organisation: organisation.id,
            role: *role,
            since: today,
            until,
            offered_as: name.as_deref(),
        };
        memberships::insert(db, act.keys, new, act.now, act.entropy).await?;
        let detail = json!({ "role": role.name(), "until": until.map(|day| day.to_string()), "offered": name.is_some() });
        events.push(act.event("account.role-given").detail(detail));
    }
    let events: Vec<_> =
        events.into_iter().map(|event| event.organisation(organisation.id).about("person", person)).collect();
    audit::record_all(db, &events).await?;
    Ok(change)
}

/// The name under which the person was invited here, as long as nothing was accepted here.
async fn offered_name(
    db: &mut Connection,
    act: &Act<'_>,
    organisation: &Organisation,
    person: PersonId,
) -> Result<Option<String>, ActError> {
    let rows = memberships::roles_between(db, organisation.id, act.today(), person, person).await?;
    if rows.iter().any(|row| row.held.accepted) {
        return Ok(None);
    }
    let Some(row) = rows.first() else { return Ok(None) };
    let name = match &row.offered_name {
        Some(sealed) => act.keys.open_text(memberships::offered_cell(&row.id), sealed)?.to_string(),
        None => String::new(),
    };
    Ok(Some(name))
}
