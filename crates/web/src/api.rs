//! What programs get in place of pages: JSON, and problems as `application/problem+json` (RFC 9457), by the API design
//! rules of the Dutch government (NLGov REST API Design Rules 2.1). A key stands in the header `Authorization`; cookies
//! do not count here, so that no other site can act for somebody who is signed in.

use std::hash::{DefaultHasher, Hasher};

use axum::body::{Bytes, to_bytes};
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Lang, Severity};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::arrival::{self, Arrival};
use crate::errors::PageError;
use crate::findings::finding_text;
use crate::i18n::{t, t_with, try_t};

/// The version of the API: in `openapi.json`, and in the header `API-Version` of every answer.
pub const API_VERSION: &str = "1.0.0";

/// What every address of the API begins with.
const PREFIX: &str = "/api/v";
const VERSION_HEADER: HeaderName = HeaderName::from_static("api-version");

/// Whether an address is one of the API.
pub(crate) fn is_api(path: &str) -> bool {
    path.starts_with(PREFIX)
}

/// The key in a request: `None` without one, an empty text if there is something else than a key.
pub(crate) fn key(headers: &HeaderMap) -> Option<&str> {
    let given = headers.get(header::AUTHORIZATION)?.to_str().unwrap_or_default();
    let (scheme, key) = given.split_once(' ').unwrap_or((given, ""));
    Some(if scheme.eq_ignore_ascii_case("bearer") { key.trim() } else { "" })
}

/// The language that a program asks for with `Accept-Language`; Dutch without one.
pub(crate) fn language(headers: &HeaderMap) -> Lang {
    let asked =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|asked| asked.to_str().ok()).unwrap_or_default();
    let weighed = asked.split(',').filter_map(|one| {
        let (name, weight) = one.split_once(";q=").unwrap_or((one, "1"));
        let lang = match name.trim().split('-').next()? {
            "nl" => Lang::Nl,
            "en" => Lang::En,
            _ => return None,
        };
        Some((lang, weight.trim().parse::<f32>().unwrap_or(0.0)))
    });
    // The first of the heaviest.
    weighed.fold((Lang::Nl, 0.0), |best, one| if one.1 > best.1 { one } else { best }).0
}

/// Marks every answer of the API with its version, and with what it depends on.
pub(crate) async fn mark(request: Request, next: Next) -> Response {
    let is_api = is_api(request.uri().path());
    let mut response = next.run(request).await;
    if is_api {
        let headers = response.headers_mut();
        headers.insert(VERSION_HEADER, HeaderValue::from_static(API_VERSION));
        headers.append(header::VARY, HeaderValue::from_static("Authorization, Accept-Language"));
    }
    response
}

/// A problem as a program reads it.
pub(crate) fn problem(
    arrival: &Arrival,
    lang: Lang,
    status: axum::http::StatusCode,
    key: &str,
    text: Option<String>,
    findings: &[Finding],
) -> Response {
    let (title, words) = problem_words(lang, key);
    let body = serde_json::json!({
        "type": format!("{}/api#problem-{key}", arrival.settings().public_url()),
        "status": status.as_u16(),
        "title": title,
        "detail": text.unwrap_or(words),
        "request_id": arrival.visitor().client.request_id,
        "findings": findings.iter().map(|finding| written(lang, finding)).collect::<Vec<_>>(),
    });
    let mut response = (status, body.to_string()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.code()));
    if status == axum::http::StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

/// A kind of problem in a few words and in a sentence; some have other words for programs than for people.
#[must_use]
pub fn problem_words(lang: Lang, key: &str) -> (String, String) {
    let words = |part: &str| {
        try_t(lang, &format!("api-error-{key}-{part}"), &[])
            .unwrap_or_else(|| t(lang, &format!("error-{key}-{part}")))
    };
    (words("title"), words("text"))
}

/// A finding as JSON: code, severity, where, and what is wrong in words.
#[must_use]
pub fn written(lang: Lang, finding: &Finding) -> Value {
    let place = &finding.place;
    serde_json::json!({
        "code": finding.code,
        "severity": match finding.severity { Severity::Error => "error", Severity::Warning => "warning" },
        "row": place.row,
        "column": place.column,
        "message": finding_text(lang, finding),
    })
}

