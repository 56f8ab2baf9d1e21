//! Switches an account off, in every organisation and at once, or on again.

use kernel::{OrganisationId, PersonId};
use platform::Connection;
use platform::audit::{self, Event};

use super::{Act, ActError, member};
use crate::domain::links::Purpose;
use crate::domain::people::PersonState;
use crate::domain::roles::{self, Subject};
use crate::store::{links, memberships, organisations, people, sessions};

/// Switches the account of a member of `organisation` off: every session ends, every link stops working.
///
/// # Errors
/// The rule that stands in the way, or `NotThere` if the person is no member.
pub async fn off(
    db: &mut Connection,
    act: &Act<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<(), ActError> {
    let places = lock(db, act, organisation, person).await?;
    let (row, subject) = member(db, organisation, person, act.today()).await?;
    if places != self::places(&subject) {
        return Err(ActError::Changed);
    }
    let mut others = Vec::new();
    for place in &places {
        others.push((*place, memberships::others(db, person, *place, act.today()).await?));
    }
    let of = |wanted| others.iter().find(|(place, _)| *place == wanted).map(|(_, others)| *others);
    roles::switch_off(act.actor, &subject, |place| of(place).unwrap_or_default())?;
    if row.state == PersonState::Off {
        return Ok(());
    }
    people::set_state(db, person, PersonState::Off).await?;
    sessions::end_all(db, person, None).await?;
    for purpose in [Purpose::Invitation, Purpose::Reset] {
        links::end(db, purpose, person).await?;
    }
    audit::record_all(db, &events(act, "account.switched-off", person, &places)).await?;
    Ok(())
}

/// Switches the account of a member of `organisation` on again. Somebody who never chose a way to sign in
/// is invited still; send the invitation again.
///
/// # Errors
/// The rule that stands in the way, or `NotThere` if the person is no member.
pub async fn on(
    db: &mut Connection,
    act: &Act<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<(), ActError> {
    organisations::lock(db, &[organisation]).await?;
    let (row, subject) = member(db, organisation, person, act.today()).await?;
    roles::may_switch(act.actor, &subject)?;
    if row.state != PersonState::Off {
        return Ok(());
    }
    let known = people::can_sign_in(db, person).await?;
    let state = if known { PersonState::Active } else { PersonState::Invited };
    people::set_state(db, person, state).await?;
    audit::record_all(db, &events(act, "account.switched-on", person, &places(&subject))).await?;
    Ok(())
}

/// Locks every organisation that the person has a role in, and gives them. Who is no member of `organisation`
/// holds nobody up.
pub(super) async fn lock(
    db: &mut Connection,
    act: &Act<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Vec<OrganisationId>, ActError> {
    let (_, subject) = member(db, organisation, person, act.today()).await?;
    let places = places(&subject);
    organisations::lock(db, &places).await?;
    Ok(places)
}

/// Where the person has a role: the privacy officer of each of these organisations sees the event.
pub(super) fn places(subject: &Subject) -> Vec<OrganisationId> {
    let mut places: Vec<_> = subject.held.iter().map(|held| held.organisation).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// One event for each of these organisations.
pub(super) fn events(
    act: &Act<'_>,
    kind: &'static str,
    person: PersonId,
    places: &[OrganisationId],
) -> Vec<Event> {
    places.iter().map(|place| act.event(kind).organisation(*place).about("person", person)).collect()
}
