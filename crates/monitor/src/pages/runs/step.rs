//! A step of a wave that is looked at before it is taken: what it does, for whom, and one button.

use askama::Template;
use axum::response::Response;
use geography::Code;
use kernel::{Finding, Place};
use web::{Form, FormView, Frame, Page, PageError, RequestContext, finding_text};

use super::rows;
use crate::acts::ActError;
use crate::domain::run::{Run, RunRefusal};
use crate::pages::refused;

/// The page of a step.
#[derive(Template)]
#[template(path = "runs/step.html")]
pub struct Step {
    frame: Frame,
    form: FormView,
    title: String,
    intro: String,
    action: String,
    back: String,
    changed: i64,
    button: String,
    /// What it does, a sentence each.
    pub facts: Vec<String>,
    /// Municipalities by name, each list with its title.
    pub lists: Vec<(String, Vec<&'static str>)>,
    /// A page to look at first: words and address.
    pub look: Option<(String, String)>,
    /// Whether a reason is asked for: label and hint.
    pub reason: Option<(String, String)>,
    /// Whether it can't be undone.
    pub is_final: bool,
    /// Why it can't be taken now.
    pub refused: Option<String>,
}

impl Step {
    /// A step with the words of `run-<name>-title`, `-intro` and `-button`, at `/waves/{run}/<name>`.
    pub fn new(context: &RequestContext, run: &Run, name: &str) -> Self {
        let tr = context.tr();
        let words = ["title", "intro", "button"].map(|what| tr.t(&format!("run-{name}-{what}")));
        let frame = rows::frame(context, run, Some(words[0].clone()));
        Self::at(context, frame, words, &format!("/waves/{}", run.plan.id), name, run.changed)
    }

    /// A step of something else at `<path>/<name>`: title, introduction and button.
    pub fn at(
        context: &RequestContext,
        frame: Frame,
        [title, intro, button]: [String; 3],
        path: &str,
        name: &str,
        changed: i64,
    ) -> Self {
        Self {
            frame,
            form: FormView::new(context),
            title,
            intro,
            action: context.url(&format!("{path}/{name}")),
            back: context.url(path),
            changed,
            button,
            facts: Vec::new(),
            lists: Vec::new(),
            look: None,
            reason: None,
            is_final: false,
            refused: None,
        }
    }

    /// Says why the step can't be taken, if that is so.
    pub fn unless(mut self, context: &RequestContext, refusal: Option<RunRefusal>) -> Self {
        let finding = refusal.map(|refusal| Finding::error(refusal.code(), Place::default()));
        self.refused = finding.map(|finding| finding_text(context.lang, &finding));
        self
    }

    /// Adds a list of municipalities, if there are any.
    pub fn list(mut self, title: String, codes: impl IntoIterator<Item = Code>) -> Self {
        let names: Vec<_> = codes.into_iter().map(rows::name).collect();
        if !names.is_empty() {
            self.lists.push((title, names));
        }
        self
    }

    /// The page.
    pub fn page(self) -> Page<Self> {
        Page(self)
    }

    /// The page again, with what stands in the way.
    ///
    /// # Errors
    /// If that is nothing that a form can show.
    pub fn again(
        mut self,
        context: &RequestContext,
        form: &Form,
        error: ActError,
    ) -> Result<Response, PageError> {
        self.form = FormView::of(context, form, refused::findings(error)?);
        let title = self.form.title(&self.frame.title);
        self.frame.title = title;
        Ok(refused::again(self))
    }
}
