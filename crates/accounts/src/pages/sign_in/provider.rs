//! `/oidc/{provider}`: to an OpenID provider and back. Anyone may go; who comes back is let in only where the
//! provider's name for the person is linked to an account.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header::{REFRESH, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::SignedDuration;
use kernel::PersonId;
use platform::Connection;
use platform::config::Oidc;
use web::{Form, Frame, Page, PageError, RequestContext, localized};

use crate::Site;
use crate::domain::links::Purpose;
use crate::domain::people::{Address, Person, PersonState};
use crate::oidc::arrival::{Arrived, Back, arrive};
use crate::oidc::departure::{Errand, Going, depart};
use crate::oidc::roles;
use crate::sign_in::ceremony::{self, Found};
use crate::sign_in::cookies::Cookie;
use crate::sign_in::enrol;
use crate::sign_in::events::{By, Entry, Happened};
use crate::sign_in::notices::{self, Notice};
use crate::sign_in::session::{self, Method};
use crate::store::people::PersonRow;
use crate::store::sessions::Provider;
use crate::store::{identities, people};

/// How long ago somebody may have shown at the provider who it is, to count as doing so now.
const JUST_NOW: SignedDuration = SignedDuration::from_mins(5);

/// One step on the way: the browser goes on by itself, and there is a link for one that does not.
///
/// A redirect as the answer to a form would be stopped by our own policy (`form-action 'self'`).
#[derive(Template)]
#[template(path = "sign_in/going.html")]
struct View {
    frame: Frame,
    name: String,
    url: String,
}

fn entry<'a>(site: &'a Site, id: &str) -> Result<&'a Oidc, PageError> {
    site.settings().providers.iter().find(|entry| entry.id == id).ok_or(PageError::NotFound)
}

