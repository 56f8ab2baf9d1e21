//! `/reset`: asking for a new password, and choosing it with the link from the mail. The second step stays: a
//! mailbox alone opens no account.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::answers::{later, refused, too_early};
use super::invitation::{findings, over};
use crate::Site;
use crate::domain::links::Purpose;
use crate::sign_in::attempts::Attempt;
use crate::sign_in::enrol::{self, Held};
use crate::sign_in::events::{By, Happened};
use crate::sign_in::notices::{self, Notice};
use crate::sign_in::reset;
use crate::sign_in::second_step::{self, Right};
use crate::store::{ceremonies, links, passwords, people, sessions};

#[derive(Template)]
#[template(path = "sign_in/reset.html")]
struct AskView {
    frame: Frame,
    form: FormView,
    /// Whether the question was sent.
    asked: bool,
}

impl AskView {
    fn new(request: &RequestContext, form: FormView, asked: bool) -> Self {
        let key = if asked { "reset-asked-title" } else { "reset-title" };
        Self { frame: request.frame(form.title(&request.tr().t(key)), "", ""), form, asked }
    }
}

/// The page on which to ask.
pub async fn ask(request: RequestContext) -> Response {
    let asked = request.query_value("asked").is_some();
    Page(AskView::new(&request, FormView::new(&request), asked)).into_response()
}

/// Asks. The answer is the same for every address.
pub async fn ask_send(
    State(site): State<Site>,
    request: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let mut findings = Vec::new();
    let typed = form.required("email", &mut findings);
    let view = |findings| AskView::new(&request, FormView::of(&request, &form, findings), false);
    if !findings.is_empty() {
        return Ok(refused(view(findings)));
    }
    Ok(match reset::ask(&site, typed, request.client()).await? {
        Some(wait) => later(&site, wait, view(vec![too_early(&site, wait)])),
        None => request.see_other("/reset?asked=1"),
    })
}

#[derive(Template)]
#[template(path = "sign_in/new_password.html")]
struct View {
    frame: Frame,
    form: FormView,
    action: String,
    email: String,
}

impl View {
    fn new(request: &RequestContext, form: FormView, held: &Held) -> Self {
        let frame = request.frame(form.title(&request.tr().t("new-password-title")), "", "");
        let action = request.url(&format!("/reset/{}", held.token.text()));
        Self { frame, form, action, email: held.person.email.as_str().to_owned() }
    }
}

/// The page behind the link.
pub async fn show(
    State(site): State<Site>,
    Path(token): Path<String>,
    request: RequestContext,
) -> Result<Response, PageError> {
    let mut db = site.database().read().await?;
    Ok(match enrol::holder(&site, &mut db, Purpose::Reset, &token).await? {
        Some(held) => Page(View::new(&request, FormView::new(&request), &held)).into_response(),
        None => over(&request, Purpose::Reset),
    })
}

/// Takes the new password, with a code of the app or a recovery code, and ends every session.
pub async fn send(
    State(site): State<Site>,
    Path(token): Path<String>,
    request: RequestContext,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().read().await?;
    let Some(held) = enrol::holder(&site, &mut db, Purpose::Reset, &token).await? else {
        return Ok(over(&request, Purpose::Reset));
    };
    drop(db);
    let person = held.person.id;
    let view = |findings| View::new(&request, FormView::of(&request, &form, findings), &held);
    let typed = form.raw("new_password");
    let mut problems = findings(typed, &held.person).await?;
    form.required("code", &mut problems);
    if !problems.is_empty() {
        return Ok(refused(view(problems)));
    }
    let hash = site.hasher().hash(typed, site.shared_entropy()).await?;
    let now = site.now();
    let mut db = site.database().write().await?;
    let account = people::index(site.keys(), &held.person.email);
    let attempt = Attempt::new(&site, &account, request.client(), &headers);
    if let Some(wait) = attempt.code(&mut db, now).await? {
        db.commit().await?;
        return Ok(later(&site, wait, view(vec![too_early(&site, wait)])));
    }
    let by = By::person(person, request.client(), now);
    let Some(right) = second_step::take(&site, &mut db, person, form.text("code"), now).await? else {
        let happened = Happened::SignInFailed { step: "reset", account: None };
        By::nobody(request.client(), now).record(&mut db, Some(person), happened).await?;
        db.commit().await?;
        return Ok(refused(view(vec![web::on_field("sign-in-code-wrong", "code")])));
    };
    if !links::use_up(&mut db, &held.token, now).await? {
        return Ok(over(&request, Purpose::Reset));
    }
    attempt.forget_code(&mut db).await?;
    passwords::set(&mut db, person, &hash, now).await?;
    ceremonies::end_all(&mut db, person).await?;
    let ended = sessions::end_all(&mut db, person, None).await?;
    notices::tell(&site, &mut db, &held.person, &Notice::PasswordChanged).await?;
    by.record(&mut db, Some(person), Happened::LinkUsed { purpose: Purpose::Reset.name() }).await?;
    if let Right::Recovery { left } = right {
        by.record(&mut db, Some(person), Happened::RecoveryUsed { left }).await?;
    }
    by.record(&mut db, Some(person), Happened::PasswordChanged).await?;
    by.record(&mut db, Some(person), Happened::SessionsEnded { count: ended }).await?;
    db.commit().await?;
    Ok(request.done("/sign-in", "password-changed"))
}
