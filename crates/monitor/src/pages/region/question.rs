//! A question and what was answered. Those who are asked and who asked read it (`Permission::SeeRegion`); who speaks
//! for them answers it, closes it and opens it again (`Permission::WorkInRegion`).

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kernel::Permission;
use web::{Form, FormView, Page, PageError, RequestContext};

use super::rows::{self, Here};
use crate::Desk;
use crate::acts::run::Post;
use crate::acts::thread::{Speaker, answer as answer_question, notify, turn as turn_question};
use crate::domain::thread::{Party, Turn};
use crate::domain::wave::Nature;
use crate::pages::refused;
use crate::pages::thread::{self, About, QuestionPage};
use crate::store::threads::{self, StoredThread};

/// Shows it.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (here, thread) = load(&desk, &context, Permission::SeeRegion, &slug, &number).await?;
    Ok(Page(view(&desk, &context, &here, &thread, FormView::new(&context))?).into_response())
}

/// Answers it.
pub async fn answer(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((slug, number)): Path<(String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let (here, thread) = load(&desk, &context, Permission::WorkInRegion, &slug, &number).await?;
    let takes = |party: &&Party| thread.thread.is_seen_by(**party);
    let party = here.speaks_as.iter().find(takes).copied().ok_or(PageError::NotFound)?;
    let speaker = speaker(&desk, &context, &here, party).await?;
    let (act, at) = (desk.act(&context)?, (here.place(), thread.number));
    let mut db = desk.write().await?;
    match answer_question(&mut db, &act, speaker, at, form.text("thread_text")).await {
        Ok(message) => {
            let path = here.path(&format!("/questions/{}", thread.number));
            let about = About { place: here.place(), thread: thread.thread, speaker: party, path: &path };
            let mails = thread::notices(&desk, &context, about).await?;
            let at = (here.place(), thread.number, message);
            notify(&mut db, &act, speaker.post, at, &mails).await.map_err(PageError::internal)?;
            db.commit().await?;
            Ok(context.done(&path, "question-answered"))
        }
        Err(error) => {
            drop(db);
            let form = FormView::of(&context, &form, refused::findings(error)?);
            Ok(refused::again(view(&desk, &context, &here, &thread, form)?))
        }
    }
}

/// Closes it.
pub async fn close(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((slug, number)): Path<(String, String)>,
    _form: Form,
) -> Result<Response, PageError> {
    turn(&desk, &context, &slug, &number, Turn::Close).await
}

/// Opens it again.
pub async fn reopen(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((slug, number)): Path<(String, String)>,
    _form: Form,
) -> Result<Response, PageError> {
    turn(&desk, &context, &slug, &number, Turn::Reopen).await
}

async fn turn(
    desk: &Desk,
    context: &RequestContext,
    slug: &str,
    number: &str,
    turn: Turn,
) -> Result<Response, PageError> {
    let (here, thread) = load(desk, context, Permission::WorkInRegion, slug, number).await?;
    let may = |party: &&Party| thread.thread.may_turn(turn, **party);
    let party = here.speaks_as.iter().find(may).copied().ok_or(PageError::NotFound)?;
    let (speaker, act) = (speaker(desk, context, &here, party).await?, desk.act(context)?);
    let mut db = desk.write().await?;
    match turn_question(&mut db, &act, speaker, (here.place(), thread.number), turn).await {
        Ok(()) => {
            db.commit().await?;
            Ok(match turn {
                Turn::Close => context.done(&here.path(""), "question-closed"),
                Turn::Reopen => {
                    context.done(&here.path(&format!("/questions/{}", thread.number)), "question-reopened")
                }
            })
        }
        Err(error) => {
            drop(db);
            let form = FormView::of(context, &Form::default(), refused::findings(error)?);
            Ok(refused::again(view(desk, context, &here, &thread, form)?))
        }
    }
}

async fn speaker<'a>(
    desk: &'a Desk,
    context: &RequestContext,
    here: &Here,
    party: Party,
) -> Result<Speaker<'a>, PageError> {
    let organisation = here.organisation(desk, context, party).await?;
    Ok(Speaker { party, organisation, post: Post { keys: desk.keys(), entropy: desk.entropy() } })
}

/// A question that the visitor may see. Another is for the visitor not there, and recorded as refused.
async fn load(
    desk: &Desk,
    context: &RequestContext,
    permission: Permission,
    slug: &str,
    number: &str,
) -> Result<(Here, StoredThread), PageError> {
    let here = rows::open(desk, context, slug, permission).await?;
    let number = number.parse().map_err(|_| PageError::NotFound)?;
    let found = threads::find(&mut *desk.read().await?, here.place(), number).await?;
    let found = found.ok_or(PageError::NotFound)?;
    if !here.sees_as.iter().any(|party| found.thread.is_seen_by(*party)) {
        return Err(PageError::not_yours());
    }
    Ok((here, found))
}

fn view(
    desk: &Desk,
    context: &RequestContext,
    here: &Here,
    stored: &StoredThread,
    form: FormView,
) -> Result<QuestionPage, PageError> {
    let tr = context.tr();
    let title = thread::title(tr, stored);
    let frame = here.frame(context, Some((&form.title(&title), &title)), Nature::Real);
    let back = (tr.t("region-back"), context.url(&here.path("")));
    let path = here.path(&format!("/questions/{}", stored.number));
    QuestionPage::new((desk, context), stored, &here.speaks_as, (frame, form), (&path, Some(back)))
}
