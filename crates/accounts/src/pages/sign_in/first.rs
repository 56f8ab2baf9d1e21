//! `/sign-in`: an address and a password, a passkey, or a provider. Anyone may come here.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use web::{Form, FormView, Frame, Page, PageError, RequestContext, local_path};

use crate::Site;
use crate::pages::answers::{about_all, later, refused, too_early};
use crate::sign_in::cookies::Cookie;
use crate::sign_in::password::{First, first_step};

#[derive(Template)]
#[template(path = "sign_in/first.html")]
struct View {
    frame: Frame,
    form: FormView,
    /// Where the person was going, with language.
    next: String,
    /// What was typed before signing in, sealed.
    resume: String,
    /// What went wrong at a provider or with a link, in words.
    problem: Option<String>,
    passkeys: bool,
    /// Id and name of each provider.
    providers: Vec<(String, String)>,
    demo: bool,
}

impl View {
    fn new(site: &Site, request: &RequestContext, form: FormView, next: &str, resume: &str) -> Self {
        let tr = request.tr();
        let problem = request.query_value("problem").filter(|key| PROBLEMS.contains(&key.as_str()));
        let frame = request.frame(form.title(&tr.t("sign-in-title")), "", "").script("passkey");
        Self {
            frame,
            form,
            next: next.to_owned(),
            resume: resume.to_owned(),
            problem: problem.map(|key| tr.t(&format!("sign-in-problem-{key}"))),
            passkeys: site.relying_party().is_some(),
            providers: providers(site),
            demo: site.settings().demo,
        }
    }
}

/// What can be told on top of the page: `?problem=late` and so on. Words: `sign-in-problem-<name>`.
pub const PROBLEMS: [&str; 6] = ["late", "provider", "unlinked", "refused", "linked", "passkey"];

/// Id and name of each provider.
pub fn providers(site: &Site) -> Vec<(String, String)> {
    site.settings().providers.iter().map(|entry| (entry.id.clone(), entry.name.clone())).collect()
}

/// The page.
pub async fn show(State(site): State<Site>, request: RequestContext) -> Response {
    let next = request.query_value("next").unwrap_or_default();
    if request.signed_in().is_some() {
        return match local_path(&next) {
            Some(next) => Redirect::to(next).into_response(),
            None => request.see_other("/start"),
        };
    }
    Page(View::new(&site, &request, FormView::new(&request), &next, "")).into_response()
}

/// Checks address and password, and goes on to the second step.
pub async fn send(
    State(site): State<Site>,
    request: RequestContext,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, PageError> {
    let (next, resume) = (form.text("next"), form.raw("resume"));
    // The page that keeps what was typed comes here with that only.
    if form.all("email").next().is_none() {
        return Ok(Page(View::new(&site, &request, FormView::new(&request), next, resume)).into_response());
    }
    let mut findings = Vec::new();
    form.required("email", &mut findings);
    if form.raw("password").is_empty() {
        findings.push(web::on_field("field-required", "password"));
    }
    let view = |findings| View::new(&site, &request, FormView::of(&request, &form, findings), next, resume);
    if !findings.is_empty() {
        return Ok(refused(view(findings)));
    }
    let going = (
        local_path(next).map(str::to_owned),
        Some(resume).filter(|resume| !resume.is_empty()).map(str::to_owned),
    );
    let client = request.client();
    match first_step(&site, form.text("email"), form.raw("password"), going, client, &headers).await? {
        First::Right(token) => {
            let mut response = request.see_other("/sign-in/code");
            if let Some(cookie) = Cookie::Step.set(token.text(), site.settings()) {
                response.headers_mut().append(SET_COOKIE, cookie);
            }
            Ok(response)
        }
        First::Wrong => Ok(refused(view(vec![about_all("sign-in-wrong")]))),
        First::Wait(wait) => Ok(later(&site, wait, view(vec![too_early(&site, wait)]))),
    }
}
