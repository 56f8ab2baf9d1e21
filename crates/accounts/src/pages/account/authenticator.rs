//! `/account/security/authenticator`: another authenticator app, or the first one.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::own;
use crate::Site;
use crate::domain::people::Person;
use crate::domain::totp::Authenticator;
use crate::pages::answers::refused;
use crate::pages::app::AppSetup;
use crate::pages::invitation::codes_page;
use crate::sign_in::ceremony::{self, Ceremony};
use crate::sign_in::cookies::Cookie;
use crate::sign_in::events::{By, Happened};
use crate::sign_in::notices::{self, Notice};
use crate::sign_in::second_step;
use crate::store::recovery;

/// The secret between the picture and its first code.
#[derive(Serialize, Deserialize)]
struct NewApp {
    secret: Vec<u8>,
}

impl Ceremony for NewApp {
    const KIND: &'static str = "new-app";
}

#[derive(Template)]
#[template(path = "sign_in/app.html")]
struct View {
    frame: Frame,
    form: FormView,
    action: String,
    setup: AppSetup,
}

fn view(request: &RequestContext, form: FormView, person: &Person, secret: &[u8]) -> Result<View, PageError> {
    let tr = request.tr();
    let setup = AppSetup::new(secret, person.email.as_str());
    let setup = setup.ok_or_else(|| PageError::internal("a secret of an app is damaged"))?;
    let frame = request
        .frame(form.title(&tr.t("app-title")), "", "account")
        .crumb(tr.t("account-title"), Some("/account"))
        .crumb(tr.t("security-title"), Some("/account/security"))
        .crumb(tr.t("app-title"), None);
    Ok(View { frame, form, action: request.url("/account/security/authenticator"), setup })
}

/// The picture for the app.
pub async fn show(State(site): State<Site>, request: RequestContext) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let person = own(&site, &mut db, &request).await?;
    let secret = Authenticator::new_secret(site.entropy()).to_vec();
    let page = view(&request, FormView::new(&request), &person, &secret)?;
    let token = ceremony::begin(&site, &mut db, Some(person.id), &NewApp { secret }, site.now()).await?;
    db.commit().await?;
    let mut response = Page(page).into_response();
    if let Some(cookie) = Cookie::Step.set(token.text(), site.settings()) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// The first code of the app: from now on it is this one.
pub async fn send(
    State(site): State<Site>,
    request: RequestContext,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, PageError> {
    let now = site.now();
    let mut db = site.database().write().await?;
    let person = own(&site, &mut db, &request).await?;
    let token = Cookie::Step.read(&headers, site.settings());
    let found = ceremony::find::<NewApp>(&site, &mut db, token, now).await?;
    let Some(found) = found.filter(|found| found.person == Some(person.id)) else {
        return Ok(request.see_other("/account/security/authenticator"));
    };
    let app = Authenticator::new(&found.state.secret, "");
    let Some(step) = app.and_then(|app| app.check(form.text("code"), 0, now)) else {
        let form = FormView::of(&request, &form, vec![web::on_field("app-code-wrong", "code")]);
        return Ok(refused(view(&request, form, &person, &found.state.secret)?));
    };
    if !ceremony::end(&mut db, &found.token).await? {
        return Ok(request.see_other("/account/security"));
    }
    second_step::set_totp(&site, &mut db, person.id, &found.state.secret, step, now).await?;
    notices::tell(&site, &mut db, &person, &Notice::TotpSet).await?;
    let mut happened = vec![(None, Happened::TotpSet)];
    // The first app comes with its first codes.
    let codes = if recovery::left(&mut db, person.id).await? == 0 {
        happened.push((None, Happened::RecoveryCodesMade));
        second_step::new_recovery_codes(&site, &mut db, person.id).await?
    } else {
        Vec::new()
    };
    let by = By::person(person.id, request.client(), now);
    by.record_each(&mut db, person.id, &happened).await?;
    db.commit().await?;
    Ok(if codes.is_empty() {
        request.done("/account/security", "totp-set")
    } else {
        codes_page(&request, &codes, "/account/security")
    })
}
