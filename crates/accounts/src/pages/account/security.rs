//! `/account/security`: how one signs in. Changing it asks first who one is.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kernel::PersonId;
use platform::Connection;
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::own;
use crate::Site;
use crate::domain::ways::Ways;
use crate::pages::answers::{about_all, refused};
use crate::pages::invitation::{codes_page, findings};
use crate::sign_in::events::{By, Happened};
use crate::sign_in::notices::{self, Notice};
use crate::sign_in::second_step;
use crate::store::{ceremonies, identities, passkeys, passwords, recovery, sessions, totp};

#[derive(Template)]
#[template(path = "account/security.html")]
struct View {
    frame: Frame,
    form: FormView,
    email: String,
    ways: Ways,
    codes_left: i64,
    passkeys: Vec<Key>,
    passkeys_possible: bool,
    identities: Vec<Identity>,
}

/// A passkey in the list.
struct Key {
    id: String,
    name: String,
    created: String,
    used: Option<String>,
}

/// A provider in the list.
struct Identity {
    id: String,
    name: String,
    linked: bool,
}

/// How a person can sign in now.
pub async fn ways(db: &mut Connection, person: PersonId) -> Result<Ways, PageError> {
    Ok(Ways {
        password: passwords::hash(db, person).await?.is_some(),
        app: totp::find(db, person).await?.is_some(),
        passkeys: passkeys::of_person(db, person).await?.len(),
        identities: identities::of_person(db, person).await?.len(),
    })
}

async fn view(site: &Site, request: &RequestContext, form: FormView) -> Result<View, PageError> {
    let tr = request.tr();
    let mut db = site.database().read().await?;
    let person = own(site, &mut db, request).await?;
    let known = identities::of_person(&mut db, person.id).await?;
    let keys = passkeys::of_person(&mut db, person.id).await?;
    let day = |moment: &str| {
        platform::read_moment(moment).map_or_else(String::new, |at| super::sessions::day(request, at))
    };
    let keys = keys.into_iter().map(|key| Key {
        created: day(&key.created_at),
        used: key.last_used_at.as_deref().map(day),
        id: key.id,
        name: key.name,
    });
    let providers = site.settings().providers.iter().map(|entry| Identity {
        id: entry.id.clone(),
        name: entry.name.clone(),
        linked: known.iter().any(|(issuer, _)| *issuer == entry.issuer),
    });
    let frame = request
        .frame(form.title(&tr.t("security-title")), "", "account")
        .crumb(tr.t("account-title"), Some("/account"))
        .crumb(tr.t("security-title"), None)
        .script("passkey");
    Ok(View {
        frame,
        form,
        email: person.email.as_str().to_owned(),
        ways: ways(&mut db, person.id).await?,
        codes_left: recovery::left(&mut db, person.id).await?,
        passkeys: keys.collect(),
        passkeys_possible: site.relying_party().is_some(),
        identities: providers.collect(),
    })
}

/// The page.
pub async fn show(State(site): State<Site>, request: RequestContext) -> Result<Response, PageError> {
    Ok(Page(view(&site, &request, FormView::new(&request)).await?).into_response())
}

/// The page again, with what is wrong.
pub async fn again(
    site: &Site,
    request: &RequestContext,
    form: &Form,
    findings: Vec<kernel::Finding>,
) -> Result<Response, PageError> {
    Ok(refused(view(site, request, FormView::of(request, form, findings)).await?))
}

/// Sets another password; every other session ends.
pub async fn password(
    State(site): State<Site>,
    request: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let signed_in = request.signed_in().ok_or(PageError::SignedOut)?;
    let person = own(&site, &mut *site.database().read().await?, &request).await?;
    let typed = form.raw("new_password");
    let problems = findings(typed, &person).await?;
    if !problems.is_empty() {
        return again(&site, &request, &form, problems).await;
    }
    let hash = site.hasher().hash(typed, site.shared_entropy()).await?;
    let mut db = site.database().write().await?;
    passwords::set(&mut db, person.id, &hash, site.now()).await?;
    ceremonies::end_all(&mut db, person.id).await?;
    let count = sessions::end_all(&mut db, person.id, Some(signed_in.session)).await?;
    notices::tell(&site, &mut db, &person, &Notice::PasswordChanged).await?;
    let by = By::person(person.id, request.client(), site.now());
    by.record(&mut db, Some(person.id), Happened::PasswordChanged).await?;
    if count > 0 {
        by.record(&mut db, Some(person.id), Happened::SessionsEnded { count }).await?;
    }
    db.commit().await?;
    Ok(request.done("/account/security", "password-changed"))
}

/// Makes new recovery codes and shows them once.
pub async fn codes(
    State(site): State<Site>,
    request: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let person = own(&site, &mut db, &request).await?;
    if totp::find(&mut db, person.id).await?.is_none() {
        drop(db);
        return again(&site, &request, &form, vec![about_all("codes-without-app")]).await;
    }
    let codes = second_step::new_recovery_codes(&site, &mut db, person.id).await?;
    notices::tell(&site, &mut db, &person, &Notice::RecoveryCodesMade).await?;
    let by = By::person(person.id, request.client(), site.now());
    by.record(&mut db, Some(person.id), Happened::RecoveryCodesMade).await?;
    db.commit().await?;
    Ok(codes_page(&request, &codes, "/account/security"))
}

/// Unlinks a provider, unless it is the only way in.
pub async fn unlink(
    State(site): State<Site>,
    Path(provider): Path<String>,
    request: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let entry = site.settings().providers.iter().find(|entry| entry.id == provider);
    let entry = entry.ok_or(PageError::NotFound)?;
    let mut db = site.database().write().await?;
    let person = own(&site, &mut db, &request).await?;
    if !ways(&mut db, person.id).await?.without_identity().any() {
        drop(db);
        return again(&site, &request, &form, vec![about_all("last-way-in")]).await;
    }
    if identities::unlink(&mut db, person.id, &entry.issuer).await? {
        notices::tell(&site, &mut db, &person, &Notice::IdentityUnlinked).await?;
        let by = By::person(person.id, request.client(), site.now());
        by.record(&mut db, Some(person.id), Happened::IdentityUnlinked { provider: &entry.id }).await?;
    }
    db.commit().await?;
    Ok(request.done("/account/security", "identity-unlinked"))
}
