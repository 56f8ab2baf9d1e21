//! What a page needs to know about the request: its language and its own address.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::Uri;
use axum::http::request::Parts;
use kernel::Lang;

use crate::frame::{Frame, Site};
use crate::i18n::Tr;

const ENGLISH: &str = "/en";

/// The language and address of a request; an argument of every page.
///
/// Dutch pages are under `/`, English ones under `/en`; the rest of the address is the same.
#[derive(Debug, Clone)]
pub struct RequestContext {
    /// The language of the address.
    pub lang: Lang,
    /// The path without its language, starting with `/`.
    pub path: String,
    /// What follows the question mark, as it came.
    pub query: Option<String>,
    site: Arc<Site>,
}

impl RequestContext {
    pub(crate) fn new(uri: &Uri, site: Arc<Site>) -> Self {
        let (lang, path) = match uri.path().strip_prefix(ENGLISH) {
            Some("") => (Lang::En, "/"),
            Some(rest) if rest.starts_with('/') => (Lang::En, rest),
            _ => (Lang::Nl, uri.path()),
        };
        Self { lang, path: path.to_owned(), query: uri.query().map(str::to_owned), site }
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
        let url = localized(self.lang.other(), &self.path);
        match &self.query {
            Some(query) => format!("{url}?{query}"),
            None => url,
        }
    }

    /// The frame round a page. `section` is the one that its menu item names, or empty.
    #[must_use]
    pub fn frame(&self, title: impl Into<String>, description: impl Into<String>, section: &str) -> Frame {
        Frame::new(self, Arc::clone(&self.site), title.into(), description.into(), section)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for RequestContext {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let site = parts.extensions.get::<Arc<Site>>().cloned().unwrap_or_default();
        Ok(Self::new(&parts.uri, site))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn context(uri: &'static str) -> RequestContext {
        RequestContext::new(&Uri::from_static(uri), Arc::default())
    }

    #[test]
    fn the_language_is_in_the_address() {
        assert_eq!(context("/").lang, Lang::Nl);
        assert_eq!(context("/en").lang, Lang::En);
        assert_eq!(context("/en").path, "/");
        assert_eq!(context("/en/waves/2017").path, "/waves/2017");
        assert_eq!(context("/energy").lang, Lang::Nl);
    }

    #[test]
    fn the_other_language_shows_the_same_page_with_the_same_query() {
        assert_eq!(context("/waves/2017?parts=em").alternate_url(), "/en/waves/2017?parts=em");
        assert_eq!(context("/en/waves/2017?parts=em").alternate_url(), "/waves/2017?parts=em");
        assert_eq!(context("/en").alternate_url(), "/");
    }

    #[test]
    fn an_address_elsewhere_stays_as_it_is() {
        assert_eq!(localized(Lang::En, "https://example.org/"), "https://example.org/");
        assert_eq!(localized(Lang::En, "/method"), "/en/method");
    }
}
