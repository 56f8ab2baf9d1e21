//! `/sign-out`: ends the session of this browser. Anyone may: somebody whose session is over wants to leave too.

use askama::Template;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use web::{Form, Frame, Page, PageError, RequestContext};

use crate::Site;
use crate::sign_in::events::{By, Happened};
use crate::store::sessions;

/// Signed out here, but still signed in at the provider: on a computer of more people that matters.
#[derive(Template)]
#[template(path = "sign_in/left.html")]
struct View {
    frame: Frame,
    name: String,
    url: String,
}

/// Ends it.
pub async fn send(State(site): State<Site>, request: RequestContext, _: Form) -> Result<Response, PageError> {
    let mut issuer = None;
    if let Some(signed_in) = request.signed_in() {
        let (person, session) = (signed_in.actor.person, signed_in.session);
        let mut db = site.database().write().await?;
        issuer = sessions::issuer(&mut db, session).await?;
        if sessions::end(&mut db, person, session).await? {
            let by = By::person(person, request.client(), site.now());
            by.record(&mut db, Some(person), Happened::SignedOut { session }).await?;
        }
        db.commit().await?;
    }
    let entry = site.settings().providers.iter().find(|entry| Some(&entry.issuer) == issuer.as_ref());
    let there = entry.and_then(|entry| Some((entry, site.providers().leave(entry, request.public_url())?)));
    let mut response = match there {
        Some((entry, url)) => {
            let frame = request.frame(request.tr().t("left-title"), "", "").without_visitor();
            Page(View { frame, name: entry.name.clone(), url }).into_response()
        }
        None => request.done("/", "signed-out"),
    };
    response.headers_mut().append(SET_COOKIE, request.clear_session_cookie());
    Ok(response)
}
