//! Publishes a draft: says beforehand what that means. Researchers, who prove to be that (`Permission::RunWaves`,
//! confirmed).

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use web::{Form, PageError, RequestContext};

use super::part::unchangeable;
use super::rows::{self, Named};
use crate::Desk;
use crate::acts::edit::{self, Draft};
use crate::pages::runs::step::Step;

/// What it means.
pub async fn look(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(named): Path<Named>,
) -> Result<Response, PageError> {
    let (questionnaire, draft) = rows::seen(&desk, &mut *desk.read().await?, &named).await?;
    let Some(draft) = draft else { return Ok(unchangeable(&context, &questionnaire)) };
    Ok(step(&context, &draft).page().into_response())
}

/// Publishes it.
pub async fn publish(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(named): Path<Named>,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = desk.write().await?;
    let (questionnaire, draft) = rows::seen(&desk, &mut db, &named).await?;
    let Some(draft) = draft else { return Ok(unchangeable(&context, &questionnaire)) };
    let known = form.text("changed").parse().unwrap_or(-1);
    let act = desk.act(&context)?;
    match edit::publish(&mut db, &act, &draft.stored.id, draft.stored.version, known).await {
        Ok(()) => {
            db.commit().await?;
            Ok(context.done(&rows::path(&questionnaire), "edited-published"))
        }
        Err(error) => step(&context, &draft).again(&context, &form, error),
    }
}

fn step(context: &RequestContext, draft: &Draft) -> Step {
    let tr = context.tr();
    let words = ["title", "intro", "button"].map(|what| tr.t(&format!("edited-publish-{what}")));
    let questionnaire = &draft.questionnaire;
    let frame = rows::frame(context, questionnaire, &words[0], &[(words[0].clone(), None)]);
    let mut step =
        Step::at(context, frame, words, &rows::path(questionnaire), "publish", draft.stored.changed);
    step.facts =
        ["never", "waves", "old", "trends"].map(|fact| tr.t(&format!("edited-publish-{fact}"))).to_vec();
    step.is_final = true;
    if !draft.findings.is_empty() {
        step.refused = Some(tr.t1("edited-next-problems", "n", draft.findings.len()));
    }
    step
}
