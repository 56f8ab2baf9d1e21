//! Two editors gave different answers to one question: both are shown, and choosing one saves it knowingly.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::{Arg, FormView, Frame, Page, PageError, RequestContext};

use super::questions::{Part, Question};
use super::rows::{self, Opened};
use crate::Desk;
use crate::acts::fill::Saved;

/// An answer that was not kept, beside the one that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The column.
    pub name: String,
    /// The question.
    pub label: String,
    /// Who gave the other answer, in a sentence.
    pub text: String,
    /// The other answer: as it is kept, and in words.
    pub theirs: (String, String),
    /// The own answer: as it was sent, and in words.
    pub ours: (String, String),
}

#[derive(Template)]
#[template(path = "forms/clash.html")]
struct View {
    frame: Frame,
    form: FormView,
    action: String,
    seen: i64,
    clashes: Vec<Clash>,
}

/// Puts what was not kept into words.
pub async fn clashes(
    desk: &Desk,
    context: &RequestContext,
    opened: &Opened,
    questions: &[Question],
    saved: &Saved,
) -> Result<Vec<Clash>, PageError> {
    let tr = context.tr();
    let people: Vec<_> = saved.conflicts.iter().map(|(_, theirs)| theirs.by).collect();
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let names = rows::names(desk, &mut *desk.read().await?, tr, opened, &people).await?;
    let clash = |(ours, theirs): &(crate::acts::fill::Answer, crate::domain::form::Kept)| {
        let question = questions.iter().find(|question| question.name == ours.name)?;
        let who = names.get(&theirs.by).cloned().unwrap_or_else(|| tr.t("form-somebody"));
        let both = |value: &str| (value.to_owned(), question.words(tr, value));
        Some(Clash {
            name: ours.name.clone(),
            label: question.label.clone(),
            text: tr.with("form-clash-who", &[("name", Arg::from(who))]),
            theirs: both(&theirs.value),
            ours: both(&ours.value),
        })
    };
    Ok(saved.conflicts.iter().filter_map(clash).collect())
}

/// The page on which the editor chooses. `seen` is the save that shows both.
pub fn show(
    context: &RequestContext,
    opened: &Opened,
    part: Part,
    seen: i64,
    clashes: Vec<Clash>,
) -> Response {
    let title = context.tr().t("form-clash-title");
    let form = clashes
        .iter()
        .fold(FormView::new(context), |form, clash| form.value(&clash.name, clash.theirs.0.as_str()));
    let view = View {
        frame: opened.frame(context, Some(&title), &title),
        form,
        action: context.url(&opened.address(part)),
        seen,
        clashes,
    };
    (StatusCode::CONFLICT, Page(view)).into_response()
}
