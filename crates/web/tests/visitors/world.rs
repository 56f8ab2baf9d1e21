//! A small site with a gate, and somebody who visits it.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use kernel::{
    Actor, Clock, Membership, OrganisationId, OrganisationKind, Permission, PersonId, Role, SessionId,
};
use testkit::{FixedClock, SeededEntropy};
use tower::ServiceExt;
use web::{
    Access, Boxed, Client, Form, FormView, Frame, Gate, KeyScope, Page, PageError, RequestContext, RouteInfo,
    Routes, Settings, SignedIn, Site, Visitor, on_field,
};

pub const NOW: &str = "2026-11-22T12:00:00Z";
pub const HOME: &str = "https://zicht.example";

/// Knows `reader`, `administrator`, `confirmed` and `breaks` by their tokens.
#[derive(Default)]
pub struct Doorkeeper {
    pub asked: AtomicUsize,
    pub refusals: Mutex<Vec<String>>,
}

impl Gate for Doorkeeper {
    fn signed_in<'a>(
        &'a self,
        token: &'a str,
        _: &'a Client,
    ) -> Boxed<'a, Result<Option<SignedIn>, PageError>> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move {
            match token {
                "breaks" => Err(PageError::internal("secret-database")),
                "reader" | "administrator" | "confirmed" | "again" => Ok(Some(person(token))),
                _ => Ok(None),
            }
        })
    }

    fn by_key<'a>(&'a self, key: &'a str) -> Boxed<'a, Result<Option<SignedIn>, PageError>> {
        Box::pin(async move {
            let with = |key| Some(SignedIn { key: Some(key), ..person("reader") });
            Ok(match key {
                "reads" => with(KeyScope::Read),
                "writes" => with(KeyScope::Write),
                _ => None,
            })
        })
    }

    fn refused<'a>(&'a self, visitor: &'a Visitor, route: &'a RouteInfo, path: &'a str) -> Boxed<'a, ()> {
        Box::pin(async move {
            let who = visitor.signed_in.as_ref().map_or("nobody", |person| person.name.as_str());
            self.refusals.lock().expect("no panic").push(format!("{who} {} {path}", route.permission.name()));
        })
    }
}

/// The person behind a token; `again` is the reader in a second session.
pub fn person(token: &str) -> SignedIn {
    let seed = if matches!(token, "reader" | "again") { 1 } else { 2 };
    let now = FixedClock::at(NOW).now();
    let role = if seed == 1 { Role::Reader } else { Role::Administrator };
    let entropy = SeededEntropy::new(seed);
    let organisation = OrganisationId::new(now, &entropy);
    let membership = Membership { organisation, kind: OrganisationKind::Municipality, role };
    let actor = Actor { person: PersonId::new(now, &entropy), memberships: vec![membership] };
    let session = SessionId::new(now, &SeededEntropy::new(token.len() as u64));
    SignedIn { actor, name: format!("Anna <{token}>"), session, confirmed: token == "confirmed", key: None }
}

#[derive(askama::Template)]
#[template(
    source = r#"{% extends "layout.html" %}{% import "forms.html" as forms %}{% block content %}
<h1>{{ frame.title }}</h1>
{% call forms::errors(form) %}{% endcall %}
<form method="post" action="{{ frame.url("/form") }}" novalidate>
{% call forms::token(form) %}{% endcall %}
{% call forms::hidden("resume", resume) %}{% endcall %}
{% call forms::email(form, "email", "E-mailadres", autocomplete="username") %}{% endcall %}
{% call forms::password(form, "password", "Wachtwoord", hint="Minstens 12 tekens.") %}{% endcall %}
{% call forms::code(form, "code", "Code") %}{% endcall %}
{% call forms::text(form, "name", "Naam", hint="Zoals op uw pas.", autocomplete="name", optional=true) %}{% endcall %}
{% call forms::date(form, "day", "Dag", optional=true) %}{% endcall %}
{% call forms::textarea(form, "why", "Waarom") %}{% endcall %}
{% call forms::select(form, "kind", "Soort", options) %}{% endcall %}
{% call forms::radios(form, "one", "Kies er een", options, hint="Een.") %}{% endcall %}
{% call forms::checkboxes(form, "many", "Kies er meer", options) %}{% endcall %}
{% call forms::checkbox(form, "agree", "Ik ga akkoord") %}{% endcall %}
{% call forms::submit("Opslaan") %}{% endcall %}
</form>
{% call forms::table("Mensen") %}<thead><tr><th scope="col">Naam</th></tr></thead><tbody><tr><td>Anna</td></tr></tbody>{% endcall %}
{% call forms::pager(frame.tr, pager) %}{% endcall %}
{% endblock %}"#,
    ext = "html"
)]
struct FormPage {
    frame: Frame,
    form: FormView,
    resume: String,
    options: Vec<(&'static str, String)>,
    pager: web::Pager,
}

fn form_page(request: &RequestContext, form: FormView, resume: &str) -> Page<FormPage> {
    let frame = request.frame(form.title("Een formulier"), "Alle velden", "");
    let options = vec![("a", "De eerste".to_owned()), ("b", "De <tweede>".to_owned())];
    let pager = web::Pager { first: None, next: Some(request.with_query("after", Some("b c"))) };
    Page(FormPage { frame, form, resume: resume.to_owned(), options, pager })
}

async fn show(request: RequestContext) -> Page<FormPage> {
    let form = FormView::new(&request).value("name", "Anna \"<b>").value("many", "b");
    form_page(&request, form, "")
}

async fn send(request: RequestContext, form: Form) -> Response {
    let mut findings = Vec::new();
    form.required("email", &mut findings);
    form.required("one", &mut findings);
    if form.text("email").len() > 20 {
        findings.push(on_field("field-too-long", "email").with("most", "20"));
    }
    if findings.is_empty() {
        return request.done("/form", "test");
    }
    let resume = form.text("resume").to_owned();
    let view = FormView::of(&request, &form, findings);
    (StatusCode::UNPROCESSABLE_ENTITY, form_page(&request, view, &resume)).into_response()
}

/// Says who is here and what was sent: what a handler gets to see.
async fn echo(request: RequestContext, form: Form) -> Result<String, PageError> {
    let actor = request.actor()?;
    Ok(format!("{} {} {}", actor.person, request.client().address, form.text("name")))
}

async fn sign_in(request: RequestContext, form: Form) -> Response {
    let person = person("again");
    let mut response =
        request.welcome(person.actor.person, person.session, form.text("next"), form.text("resume"));
    response.headers_mut().append(header::SET_COOKIE, request.session_cookie("again"));
    response
}

async fn sign_out(request: RequestContext) -> Response {
    let mut response = request.see_other("/");
    response.headers_mut().append(header::SET_COOKIE, request.clear_session_cookie());
    response
}

async fn not_yours() -> Result<&'static str, PageError> {
    Err(PageError::not_yours())
}

