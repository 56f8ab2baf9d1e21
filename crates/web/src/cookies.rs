//! The two cookies: of the session, and of forms before sign-in. Both are for the server only.

use axum::http::{HeaderMap, HeaderValue, header};
use cookie::{Cookie, SameSite};

use crate::settings::Settings;

/// Longer than any token of ours.
const MOST: usize = 200;

/// Which cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Who is signed in.
    Session,
    /// What forms before sign-in are bound to.
    Form,
}

impl Kind {
    /// The `__Host-` prefix keeps other sites of the same domain from setting it; browsers want https for that.
    const fn name(self, secure: bool) -> &'static str {
        match (self, secure) {
            (Self::Session, true) => "__Host-zicht",
            (Self::Session, false) => "zicht",
            (Self::Form, true) => "__Host-zicht-form",
            (Self::Form, false) => "zicht-form",
        }
    }
}

/// The value of a cookie. One that is there twice, is too long or has strange characters is not there.
pub(crate) fn read<'a>(headers: &'a HeaderMap, kind: Kind, settings: &Settings) -> Option<&'a str> {
    let name = kind.name(settings.is_secure());
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut found = pairs
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(found, _)| *found == name)
        .map(|(_, value)| value);
    let value = found.next()?;
    let usable = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let good = found.next().is_none() && (1..=MOST).contains(&value.len()) && value.bytes().all(usable);
    good.then_some(value)
}

/// The header that sets a cookie until the browser closes.
pub(crate) fn set(kind: Kind, value: &str, settings: &Settings) -> HeaderValue {
    header(&build(kind, value, settings))
}

/// The header that removes a cookie.
pub(crate) fn clear(kind: Kind, settings: &Settings) -> HeaderValue {
    let mut cookie = build(kind, "", settings);
    cookie.make_removal();
    header(&cookie)
}

fn build<'a>(kind: Kind, value: &'a str, settings: &Settings) -> Cookie<'a> {
    Cookie::build((kind.name(settings.is_secure()), value))
        .path("/")
        .http_only(true)
        .secure(settings.is_secure())
        .same_site(SameSite::Lax)
        .build()
}

fn header(cookie: &Cookie<'_>) -> HeaderValue {
    // Only a value that is no token of ours could fail; nothing is set then.
    HeaderValue::from_str(&cookie.to_string()).unwrap_or(HeaderValue::from_static(""))
}
