//! Removes a draft. Researchers (`Permission::RunWaves`).

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use web::{PageError, RequestContext};

use super::part::unchangeable;
use super::rows::{self, Named};
use crate::Desk;
use crate::acts::edit;
use crate::pages::runs::step::Step;

/// What it means.
pub async fn look(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(named): Path<Named>,
) -> Result<Response, PageError> {
    let (questionnaire, draft) = rows::seen(&desk, &mut *desk.read().await?, &named).await?;
    let Some(draft) = draft else { return Ok(unchangeable(&context, &questionnaire)) };
    let tr = context.tr();
    let words = ["title", "intro", "button"].map(|what| tr.t(&format!("edited-remove-{what}")));
    let frame = rows::frame(&context, &questionnaire, &words[0], &[(words[0].clone(), None)]);
    let path = rows::path(&questionnaire);
    let mut step = Step::at(&context, frame, words, &path, "remove", draft.stored.changed);
    step.is_final = true;
    Ok(step.page().into_response())
}

/// Removes it.
pub async fn remove(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(named): Path<Named>,
) -> Result<Response, PageError> {
    let mut db = desk.write().await?;
    let (questionnaire, draft) = rows::seen(&desk, &mut db, &named).await?;
    let Some(draft) = draft else { return Ok(unchangeable(&context, &questionnaire)) };
    let removed = edit::remove(&mut db, &desk.act(&context)?, &draft.stored.id, draft.stored.version).await;
    removed.map_err(rows::page_error)?;
    db.commit().await?;
    Ok(context.done("/questionnaires", "edited-removed"))
}
