//! `/account/security/passkeys`: adding and removing own passkeys. Adding one needs a script, which the page says.

use axum::extract::{Path, State};
use axum::response::Response;
use web::{Form, PageError, RequestContext};

use super::own;
use super::security::{again, ways};
use crate::Site;
use crate::domain::device;
use crate::pages::answers::{about_all, challenge_json};
use crate::pages::invitation::not_made;
use crate::sign_in::events::{By, Happened};
use crate::sign_in::notices::{self, Notice};
use crate::sign_in::passkeys;
use crate::store::passkeys as store;

/// The most characters of a name.
const LONGEST: usize = 60;

/// What the passkey is called: what was typed, or the device.
pub fn name(request: &RequestContext, form: &Form) -> String {
    let typed: String =
        form.text("name").chars().filter(|letter| !letter.is_control()).take(LONGEST).collect();
    if !typed.is_empty() {
        return typed;
    }
    let device = device::describe(&request.client().agent);
    if device.is_empty() { request.tr().t("passkey-unnamed") } else { device }
}

/// A challenge for a new passkey, for the script.
pub async fn options(State(site): State<Site>, request: RequestContext) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let person = own(&site, &mut db, &request).await?;
    let challenge = passkeys::begin_registration(&site, &mut db, &person).await?;
    db.commit().await?;
    let (options, token) = challenge.ok_or(PageError::NotFound)?;
    Ok(challenge_json(&token, &options))
}

/// Keeps the passkey that the device made.
pub async fn add(
    State(site): State<Site>,
    request: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let person = own(&site, &mut db, &request).await?;
    let (ceremony, answer) = (form.text("ceremony"), form.raw("credential"));
    let name = name(&request, &form);
    let made = passkeys::finish_registration(&site, &mut db, person.id, ceremony, answer, &name).await?;
    let passkey = match made {
        Ok(passkey) => passkey,
        Err(why) => {
            // The challenge is used up, which must stay.
            db.commit().await?;
            return again(&site, &request, &form, vec![about_all(not_made(why))]).await;
        }
    };
    notices::tell(&site, &mut db, &person, &Notice::PasskeyAdded).await?;
    let by = By::person(person.id, request.client(), site.now());
    by.record(&mut db, Some(person.id), Happened::PasskeyAdded { passkey: &passkey.id }).await?;
    db.commit().await?;
    Ok(request.done("/account/security", "passkey-added"))
}

/// Removes one, unless it is the only way in.
pub async fn remove(
    State(site): State<Site>,
    Path(passkey): Path<String>,
    request: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let person = own(&site, &mut db, &request).await?;
    if !ways(&mut db, person.id).await?.without_passkey().any() {
        drop(db);
        return again(&site, &request, &form, vec![about_all("last-way-in")]).await;
    }
    if !store::remove(&mut db, person.id, &passkey).await? {
        return Err(PageError::NotFound);
    }
    notices::tell(&site, &mut db, &person, &Notice::PasskeyRemoved).await?;
    let by = By::person(person.id, request.client(), site.now());
    by.record(&mut db, Some(person.id), Happened::PasskeyRemoved { passkey: &passkey }).await?;
    db.commit().await?;
    Ok(request.done("/account/security", "passkey-removed"))
}
