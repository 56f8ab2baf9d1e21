//! Errors as full pages, in the language of the address. What went wrong inside goes to the log only.

use std::any::Any;
use std::error::Error;
use std::sync::Arc;

use askama::Template;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Finding;

use crate::frame::Frame;
use crate::page::html_response;
use crate::request::RequestContext;
use crate::{api, arrival};

/// Why a page can't be shown. Any error turns into [`PageError::Internal`] by `?`.
#[derive(Debug)]
pub enum PageError {
    /// There is nothing at this address.
    NotFound,
    /// What was at this address was taken away; the text says so, in the language of the page.
    Gone(String),
    /// The address or form can't be understood; the text says why, in the language of the page.
    BadRequest(String),
    /// Nobody is signed in.
    SignedOut,
    /// The key of the API is not known, or over.
    WrongKey,
    /// The key of the API only reads.
    ReadOnlyKey,
    /// What was sent is understood, but has these problems.
    Unfit(Vec<Finding>),
    /// A program must say which version it changes.
    NoPrecondition,
    /// What a program wants to change was changed by somebody else.
    Outdated,
    /// The person did not show lately who they are.
    Unconfirmed,
    /// The visitor has no right to this.
    Forbidden,
    /// A row rule says that this is somebody else's: for the visitor it does not exist, and it is recorded.
    NotYours,
    /// The form did not come from a page of ours.
    Foreign,
    /// What was sent is too large.
    TooLarge,
    /// What was sent is of a kind that is not taken here.
    Unsupported,
    /// More requests than one address may make; in so many seconds there is room again.
    TooMany(u64),
    /// It takes too long, or a part of Zicht can't be reached for now.
    Busy,
    /// Something failed on our side: logged, never shown.
    Internal(Box<dyn Error + Send + Sync>),
}

impl PageError {
    /// Wraps an error of ours.
    pub fn internal(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Internal(error.into())
    }

    /// See [`Self::NotYours`].
    #[must_use]
    pub const fn not_yours() -> Self {
        Self::NotYours
    }
}

impl<E: Error + Send + Sync + 'static> From<E> for PageError {
    fn from(error: E) -> Self {
        Self::internal(error)
    }
}

/// What the visitor may know of a problem; [`show`] makes a page of it.
#[derive(Debug, Clone)]
struct Problem {
    key: &'static str,
    text: Option<String>,
    /// What is wrong, for a program.
    findings: Vec<Finding>,
}

/// Marks an answer that the guard must have recorded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Refused;

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let (status, key) = match &self {
            Self::NotFound | Self::NotYours => (StatusCode::NOT_FOUND, "not-found"),
            Self::Gone(_) => (StatusCode::GONE, "gone"),
            Self::BadRequest(_) => (StatusCode::BAD_REQUEST, "bad-request"),
            Self::SignedOut => (StatusCode::UNAUTHORIZED, "signed-out"),
            Self::WrongKey => (StatusCode::UNAUTHORIZED, "wrong-key"),
            Self::ReadOnlyKey => (StatusCode::FORBIDDEN, "read-only-key"),
            Self::Unfit(_) => (StatusCode::UNPROCESSABLE_ENTITY, "unfit"),
            Self::NoPrecondition => (StatusCode::PRECONDITION_REQUIRED, "no-precondition"),
            Self::Outdated => (StatusCode::PRECONDITION_FAILED, "outdated"),
            Self::Unconfirmed => (StatusCode::FORBIDDEN, "unconfirmed"),
            Self::Forbidden => (StatusCode::FORBIDDEN, "forbidden"),
            Self::Foreign => (StatusCode::FORBIDDEN, "foreign"),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too-large"),
            Self::Unsupported => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported"),
            Self::TooMany(_) => (StatusCode::TOO_MANY_REQUESTS, "too-many"),
            Self::Busy => (StatusCode::SERVICE_UNAVAILABLE, "busy"),
            Self::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, "internal"),
        };
        let mut response = status.into_response();
        if matches!(self, Self::NotYours | Self::Forbidden | Self::ReadOnlyKey) {
            response.extensions_mut().insert(Refused);
        }
        match self {
            Self::TooMany(seconds) => {
                response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
            }
            Self::Busy => {
                response.headers_mut().insert(header::RETRY_AFTER, 60.into());
            }
            _ => {}
        }
        let mut findings = Vec::new();
        let text = match self {
            Self::Gone(text) | Self::BadRequest(text) => Some(text),
            Self::Unfit(found) => {
                findings = found;
                None
            }
            Self::Internal(error) => {
                response.extensions_mut().insert(Failed(Arc::from(error)));
                None
            }
            _ => None,
        };
        response.extensions_mut().insert(Problem { key, text, findings });
        response
    }
}

