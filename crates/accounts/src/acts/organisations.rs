//! Makes, changes, ends and reopens organisations. Only a national administrator does.

use geography::Geography;
use jiff::civil::Date;
use kernel::{Finding, OrganisationId, OrganisationKind, Role};
use platform::{Connection, audit};
use serde_json::json;

use super::{Act, ActError};
use crate::domain::organisations::{About, Organisation, Typed};
use crate::domain::people::field;
use crate::domain::roles::Refusal;
use crate::store::{memberships, organisations};

/// That the actor may.
pub(super) fn allowed(act: &Act<'_>) -> Result<(), ActError> {
    if act.actor.is(Role::NationalAdministrator) { Ok(()) } else { Err(Refusal::NotYours.into()) }
}

/// Makes an organisation of what was typed.
///
/// # Errors
/// The findings, also when a municipality or region is there already.
pub async fn make(db: &mut Connection, act: &Act<'_>, typed: &Typed) -> Result<OrganisationId, ActError> {
    allowed(act)?;
    let about = typed.read(Geography::built_in()).map_err(ActError::Findings)?;
    make_from(db, act, &about).await
}

/// Makes an organisation.
///
/// # Errors
/// A finding when a municipality or region is there already.
pub(super) async fn make_from(
    db: &mut Connection,
    act: &Act<'_>,
    about: &About,
) -> Result<OrganisationId, ActError> {
    free(db, about, None).await?;
    let id = OrganisationId::new(act.now, act.entropy);
    organisations::insert(db, id, about).await?;
    let detail = json!({ "kind": about.kind.name(), "code": about.code });
    let event = act.event("organisation.made").organisation(id).about("organisation", id);
    audit::record(db, &event.detail(detail)).await?;
    Ok(id)
}

/// Changes what is said about an organisation. `known` is the state that the form was filled in from.
///
/// # Errors
/// The findings; `Changed` if somebody else saved meanwhile.
pub async fn change(
    db: &mut Connection,
    act: &Act<'_>,
    organisation: &Organisation,
    known: i64,
    typed: &Typed,
) -> Result<(), ActError> {
    allowed(act)?;
    let about = typed.read(Geography::built_in()).map_err(ActError::Findings)?;
    // What an organisation is decides which roles it has: another kind is another organisation.
    if about.kind != organisation.about.kind {
        return Err(ActError::Findings(vec![Finding::error("organisation-other-kind", field("kind"))]));
    }
    if organisation.until.is_some_and(|until| until <= about.from) {
        return Err(ActError::Findings(vec![Finding::error("organisation-from-after-end", field("from"))]));
    }
    free(db, &about, Some(organisation.id)).await?;
    if !organisations::update(db, organisation.id, known, &about).await? {
        return Err(ActError::Changed);
    }
    let id = organisation.id;
    let event = act.event("organisation.changed").organisation(id).about("organisation", id);
    let before = Typed::of(&organisation.about);
    let clashes = crate::domain::organisations::clashes(&before, &Typed::of(&about));
    let fields: Vec<_> = clashes.iter().map(|clash| clash.field).collect();
    audit::record(db, &event.detail(json!({ "fields": fields }))).await?;
    Ok(())
}

/// Ends an organisation on a day: nobody has a right by it from then on.
///
/// # Errors
/// A finding about the day, or the last national administrator stands in the way.
pub async fn end(
    db: &mut Connection,
    act: &Act<'_>,
    organisation: &Organisation,
    known: i64,
    until: Date,
) -> Result<(), ActError> {
    allowed(act)?;
    if until < organisation.about.from {
        return Err(ActError::Findings(vec![Finding::error(
            "organisation-end-before-start",
            field("until"),
        )]));
    }
    organisations::lock(db, &[organisation.id]).await?;
    if organisation.about.kind == OrganisationKind::National {
        let outside = memberships::national_administrators_outside(db, organisation.id, act.today()).await?;
        if outside == 0 {
            return Err(Refusal::LastNationalAdministrator.into());
        }
    }
    if !organisations::set_end(db, organisation.id, known, Some(until), None).await? {
        return Err(ActError::Changed);
    }
    let id = organisation.id;
    let event = act.event("organisation.ended").organisation(id).about("organisation", id);
    audit::record(db, &event.detail(json!({ "until": until.to_string() }))).await?;
    Ok(())
}

/// Takes the end of an organisation back: also a merger whose day has not come, of which nothing remains
/// then. After that day its people have gone along already: give them their roles here again by hand.
///
/// # Errors
/// A finding if another organisation has its code now.
pub async fn reopen(
    db: &mut Connection,
    act: &Act<'_>,
    organisation: &Organisation,
    known: i64,
) -> Result<(), ActError> {
    allowed(act)?;
    if organisation.until.is_none() {
        return Err(ActError::Changed);
    }
    free(db, &organisation.about, Some(organisation.id)).await?;
    if !organisations::set_end(db, organisation.id, known, None, None).await? {
        return Err(ActError::Changed);
    }
    let id = organisation.id;
    let event = act.event("organisation.reopened").organisation(id).about("organisation", id);
    let detail = json!({ "until": organisation.until.map(|day| day.to_string()),
        "successor": organisation.successor.map(|id| id.to_string()) });
    audit::record(db, &event.detail(detail)).await?;
    Ok(())
}

/// That no other organisation of the kind has the code.
async fn free(db: &mut Connection, about: &About, own: Option<OrganisationId>) -> Result<(), ActError> {
    let Some(code) = about.code.as_deref() else { return Ok(()) };
    match organisations::by_code(db, about.kind, code, about.from).await? {
        Some(other) if Some(other.id) != own => {
            let name = if about.kind == OrganisationKind::Region { "region" } else { "cbs" };
            let finding = Finding::error("organisation-there-already", field(name));
            Err(ActError::Findings(vec![finding.with("name", other.about.name)]))
        }
        _ => Ok(()),
    }
}
