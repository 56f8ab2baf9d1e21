//! `/account/sessions`: where one is signed in, and ending that elsewhere.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use kernel::Lang;
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::own;
use crate::Site;
use crate::sign_in::events::{By, Happened};
use crate::sign_in::notices::{self, Notice};
use crate::store::sessions;

#[derive(Template)]
#[template(path = "account/sessions.html")]
struct View {
    frame: Frame,
    form: FormView,
    sessions: Vec<Line>,
}

/// A session in the list.
struct Line {
    id: String,
    device: String,
    method: String,
    started: String,
    seen: String,
    this: bool,
}

/// A moment as people of the Netherlands read it: `22-11-2026 13:05`, in English `22 Nov 2026 13:05`.
pub fn moment(request: &RequestContext, at: Timestamp) -> String {
    let text = match request.lang {
        Lang::Nl => "%d-%m-%Y %H:%M",
        Lang::En => "%-d %b %Y %H:%M",
    };
    kernel::dutch_time(at).strftime(text).to_string()
}

/// The day of a moment.
pub fn day(request: &RequestContext, at: Timestamp) -> String {
    let text = match request.lang {
        Lang::Nl => "%d-%m-%Y",
        Lang::En => "%-d %b %Y",
    };
    kernel::dutch_time(at).strftime(text).to_string()
}

/// The page.
pub async fn show(State(site): State<Site>, request: RequestContext) -> Result<Response, PageError> {
    let tr = request.tr();
    let signed_in = request.signed_in().ok_or(PageError::SignedOut)?;
    let mut db = site.database().read().await?;
    let all = sessions::of_person(&mut db, signed_in.actor.person).await?;
    let alive = all.into_iter().filter(|session| session.times.lives(site.settings().sessions, site.now()));
    let lines = alive.map(|session| Line {
        this: session.id == signed_in.session,
        id: session.id.to_string(),
        device: if session.device.is_empty() { tr.t("session-unknown-device") } else { session.device },
        method: tr.t(&format!("sign-in-method-{}", session.method)),
        started: moment(&request, session.created_at),
        seen: moment(&request, session.times.seen_at),
    });
    let frame = request
        .frame(tr.t("sessions-title"), "", "account")
        .crumb(tr.t("account-title"), Some("/account"))
        .crumb(tr.t("sessions-title"), None);
    let view = View { frame, form: FormView::new(&request), sessions: lines.collect() };
    Ok(Page(view).into_response())
}

/// Ends one of the own sessions.
pub async fn end(
    State(site): State<Site>,
    Path(session): Path<String>,
    request: RequestContext,
    _: Form,
) -> Result<Response, PageError> {
    let signed_in = request.signed_in().ok_or(PageError::SignedOut)?;
    let person = signed_in.actor.person;
    let session = session.parse().map_err(|_| PageError::NotFound)?;
    let mut db = site.database().write().await?;
    // One that has just ended by itself is as well ended.
    if sessions::end(&mut db, person, session).await? {
        let by = By::person(person, request.client(), site.now());
        by.record(&mut db, Some(person), Happened::SessionEnded { session }).await?;
    }
    db.commit().await?;
    if session == signed_in.session {
        let mut response = request.done("/", "signed-out");
        response.headers_mut().append(SET_COOKIE, request.clear_session_cookie());
        return Ok(response);
    }
    Ok(request.done("/account/sessions", "session-ended"))
}

/// Ends every own session but this one.
pub async fn end_others(
    State(site): State<Site>,
    request: RequestContext,
    _: Form,
) -> Result<Response, PageError> {
    let signed_in = request.signed_in().ok_or(PageError::SignedOut)?;
    let mut db = site.database().write().await?;
    let person = own(&site, &mut db, &request).await?;
    let count = sessions::end_all(&mut db, person.id, Some(signed_in.session)).await?;
    if count > 0 {
        notices::tell(&site, &mut db, &person, &Notice::SessionsEnded).await?;
        let by = By::person(person.id, request.client(), site.now());
        by.record(&mut db, Some(person.id), Happened::SessionsEnded { count }).await?;
    }
    db.commit().await?;
    Ok(request.done("/account/sessions", "sessions-ended"))
}