/// What failed inside, on its way to the log.
#[derive(Debug, Clone)]
struct Failed(Arc<dyn Error + Send + Sync>);

/// After how many seconds somebody may try again what could not be reached.
const AWAY: u64 = 30;

/// Logs what failed; if it may be back in a moment, the answer says so.
fn judge(response: &mut Response, is_away: fn(&(dyn Error + 'static)) -> bool) {
    let Some(Failed(error)) = response.extensions_mut().remove::<Failed>() else { return };
    if !is_away(&*error) {
        tracing::error!(error = chain(&*error), "a page failed");
        return;
    }
    tracing::warn!(error = chain(&*error), "a page could not reach what it needs");
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    response.headers_mut().insert(header::RETRY_AFTER, AWAY.into());
    response.extensions_mut().insert(Problem { key: "away", text: None, findings: Vec::new() });
}

/// An error with its causes, for the log.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

#[derive(Template)]
#[template(path = "error.html")]
struct View {
    frame: Frame,
    text: String,
    request_id: String,
    /// Whether signing in is the next step.
    asks_sign_in: bool,
}

/// Turns every problem, also those of the framework itself, into a page.
pub(crate) async fn show(request: Request, next: Next) -> Response {
    let Some(arrival) = arrival::of(&request) else { return next.run(request).await };
    let is_api = api::is_api(request.uri().path());
    let context = RequestContext::new(request.uri(), arrival);
    let mut response = next.run(request).await;
    judge(&mut response, context.arrival.site.settings.is_away);
    let Some(problem) = problem(&response) else { return response };
    if is_api {
        let (status, lang) = (response.status(), context.lang);
        let told = api::problem(&context.arrival, lang, status, problem.key, problem.text, &problem.findings);
        let (mut parts, body) = told.into_parts();
        for name in [header::ALLOW, header::RETRY_AFTER] {
            if let Some(value) = response.headers().get(&name) {
                parts.headers.insert(name, value.clone());
            }
        }
        return Response::from_parts(parts, body);
    }
    let tr = context.tr();
    let title = tr.t(&format!("error-{}-title", problem.key));
    let text = problem.text.unwrap_or_else(|| tr.t(&format!("error-{}-text", problem.key)));
    let request_id = context.client().request_id.clone();
    let asks_sign_in = problem.key == "signed-out" && context.arrival.site.gate.is_some();
    let view = View { frame: context.frame(title, text.clone(), ""), text, request_id, asks_sign_in };
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    match view.render() {
        Ok(html) => {
            let (page, body) = html_response(html).into_parts();
            parts.headers.extend(page.headers);
            // An error is not a version of the page.
            parts.headers.remove(header::ETAG);
            Response::from_parts(parts, body)
        }
        Err(error) => {
            tracing::error!(%error, "the error page failed");
            parts.status.into_response()
        }
    }
}

fn problem(response: &Response) -> Option<Problem> {
    if let Some(problem) = response.extensions().get::<Problem>() {
        return Some(problem.clone());
    }
    // The framework's own refusals are plain English text; an answer of ours has a type of its own.
    let key = match response.status() {
        _ if !is_plain(response.headers()) => return None,
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::METHOD_NOT_ALLOWED => "method",
        StatusCode::PAYLOAD_TOO_LARGE => "too-large",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "unsupported",
        status if status.is_client_error() => "bad-request",
        status if status.is_server_error() => "internal",
        _ => return None,
    };
    Some(Problem { key, text: None, findings: Vec::new() })
}

fn is_plain(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .is_none_or(|kind| kind.to_str().is_ok_and(|kind| kind.starts_with("text/plain")))
}

/// Where no route matches: a page that says so, or the same address without its last slash.
pub(crate) async fn fallback(request: Request) -> Response {
    let path = request.uri().path();
    // Not `//elsewhere`, which a browser would take for another site. A program gets no second address.
    if path.len() > 1 && path.ends_with('/') && !path.starts_with("//") && !api::is_api(path) {
        let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
        return Redirect::permanent(&format!("{}{query}", path.trim_end_matches('/'))).into_response();
    }
    PageError::NotFound.into_response()
}

/// Answers for a page that panicked: logged, and the visitor gets a page.
#[allow(clippy::needless_pass_by_value)] // the signature that the layer asks for
pub(crate) fn panicked(cause: Box<dyn Any + Send + 'static>) -> Response {
    let text = cause
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| cause.downcast_ref::<&str>().copied())
        .unwrap_or("no message");
    PageError::internal(format!("panic: {text}")).into_response()
}
