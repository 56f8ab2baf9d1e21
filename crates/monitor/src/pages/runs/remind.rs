//! Reminds who is not done: says beforehand whom, and why others get nothing. Researchers only
//! (`Permission::RunWaves`).

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use web::{Form, Page, PageError, RequestContext};

use super::post::{self, Batch};
use super::rows;
use super::step::Step;
use crate::Desk;
use crate::acts::run::{self as acts, NoReminder, Post, may_remind};
use crate::domain::run::{Run, RunRefusal, RunState};
use crate::store::forms::{self, StoredForm};

/// Whom a reminder will reach.
pub async fn look(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Page<impl Template>, PageError> {
    let (run, forms, batch) = load(&desk, &context, &id).await?;
    Ok(step(&desk, &context, &run, &forms, &batch).page())
}

/// Sends it.
pub async fn remind(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let (run, forms, batch) = load(&desk, &context, &id).await?;
    let done = match rows::unchanged(&run, &form) {
        Ok(()) => {
            let post = Post { keys: desk.keys(), entropy: desk.entropy() };
            let mut db = desk.write().await?;
            let done = acts::remind(&mut db, &desk.act(&context)?, &run, post, &batch.mails).await;
            if done.is_ok() {
                db.commit().await?;
            }
            done
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(0) => Ok(context.done(&format!("/waves/{id}"), "run-reminded-nobody")),
        Ok(_) => Ok(context.done(&format!("/waves/{id}"), "run-reminded")),
        Err(error) => step(&desk, &context, &run, &forms, &batch).again(&context, &form, error),
    }
}

async fn load(
    desk: &Desk,
    context: &RequestContext,
    id: &str,
) -> Result<(Run, Vec<StoredForm>, Batch), PageError> {
    let mut db = desk.read().await?;
    let run = rows::run(&mut db, context, id).await?;
    let forms = forms::all(&mut db, id).await?;
    drop(db);
    let batch = post::reminders(desk, context, &run, &forms).await?;
    Ok((run, forms, batch))
}

fn step(desk: &Desk, context: &RequestContext, run: &Run, forms: &[StoredForm], batch: &Batch) -> Step {
    let (tr, now) = (context.tr(), desk.now());
    let refusal = (run.state != RunState::Open).then_some(RunRefusal::State);
    let mut step = Step::new(context, run, "remind").unless(context, refusal);
    let mut left_out: BTreeMap<NoReminder, usize> = BTreeMap::new();
    for why in forms.iter().filter_map(|form| may_remind(run, form, now).err()) {
        *left_out.entry(why).or_default() += 1;
    }
    step.facts =
        vec![tr.t2("run-remind-mails", "n", batch.mails.len(), "municipalities", batch.reached.len())];
    let because = |(why, n): (NoReminder, usize)| tr.t1(&format!("run-no-reminder-{}", why.name()), "n", n);
    step.facts.extend(left_out.into_iter().map(because));
    if step.refused.is_none() && batch.mails.is_empty() {
        step.facts.clear();
        step.refused = Some(tr.t("run-remind-nobody"));
    }
    step.look = Some((tr.t("run-mail-look"), context.url(&format!("/waves/{}/mail", run.plan.id))));
    step.list(tr.t1("run-remind-whom", "n", batch.reached.len()), batch.reached.iter().copied())
        .list(tr.t1("run-open-nobody", "n", batch.nobody.len()), batch.nobody.iter().copied())
}