/// Sends somebody to the provider.
pub async fn send(
    State(site): State<Site>,
    Path(provider): Path<String>,
    request: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let entry = entry(&site, &provider)?;
    let signed_in = request.signed_in();
    let (errand, person) = match form.text("errand") {
        "invitation" => (Errand::Invitation(form.text("invitation").to_owned()), None),
        "confirm" => (Errand::Confirm, Some(signed_in.ok_or(PageError::SignedOut)?.actor.person)),
        "link" => {
            let signed_in = signed_in.ok_or(PageError::SignedOut)?;
            if !signed_in.confirmed {
                return Ok(request.see_other("/confirm?next=/account/security"));
            }
            (Errand::Link, Some(signed_in.actor.person))
        }
        _ => (Errand::SignIn, None),
    };
    let going = (request.lang, form.text("next"), form.raw("resume"));
    let (url, token) = match depart(&site, entry, errand, person, going).await {
        Ok(departed) => departed,
        Err(error) => {
            tracing::warn!(provider = %entry.id, ?error, "nobody can be sent to this provider");
            return Ok(request.see_other("/sign-in?problem=provider"));
        }
    };
    let frame = request.frame(request.tr().t("provider-going-title"), "", "");
    let refresh = HeaderValue::from_str(&format!("0;url={url}"))?;
    let mut response = Page(View { frame, name: entry.name.clone(), url }).into_response();
    response.headers_mut().insert(REFRESH, refresh);
    if let Some(cookie) = Cookie::Step.set(token.text(), site.settings()) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Takes somebody back from the provider.
pub async fn back(
    State(site): State<Site>,
    Path(provider): Path<String>,
    request: RequestContext,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let entry = entry(&site, &provider)?;
    let now = site.now();
    let mut db = site.database().write().await?;
    let token = Cookie::Step.read(&headers, site.settings());
    let found = ceremony::find::<Going>(&site, &mut db, token, now).await?;
    let Some(found) = found else { return Ok(request.see_other("/sign-in?problem=late")) };
    let first = ceremony::end(&mut db, &found.token).await?;
    db.commit().await?;
    let lang = found.state.lang;
    let problem =
        |key: &str| Redirect::to(&localized(lang, &format!("/sign-in?problem={key}"))).into_response();
    if !first {
        return Ok(problem("late"));
    }
    let (code, state, iss) =
        (request.query_value("code"), request.query_value("state"), request.query_value("iss"));
    let back = Back { code: code.as_deref(), state: state.as_deref(), iss: iss.as_deref() };
    let arrived = match arrive(&site, entry, &found.state, back).await {
        Ok(Ok(arrived)) => arrived,
        Ok(Err(why)) => {
            tracing::warn!(provider = %entry.id, %why, "somebody came back without a right token");
            return Ok(problem("refused"));
        }
        Err(error) => {
            tracing::warn!(provider = %entry.id, ?error, "a provider can't be asked");
            return Ok(problem("provider"));
        }
    };
    let welcomed = match &found.state.errand {
        Errand::SignIn => sign_in(&site, &request, entry, &found, &arrived).await?,
        Errand::Invitation(token) => invitation(&site, &request, entry, &found, &arrived, token).await?,
        Errand::Link => link(&site, &request, entry, &found, &arrived).await?,
        Errand::Confirm => confirm(&site, &request, &found, &arrived).await?,
    };
    Ok(welcomed.unwrap_or_else(problem))
}

/// An answer, or the key of what to tell.
type Welcomed = Result<Result<Response, &'static str>, PageError>;

async fn sign_in(
    site: &Site,
    request: &RequestContext,
    entry: &Oidc,
    found: &Found<Going>,
    arrived: &Arrived,
) -> Welcomed {
    let mut db = site.database().write().await?;
    let mut happened = Vec::new();
    let row = match identities::find(&mut db, &arrived.issuer, &arrived.subject).await? {
        Some(person) => people::find(&mut db, person).await?,
        None => by_verified_email(site, &mut db, entry, arrived, &mut happened).await?,
    };
    let Some(row) = row.filter(|row| row.state == PersonState::Active) else {
        let happened = Happened::SignInFailed { step: "provider", account: None };
        By::nobody(request.client(), site.now()).record(&mut db, None, happened).await?;
        db.commit().await?;
        return Ok(Err("unlinked"));
    };
    let person = people::open(site.keys(), &row)?;
    happened.extend(roles::apply(site, &mut db, entry, &arrived.claims, person.id).await?);
    let response = begin(site, &mut db, request, &person, (found, arrived), &happened).await?;
    db.commit().await?;
    Ok(Ok(response))
}

/// The account of an address that the provider says it has verified, where the configuration trusts it in that.
/// From now on the provider's name for the person counts, whatever the address becomes.
async fn by_verified_email<'a>(
    site: &Site,
    db: &mut Connection,
    entry: &'a Oidc,
    arrived: &Arrived,
    happened: &mut Vec<Entry<'a>>,
) -> Result<Option<PersonRow>, PageError> {
    let address = arrived.verified_email.as_deref().filter(|_| entry.link_by_verified_email);
    let Some(address) = address.and_then(Address::parse) else { return Ok(None) };
    let row = people::by_email_index(db, &people::index(site.keys(), &address)).await?;
    let Some(row) = row.filter(|row| row.state == PersonState::Active) else { return Ok(None) };
    let person = people::open(site.keys(), &row)?;
    Ok(keep_link(site, db, entry, arrived, &person, happened).await?.then_some(row))
}

/// Links the provider's name to the person; `false` if it is somebody else's.
async fn keep_link<'a>(
    site: &Site,
    db: &mut Connection,
    entry: &'a Oidc,
    arrived: &Arrived,
    person: &Person,
    happened: &mut Vec<Entry<'a>>,
) -> Result<bool, PageError> {
    if !identities::link(db, &arrived.issuer, &arrived.subject, person.id, site.now()).await? {
        let known = identities::find(db, &arrived.issuer, &arrived.subject).await?;
        return Ok(known == Some(person.id));
    }
    notices::tell(site, db, person, &Notice::IdentityLinked).await?;
    happened.push((None, Happened::IdentityLinked { provider: &entry.id }));
    Ok(true)
}

