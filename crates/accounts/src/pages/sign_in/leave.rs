//! `/sign-out`: ends the session of this browser. Anyone may: somebody whose session is over wants to leave too.

use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use web::{Form, PageError, RequestContext};

use crate::Site;
use crate::sign_in::events::{By, Happened};
use crate::store::sessions;

/// Ends it.
pub async fn send(State(site): State<Site>, request: RequestContext, _: Form) -> Result<Response, PageError> {
    if let Some(signed_in) = request.signed_in() {
        let (person, session) = (signed_in.actor.person, signed_in.session);
        let mut db = site.database().write().await?;
        if sessions::end(&mut db, person, session).await? {
            let by = By::person(person, request.client(), site.now());
            by.record(&mut db, Some(person), Happened::SignedOut { session }).await?;
        }
        db.commit().await?;
    }
    let mut response = request.done("/", "signed-out");
    response.headers_mut().append(SET_COOKIE, request.clear_session_cookie());
    Ok(response)
}
