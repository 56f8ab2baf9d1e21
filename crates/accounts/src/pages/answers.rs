//! What several pages answer alike.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Place};
use serde_json::{Value, json};
use web::Page;

use crate::Site;
use crate::domain::token::Token;
use crate::sign_in::attempts::Wait;

/// The page again, because of what was typed.
pub fn refused<T: Template>(view: T) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, Page(view)).into_response()
}

/// The page again, because it is too early; also in words, as a finding by [`too_early`].
pub fn later<T: Template>(site: &Site, wait: Wait, view: T) -> Response {
    let mut response = (StatusCode::TOO_MANY_REQUESTS, Page(view)).into_response();
    if let Ok(seconds) = HeaderValue::from_str(&seconds(site, wait).to_string()) {
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    response
}

/// "Try again in N seconds", about the form as a whole.
pub fn too_early(site: &Site, wait: Wait) -> Finding {
    let seconds = seconds(site, wait);
    let (code, n) = if seconds > 90 {
        ("sign-in-wait-minutes", seconds.div_euclid(60) + 1)
    } else {
        ("sign-in-wait-seconds", seconds)
    };
    Finding::error(code, Place::default()).with("n", n.to_string())
}

/// JSON for a script or a program; never kept.
pub fn json_answer(status: StatusCode, value: &Value) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (status, headers, value.to_string()).into_response()
}

/// What the script of passkeys asks the browser, and the token of the ceremony.
pub fn challenge_json(token: &Token, options: &Value) -> Response {
    json_answer(StatusCode::OK, &json!({ "ceremony": token.text(), "options": options }))
}

/// About the form as a whole.
pub fn about_all(code: &'static str) -> Finding {
    Finding::error(code, Place::default())
}

fn seconds(site: &Site, wait: Wait) -> i64 {
    wait.until.duration_since(site.now()).as_secs().max(1)
}
