//! A question about an example, between who asked and who published it. People of both municipalities read it
//! (`Permission::SeeForm`); who fills in there answers it, closes it and opens it again (`Permission::FillIn`).

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use geography::Code;
use kernel::Permission;
use web::{Form, FormView, Page, PageError, RequestContext};

use super::rows;
use crate::Desk;
use crate::acts::thread::{answer as answer_question, notify, turn as turn_question};
use crate::domain::example::ExampleState;
use crate::domain::thread::{Party, Place, Turn};
use crate::pages::refused;
use crate::pages::thread::{self, About, QuestionPage};
use crate::store::examples::StoredExample;
use crate::store::threads::{self, StoredThread};

/// A question with those for whom the visitor speaks about it.
struct Opened {
    example: StoredExample,
    thread: StoredThread,
    speaks: Vec<Code>,
    /// Whether the visitor is of the municipality of the example.
    reads_own: bool,
}

impl Opened {
    fn place(&self) -> Place {
        Place::Example(self.example.id)
    }

    fn path(&self) -> String {
        format!("/examples/{}/questions/{}", self.example.id, self.thread.number)
    }

    /// The first municipality of the visitor of which something holds.
    fn party(&self, holds: impl Fn(Party) -> bool) -> Result<Code, PageError> {
        let found = self.speaks.iter().copied().find(|code| holds(Party::Municipality(*code)));
        found.ok_or(PageError::NotFound)
    }
}

/// Shows it.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((id, number)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let opened = open(&desk, &context, &id, &number).await?;
    Ok(Page(view(&desk, &context, &opened, FormView::new(&context))?).into_response())
}

/// Answers it.
pub async fn answer(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((id, number)): Path<(String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let opened = open(&desk, &context, &id, &number).await?;
    let code = opened.party(|party| opened.thread.thread.is_seen_by(party))?;
    let (speaker, act) = (rows::speaker(&desk, code).await?, desk.act(&context)?);
    let at = (opened.place(), opened.thread.number);
    let mut db = desk.write().await?;
    match answer_question(&mut db, &act, speaker, at, form.text("thread_text")).await {
        Ok(message) => {
            let path = opened.path();
            let thread = opened.thread.thread;
            let about = About { place: opened.place(), thread, speaker: speaker.party, path: &path };
            let mails = thread::notices(&desk, &context, about).await?;
            notify(&mut db, &act, speaker.post, (at.0, at.1, message), &mails).await?;
            db.commit().await?;
            Ok(context.done(&path, "question-answered"))
        }
        Err(error) => {
            drop(db);
            let form = FormView::of(&context, &form, refused::findings(error)?);
            Ok(refused::again(view(&desk, &context, &opened, form)?))
        }
    }
}

/// Closes it.
pub async fn close(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((id, number)): Path<(String, String)>,
    _form: Form,
) -> Result<Response, PageError> {
    turn(&desk, &context, &id, &number, Turn::Close).await
}

/// Opens it again.
pub async fn reopen(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((id, number)): Path<(String, String)>,
    _form: Form,
) -> Result<Response, PageError> {
    turn(&desk, &context, &id, &number, Turn::Reopen).await
}

async fn turn(
    desk: &Desk,
    context: &RequestContext,
    id: &str,
    number: &str,
    turn: Turn,
) -> Result<Response, PageError> {
    let opened = open(desk, context, id, number).await?;
    let code = opened.party(|party| opened.thread.thread.may_turn(turn, party))?;
    let (speaker, act) = (rows::speaker(desk, code).await?, desk.act(context)?);
    let mut db = desk.write().await?;
    match turn_question(&mut db, &act, speaker, (opened.place(), opened.thread.number), turn).await {
        Ok(()) => {
            db.commit().await?;
            let done = if turn == Turn::Close { "question-closed" } else { "question-reopened" };
            Ok(context.done(&opened.path(), done))
        }
        Err(error) => {
            drop(db);
            let form = FormView::of(context, &Form::default(), refused::findings(error)?);
            Ok(refused::again(view(desk, context, &opened, form)?))
        }
    }
}

/// The question, if the visitor is of one of both municipalities. Otherwise it is for the visitor not there, and
/// recorded as refused.
async fn open(desk: &Desk, context: &RequestContext, id: &str, number: &str) -> Result<Opened, PageError> {
    let example = rows::any(desk, id).await?;
    let number = number.parse().map_err(|_| PageError::NotFound)?;
    let found = threads::find(&mut *desk.read().await?, Place::Example(example.id), number).await?;
    let thread = found.ok_or(PageError::NotFound)?;
    let reads = rows::municipalities(desk, context, Permission::SeeForm).await?;
    if !reads.iter().any(|code| thread.thread.is_seen_by(Party::Municipality(*code))) {
        return Err(PageError::not_yours());
    }
    let speaks = rows::municipalities(desk, context, Permission::FillIn).await?;
    let reads_own = reads.contains(&example.municipality);
    Ok(Opened { example, thread, speaks, reads_own })
}

fn view(
    desk: &Desk,
    context: &RequestContext,
    opened: &Opened,
    form: FormView,
) -> Result<QuestionPage, PageError> {
    let tr = context.tr();
    let title = thread::title(tr, &opened.thread);
    let is_there = opened.example.state == ExampleState::Published;
    let page = format!("/examples/{}", opened.example.id);
    let frame = context
        .frame(form.title(&title), tr.t("examples-intro"), "examples")
        .crumb(tr.t("crumb-home"), Some("/"))
        .crumb(tr.t("examples-title"), Some("/examples"))
        .crumb(&opened.example.told.title, is_there.then_some(page.as_str()))
        .crumb(title, None);
    // The example, while it is published.
    let back = is_there.then(|| (tr.t("example-back"), context.url(&page)));
    let speaks_as: Vec<Party> = opened.speaks.iter().copied().map(Party::Municipality).collect();
    let path = opened.path();
    let page = QuestionPage::new((desk, context), &opened.thread, &speaks_as, (frame, form), (&path, back))?;
    let removed = match &opened.example.state {
        // The reason can be about who is in the text: its own municipality reads it.
        ExampleState::Removed { because } if opened.reads_own => {
            tr.t1("question-example-removed-because", "because", because.as_str())
        }
        ExampleState::Removed { .. } => tr.t("question-example-removed"),
        _ => String::new(),
    };
    Ok(if is_there { page } else { page.of_the_past(removed) })
}
