//! Asking the router, without a network between.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use crate::process::hidden;

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    /// Where a redirect leads.
    pub fn location(&self) -> Option<&str> {
        self.headers.get(header::LOCATION)?.to_str().ok()
    }

    /// The cookies that are set, as a browser sends them back.
    pub fn cookies(&self) -> String {
        let set = self.headers.get_all(header::SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
        set.filter_map(|cookie| cookie.split(';').next()).collect::<Vec<_>>().join("; ")
    }
}

/// The cookie of a session, as its browser sends it.
pub fn session_cookie(token: &str) -> String {
    format!("zicht={token}")
}

/// Asks as a page of the site would.
pub async fn ask(router: &Router, method: &Method, path: &str, cookies: &str, form: &str) -> Answer {
    ask_from(router, method, path, cookies, form, ("sec-fetch-site", "same-origin")).await
}

/// Asks with a header that tells where the request comes from.
pub async fn ask_from(
    router: &Router,
    method: &Method,
    path: &str,
    cookies: &str,
    form: &str,
    from: (&'static str, &'static str),
) -> Answer {
    let mut request = Request::builder().method(method).uri(path).header(from.0, from.1);
    if !cookies.is_empty() {
        request = request.header(header::COOKIE, cookies);
    }
    if method == Method::POST {
        request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    }
    finish(router, request.body(Body::from(form.to_owned())).unwrap()).await
}

/// Asks as a program does: with a key if there is one, further headers, and a body of JSON if it changes something.
pub async fn ask_with_key(
    router: &Router,
    method: &Method,
    path: &str,
    key: &str,
    headers: &[(&'static str, &str)],
    body: &str,
) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    if !key.is_empty() {
        request = request.header(header::AUTHORIZATION, format!("Bearer {key}"));
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut sent = Body::empty();
    if method != Method::GET {
        request = request.header(header::CONTENT_TYPE, "application/json");
        sent = Body::from(body.to_owned());
    }
    finish(router, request.body(sent).unwrap()).await
}

async fn finish(router: &Router, request: Request<Body>) -> Answer {
    let response = router.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    Answer {
        status: parts.status,
        headers: parts.headers,
        text: String::from_utf8_lossy(&bytes).into_owned(),
    }
}

/// The token of the first form on a page, and every cookie that its answer needs.
pub async fn form_token(router: &Router, page: &str, cookies: &str) -> (String, String) {
    let answer = ask(router, &Method::GET, page, cookies, "").await;
    let token =
        hidden(&answer.text, "form_token").unwrap_or_else(|| panic!("no form on {page}: {}", answer.text));
    let all: Vec<_> =
        [cookies.to_owned(), answer.cookies()].into_iter().filter(|text| !text.is_empty()).collect();
    (token, all.join("; "))
}
