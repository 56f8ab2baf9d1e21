//! The frame round every page: header, menu, notice, help strip and footer.
//!
//! A page's template begins with `{% extends "layout.html" %}`, fills the block `content`, and its
//! struct has a field `frame: Frame`.

use std::sync::Arc;

use kernel::Lang;

use crate::i18n::Tr;
use crate::request::{RequestContext, localized};

/// An item of the menu or the footer: where it goes and the key of its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NavItem {
    /// The key in the locale files.
    pub key: &'static str,
    /// The path without language, or an address elsewhere.
    pub path: String,
    /// The section it stands for; pages of that section mark it as current.
    pub section: &'static str,
}

/// What the binary has mounted: the menu never links to what is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// The main menu, in order.
    pub navigation: Vec<NavItem>,
    /// The links in the footer, in order.
    pub footer: Vec<NavItem>,
}

/// A loud strip on top of a page: its first word and the sentence after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Printed bold, such as "Demonstratie."
    pub strong: String,
    /// What it means.
    pub text: String,
}

/// A step on the way to this page; the page itself has no address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    /// Its name.
    pub title: String,
    /// Its address, with the language in it.
    pub url: Option<String>,
}

/// A link in menu or footer, ready to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its words.
    pub title: String,
    /// Its address.
    pub url: String,
    /// Whether this page belongs to its section.
    pub current: bool,
}

/// Everything that the layout prints round a page. Made by [`RequestContext::frame`].
#[derive(Debug, Clone)]
pub struct Frame {
    /// The language of the page.
    pub lang: Lang,
    /// Words and numbers in that language.
    pub tr: Tr,
    /// The title of the page, without the name of the site.
    pub title: String,
    /// One sentence for search engines.
    pub description: String,
    /// The section it belongs to.
    pub section: String,
    /// The way to this page.
    pub crumbs: Vec<Crumb>,
    /// The strip on top, if there is something to warn about.
    pub notice: Option<Notice>,
    /// The same page in the other language.
    pub alternate_url: String,
    site: Arc<Site>,
}

impl Frame {
    pub(crate) fn new(
        request: &RequestContext,
        site: Arc<Site>,
        title: String,
        description: String,
        section: &str,
    ) -> Self {
        Self {
            lang: request.lang,
            tr: request.tr(),
            title,
            description,
            section: section.to_owned(),
            crumbs: Vec::new(),
            notice: None,
            alternate_url: request.alternate_url(),
            site,
        }
    }

    /// Adds a step of the way here; `path` is without language. The last step, the page itself, has none.
    #[must_use]
    pub fn crumb(mut self, title: impl Into<String>, path: Option<&str>) -> Self {
        let url = path.map(|path| self.url(path));
        self.crumbs.push(Crumb { title: title.into(), url });
        self
    }

    /// Warns above the page, such as about generated answers.
    #[must_use]
    pub fn notice(mut self, strong: impl Into<String>, text: impl Into<String>) -> Self {
        self.notice = Some(Notice { strong: strong.into(), text: text.into() });
        self
    }

    /// The address of a path in the language of the page.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        localized(self.lang, path)
    }

    /// The title in the browser's tab: the page first, then the site; the home page is the site.
    #[must_use]
    pub fn full_title(&self) -> String {
        let site = self.tr.t("site-name");
        if self.title.is_empty() { site } else { format!("{} - {site}", self.title) }
    }

    /// The main menu.
    #[must_use]
    pub fn navigation(&self) -> Vec<Link> {
        self.links(&self.site.navigation)
    }

    /// The links in the footer.
    #[must_use]
    pub fn footer(&self) -> Vec<Link> {
        self.links(&self.site.footer)
    }

    /// The address of the stylesheet, which changes with its content.
    #[must_use]
    pub fn stylesheet(&self) -> String {
        format!("/assets/{}", assets::STYLESHEET_NAME)
    }

    fn links(&self, items: &[NavItem]) -> Vec<Link> {
        items
            .iter()
            .map(|item| Link {
                title: self.tr.t(item.key),
                url: self.url(&item.path),
                current: !self.section.is_empty() && item.section == self.section,
            })
            .collect()
    }
}
