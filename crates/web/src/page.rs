//! A template as an answer: HTML with an ETag, so that a page that did not change is not sent again.

use std::hash::{DefaultHasher, Hasher};

use askama::Template;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::errors::PageError;

/// A page: its filled template.
#[derive(Debug, Clone)]
pub struct Page<T>(pub T);

impl<T: Template> IntoResponse for Page<T> {
    fn into_response(self) -> Response {
        match self.0.render() {
            Ok(html) => html_response(html),
            Err(error) => PageError::internal(error).into_response(),
        }
    }
}

pub(crate) fn html_response(html: String) -> Response {
    let mut hasher = DefaultHasher::new();
    hasher.write(html.as_bytes());
    // Weak, because compression may change the bytes.
    let tag = format!("W/\"{:016x}\"", hasher.finish());
    let mut response = ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response();
    if let Ok(value) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, value);
    }
    response
}

/// Answers 304 when the browser already has what would be sent.
pub(crate) async fn not_modified(request: Request, next: Next) -> Response {
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let response = next.run(request).await;
    let tag = response.headers().get(header::ETAG);
    match (known, tag) {
        (Some(known), Some(tag)) if response.status() == StatusCode::OK && lists(&known, tag) => {
            let headers = response.headers().clone();
            let mut unchanged = StatusCode::NOT_MODIFIED.into_response();
            for name in [header::ETAG, header::CACHE_CONTROL, header::VARY] {
                if let Some(value) = headers.get(&name) {
                    unchanged.headers_mut().insert(name, value.clone());
                }
            }
            unchanged
        }
        _ => response,
    }
}

fn lists(known: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(known), Ok(tag)) = (known.to_str(), tag.to_str()) else { return false };
    let opaque = |text: &str| text.trim().trim_start_matches("W/").to_owned();
    known.split(',').any(|one| opaque(one) == opaque(tag))
}