/// What follows the question mark, as a type. What is not known there is refused, with the reason.
#[derive(Debug, Clone, Copy)]
pub struct Params<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Params<T> {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        let lang = language(&parts.headers);
        match Query::try_from_uri(&parts.uri) {
            Ok(Query(value)) if !is_twice(&parts.uri) => Ok(Self(value)),
            Ok(_) => Err(PageError::BadRequest(t(lang, "api-query-twice"))),
            Err(error) => {
                let why =
                    std::error::Error::source(&error).map_or_else(|| error.to_string(), ToString::to_string);
                Err(PageError::BadRequest(t_with(lang, "api-query-wrong", &[("why", why.into())])))
            }
        }
    }
}

/// Whether a name stands in the query more than once: which of the values counts would be a guess.
fn is_twice(uri: &Uri) -> bool {
    let query = uri.query().unwrap_or_default().as_bytes();
    let mut names: Vec<_> = form_urlencoded::parse(query).map(|(name, _)| name).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    names.len() < all
}

/// A body of JSON, as a type.
#[derive(Debug, Clone, Copy)]
pub struct Body<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, _: &S) -> Result<Self, PageError> {
        let arrival =
            arrival::of(&request).ok_or_else(|| PageError::internal("the API is not part of a site"))?;
        let lang = language(request.headers());
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let bare = kind.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        if !["application/json", "application/merge-patch+json"].contains(&bare) {
            return Err(PageError::Unsupported);
        }
        let most = arrival.settings().most_body;
        let bytes = to_bytes(request.into_body(), most).await.map_err(|_| PageError::TooLarge)?;
        let read = serde_json::from_slice(&bytes);
        read.map(Self).map_err(|error| {
            PageError::BadRequest(t_with(lang, "api-body-wrong", &[("why", error.to_string().into())]))
        })
    }
}

/// An answer of JSON, with a tag by which a program sees that nothing changed.
pub fn answer(value: &impl Serialize) -> Result<Response, PageError> {
    Ok(json(Bytes::from(serde_json::to_vec(value)?)))
}

/// An answer of JSON with a tag of its own, for what can be written with `If-Match`.
pub fn answer_with(value: &impl Serialize, tag: &str) -> Result<Response, PageError> {
    Ok(tagged(Bytes::from(serde_json::to_vec(value)?), tag))
}

/// An answer of bytes that are JSON already.
#[must_use]
pub fn json(bytes: Bytes) -> Response {
    let tag = weak(&bytes);
    tagged(bytes, &tag)
}

/// A tag made from the bytes: weak, because compression may change them.
fn weak(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("W/\"{:016x}\"", hasher.finish())
}

fn tagged(bytes: Bytes, tag: &str) -> Response {
    let mut response = ([(header::CONTENT_TYPE, "application/json")], bytes).into_response();
    if let Ok(value) = HeaderValue::from_str(tag) {
        response.headers_mut().insert(header::ETAG, value);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: HeaderName, value: &'static str) -> HeaderMap {
        [(name, HeaderValue::from_static(value))].into_iter().collect()
    }

    #[test]
    fn a_program_gets_the_language_that_it_likes_best() {
        let asked = |value| language(&with(header::ACCEPT_LANGUAGE, value));
        assert_eq!(language(&HeaderMap::new()), Lang::Nl);
        assert_eq!(asked("en"), Lang::En);
        assert_eq!(asked("de, en-GB;q=0.8, nl;q=0.5"), Lang::En);
        assert_eq!(asked("fr, *"), Lang::Nl);
        assert_eq!(asked("nl;q=x, ;;,"), Lang::Nl);
    }

    #[test]
    fn a_key_is_a_bearer_token_and_nothing_else() {
        assert_eq!(key(&HeaderMap::new()), None);
        assert_eq!(key(&with(header::AUTHORIZATION, "Bearer abc")), Some("abc"));
        assert_eq!(key(&with(header::AUTHORIZATION, "Basic abc")), Some(""));
        assert_eq!(key(&with(header::AUTHORIZATION, "Bearer")), Some(""));
    }

    #[test]
    fn a_name_that_is_given_twice_is_no_answer() {
        assert!(is_twice(&Uri::from_static("/api/v1/waves?after=a&after=b")));
        assert!(!is_twice(&Uri::from_static("/api/v1/waves?after=a&limit=b")));
    }
}
