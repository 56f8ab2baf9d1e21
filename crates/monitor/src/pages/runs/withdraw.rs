//! Takes a published wave back, with a reason that everybody reads. Researchers, who prove to be that
//! (`Permission::RunWaves`, confirmed).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use web::{Form, Page, PageError, RequestContext};

use super::rows;
use super::step::Step;
use crate::Desk;
use crate::acts::publish as acts;
use crate::domain::run::{Run, RunRefusal, RunState};

/// Asks why.
pub async fn look(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Page<impl Template>, PageError> {
    let run = rows::run(&mut *desk.read().await?, &context, &id).await?;
    Ok(step(&context, &run).page())
}

/// Takes it back.
pub async fn withdraw(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = desk.write().await?;
    let run = rows::run(&mut db, &context, &id).await?;
    let done = match rows::unchanged(&run, &form) {
        Ok(()) => acts::withdraw(&mut db, &desk.act(&context)?, &run, form.text("because")).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => {
            db.commit().await?;
            Ok(context.done(&format!("/waves/{id}"), "run-withdrawn"))
        }
        Err(error) => step(&context, &run).again(&context, &form, error),
    }
}

fn step(context: &RequestContext, run: &Run) -> Step {
    let tr = context.tr();
    let refusal = (run.state != RunState::Published).then_some(RunRefusal::State);
    let mut step = Step::new(context, run, "withdraw").unless(context, refusal);
    step.facts = vec![tr.t("run-withdraw-gone"), tr.t("run-withdraw-kept")];
    step.reason = Some((tr.t("run-because"), tr.t("run-withdraw-because-hint")));
    step.is_final = true;
    step
}
