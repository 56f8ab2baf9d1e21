//! What a page needs to know about the request: its language, its own address and who asks.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::{Actor, Lang};

use crate::api;
use crate::arrival::Arrival;
use crate::cookies::{self, Kind};
use crate::errors::PageError;
use crate::frame::Frame;
use crate::gate::{Client, SignedIn, Visitor};
use crate::i18n::Tr;

const ENGLISH: &str = "/en";

/// The language and address of a request, and its visitor; an argument of every page.
///
/// Dutch pages are under `/`, English ones under `/en`; the rest of the address is the same.
#[derive(Clone)]
pub struct RequestContext {
    /// The language of the address.
    pub lang: Lang,
    /// The path without its language, starting with `/`.
    pub path: String,
    /// What follows the question mark, as it came.
    pub query: Option<String>,
    pub(crate) arrival: Arc<Arrival>,
}

impl RequestContext {
    pub(crate) fn new(uri: &Uri, arrival: Arc<Arrival>) -> Self {
        let (lang, path) = without_language(uri.path());
        let lang = if api::is_api(path) { arrival.api_lang } else { lang };
        Self { lang, path: path.to_owned(), query: uri.query().map(str::to_owned), arrival }
    }

    /// Words and numbers in the language of the request.
    #[must_use]
    pub fn tr(&self) -> Tr {
        Tr(self.lang)
    }

    /// The address of another page in the same language: `/method` becomes `/en/method` in English.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        localized(self.lang, path)
    }

    /// The same page with the same query in the other language.
    #[must_use]
    pub fn alternate_url(&self) -> String {
        alternate(self.lang, &self.path, self.query.as_deref())
    }

    /// The first value of a name in the query, such as `next` or `after`.
    #[must_use]
    pub fn query_value(&self, name: &str) -> Option<String> {
        let query = self.query.as_deref()?.as_bytes();
        form_urlencoded::parse(query).find(|(found, _)| found == name).map(|(_, value)| value.into_owned())
    }

    /// This page's own address with one value of its query changed, or removed by `None`.
    #[must_use]
    pub fn with_query(&self, name: &str, value: Option<&str>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (found, kept) in form_urlencoded::parse(self.query.as_deref().unwrap_or_default().as_bytes()) {
            if found != name && found != DONE {
                query.append_pair(&found, &kept);
            }
        }
        if let Some(value) = value {
            query.append_pair(name, value);
        }
        let (url, query) = (self.url(&self.path), query.finish());
        if query.is_empty() { url } else { format!("{url}?{query}") }
    }

    /// The frame round a page. `section` is the one that its menu item names, or empty.
    #[must_use]
    pub fn frame(&self, title: impl Into<String>, description: impl Into<String>, section: &str) -> Frame {
        Frame::new(self, title.into(), description.into(), section)
    }

    /// Who asks, signed in or not.
    #[must_use]
    pub fn visitor(&self) -> &Visitor {
        self.arrival.visitor()
    }

    /// The person who is signed in, if there is one.
    #[must_use]
    pub fn signed_in(&self) -> Option<&SignedIn> {
        self.visitor().signed_in.as_ref()
    }

    /// The person who is signed in, with roles.
    ///
    /// # Errors
    /// [`PageError::SignedOut`], which cannot happen on a route that asks for a role or an own account.
    pub fn actor(&self) -> Result<&Actor, PageError> {
        self.signed_in().map(|person| &person.actor).ok_or(PageError::SignedOut)
    }

    /// Where the request comes from.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.visitor().client
    }

    /// The token of a form on this page, for its hidden field `form_token` or the header `x-zicht-form`.
    /// [`crate::FormView`] has one already.
    #[must_use]
    pub fn form_token(&self) -> String {
        self.arrival.form_token()
    }

    /// The address of the whole site: `https://zicht.example`.
    #[must_use]
    pub fn public_url(&self) -> &str {
        self.arrival.settings().public_url()
    }

    /// The mail address for questions, if the site has one.
    #[must_use]
    pub fn contact(&self) -> Option<&str> {
        self.arrival.settings().contact.as_deref()
    }

    /// The `Set-Cookie` header that signs in on this browser.
    #[must_use]
    pub fn session_cookie(&self, token: &str) -> HeaderValue {
        cookies::set(Kind::Session, token, self.arrival.settings())
    }

    /// The `Set-Cookie` header that signs out on this browser.
    #[must_use]
    pub fn clear_session_cookie(&self) -> HeaderValue {
        cookies::clear(Kind::Session, self.arrival.settings())
    }

    /// Sends the browser on to a page of ours (path without language) after a form.
    #[must_use]
    pub fn see_other(&self, path: &str) -> Response {
        Redirect::to(&self.url(path)).into_response()
    }

    /// Sends the browser on after a form; that page tells once what was done, in the words of `done-<key>`.
    #[must_use]
    pub fn done(&self, path: &str, key: &str) -> Response {
        let mark = if path.contains('?') { '&' } else { '?' };
        self.see_other(&format!("{path}{mark}{DONE}={key}"))
    }
}

