//! `/sign-in/code`: the second step, a code of the authenticator app or a recovery code. Anyone may come here;
//! without a password that was right just now there is nothing to do.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use platform::Connection;
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use crate::Site;
use crate::domain::people::PersonState;
use crate::pages::answers::{later, refused, too_early};
use crate::sign_in::attempts::Attempt;
use crate::sign_in::ceremony::{self, Found};
use crate::sign_in::cookies::Cookie;
use crate::sign_in::events::{By, Happened};
use crate::sign_in::notices::{self, Notice};
use crate::sign_in::password::AfterPassword;
use crate::sign_in::second_step::{self, Right};
use crate::sign_in::session;
use crate::store::people;

#[derive(Template)]
#[template(path = "sign_in/code.html")]
struct View {
    frame: Frame,
    form: FormView,
}

impl View {
    fn new(request: &RequestContext, form: FormView) -> Self {
        let title = form.title(&request.tr().t("sign-in-code-title"));
        Self { frame: request.frame(title, "", ""), form }
    }
}

async fn under_way(
    site: &Site,
    db: &mut Connection,
    headers: &HeaderMap,
) -> Result<Option<Found<AfterPassword>>, PageError> {
    let token = Cookie::Step.read(headers, site.settings());
    ceremony::find(site, db, token, site.now()).await
}

/// The page.
pub async fn show(
    State(site): State<Site>,
    request: RequestContext,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let mut db = site.database().read().await?;
    if under_way(&site, &mut db, &headers).await?.is_none() {
        return Ok(request.see_other("/sign-in?problem=late"));
    }
    Ok(Page(View::new(&request, FormView::new(&request))).into_response())
}

/// Checks the code and signs in.
pub async fn send(
    State(site): State<Site>,
    request: RequestContext,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, PageError> {
    let now = site.now();
    let view = |findings| View::new(&request, FormView::of(&request, &form, findings));
    let mut findings = Vec::new();
    let typed = form.required("code", &mut findings);
    if !findings.is_empty() {
        return Ok(refused(view(findings)));
    }
    let mut db = site.database().write().await?;
    let found = under_way(&site, &mut db, &headers).await?;
    let Some((found, person)) = found.and_then(|found| found.person.map(|person| (found, person))) else {
        return Ok(request.see_other("/sign-in?problem=late"));
    };
    let attempt = Attempt::new(&site, &found.state.account, request.client(), &headers);
    if let Some(wait) = attempt.code(&mut db, now).await? {
        notices::warn_of_codes(&site, &mut db, person).await?;
        db.commit().await?;
        return Ok(later(&site, wait, view(vec![too_early(&site, wait)])));
    }
    let right = second_step::take(&site, &mut db, person, typed, now).await?;
    let row = people::find(&mut db, person).await?.filter(|row| row.state == PersonState::Active);
    let (Some(right), Some(row)) = (right, row) else {
        let happened = Happened::SignInFailed { step: "code", account: None };
        By::nobody(request.client(), now).record(&mut db, Some(person), happened).await?;
        db.commit().await?;
        return Ok(refused(view(vec![web::on_field("sign-in-code-wrong", "code")])));
    };
    if !ceremony::end(&mut db, &found.token).await? {
        return Ok(request.see_other("/sign-in?problem=late"));
    }
    attempt.forget_code(&mut db).await?;
    let person = people::open(site.keys(), &row)?;
    let mut before = Vec::new();
    if let Right::Recovery { left } = right {
        notices::tell(&site, &mut db, &person, &Notice::RecoveryUsed { left }).await?;
        before.push((None, Happened::RecoveryUsed { left }));
    }
    let begun = session::begin(&site, &mut db, &person, right.method(), &request, None, &before).await?;
    db.commit().await?;
    let (next, resume) = (found.state.next.unwrap_or_default(), found.state.resume.unwrap_or_default());
    Ok(session::welcome(&site, &request, &person, &begun, &next, &resume))
}
