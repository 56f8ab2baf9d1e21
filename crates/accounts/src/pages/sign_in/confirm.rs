//! `/confirm`: who is signed in shows again who it is, before a sensitive act: by password and code, by a
//! passkey, or at a provider.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use kernel::PersonId;
use platform::Connection;
use web::{Form, FormView, Frame, Page, PageError, RequestContext, SignedIn};

use crate::Site;
use crate::domain::token::Token;
use crate::pages::answers::{about_all, later, refused, too_early};
use crate::sign_in::attempts::Attempt;
use crate::sign_in::events::{By, Happened};
use crate::sign_in::session::{self, Method};
use crate::sign_in::{passkeys, second_step};
use crate::store::{identities, passwords, people};

#[derive(Template)]
#[template(path = "sign_in/confirm.html")]
struct View {
    frame: Frame,
    form: FormView,
    next: String,
    resume: String,
    /// The own address, for password managers.
    email: String,
    ways: Ways,
}

/// How this person can show who it is.
struct Ways {
    password: bool,
    passkey: bool,
    /// Id and name of each provider at which the person is known.
    providers: Vec<(String, String)>,
    /// Whether one click does, as in the demonstration.
    demo: bool,
}

impl Ways {
    fn any(&self) -> bool {
        self.password || self.passkey || self.demo || !self.providers.is_empty()
    }
}

async fn ways(site: &Site, db: &mut Connection, person: PersonId) -> Result<Ways, PageError> {
    let known = identities::of_person(db, person).await?;
    let entries = site.settings().providers.iter();
    let own = entries.filter(|entry| known.iter().any(|(issuer, _)| *issuer == entry.issuer));
    Ok(Ways {
        password: passwords::hash(db, person).await?.is_some(),
        passkey: site.relying_party().is_some()
            && !crate::store::passkeys::of_person(db, person).await?.is_empty(),
        demo: site.settings().demo,
        providers: own.map(|entry| (entry.id.clone(), entry.name.clone())).collect(),
    })
}

async fn view(
    site: &Site,
    request: &RequestContext,
    form: FormView,
    (next, resume): (&str, &str),
) -> Result<View, PageError> {
    let person = request.actor()?.person;
    let mut db = site.database().read().await?;
    let row = people::find(&mut db, person).await?.ok_or(PageError::SignedOut)?;
    let email = people::open(site.keys(), &row)?.email.as_str().to_owned();
    let frame = request.frame(form.title(&request.tr().t("confirm-title")), "", "").script("passkey");
    let ways = ways(site, &mut db, person).await?;
    Ok(View { frame, form, next: next.to_owned(), resume: resume.to_owned(), email, ways })
}

/// The page.
pub async fn show(State(site): State<Site>, request: RequestContext) -> Result<Response, PageError> {
    let next = request.query_value("next").unwrap_or_default();
    Ok(Page(view(&site, &request, FormView::new(&request), (&next, "")).await?).into_response())
}

/// Checks password and code.
pub async fn send(
    State(site): State<Site>,
    request: RequestContext,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, PageError> {
    let signed_in = request.signed_in().ok_or(PageError::SignedOut)?;
    let going = (form.text("next"), form.raw("resume"));
    if form.all("password").next().is_none() {
        return Ok(Page(view(&site, &request, FormView::new(&request), going).await?).into_response());
    }
    let again = async |findings| view(&site, &request, FormView::of(&request, &form, findings), going).await;
    let mut findings = Vec::new();
    if form.raw("password").is_empty() {
        findings.push(web::on_field("field-required", "password"));
    }
    form.required("code", &mut findings);
    if !findings.is_empty() {
        return Ok(refused(again(findings).await?));
    }
    let person = signed_in.actor.person;
    let now = site.now();
    let mut db = site.database().write().await?;
    let row = people::find(&mut db, person).await?.ok_or(PageError::SignedOut)?;
    let account = people::index(site.keys(), &people::open(site.keys(), &row)?.email);
    let attempt = Attempt::new(&site, &account, request.client(), &headers);
    let wait = match attempt.password(&mut db, now).await? {
        Some(wait) => Some(wait),
        None => attempt.code(&mut db, now).await?,
    };
    let hash = passwords::hash(&mut db, person).await?;
    db.commit().await?;
    if let Some(wait) = wait {
        return Ok(later(&site, wait, again(vec![too_early(&site, wait)]).await?));
    }
    let right = site.hasher().verify(form.raw("password"), hash).await?;
    let mut db = site.database().write().await?;
    let code =
        if right { second_step::take(&site, &mut db, person, form.text("code"), now).await? } else { None };
    let Some(code) = code else {
        attempt.password_was_wrong(&mut db, now).await?;
        let happened = Happened::SignInFailed { step: "confirm", account: None };
        By::person(person, request.client(), now).record(&mut db, Some(person), happened).await?;
        db.commit().await?;
        return Ok(refused(again(vec![about_all("confirm-wrong")]).await?));
    };
    attempt.forget_password(&mut db).await?;
    attempt.forget_code(&mut db).await?;
    let token =
        session::confirm(&site, &mut db, signed_in.session, person, code.method(), request.client()).await?;
    db.commit().await?;
    Ok(go_on(&request, signed_in, &token, going))
}

/// The answer of a passkey, in a form that the script fills in.
pub async fn passkey(
    State(site): State<Site>,
    request: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let signed_in = request.signed_in().ok_or(PageError::SignedOut)?;
    let person = signed_in.actor.person;
    let going = (form.text("next"), form.raw("resume"));
    let mut db = site.database().write().await?;
    let answer = form.raw("credential");
    let found = passkeys::finish_sign_in(&site, &mut db, form.text("ceremony"), answer, site.now()).await?;
    if found != Some(person) {
        let happened = Happened::SignInFailed { step: "confirm", account: None };
        By::person(person, request.client(), site.now()).record(&mut db, Some(person), happened).await?;
        db.commit().await?;
        let findings = vec![about_all("passkey-wrong")];
        return Ok(refused(view(&site, &request, FormView::of(&request, &form, findings), going).await?));
    }
    let method = Method::Passkey;
    let token = session::confirm(&site, &mut db, signed_in.session, person, method, request.client()).await?;
    db.commit().await?;
    Ok(go_on(&request, signed_in, &token, going))
}

fn go_on(
    request: &RequestContext,
    signed_in: &SignedIn,
    token: &Token,
    (next, resume): (&str, &str),
) -> Response {
    let start = request.url("/start");
    let next = if next.is_empty() { start.as_str() } else { next };
    let mut response = request.welcome(signed_in.actor.person, signed_in.session, next, resume);
    response.headers_mut().append(SET_COOKIE, request.session_cookie(token.text()));
    response
}