async fn begin(
    site: &Site,
    db: &mut Connection,
    request: &RequestContext,
    person: &Person,
    (found, arrived): (&Found<Going>, &Arrived),
    before: &[Entry<'_>],
) -> Result<Response, PageError> {
    let provider = Provider {
        issuer: arrived.issuer.clone(),
        sid: arrived.sid.clone(),
        subject: arrived.subject.clone(),
    };
    let begun = session::begin(site, db, person, Method::Provider, request, Some(provider), before).await?;
    let start = localized(found.state.lang, "/start");
    let next = if found.state.next.is_empty() { start.as_str() } else { found.state.next.as_str() };
    Ok(session::welcome(site, request, person, &begun, next, &found.state.resume))
}

async fn invitation(
    site: &Site,
    request: &RequestContext,
    entry: &Oidc,
    found: &Found<Going>,
    arrived: &Arrived,
    token: &str,
) -> Welcomed {
    let mut db = site.database().write().await?;
    let Some(held) = enrol::holder(site, &mut db, Purpose::Invitation, token).await? else {
        return Ok(Err("late"));
    };
    let mut happened = Vec::new();
    if !keep_link(site, &mut db, entry, arrived, &held.person, &mut happened).await? {
        return Ok(Err("linked"));
    }
    let Some(accepted) = enrol::accept(site, &mut db, &held, None).await? else { return Ok(Err("late")) };
    happened.extend(accepted);
    happened.extend(roles::apply(site, &mut db, entry, &arrived.claims, held.person.id).await?);
    let response = begin(site, &mut db, request, &held.person, (found, arrived), &happened).await?;
    db.commit().await?;
    Ok(Ok(response))
}

/// The person who went is the person who is signed in now.
fn same(request: &RequestContext, found: &Found<Going>) -> Option<PersonId> {
    let person = request.signed_in()?.actor.person;
    (found.person == Some(person)).then_some(person)
}

async fn link(
    site: &Site,
    request: &RequestContext,
    entry: &Oidc,
    found: &Found<Going>,
    arrived: &Arrived,
) -> Welcomed {
    let Some(person) = same(request, found) else { return Ok(Err("late")) };
    let mut db = site.database().write().await?;
    let row = people::find(&mut db, person).await?.ok_or(PageError::SignedOut)?;
    let person = people::open(site.keys(), &row)?;
    let mut happened = Vec::new();
    if !keep_link(site, &mut db, entry, arrived, &person, &mut happened).await? {
        return Ok(Err("linked"));
    }
    let by = By::person(person.id, request.client(), site.now());
    by.record_each(&mut db, person.id, &happened).await?;
    db.commit().await?;
    let to = localized(found.state.lang, "/account/security?done=identity-linked");
    Ok(Ok(Redirect::to(&to).into_response()))
}

async fn confirm(site: &Site, request: &RequestContext, found: &Found<Going>, arrived: &Arrived) -> Welcomed {
    let (Some(person), Some(signed_in)) = (same(request, found), request.signed_in()) else {
        return Ok(Err("late"));
    };
    let mut db = site.database().write().await?;
    let known = identities::find(&mut db, &arrived.issuer, &arrived.subject).await?;
    // A provider that ignores `prompt=login` would only say that a browser is signed in there.
    let fresh = arrived.authenticated_at.is_some_and(|at| site.now().duration_since(at) < JUST_NOW);
    if known != Some(person) || !fresh {
        let happened = Happened::SignInFailed { step: "confirm", account: None };
        By::person(person, request.client(), site.now()).record(&mut db, Some(person), happened).await?;
        db.commit().await?;
        return Ok(Err("refused"));
    }
    let method = Method::Provider;
    let token = session::confirm(site, &mut db, signed_in.session, person, method, request.client()).await?;
    db.commit().await?;
    let start = localized(found.state.lang, "/start");
    let next = if found.state.next.is_empty() { start.as_str() } else { found.state.next.as_str() };
    let mut response = request.welcome(person, signed_in.session, next, &found.state.resume);
    response.headers_mut().append(SET_COOKIE, request.session_cookie(token.text()));
    if let Some(cookie) = Cookie::Step.clear(site.settings()) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(Ok(response))
}
