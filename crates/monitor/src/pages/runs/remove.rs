//! Removes a draft. Researchers only (`Permission::RunWaves`).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use web::{Form, Page, PageError, RequestContext};

use super::rows;
use super::step::Step;
use crate::Desk;
use crate::acts::run as acts;
use crate::domain::run::{Run, RunRefusal, RunState};

/// Asks whether to.
pub async fn look(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Page<impl Template>, PageError> {
    let run = rows::run(&mut *desk.read().await?, &context, &id).await?;
    Ok(step(&context, &run).page())
}

/// Removes it.
pub async fn remove(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = desk.write().await?;
    let run = rows::run(&mut db, &context, &id).await?;
    let done = match rows::unchanged(&run, &form) {
        Ok(()) => acts::remove(&mut db, &desk.act(&context)?, &id).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => {
            db.commit().await?;
            Ok(context.done("/waves", "run-removed"))
        }
        Err(error) => step(&context, &run).again(&context, &form, error),
    }
}

fn step(context: &RequestContext, run: &Run) -> Step {
    let refusal = (run.state != RunState::Draft).then_some(RunRefusal::State);
    let mut step = Step::new(context, run, "remove").unless(context, refusal);
    step.is_final = true;
    step
}
