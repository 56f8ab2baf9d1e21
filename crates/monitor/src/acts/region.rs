//! What those of a region do together: say where its vision is, and change joint actions. Joint actions are actions of
//! a plan ([`super::action`]), with who takes part.

use geography::{Code, Region};
use kernel::OrganisationId;
use platform::Connection;
use platform::audit::{self, Event, Who};
use serde_json::json;

use super::action::{ActionForm, Holder, change};
use super::{Act, ActError};
use crate::domain::plan::Whose;
use crate::domain::region::Vision;
use crate::store::{plans, region};

/// The plan of a region, for somebody who acts for `organisation`.
#[must_use]
pub fn plan_of(region: Region, organisation: Option<OrganisationId>) -> Holder {
    Holder { whose: Whose::Region(region), organisation }
}

/// Says where the vision of a region is, seen after `known` saves.
///
/// # Errors
/// `Changed` if somebody else said something meanwhile.
pub async fn set_vision(
    db: &mut Connection,
    act: &Act<'_>,
    (region, organisation): (Region, Option<OrganisationId>),
    vision: &Vision,
    known: i64,
) -> Result<(), ActError> {
    if !region::set_vision(db, region, vision, known, (act.actor.person, act.now)).await? {
        return Err(ActError::Changed);
    }
    let event = Event::new("region.vision-changed", act.now, Who::Person(act.actor.person));
    let event = event.request(act.request).about("region", region.slug());
    let event = event.detail(json!({ "state": vision.state.name() }));
    let event = match organisation {
        Some(organisation) => event.organisation(organisation),
        None => event,
    };
    audit::record(db, &event).await?;
    Ok(())
}

/// Changes a joint action and who takes part, seen after `known` saves.
///
/// # Errors
/// What is wrong with it, or `Changed` if somebody changed it meanwhile.
pub async fn change_action(
    db: &mut Connection,
    act: &Act<'_>,
    of: Holder,
    (number, known): (i64, i64),
    form: ActionForm,
    members: &[Code],
) -> Result<(), ActError> {
    change(db, act, of, (number, known), form).await?;
    plans::set_members(db, of.whose, number, members).await?;
    Ok(())
}

#[cfg(test)]
#[path = "region_tests.rs"]
mod tests;
