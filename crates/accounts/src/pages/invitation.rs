//! `/invitation/{token}`: somebody who was invited, or lost every way in, chooses how to sign in: a passkey, a password with an
//! authenticator app, or a provider. Looking at the page uses nothing up, because mail scanners look too.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use platform::Connection;
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::answers::{about_all, challenge_json, refused};
use super::app::{AppSetup, CodesShown};
use super::sign_in::first::providers;
use crate::Site;
use crate::domain::links::Purpose;
use crate::domain::password;
use crate::domain::people::{Person, PersonState};
use crate::domain::totp::Authenticator;
use crate::sign_in::ceremony::{self, Found};
use crate::sign_in::cookies::Cookie;
use crate::sign_in::enrol::{self, Enrolling, Held};
use crate::sign_in::events::Happened;
use crate::sign_in::passkeys::{self, NotMade};
use crate::sign_in::session::{self, Method};

#[derive(Template)]
#[template(path = "sign_in/invitation.html")]
struct View {
    frame: Frame,
    form: FormView,
    token: String,
    name: String,
    email: String,
    /// Whether older ways to sign in end by this.
    renewing: bool,
    passkeys: bool,
    providers: Vec<(String, String)>,
}

impl View {
    fn new(site: &Site, request: &RequestContext, form: FormView, held: &Held) -> Self {
        let renewing = held.person.state == PersonState::Active;
        let title = request.tr().t(if renewing { "renewal-title" } else { "invitation-title" });
        let frame = request.frame(form.title(&title), "", "").script("passkey");
        Self {
            frame,
            form,
            token: held.token.text().to_owned(),
            name: held.person.name.clone(),
            email: held.person.email.as_str().to_owned(),
            renewing,
            passkeys: site.relying_party().is_some(),
            providers: providers(site),
        }
    }
}

/// A link that works no more, and what to do.
#[derive(Template)]
#[template(path = "sign_in/over.html")]
struct Over {
    frame: Frame,
    text: String,
}

/// The page of a link that works no more. It does not say why: that is nobody's business but its holder's.
pub fn over(request: &RequestContext, purpose: Purpose) -> Response {
    let tr = request.tr();
    let frame = request.frame(tr.t("link-over-title"), "", "");
    let text = tr.t(&format!("link-over-{}", purpose.name()));
    (StatusCode::GONE, Page(Over { frame, text })).into_response()
}

async fn held(site: &Site, db: &mut Connection, token: &str) -> Result<Option<Held>, PageError> {
    enrol::holder(site, db, Purpose::Invitation, token).await
}

/// The page.
pub async fn show(
    State(site): State<Site>,
    Path(token): Path<String>,
    request: RequestContext,
) -> Result<Response, PageError> {
    let mut db = site.database().read().await?;
    Ok(match held(&site, &mut db, &token).await? {
        Some(held) => {
            let form = FormView::new(&request).value("email", held.person.email.as_str());
            Page(View::new(&site, &request, form, &held)).into_response()
        }
        None => over(&request, Purpose::Invitation),
    })
}

