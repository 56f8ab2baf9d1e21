//! One person of an organisation: roles there, and what the visitor can do about them.
//! Who manages people (`Permission::SeePeople`, and `ManagePeople` for the forms, confirmed). The page says
//! nothing about other organisations. Seeing it is an event.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Permission, Role};
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::{choice, list, names, ticked};
use crate::Site;
use crate::acts::{self, ActError, invite, renew as acts_renew, roles, switch};
use crate::domain::organisations::Organisation;
use crate::domain::people::PersonState;
use crate::domain::roles::{Within, may_give, may_switch};
use crate::pages::answers;
use crate::pages::parts;
use crate::store::memberships;
use crate::store::people;

#[derive(Template)]
#[template(path = "people/person.html")]
struct View {
    frame: Frame,
    form: FormView,
    path: String,
    name: String,
    email: String,
    state: String,
    organisation: String,
    roles: Vec<String>,
    /// The roles that the visitor can give and take here; empty on the own page.
    choice: Vec<(String, String)>,
    /// Roles that stay, because they are not the visitor's to take.
    kept: Vec<String>,
    is_own: bool,
    is_offered: bool,
    /// What the account can be switched to: `on`, `off`, or nothing.
    switch: Option<&'static str>,
    /// Which link can be sent: the invitation `again`, one for another way to sign in (`renew`), or none.
    send: Option<&'static str>,
    /// Whether mail goes.
    has_mail: bool,
    /// The link to hand over, once, when no mail goes.
    link: Option<String>,
}

impl View {
    /// The address of a page under this one.
    fn at(&self, tail: &str) -> String {
        self.frame.url(&format!("{}{tail}", self.path))
    }

    /// Whether this link can be sent.
    fn sends(&self, link: &str) -> bool {
        self.send == Some(link)
    }
}

/// Shows the person.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Path((organisation, person)): Path<(String, String)>,
) -> Result<Response, PageError> {
    page(&site, &context, &organisation, &person, None, None).await
}

