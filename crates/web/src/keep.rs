//! What was typed is not lost when the session is over: it travels, sealed, through the sign-in form and is
//! offered again after it. Nothing of it stays on the server.

use askama::Template;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::{PersonId, SessionId};
use serde::{Deserialize, Serialize};

use crate::arrival::Arrival;
use crate::form::{Form, RESUME_FIELD, TOKEN_FIELD};
use crate::frame::Frame;
use crate::page::Page;
use crate::request::{RequestContext, local_path};
use crate::token::Basis;

/// How long what was typed can be sent again, in seconds: as long as a session can last.
const STALE: i64 = 12 * 60 * 60;

/// A form on its way through sign-in.
#[derive(Serialize, Deserialize)]
struct Kept {
    at: i64,
    /// Where it was sent, with language; it can be sent nowhere else.
    path: String,
    /// The token it came with, which tells whose form it was.
    token: String,
    fields: Vec<(String, String)>,
}

/// A page with one clear thing to do: send a form.
#[derive(Template)]
#[template(path = "send.html")]
struct View {
    frame: Frame,
    text: String,
    action: String,
    fields: Vec<(String, String)>,
    button: String,
}

impl RequestContext {
    /// The answer to a sign-in or a confirmation that succeeded: the page `next` (an address on this site,
    /// with language), or what was typed before, if `resume` holds that, to be sent again.
    ///
    /// `resume` is the field of that name of the sign-in form, passed on unread from page to page.
    #[must_use]
    pub fn welcome(&self, person: PersonId, session: SessionId, next: &str, resume: &str) -> Response {
        let next = local_path(next).map_or_else(|| self.url("/"), str::to_owned);
        match self.open(person, resume) {
            Some(kept) => {
                let settings = self.arrival.settings();
                let token = settings.keys.token(Basis::Session(session, person), settings.entropy.as_ref());
                let mut fields = kept.fields;
                fields.push((TOKEN_FIELD.to_owned(), token));
                let (title, text) = (self.tr().t("kept-title"), self.tr().t("kept-text"));
                // The visitor of this request is still who came in: nobody.
                let frame = self.frame(title, "", "").without_visitor();
                let button = self.tr().t("kept-send");
                private(Page(View { frame, text, action: kept.path, fields, button }).into_response())
            }
            None => Redirect::to(&next).into_response(),
        }
    }

    fn open(&self, person: PersonId, resume: &str) -> Option<Kept> {
        let settings = self.arrival.settings();
        let kept: Kept = serde_json::from_slice(&settings.keys.open(resume)?).ok()?;
        let age = settings.clock.now().as_second() - kept.at;
        let fresh = (0..STALE).contains(&age) && local_path(&kept.path).is_some();
        (fresh && settings.keys.is_of(&kept.token, person)).then_some(kept)
    }

    /// The answer to a form whose sender must sign in or confirm first.
    pub(crate) fn keep(&self, way: Way, form: &Form, uri: &Uri, headers: &HeaderMap) -> Response {
        let tr = self.tr();
        let next = self.came_from(headers);
        let mut fields = vec![("next".to_owned(), next), (TOKEN_FIELD.to_owned(), self.form_token())];
        let sealed = seal(&self.arrival, form, uri.path());
        let text = if sealed.is_some() { way.kept_text() } else { way.text() };
        fields.extend(sealed.map(|sealed| (RESUME_FIELD.to_owned(), sealed)));
        let frame = self.frame(tr.t(way.title()), "", "");
        let action = self.url(way.path());
        let page = View { frame, text: tr.t(text), action, fields, button: tr.t(way.button()) };
        (way.status(), Page(page)).into_response()
    }

    /// The answer to a form with a token that is over: the same again, with a new one.
    pub(crate) fn send_again(&self, form: &Form, uri: &Uri) -> Response {
        let tr = self.tr();
        let mut fields: Vec<(String, String)> =
            form.keepable().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        // A sign-in form may carry what was typed before it.
        fields.extend(form.all(RESUME_FIELD).map(|sealed| (RESUME_FIELD.to_owned(), sealed.to_owned())));
        fields.push((TOKEN_FIELD.to_owned(), self.form_token()));
        let frame = self.frame(tr.t("send-again-title"), "", "");
        let action = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        let page = View { frame, text: tr.t("send-again-text"), action, fields, button: tr.t("kept-send") };
        (StatusCode::FORBIDDEN, Page(page)).into_response()
    }

    /// The page that the form stood on, with language.
    fn came_from(&self, headers: &HeaderMap) -> String {
        let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok());
        let path = referer.and_then(|referer| {
            let uri: Uri = referer.parse().ok()?;
            let origin = format!("{}://{}", uri.scheme_str()?, uri.authority()?);
            let path = uri.path_and_query()?.as_str().to_owned();
            self.arrival.settings().origin.is_own(&origin).then_some(path)
        });
        path.filter(|path| local_path(path).is_some()).unwrap_or_else(|| self.url("/"))
    }
}

/// What is asked of the visitor first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// Signing in.
    SignIn,
    /// Proving again who they are.
    Confirm,
}

impl Way {
    pub const fn path(self) -> &'static str {
        match self {
            Self::SignIn => "/sign-in",
            Self::Confirm => "/confirm",
        }
    }

    const fn status(self) -> StatusCode {
        match self {
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Confirm => StatusCode::FORBIDDEN,
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::SignIn => "error-signed-out-title",
            Self::Confirm => "error-unconfirmed-title",
        }
    }

    const fn text(self) -> &'static str {
        match self {
            Self::SignIn => "error-signed-out-text",
            Self::Confirm => "error-unconfirmed-text",
        }
    }

    const fn kept_text(self) -> &'static str {
        match self {
            Self::SignIn => "signed-out-kept-text",
            Self::Confirm => "confirm-first-kept-text",
        }
    }

    const fn button(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Confirm => "confirm-first-go",
        }
    }
}

/// Seals a form that was printed for somebody who was signed in; `None` for any other.
fn seal(arrival: &Arrival, form: &Form, path: &str) -> Option<String> {
    let token = form.raw(TOKEN_FIELD);
    token.split_once('.').filter(|_| token.len() < 200)?;
    let settings = arrival.settings();
    let fields: Vec<(String, String)> =
        form.keepable().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    // A lone button is pressed again sooner than a page about it is read.
    fields.first()?;
    let (at, path, token) = (settings.clock.now().as_second(), path.to_owned(), token.to_owned());
    let kept = Kept { at, path, token, fields };
    settings.keys.seal(&serde_json::to_vec(&kept).ok()?, settings.entropy.as_ref())
}

/// Nobody keeps this answer.
fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    headers.remove(header::ETAG);
    response
}
