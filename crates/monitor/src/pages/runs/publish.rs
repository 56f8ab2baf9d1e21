//! Publishes a wave, for the first time or again: says beforehand what becomes public. Researchers, who prove to be
//! that (`Permission::RunWaves`, confirmed).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use geography::Code;
use platform::Connection;
use web::{Form, Page, PageError, RequestContext};

use super::rows;
use super::step::Step;
use crate::Desk;
use crate::acts::publish as acts;
use crate::domain::form::FormState;
use crate::domain::run::Run;
use crate::import::columns::{Field, columns};
use crate::store::{cells, forms};

/// What becomes public.
pub async fn look(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Page<impl Template>, PageError> {
    let mut db = desk.read().await?;
    let run = rows::run(&mut db, &context, &id).await?;
    Ok(step(&desk, &mut db, &context, &run).await?.page())
}

/// Publishes it.
pub async fn publish(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = desk.write().await?;
    let run = rows::run(&mut db, &context, &id).await?;
    let done = match rows::unchanged(&run, &form) {
        Ok(()) => acts::publish(&mut db, &desk.act(&context)?, desk.definitions(), &run).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(_) => {
            db.commit().await?;
            Ok(context.done(&format!("/waves/{id}"), "run-published"))
        }
        Err(error) => {
            drop(db);
            let mut db = desk.read().await?;
            step(&desk, &mut db, &context, &run).await?.again(&context, &form, error)
        }
    }
}

async fn step(
    desk: &Desk,
    db: &mut Connection,
    context: &RequestContext,
    run: &Run,
) -> Result<Step, PageError> {
    let tr = context.tr();
    let all = forms::all(db, &run.plan.id).await?;
    let approved: Vec<Code> = all
        .iter()
        .filter(|form| matches!(form.state, FormState::Approved { .. }))
        .map(|form| form.municipality)
        .collect();
    let asked = columns(&*rows::questionnaire(desk, db, run).await?);
    let consent = asked.iter().find(|column| column.field == Field::Named);
    let said = match consent {
        Some(column) => cells::each(db, &run.plan.id, &column.name).await?,
        None => std::collections::BTreeMap::new(),
    };
    let is_named = |code: &&Code| said.get(code).is_some_and(|answer| answer == "ja");
    let named: Vec<Code> = approved.iter().filter(is_named).copied().collect();
    let refusal = run.state.clone().publish(approved.len() as u64).err();
    let mut step = Step::new(context, run, "publish").unless(context, refusal);
    step.facts = vec![
        tr.t2("run-publish-answers", "n", approved.len(), "all", all.len()),
        tr.t1("run-publish-named", "n", named.len()),
        tr.t1("run-publish-unnamed", "n", approved.len().saturating_sub(named.len())),
        tr.t("run-publish-report"),
        tr.t("run-publish-withdraw"),
    ];
    Ok(step.list(tr.t1("run-publish-names", "n", named.len()), named))
}
