//! The people of an organisation, with roles, state and the day of the last sign-in.
//! Who manages people (`Permission::SeePeople`): of the own organisation, or of all for a national
//! administrator. Seeing the list is an event.

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::{Permission, PersonId};
use platform::Connection;
use platform::audit::{self, Filter, Scope};
use serde::Deserialize;
use web::{Frame, Page, PageError, Pager, RequestContext, Tr};

use super::names;
use crate::Site;
use crate::acts::{self, Act};
use crate::domain::people::{Person, PersonState};
use crate::domain::roles::{Subject, may_switch};
use crate::pages::parts::{self, ROWS};
use crate::store::memberships::{self, RoleRow};
use crate::store::people;

#[derive(Template)]
#[template(path = "people/list.html")]
struct View {
    frame: Frame,
    invite: String,
    /// How many there are, in words.
    count: String,
    rows: Vec<Row>,
    pager: Pager,
    /// Whether people can still be invited.
    open: bool,
}

struct Row {
    url: String,
    name: String,
    email: String,
    roles: Vec<String>,
    state: String,
    signed_in: String,
}

/// What the address can ask for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The page that follows this person.
    after: String,
}

/// Shows a page of the list.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, PageError> {
    let (tr, today) = (context.tr(), crate::store::day(site.now()));
    let act = parts::act(&site, &context)?;
    // Seeing people is an event, so this is a write.
    let mut db = site.database().write().await?;
    let organisation = parts::organisation(&mut db, &context, Permission::SeePeople, &id).await?;
    let after: Option<PersonId> = asked.after.parse().ok();
    let limit = i64::try_from(ROWS + 1).unwrap_or(i64::MAX);
    let mut found = memberships::page(&mut db, organisation.id, today, after, limit).await?;
    let count = memberships::count(&mut db, organisation.id, today).await?;
    let more = found.len() > ROWS;
    found.truncate(ROWS);
    let mut roles = Vec::new();
    if let (Some(first), Some(last)) = (found.first(), found.last()) {
        roles = memberships::roles_between(&mut db, organisation.id, today, first.id, last.id).await?;
    }
    let base = format!("/organisations/{}/people", organisation.id);
    let mut rows = Vec::new();
    for row in &found {
        let here: Vec<&RoleRow> = roles.iter().filter(|role| role.person == row.id).collect();
        let person = people::open(act.keys, row)?;
        let subject = acts::subject(&mut db, row.id, row.state, today).await.map_err(PageError::internal)?;
        let only_offered = only_offered(&act, &subject, &here);
        let signed_in = signed_in(&mut db, tr, &person, &here).await?;
        rows.push(Row {
            url: context.url(&format!("{base}/{}", row.id)),
            name: shown_name(&act, &person, &here)?,
            email: person.email.as_str().to_owned(),
            roles: here.iter().map(|role| role_words(tr, role)).collect(),
            state: state_words(tr, person.state, only_offered),
            signed_in,
        });
    }
    let persons: Vec<PersonId> = found.iter().map(|row| row.id).collect();
    names::record(&mut db, &act, Some(organisation.id), &persons).await.map_err(PageError::internal)?;
    db.commit().await?;
    let title = tr.t1("people-title-of", "name", &organisation.about.name);
    let frame = context
        .frame(title, tr.t("people-intro"), "organisations")
        .crumb(tr.t("organisations-title"), Some("/organisations"))
        .crumb(organisation.about.name.clone(), Some(&format!("/organisations/{}", organisation.id)))
        .crumb(tr.t("people-title"), None);
    Ok(Page(View {
        invite: context.url(&format!("{base}/invite")),
        count: tr.t1("people-count", "n", count),
        pager: Pager {
            first: after.map(|_| context.url(&base)),
            next: persons.last().filter(|_| more).map(|last| context.url(&format!("{base}?after={last}"))),
        },
        open: organisation.until.is_none_or(|until| until > today),
        frame,
        rows,
    }))
}

/// Whether everything of the person here is still an offer.
pub(super) fn is_offered(here: &[&RoleRow]) -> bool {
    !here.is_empty() && here.iter().all(|role| !role.held.accepted)
}

/// Whether nothing but an offer of this organisation is seen of the account. Of one that was never in use, and
/// that is the visitor's to switch, all is seen.
pub(super) fn only_offered(act: &Act<'_>, subject: &Subject, here: &[&RoleRow]) -> bool {
    is_offered(here) && !(subject.unused && may_switch(act.actor, subject).is_ok())
}

/// The name: as the inviter typed it, until the person accepted something here.
pub(super) fn shown_name(act: &Act<'_>, person: &Person, here: &[&RoleRow]) -> Result<String, PageError> {
    let offered = here.iter().find_map(|role| Some((&role.id, role.offered_name.as_ref()?)));
    match offered {
        Some((row, sealed)) if is_offered(here) => {
            Ok(act.keys.open_text(memberships::offered_cell(row), sealed)?.to_string())
        }
        _ => Ok(person.name.clone()),
    }
}

/// The state as far as it is this organisation's business: an offer to somebody with an account in use says nothing
/// about that account.
pub(super) fn state_words(tr: Tr, state: PersonState, only_offered: bool) -> String {
    let state = if only_offered { PersonState::Invited } else { state };
    tr.t(&format!("person-state-{}", state.name()))
}

/// A role with its end, if it has one.
pub(super) fn role_words(tr: Tr, row: &RoleRow) -> String {
    let role = parts::role(tr, row.held.role);
    match row.held.until {
        Some(until) => tr.t2("role-until", "role", role, "day", parts::day(tr, until)),
        None => role,
    }
}

/// The day of the last sign-in, for members only: not the time, and nothing about an offer.
async fn signed_in(
    db: &mut Connection,
    tr: Tr,
    person: &Person,
    here: &[&RoleRow],
) -> Result<String, PageError> {
    if is_offered(here) {
        return Ok(String::new());
    }
    let filter = Filter {
        organisations: Scope::All,
        actor: Some(person.id.to_string()),
        kind: Some("account.signed-in".to_owned()),
        ..Filter::default()
    };
    let last = audit::page(db, &filter, None, 1).await?;
    let moment = last.first().and_then(audit::Row::moment);
    Ok(moment.map_or_else(|| tr.t("person-never"), |at| parts::day(tr, crate::store::day(at))))
}