/// Gives other roles.
pub async fn change(
    State(site): State<Site>,
    context: RequestContext,
    Path((id, person)): Path<(String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let organisation = parts::organisation(&mut db, &context, Permission::ManagePeople, &id).await?;
    let act = parts::act(&site, &context)?;
    let who = parts::person(&person)?;
    let until = match parts::until(form.text("until"), "until") {
        Ok(until) => until,
        Err(finding) => {
            drop(db);
            return page(&site, &context, &id, &person, Some((&form, vec![finding])), None).await;
        }
    };
    let wanted = wanted(&mut db, &act, &organisation, who, &form).await?;
    let done = roles::change(&mut db, &act, &organisation, who, &wanted, until).await;
    match done {
        Ok(_) => {
            db.commit().await?;
            // Who lost the last role here is no longer on a page of this organisation.
            let path = format!("/organisations/{id}/people");
            let path = if wanted.is_empty() { path } else { format!("{path}/{person}") };
            Ok(context.done(&path, "roles-changed"))
        }
        Err(error) => {
            drop(db);
            let findings = parts::findings(error)?;
            page(&site, &context, &id, &person, Some((&form, findings)), None).await
        }
    }
}

/// What was ticked, and what the visitor can't take, which was not on the form.
async fn wanted(
    db: &mut platform::Connection,
    act: &acts::Act<'_>,
    organisation: &Organisation,
    person: kernel::PersonId,
    form: &Form,
) -> Result<Vec<Role>, PageError> {
    let within = Within { organisation: organisation.id, kind: organisation.about.kind };
    let mine = may_give(act.actor, within);
    let rows = memberships::roles_between(db, organisation.id, act.today(), person, person).await?;
    let mut wanted = ticked(form);
    wanted.extend(rows.iter().map(|row| row.held.role).filter(|role| !mine.contains(role)));
    Ok(wanted)
}

/// Ends every role here.
pub async fn end(
    State(site): State<Site>,
    context: RequestContext,
    Path((id, person)): Path<(String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let organisation = parts::organisation(&mut db, &context, Permission::ManagePeople, &id).await?;
    let act = parts::act(&site, &context)?;
    match roles::change(&mut db, &act, &organisation, parts::person(&person)?, &[], None).await {
        Ok(_) => {
            db.commit().await?;
            Ok(context.done(&format!("/organisations/{id}/people"), "membership-ended"))
        }
        Err(error) => {
            drop(db);
            let findings = parts::findings(error)?;
            page(&site, &context, &id, &person, Some((&form, findings)), None).await
        }
    }
}

/// Switches the account off.
pub async fn off(
    State(site): State<Site>,
    context: RequestContext,
    Path((id, person)): Path<(String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    switched(&site, &context, &id, &person, &form, false).await
}

/// Switches the account on.
pub async fn on(
    State(site): State<Site>,
    context: RequestContext,
    Path((id, person)): Path<(String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    switched(&site, &context, &id, &person, &form, true).await
}

async fn switched(
    site: &Site,
    context: &RequestContext,
    id: &str,
    person: &str,
    form: &Form,
    on: bool,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let organisation = parts::organisation(&mut db, context, Permission::ManagePeople, id).await?;
    let (act, who) = (parts::act(site, context)?, parts::person(person)?);
    let done = if on {
        switch::on(&mut db, &act, organisation.id, who).await
    } else {
        switch::off(&mut db, &act, organisation.id, who).await
    };
    match done {
        Ok(()) => {
            db.commit().await?;
            let key = if on { "account-on" } else { "account-off" };
            Ok(context.done(&format!("/organisations/{id}/people/{person}"), key))
        }
        Err(error) => {
            drop(db);
            page(site, context, id, person, Some((form, parts::findings(error)?)), None).await
        }
    }
}

/// Sends the invitation again.
pub async fn again(
    State(site): State<Site>,
    context: RequestContext,
    Path((id, person)): Path<(String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let organisation = parts::organisation(&mut db, &context, Permission::ManagePeople, &id).await?;
    let act = parts::act(&site, &context)?;
    let url = &site.settings().public_url;
    match invite::again(&mut db, &act, &organisation, parts::person(&person)?, url).await {
        Ok(invited) => {
            db.commit().await?;
            sent(&site, &context, &id, &person, "invited-again", invited.link).await
        }
        Err(error) => {
            drop(db);
            page(&site, &context, &id, &person, Some((&form, parts::findings(error)?)), None).await
        }
    }
}

/// Sends a link with which the person chooses a new way to sign in.
pub async fn renew(
    State(site): State<Site>,
    context: RequestContext,
    Path((id, person)): Path<(String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let organisation = parts::organisation(&mut db, &context, Permission::ManagePeople, &id).await?;
    let (act, who) = (parts::act(&site, &context)?, parts::person(&person)?);
    match acts_renew::renew(&mut db, &act, organisation.id, who, &site.settings().public_url).await {
        Ok(link) => {
            db.commit().await?;
            sent(&site, &context, &id, &person, "renewal-sent", link).await
        }
        Err(error) => {
            drop(db);
            page(&site, &context, &id, &person, Some((&form, parts::findings(error)?)), None).await
        }
    }
}

/// Back on the page: the link went by mail, or stands there to hand over.
async fn sent(
    site: &Site,
    context: &RequestContext,
    id: &str,
    person: &str,
    done: &str,
    link: String,
) -> Result<Response, PageError> {
    if site.settings().has_mail {
        Ok(context.done(&format!("/organisations/{id}/people/{person}"), done))
    } else {
        page(site, context, id, person, None, Some(link)).await
    }
}

/// The page, with what was refused or the link to hand over.
pub(super) async fn page(
    site: &Site,
    context: &RequestContext,
    id: &str,
    person: &str,
    refused: Option<(&Form, Vec<Finding>)>,
    link: Option<String>,
) -> Result<Response, PageError> {
    let (tr, today) = (context.tr(), crate::store::day(site.now()));
    let act = parts::act(site, context)?;
    // Seeing a person is an event, so this is a write.
    let mut db = site.database().write().await?;
    let organisation = parts::organisation(&mut db, context, Permission::SeePeople, id).await?;
    let who = parts::person(person)?;
    let found = acts::member(&mut db, organisation.id, who, today).await;
    let (row, subject) = match found {
        Ok(found) => found,
        Err(ActError::NotThere) => return Err(PageError::not_yours()),
        Err(error) => return Err(PageError::internal(error)),
    };
    let rows = memberships::roles_between(&mut db, organisation.id, today, who, who).await?;
    let here: Vec<_> = rows.iter().collect();
    let opened = people::open(act.keys, &row)?;
    let name = list::shown_name(&act, &opened, &here)?;
    names::record(&mut db, &act, Some(organisation.id), &[who]).await.map_err(PageError::internal)?;
    db.commit().await?;

    let is_own = act.actor.person == who;
    let within = Within { organisation: organisation.id, kind: organisation.about.kind };
    let mine = if is_own { Vec::new() } else { may_give(act.actor, within) };
    let kept = here.iter().filter(|row| !mine.contains(&row.held.role));
    let kept = kept.map(|row| list::role_words(tr, row)).collect();
    let is_refused = refused.is_some();
    let form = match refused {
        Some((form, findings)) => FormView::of(context, form, findings),
        None => {
            here.iter().fold(FormView::new(context), |form, row| form.value("role", row.held.role.name()))
        }
    };
    let people = format!("/organisations/{id}/people");
    let frame = context
        .frame(form.title(&name), tr.t("person-intro"), "organisations")
        .crumb(tr.t("organisations-title"), Some("/organisations"))
        .crumb(organisation.about.name.clone(), Some(&format!("/organisations/{id}")))
        .crumb(tr.t("people-title"), Some(&people))
        .crumb(name.clone(), None);
    let is_offered = list::is_offered(&here);
    // An account of which only an offer is seen here is not shown as one that can be switched.
    let only_offered = list::only_offered(&act, &subject, &here);
    let may_switch = !only_offered && may_switch(act.actor, &subject).is_ok();
    let is_off = !only_offered && opened.state == PersonState::Off;
    let send = match (is_off, is_offered) {
        (true, _) => None,
        (false, true) => Some("again"),
        (false, false) => may_switch.then_some("renew"),
    };
    let view = View {
        path: format!("{people}/{person}"),
        email: opened.email.as_str().to_owned(),
        state: list::state_words(tr, opened.state, only_offered),
        organisation: organisation.about.name.clone(),
        roles: here.iter().map(|row| list::role_words(tr, row)).collect(),
        choice: choice(tr, &mine),
        send,
        has_mail: site.settings().has_mail,
        switch: may_switch.then_some(if opened.state == PersonState::Off { "on" } else { "off" }),
        frame,
        form,
        name,
        kept,
        is_own,
        is_offered,
        link,
    };
    Ok(if is_refused { answers::refused(view) } else { Page(view).into_response() })
}