/// The name in the query that tells a page what was just done.
pub(crate) const DONE: &str = "done";

impl<S: Send + Sync> FromRequestParts<S> for RequestContext {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        let arrival = parts.extensions.get::<Arc<Arrival>>().cloned();
        let arrival = arrival.ok_or_else(|| PageError::internal("the page is not part of a site"))?;
        Ok(Self::new(&parts.uri, arrival))
    }
}

/// The language of a path and what remains of it.
pub(crate) fn without_language(path: &str) -> (Lang, &str) {
    match path.strip_prefix(ENGLISH) {
        Some("") => (Lang::En, "/"),
        Some(rest) if rest.starts_with('/') => (Lang::En, one_slash(rest)),
        _ => (Lang::Nl, one_slash(path)),
    }
}

/// The same path with one slash in front: with two, or with one that browsers read so, a link to it on our own
/// pages would lead to another host. What has no slash before its first name is the home page.
fn one_slash(path: &str) -> &str {
    let name = path.trim_start_matches(['/', '\\']);
    let slash = path.len().checked_sub(name.len() + 1);
    slash.and_then(|at| path.get(at..)).filter(|path| path.starts_with('/')).unwrap_or("/")
}

fn alternate(lang: Lang, path: &str, query: Option<&str>) -> String {
    let url = localized(lang.other(), path);
    match query {
        Some(query) => format!("{url}?{query}"),
        None => url,
    }
}

/// The address of a path in a language; an address elsewhere (with a scheme) stays as it is.
#[must_use]
pub fn localized(lang: Lang, path: &str) -> String {
    match lang {
        Lang::En if path == "/" => ENGLISH.to_owned(),
        Lang::En if path.starts_with('/') => format!("{ENGLISH}{path}"),
        _ => path.to_owned(),
    }
}

/// `next` if it is an address on this site, with its language in it: a path, never another host.
///
/// Browsers read `\` as `/` and skip control characters, so neither is let through.
#[must_use]
pub fn local_path(next: &str) -> Option<&str> {
    let plain = |byte: u8| byte.is_ascii_graphic() && byte != b'\\';
    let local = next.starts_with('/') && !next.starts_with("//") && next.bytes().all(plain);
    (local && next.len() <= 2000).then_some(next)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_language_is_in_the_address() {
        assert_eq!(without_language("/"), (Lang::Nl, "/"));
        assert_eq!(without_language("/en"), (Lang::En, "/"));
        assert_eq!(without_language("/en/waves/2017"), (Lang::En, "/waves/2017"));
        assert_eq!(without_language("/energy"), (Lang::Nl, "/energy"));
    }

    #[test]
    fn the_other_language_shows_the_same_page_with_the_same_query() {
        assert_eq!(alternate(Lang::Nl, "/waves/2017", Some("parts=em")), "/en/waves/2017?parts=em");
        assert_eq!(alternate(Lang::En, "/waves/2017", Some("parts=em")), "/waves/2017?parts=em");
        assert_eq!(alternate(Lang::En, "/", None), "/");
    }

    #[test]
    fn no_address_makes_the_other_language_another_host() {
        for path in
            ["/en//evil.example/a", "/en/\\evil.example/a", "//evil.example/a", "/en///evil.example/a"]
        {
            let (lang, rest) = without_language(path);
            assert!(local_path(&alternate(lang, rest, None)).is_some(), "{path}");
        }
    }

    #[test]
    fn an_address_elsewhere_stays_as_it_is() {
        assert_eq!(localized(Lang::En, "https://example.org/"), "https://example.org/");
        assert_eq!(localized(Lang::En, "/method"), "/en/method");
    }

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(local_path("/en/account?a=1#b"), Some("/en/account?a=1#b"));
        for wrong in
            ["", "account", "//evil", "/\\evil", "https://evil", "/a\nb", "/\t/evil", "/\u{e9}", "\\/evil"]
        {
            assert_eq!(local_path(wrong), None, "{wrong:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_address_is_asked_for_our_links_stay_here(text in "(/en)?[/\\\\a-z.:@%]{0,24}") {
            let (lang, path) = without_language(&text);
            let link = alternate(lang, path, None);
            prop_assert!(link.starts_with('/') && !link[1..].starts_with(['/', '\\']), "{link}");
            let link = localized(lang, path);
            prop_assert!(link.starts_with('/') && !link[1..].starts_with(['/', '\\']), "{link}");
        }

        #[test]
        fn whatever_address_is_let_through_names_no_host(text in "[/\\\\a-z.:@?#%\t\n -]{0,24}") {
            if let Some(path) = local_path(&text) {
                let uri: Uri = path.parse().unwrap_or_default();
                prop_assert!(uri.authority().is_none());
                prop_assert!(path.starts_with('/') && !path[1..].starts_with(['/', '\\']));
            }
        }
    }
}
