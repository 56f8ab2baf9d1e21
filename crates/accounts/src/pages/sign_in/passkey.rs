//! `/sign-in/passkey`: signing in with a passkey, without an address. Anyone may come here; it needs a script,
//! which the sign-in page says.

use axum::extract::State;
use axum::response::Response;
use web::{Form, PageError, RequestContext};

use crate::Site;
use crate::domain::people::PersonState;
use crate::pages::answers::challenge_json;
use crate::sign_in::events::{By, Happened};
use crate::sign_in::passkeys;
use crate::sign_in::session::{self, Method};
use crate::store::people;

/// A challenge, for the script.
pub async fn options(State(site): State<Site>) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let challenge = passkeys::begin_sign_in(&site, &mut db).await?;
    db.commit().await?;
    let (options, token) = challenge.ok_or(PageError::NotFound)?;
    Ok(challenge_json(&token, &options))
}

/// The answer of the device, in a form that the script fills in.
pub async fn send(
    State(site): State<Site>,
    request: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let (ceremony, answer) = (form.text("ceremony"), form.raw("credential"));
    let now = site.now();
    let mut db = site.database().write().await?;
    let person = passkeys::finish_sign_in(&site, &mut db, ceremony, answer, now).await?;
    let row = match person {
        Some(person) => people::find(&mut db, person).await?.filter(|row| row.state == PersonState::Active),
        None => None,
    };
    let Some(row) = row else {
        let happened = Happened::SignInFailed { step: "passkey", account: None };
        By::nobody(request.client(), now).record(&mut db, person, happened).await?;
        db.commit().await?;
        return Ok(request.see_other("/sign-in?problem=passkey"));
    };
    let person = people::open(site.keys(), &row)?;
    let begun = session::begin(&site, &mut db, &person, Method::Passkey, &request, None, &[]).await?;
    db.commit().await?;
    Ok(session::welcome(&site, &request, &person, &begun, form.text("next"), form.raw("resume")))
}
