//! Beginning and ending sessions.

use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use jiff::Timestamp;
use kernel::{PersonId, SessionId};
use platform::Connection;
use web::{Client, PageError, RequestContext};

use super::cookies::Cookie;
use super::events::{By, Entry, Happened};
use super::known_device;
use crate::Site;
use crate::domain::device;
use crate::domain::people::Person;
use crate::domain::token::Token;
use crate::store::people;
use crate::store::sessions::{self, NewSession, Provider};

/// How a person showed who it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Password and a code of an authenticator app.
    Password,
    /// Password and a recovery code.
    Recovery,
    /// A passkey.
    Passkey,
    /// An OpenID provider.
    Provider,
    /// One click, in the demonstration only.
    Demo,
}

impl Method {
    /// The name in the database, in events and in locale keys (`sign-in-method-<name>`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Recovery => "recovery",
            Self::Passkey => "passkey",
            Self::Provider => "provider",
            Self::Demo => "demo",
        }
    }
}

/// A session that began: its token goes into the cookie, once.
#[derive(Debug)]
pub struct Begun {
    /// The secret of the session.
    pub token: Token,
    /// The name of the session.
    pub session: SessionId,
    device: String,
}

/// Begins a session with a token of its own. The session that this browser had ends: a token from before
/// signing in is worth nothing after it. Last in the transaction, because it writes the events: those of
/// `before`, which led to it, and its own.
pub async fn begin(
    site: &Site,
    db: &mut Connection,
    person: &Person,
    method: Method,
    request: &RequestContext,
    provider: Option<Provider>,
    before: &[Entry<'_>],
) -> Result<Begun, PageError> {
    let (now, client) = (site.now(), request.client());
    if let Some(before) = request.signed_in() {
        sessions::end(db, before.actor.person, before.session).await?;
    }
    let (id, token) = (SessionId::new(now, site.entropy()), Token::new(site.entropy()));
    let new = NewSession {
        id,
        token: &token,
        person: person.id,
        method: method.name(),
        device: &device::describe(&client.agent),
        at: now,
        ends_at: now.saturating_add(site.settings().sessions.absolute).unwrap_or(now),
        provider,
    };
    sessions::begin(db, &new).await?;
    let by = By::person(person.id, client, now);
    by.record_each(db, person.id, before).await?;
    let happened = Happened::SignedIn { method: method.name(), session: id };
    by.record(db, Some(person.id), happened).await?;
    let index = people::index(site.keys(), &person.email);
    Ok(Begun { token, session: id, device: known_device::cookie(site.keys(), &index, site.entropy()) })
}

/// The answer to signing in: where the person was going, or what was typed before, with the session's cookie.
pub fn welcome(
    site: &Site,
    request: &RequestContext,
    person: &Person,
    begun: &Begun,
    next: &str,
    resume: &str,
) -> Response {
    let start = request.url("/start");
    let next = if next.is_empty() { start.as_str() } else { next };
    give(site, request, begun, request.welcome(person.id, begun.session, next, resume))
}

/// Puts the session into the browser, and takes away what was there while signing in.
pub fn give(site: &Site, request: &RequestContext, begun: &Begun, mut response: Response) -> Response {
    let headers: &mut HeaderMap = response.headers_mut();
    headers.append(SET_COOKIE, request.session_cookie(begun.token.text()));
    let own = [Cookie::Device.set(&begun.device, site.settings()), Cookie::Step.clear(site.settings())];
    for cookie in own.into_iter().flatten() {
        headers.append(SET_COOKIE, cookie);
    }
    response
}

/// The person showed again who it is: the session gets another token and counts as confirmed.
pub async fn confirm(
    site: &Site,
    db: &mut Connection,
    session: SessionId,
    person: PersonId,
    method: Method,
    client: &Client,
) -> Result<Token, PageError> {
    let now: Timestamp = site.now();
    let token = Token::new(site.entropy());
    sessions::confirm(db, session, &token, now).await?;
    let happened = Happened::Confirmed { method: method.name() };
    By::person(person, client, now).record(db, Some(person), happened).await?;
    Ok(token)
}
