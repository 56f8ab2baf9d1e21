//! The file of the five steps.

use axum::extract::State;
use axum::response::Response;
use web::{Form, PageError, RequestContext};

use super::taken::take;
use super::{Page, answer, shell, show, start};
use crate::Site;
use crate::domain::state::Walk;
use crate::domain::step::Step;
use crate::pages::file::{self, Refused};

/// Gives the file.
pub async fn give(
    State(site): State<Site>,
    context: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let tables = site.tables()?;
    match take(&site, tables, &form) {
        Ok(taken) if taken.findings.is_empty() => Ok(file::give(&site, "stappen", &taken.state)),
        Ok(taken) => answer(&site, &context, tables, taken, &form).await,
        Err(why) => Ok(start::refused(&site, &context, tables, why)),
    }
}

/// Goes on with a file: at the first step that has nothing filled in.
pub async fn resume(
    State(site): State<Site>,
    context: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let tables = site.tables()?;
    let state = match file::read(&site, Walk::Meldcode, &form) {
        Ok(state) => state,
        Err(Refused::File(finding)) => {
            return Ok(start::with_file_problem(&site, &context, tables, finding));
        }
        Err(Refused::State(why)) => return Ok(start::refused(&site, &context, tables, why)),
    };
    let is_empty = |step: &Step| step.fields(tables).iter().all(|field| state.get(&field.name).is_empty());
    let step = Step::FIVE.into_iter().find(is_empty).unwrap_or(Step::Report);
    let form = shell::form(&context, &state);
    show(Page { site: &site, context: &context, tables, state, form }, step).await
}
