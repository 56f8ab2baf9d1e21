//! Opens a wave: says beforehand who gets a form and a mail, and who can't be reached. Researchers, who prove to be
//! that (`Permission::RunWaves`, confirmed).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use web::{Form, Page, PageError, RequestContext};

use super::post::{self, Batch};
use super::rows;
use super::step::Step;
use crate::Desk;
use crate::acts::run::{self as acts, Post, invited};
use crate::domain::run::Run;
use crate::pages::words::period;

/// What opening will do.
pub async fn look(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Page<impl Template>, PageError> {
    let run = rows::run(&mut *desk.read().await?, &context, &id).await?;
    let batch = post::invitations(&desk, &context, &run).await?;
    Ok(step(&desk, &context, &run, &batch).page())
}

/// Opens it.
pub async fn open(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let run = rows::run(&mut *desk.read().await?, &context, &id).await?;
    // Addresses are looked up before the transaction; who changes the plan meanwhile is noticed in it.
    let batch = post::invitations(&desk, &context, &run).await?;
    let done = match rows::unchanged(&run, &form) {
        Ok(()) => {
            let post = Post { keys: desk.keys(), entropy: desk.entropy() };
            let mut db = desk.write().await?;
            let done = acts::open(&mut db, &desk.act(&context)?, &run, post, &batch.mails).await;
            if done.is_ok() {
                db.commit().await?;
            }
            done
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => Ok(context.done(&format!("/waves/{id}"), "run-opened")),
        Err(error) => step(&desk, &context, &run, &batch).again(&context, &form, error),
    }
}

fn step(desk: &Desk, context: &RequestContext, run: &Run, batch: &Batch) -> Step {
    let tr = context.tr();
    let refusal = run.state.clone().open(&run.plan, kernel::dutch_day(desk.now())).err();
    let mut step = Step::new(context, run, "open").unless(context, refusal);
    step.facts = vec![
        tr.t1("run-open-forms", "n", invited(&run.plan).len()),
        tr.t2("run-open-mails", "n", batch.mails.len(), "municipalities", batch.reached.len()),
        tr.t1("run-open-period", "period", period(tr, run.plan.period)),
        tr.t("run-open-plan"),
    ];
    step.look = Some((tr.t("run-mail-look"), context.url(&format!("/waves/{}/mail", run.plan.id))));
    step.list(tr.t1("run-open-nobody", "n", batch.nobody.len()), batch.nobody.iter().copied())
}
