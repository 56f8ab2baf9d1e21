//! Headers that every answer carries, whatever made it.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::arrival;

/// Nothing but our own styles, fonts and pictures: nothing inline, nothing from elsewhere, no framing.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; \
    script-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// The same for a page that asked for one of our scripts, which may speak with this site only.
const POLICY_WITH_SCRIPT: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; \
    script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// A year, in seconds.
const HTTPS_ONLY: &str = "max-age=31536000; includeSubDomains";

const HEADERS: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), \
         publickey-credentials-get=(self), publickey-credentials-create=(self)",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Adds the headers; a page that does not say how long it may be kept, is asked for each time.
pub(crate) async fn headers(request: Request, next: Next) -> Response {
    let arrival = arrival::of(&request);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let has_script = arrival.as_ref().is_some_and(|arrival| arrival.has_script());
    let policy = if has_script { POLICY_WITH_SCRIPT } else { POLICY };
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    if arrival.is_some_and(|arrival| arrival.settings().is_secure()) {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HTTPS_ONLY));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    response
}
