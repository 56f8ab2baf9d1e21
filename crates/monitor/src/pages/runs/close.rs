//! Ends filling in: says beforehand who is not done. Researchers only (`Permission::RunWaves`).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use web::{Form, Page, PageError, RequestContext};

use super::rows;
use super::step::Step;
use crate::Desk;
use crate::acts::run as acts;
use crate::domain::response::{Progress, Response as Answered};
use crate::domain::run::Run;
use crate::store::forms::{self, StoredForm};

/// Who is not done.
pub async fn look(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Page<impl Template>, PageError> {
    let mut db = desk.read().await?;
    let run = rows::run(&mut db, &context, &id).await?;
    let forms = forms::all(&mut db, &id).await?;
    Ok(step(&context, &run, &forms).page())
}

/// Closes it.
pub async fn close(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = desk.write().await?;
    let run = rows::run(&mut db, &context, &id).await?;
    let done = match rows::unchanged(&run, &form) {
        Ok(()) => acts::close(&mut db, &desk.act(&context)?, &run).await,
        Err(error) => Err(error),
    };
    let error = match done {
        Ok(()) => {
            db.commit().await?;
            return Ok(context.done(&format!("/waves/{id}"), "run-closed"));
        }
        Err(error) => error,
    };
    let forms = forms::all(&mut db, &id).await?;
    step(&context, &run, &forms).again(&context, &form, error)
}

fn step(context: &RequestContext, run: &Run, forms: &[StoredForm]) -> Step {
    let tr = context.tr();
    let all: Vec<_> =
        forms.iter().map(|form| (form.municipality, Progress::of(&form.state, form.revision))).collect();
    let total = Answered::count(all.iter().copied()).total;
    let mut step = Step::new(context, run, "close").unless(context, run.state.clone().close().err());
    step.facts =
        vec![tr.t2("run-close-done", "n", total.approved(), "all", total.invited()), tr.t("run-close-rest")];
    step.is_final = true;
    for progress in [Progress::Submitted, Progress::Busy, Progress::NotBegun] {
        let codes: Vec<_> =
            all.iter().filter(|(_, found)| *found == progress).map(|(code, _)| *code).collect();
        let title = tr.t1(&format!("run-close-{}", progress.name()), "n", codes.len());
        step = step.list(title, codes);
    }
    step
}
