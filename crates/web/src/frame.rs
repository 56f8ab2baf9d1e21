//! The frame round every page: header, menu, notice, help strip and footer.
//!
//! A page's template begins with `{% extends "layout.html" %}`, fills the block `content`, and its
//! struct has a field `frame: Frame`.

use std::sync::Arc;

use kernel::{Lang, Permission};

use crate::arrival::Arrival;
use crate::gate::Gate;
use crate::i18n::{Tr, try_t};
use crate::request::{DONE, RequestContext, localized};
use crate::settings::Settings;

/// An item of the menu or the footer: where it goes and the key of its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NavItem {
    /// The key in the locale files.
    pub key: &'static str,
    /// The path without language, or an address elsewhere.
    pub path: String,
    /// The section it stands for; pages of that section mark it as current.
    pub section: &'static str,
    /// Who sees it: those with the permission; without one, everybody.
    pub permission: Option<Permission>,
}

/// What the binary has mounted: the menu never links to what is not there.
#[derive(Clone)]
pub struct Site {
    /// The main menu, in order.
    pub navigation: Vec<NavItem>,
    /// The links in the footer, in order.
    pub footer: Vec<NavItem>,
    /// Who knows the sessions; without it nobody can sign in, and pages don't offer it.
    pub gate: Option<Arc<dyn Gate>>,
    /// The address, the key and the limits.
    pub settings: Settings,
}

impl Site {
    /// A site without menu, where nobody can sign in.
    #[must_use]
    pub const fn new(settings: Settings) -> Self {
        Self { navigation: Vec::new(), footer: Vec::new(), gate: None, settings }
    }
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

/// What the header of a page says to who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Greeting {
    /// The name.
    pub name: String,
    /// The token of the button that signs out.
    pub token: String,
}

/// Everything that the layout prints round a page. Made by [`RequestContext::frame`].
#[derive(Clone)]
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
    /// The id of a form that must not be lost: the other language is then a button that sends this form, with
    /// `go=same`, and gets the same page back with everything that was filled in.
    pub alternate_form: Option<String>,
    /// What a form just did, if this page follows it.
    pub done: Option<String>,
    /// Who is signed in.
    pub greeting: Option<Greeting>,
    /// Whether to offer signing in.
    pub offers_sign_in: bool,
    /// The addresses of the scripts of the page.
    pub scripts: Vec<String>,
    arrival: Arc<Arrival>,
}

impl Frame {
    pub(crate) fn new(request: &RequestContext, title: String, description: String, section: &str) -> Self {
        let arrival = Arc::clone(&request.arrival);
        let greeting = request
            .signed_in()
            .map(|person| Greeting { name: person.name.clone(), token: arrival.form_token() });
        Self {
            lang: request.lang,
            tr: request.tr(),
            title,
            description,
            section: section.to_owned(),
            crumbs: Vec::new(),
            notice: None,
            alternate_url: request.alternate_url(),
            alternate_form: None,
            done: done(request),
            offers_sign_in: arrival.site.gate.is_some() && greeting.is_none(),
            greeting,
            scripts: Vec::new(),
            arrival,
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

    /// Loads a script of `crates/assets/scripts`, by its name without `.js`. The page works without it too.
    #[must_use]
    pub fn script(mut self, name: &str) -> Self {
        if let Some(script) = assets::SCRIPTS.iter().find(|script| script.name == name) {
            self.arrival.allow_script();
            self.scripts.push(format!("/assets/{}", script.file));
        }
        self
    }

    /// Neither greets nor offers signing in: for the answer that signs in or out.
    #[must_use]
    pub fn without_visitor(mut self) -> Self {
        self.greeting = None;
        self.offers_sign_in = false;
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

    /// The main menu. Who is signed in has many items: what the footer has too is left to it. A page that carries what
    /// was filled in has none: a click on it would lose that.
    #[must_use]
    pub fn navigation(&self) -> Vec<Link> {
        if self.alternate_form.is_some() {
            return Vec::new();
        }
        let mut links = self.links(&self.arrival.site.navigation);
        if self.greeting.is_some() {
            let footer = self.footer();
            links.retain(|link| footer.iter().all(|other| other.url != link.url));
        }
        links
    }

    /// The links in the footer.
    #[must_use]
    pub fn footer(&self) -> Vec<Link> {
        self.links(&self.arrival.site.footer)
    }

    /// The address of the stylesheet, which changes with its content.
    #[must_use]
    pub fn stylesheet(&self) -> String {
        format!("/assets/{}", assets::STYLESHEET_NAME)
    }

    fn links(&self, items: &[NavItem]) -> Vec<Link> {
        let visitor = self.arrival.visitor().signed_in.as_ref();
        let may = |permission| visitor.is_some_and(|person| person.actor.may(permission));
        items
            .iter()
            .filter(|item| item.permission.is_none_or(may))
            .map(|item| Link {
                title: self.tr.t(item.key),
                url: self.url(&item.path),
                current: !self.section.is_empty() && item.section == self.section,
            })
            .collect()
    }
}

/// The words for `?done=key`: those of a known key, so that an address can't put words on a page.
fn done(request: &RequestContext) -> Option<String> {
    let key = request.query_value(DONE)?;
    let plain = key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if plain { try_t(request.lang, &format!("done-{key}"), &[]) } else { None }
}