/// Takes a password and goes on to the authenticator app.
pub async fn send(
    State(site): State<Site>,
    Path(token): Path<String>,
    request: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().read().await?;
    let Some(held) = held(&site, &mut db, &token).await? else {
        return Ok(over(&request, Purpose::Invitation));
    };
    drop(db);
    let typed = form.raw("new_password");
    let findings = findings(typed, &held.person).await?;
    if !findings.is_empty() {
        let form = FormView::of(&request, &form, findings);
        return Ok(refused(View::new(&site, &request, form, &held)));
    }
    let hash = site.hasher().hash(typed, site.shared_entropy()).await?;
    let secret = Authenticator::new_secret(site.entropy()).to_vec();
    let mut db = site.database().write().await?;
    let state = Enrolling { hash, secret };
    let ceremony = ceremony::begin(&site, &mut db, Some(held.person.id), &state, site.now()).await?;
    db.commit().await?;
    let mut response = request.see_other(&format!("/invitation/{}/app", held.token.text()));
    if let Some(cookie) = Cookie::Step.set(ceremony.text(), site.settings()) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// What is wrong with a new password of a person, at the field `new_password`. Off the threads that answer
/// requests: judging two hundred characters takes a while.
pub async fn findings(typed: &str, person: &Person) -> Result<Vec<kernel::Finding>, PageError> {
    let (typed, name, email) =
        (zeroize::Zeroizing::new(typed.to_owned()), person.name.clone(), person.email.as_str().to_owned());
    let judged = move || password::findings(&typed, &[&name, &email], "new_password");
    Ok(tokio::task::spawn_blocking(judged).await?)
}

#[derive(Template)]
#[template(path = "sign_in/app.html")]
struct AppView {
    frame: Frame,
    form: FormView,
    action: String,
    setup: AppSetup,
}

fn app_view(
    request: &RequestContext,
    form: FormView,
    held: &Held,
    secret: &[u8],
) -> Result<AppView, PageError> {
    let setup = AppSetup::new(secret, held.person.email.as_str());
    let setup = setup.ok_or_else(|| PageError::internal("a secret of an app is damaged"))?;
    let frame = request.frame(form.title(&request.tr().t("app-title")), "", "");
    let action = request.url(&format!("/invitation/{}/app", held.token.text()));
    Ok(AppView { frame, form, action, setup })
}

async fn enrolling(
    site: &Site,
    db: &mut Connection,
    headers: &HeaderMap,
    held: &Held,
) -> Result<Option<Found<Enrolling>>, PageError> {
    let cookie = Cookie::Step.read(headers, site.settings());
    let found = ceremony::find::<Enrolling>(site, db, cookie, site.now()).await?;
    Ok(found.filter(|found| found.person == Some(held.person.id)))
}

/// The picture for the app.
pub async fn app(
    State(site): State<Site>,
    Path(token): Path<String>,
    request: RequestContext,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let mut db = site.database().read().await?;
    let Some(held) = held(&site, &mut db, &token).await? else {
        return Ok(over(&request, Purpose::Invitation));
    };
    let Some(found) = enrolling(&site, &mut db, &headers, &held).await? else {
        return Ok(request.see_other(&format!("/invitation/{}", held.token.text())));
    };
    Ok(Page(app_view(&request, FormView::new(&request), &held, &found.state.secret)?).into_response())
}

#[derive(Template)]
#[template(path = "sign_in/codes.html")]
struct CodesView {
    frame: Frame,
    shown: CodesShown,
    next: String,
}

/// Recovery codes, shown once, and where to go on.
pub fn codes_page(
    request: &RequestContext,
    codes: &[crate::domain::codes::RecoveryCode],
    next: &str,
) -> Response {
    let tr = request.tr();
    let shown = CodesShown::new(codes, &tr.t("codes-file-title"));
    let frame = request.frame(tr.t("codes-title"), "", "").without_visitor();
    Page(CodesView { frame, shown, next: request.url(next) }).into_response()
}

/// The first code of the app: the account is ready, and the person is signed in.
pub async fn app_send(
    State(site): State<Site>,
    Path(token): Path<String>,
    request: RequestContext,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, PageError> {
    let now = site.now();
    let mut db = site.database().write().await?;
    let Some(held) = held(&site, &mut db, &token).await? else {
        return Ok(over(&request, Purpose::Invitation));
    };
    let Some(found) = enrolling(&site, &mut db, &headers, &held).await? else {
        return Ok(request.see_other(&format!("/invitation/{}", held.token.text())));
    };
    let app = Authenticator::new(&found.state.secret, "");
    let Some(step) = app.and_then(|app| app.check(form.text("code"), 0, now)) else {
        let form = FormView::of(&request, &form, vec![web::on_field("app-code-wrong", "code")]);
        return Ok(refused(app_view(&request, form, &held, &found.state.secret)?));
    };
    let first = ceremony::end(&mut db, &found.token).await?;
    let accepted = if first { enrol::accept(&site, &mut db, &held, None).await? } else { None };
    let Some(mut happened) = accepted else { return Ok(over(&request, Purpose::Invitation)) };
    let person = &held.person;
    let codes = enrol::keep(&site, &mut db, person.id, &found.state, step).await?;
    happened.extend(enrol::KEPT);
    let begun = session::begin(&site, &mut db, person, Method::Password, &request, None, &happened).await?;
    db.commit().await?;
    Ok(session::give(&site, &request, &begun, codes_page(&request, &codes, "/start")))
}

/// A challenge for a new passkey, for the script.
pub async fn passkey_options(
    State(site): State<Site>,
    Path(token): Path<String>,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let held = held(&site, &mut db, &token).await?.ok_or(PageError::NotFound)?;
    let challenge = passkeys::begin_registration(&site, &mut db, &held.person).await?;
    db.commit().await?;
    let (options, token) = challenge.ok_or(PageError::NotFound)?;
    Ok(challenge_json(&token, &options))
}

/// The passkey that the device made: the account is ready, and the person is signed in.
pub async fn passkey_send(
    State(site): State<Site>,
    Path(token): Path<String>,
    request: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let Some(held) = held(&site, &mut db, &token).await? else {
        return Ok(over(&request, Purpose::Invitation));
    };
    let (ceremony, answer) = (form.text("ceremony"), form.raw("credential"));
    let name = super::account::passkeys::name(&request, &form);
    let made = passkeys::finish_registration(&site, &mut db, held.person.id, ceremony, answer, &name).await?;
    let passkey = match made {
        Ok(passkey) => passkey,
        Err(why) => {
            // The challenge is used up, which must stay.
            db.commit().await?;
            let code = not_made(why);
            let form = FormView::of(&request, &form, vec![about_all(code)]);
            return Ok(refused(View::new(&site, &request, form, &held)));
        }
    };
    let Some(mut happened) = enrol::accept(&site, &mut db, &held, Some(&passkey.id)).await? else {
        return Ok(over(&request, Purpose::Invitation));
    };
    happened.push((None, Happened::PasskeyAdded { passkey: &passkey.id }));
    let person = &held.person;
    let begun = session::begin(&site, &mut db, person, Method::Passkey, &request, None, &happened).await?;
    db.commit().await?;
    Ok(session::welcome(&site, &request, &held.person, &begun, "", ""))
}

/// The finding of a passkey that was not made.
pub const fn not_made(why: NotMade) -> &'static str {
    match why {
        NotMade::Wrong => "passkey-not-made",
        NotMade::Known => "passkey-known",
        NotMade::TooMany => "passkey-too-many",
    }
}