async fn sleep() -> &'static str {
    tokio::time::sleep(Duration::from_secs(100)).await;
    "awake"
}

pub fn routes() -> Routes {
    let who = async |request: RequestContext| request.client().address.to_string();
    Routes::new()
        .get("/", Permission::SeePublished, show)
        .get("/form", Permission::SignIn, show)
        .post("/form", Permission::SignIn, send)
        .get("/account", Permission::OwnAccount, show)
        .post("/account", Permission::OwnAccount, echo)
        .get("/people/{id}", Access::to(Permission::ManagePeople).on("organisation of the path"), show)
        .post("/people/{id}", Access::to(Permission::ManagePeople).on("organisation of the path"), echo)
        .get("/others", Permission::ManagePeople, not_yours)
        .get("/sensitive", Access::to(Permission::OwnAccount).confirmed(), show)
        .post("/sensitive", Access::to(Permission::OwnAccount).confirmed(), echo)
        .post("/sign-in", Permission::SignIn, sign_in)
        .post("/sign-out", Permission::OwnAccount, sign_out)
        .post_external("/hook", Permission::SignIn, async |body: String| body)
        .get("/address", Permission::SeePublished, who)
        .get("/sleep", Permission::SeePublished, sleep)
        .get("/sleep-long", Access::to(Permission::SeePublished).slow(), sleep)
}

pub fn settings_at(url: &str, now: &str) -> Settings {
    let (clock, entropy) = (Arc::new(FixedClock::at(now)), Arc::new(SeededEntropy::new(1)));
    let mut settings = Settings::new(url, &[7; 32], clock, entropy).expect("settings");
    // A test may ask as often as it likes; the limit has tests of its own.
    settings.rate = None;
    settings
}

/// The site and its doorkeeper.
pub struct World {
    pub router: Router,
    pub doorkeeper: Arc<Doorkeeper>,
}

impl World {
    pub fn new() -> Self {
        Self::with(settings_at(HOME, NOW))
    }

    pub fn with(settings: Settings) -> Self {
        let doorkeeper = Arc::new(Doorkeeper::default());
        let gate: Option<Arc<dyn Gate>> = Some(Arc::clone(&doorkeeper) as Arc<dyn Gate>);
        let router = routes().into_router(Site { gate, ..Site::new(settings) });
        Self { router, doorkeeper }
    }

    pub fn asked(&self) -> usize {
        self.doorkeeper.asked.load(Ordering::SeqCst)
    }

    pub fn refusals(&self) -> Vec<String> {
        self.doorkeeper.refusals.lock().expect("no panic").clone()
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(request(Method::GET, path, headers, "")).await
    }

    /// Sends a form as a browser does from a page of ours.
    pub async fn post(&self, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut all = vec![("origin", HOME), ("sec-fetch-site", "same-origin"), FORM];
        all.extend(headers);
        self.send(request(Method::POST, path, &all, body)).await
    }

    /// A token for who has this session cookie.
    pub async fn token(&self, session: &str) -> String {
        let cookie = format!("__Host-zicht={session}");
        self.get("/form", &[("cookie", &cookie)]).await.field("form_token")
    }
}

pub const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

pub fn request(method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::from(body.to_owned())).expect("a request")
}

/// The same request over a connection from `peer`.
pub fn from_peer(mut request: Request<Body>, peer: &str) -> Request<Body> {
    let peer: SocketAddr = format!("{peer}:1").parse().expect("an address");
    request.extensions_mut().insert(ConnectInfo(peer));
    request
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn location(&self) -> &str {
        self.headers[header::LOCATION].to_str().expect("text")
    }

    /// The value of the last field of that name on the page: the one after the frame's own.
    pub fn field(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\" value=\"");
        let rest = self.text.rsplit_once(mark.as_str()).map_or("", |(_, rest)| rest);
        rest.split('"').next().unwrap_or_default().to_owned()
    }

    /// The value that this answer gives a cookie, with its attributes behind it.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let mut lines = self.headers.get_all(header::SET_COOKIE).iter().filter_map(|line| line.to_str().ok());
        let mark = format!("{name}=");
        lines.find_map(|line| line.strip_prefix(mark.as_str())).map(str::to_owned)
    }
}

pub fn encoded(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}
