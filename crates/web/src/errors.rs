//! Errors as full pages, in the language of the address. What went wrong inside goes to the log only.

use std::any::Any;
use std::error::Error;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use crate::frame::{Frame, Site};
use crate::page::html_response;
use crate::request::RequestContext;

/// Why a page can't be shown. Any error turns into [`PageError::Internal`] by `?`.
#[derive(Debug)]
pub enum PageError {
    /// There is nothing at this address.
    NotFound,
    /// The address or form can't be understood; the text says why, in the language of the page.
    BadRequest(String),
    /// Something failed on our side: logged, never shown.
    Internal(Box<dyn Error + Send + Sync>),
}

impl PageError {
    /// Wraps an error of ours.
    pub fn internal(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Internal(error.into())
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
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let (status, key, text) = match self {
            Self::NotFound => (StatusCode::NOT_FOUND, "not-found", None),
            Self::BadRequest(text) => (StatusCode::BAD_REQUEST, "bad-request", Some(text)),
            Self::Internal(error) => {
                tracing::error!(error = chain(error.as_ref()), "a page failed");
                (StatusCode::INTERNAL_SERVER_ERROR, "internal", None)
            }
        };
        let mut response = status.into_response();
        response.extensions_mut().insert(Problem { key, text });
        response
    }
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
}

/// Turns every problem, also those of the framework itself, into a page.
pub(crate) async fn show(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let context = RequestContext::new(request.uri(), site);
    let response = next.run(request).await;
    let Some(problem) = problem(&response) else { return response };
    let tr = context.tr();
    let title = tr.t(&format!("error-{}-title", problem.key));
    let text = problem.text.unwrap_or_else(|| tr.t(&format!("error-{}-text", problem.key)));
    let view = View { frame: context.frame(title, text.clone(), ""), text };
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
        status if status.is_client_error() => "bad-request",
        status if status.is_server_error() => "internal",
        _ => return None,
    };
    Some(Problem { key, text: None })
}

fn is_plain(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .is_none_or(|kind| kind.to_str().is_ok_and(|kind| kind.starts_with("text/plain")))
}

/// Where no route matches: a page that says so, or the same address without its last slash.
pub(crate) async fn fallback(request: Request) -> Response {
    let path = request.uri().path();
    // Not `//elsewhere`, which a browser would take for another site.
    if path.len() > 1 && path.ends_with('/') && !path.starts_with("//") {
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
