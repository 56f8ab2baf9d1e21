//! What is known of a request from its arrival to its answer; shared by all that handle it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::Lang;

use crate::cookies::{self, Kind};
use crate::errors::PageError;
use crate::frame::Site;
use crate::gate::{Client, SignedIn, Visitor};
use crate::settings::Settings;
use crate::token::Basis;
use crate::{api, base64};

/// One request on its way through the site.
pub(crate) struct Arrival {
    pub site: Arc<Site>,
    /// Nobody, until [`identify`] has asked the gate.
    nobody: Visitor,
    visitor: OnceLock<Visitor>,
    /// The form cookie as it came.
    form_cookie: Option<String>,
    /// The one that this answer sets, because a form asked for a token.
    new_form_cookie: OnceLock<String>,
    has_token: AtomicBool,
    has_script: AtomicBool,
    /// The language that a program asks for.
    pub api_lang: Lang,
}

impl Arrival {
    pub fn new(site: Arc<Site>, client: Client, headers: &HeaderMap) -> Self {
        let form_cookie = cookies::read(headers, Kind::Form, &site.settings).map(str::to_owned);
        Self {
            site,
            nobody: Visitor { client, signed_in: None },
            visitor: OnceLock::new(),
            form_cookie,
            new_form_cookie: OnceLock::new(),
            has_token: AtomicBool::new(false),
            has_script: AtomicBool::new(false),
            api_lang: api::language(headers),
        }
    }

    pub fn settings(&self) -> &Settings {
        &self.site.settings
    }

    pub fn visitor(&self) -> &Visitor {
        self.visitor.get().unwrap_or(&self.nobody)
    }

    /// A token for a form on the page that answers this request.
    pub fn form_token(&self) -> String {
        self.has_token.store(true, Ordering::Relaxed);
        let settings = self.settings();
        let basis = self.basis().unwrap_or_else(|| Basis::Cookie(self.give_form_cookie()));
        settings.keys.token(basis, settings.entropy.as_ref())
    }

    /// Whether a token that came with a form was printed for this visitor.
    pub fn accepts(&self, token: &str) -> bool {
        self.basis().is_some_and(|basis| self.settings().keys.matches(token, basis))
    }

    fn basis(&self) -> Option<Basis<'_>> {
        match &self.visitor().signed_in {
            Some(person) => Some(Basis::Session(person.session, person.actor.person)),
            None => self.form_cookie.as_deref().map(Basis::Cookie),
        }
    }

    fn give_form_cookie(&self) -> &str {
        self.new_form_cookie.get_or_init(|| {
            let mut value = [0; 16];
            self.settings().entropy.fill(&mut value);
            base64::encode(&value)
        })
    }

    /// Lets the page load our script.
    pub fn allow_script(&self) {
        self.has_script.store(true, Ordering::Relaxed);
    }

    pub fn has_script(&self) -> bool {
        self.has_script.load(Ordering::Relaxed)
    }
}

/// The arrival of a request. `None` only for a router that this crate did not make.
pub(crate) fn of(request: &Request) -> Option<Arc<Arrival>> {
    request.extensions().get::<Arc<Arrival>>().cloned()
}

/// Whether a request is for a file that is the same for everybody.
fn is_asset(request: &Request) -> bool {
    request.uri().path().starts_with("/assets/")
}

/// Asks the gate who has the session cookie, or for the API the key, if there is one: once for each request.
pub(crate) async fn identify(request: Request, next: Next) -> Response {
    let Some(arrival) = of(&request).filter(|_| !is_asset(&request)) else { return next.run(request).await };
    match who(&arrival, request.uri().path(), request.headers()).await {
        Ok(None) => {}
        Ok(signed_in) => {
            let client = arrival.nobody.client.clone();
            // Set once only: nobody else does.
            let _ = arrival.visitor.set(Visitor { client, signed_in });
        }
        Err(error) => return error.into_response(),
    }
    next.run(request).await
}

async fn who(arrival: &Arrival, path: &str, headers: &HeaderMap) -> Result<Option<SignedIn>, PageError> {
    let Some(gate) = &arrival.site.gate else { return Ok(None) };
    if api::is_api(path) {
        // A key that is wrong is told, also where none is needed.
        let Some(key) = api::key(headers) else { return Ok(None) };
        return gate.by_key(key).await?.ok_or(PageError::WrongKey).map(Some);
    }
    match cookies::read(headers, Kind::Session, arrival.settings()) {
        Some(token) => gate.signed_in(token, &arrival.nobody.client).await,
        None => Ok(None),
    }
}

/// Keeps what is for one visitor from being kept for another, and sets the form cookie.
pub(crate) async fn private(request: Request, next: Next) -> Response {
    let Some(arrival) = of(&request).filter(|_| !is_asset(&request)) else { return next.run(request).await };
    let is_api = api::is_api(request.uri().path());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if is_api {
        if arrival.visitor().signed_in.is_some() {
            // Its tag stays: a program writes with it.
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        return response;
    }
    if arrival.site.gate.is_some() {
        headers.append(header::VARY, HeaderValue::from_static("Cookie"));
    }
    if arrival.visitor().signed_in.is_some() || arrival.has_token.load(Ordering::Relaxed) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.remove(header::ETAG);
    }
    if let Some(value) = arrival.new_form_cookie.get() {
        headers.append(header::SET_COOKIE, cookies::set(Kind::Form, value, arrival.settings()));
    }
    response
}
