//! The five steps of the meldcode, one page each, and the report. Anyone may walk them
//! (`Permission::UseMeldcode`). Every page but the first is the answer to a form that carries all that was filled in: the
//! server keeps nothing, and a page that is asked for again says the same.

mod ask;
mod file;
mod outcome;
mod print;
mod report;
mod shell;
mod start;
mod taken;
mod weigh;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Permission};
use web::{Access, Form, PageError, RequestContext, Routes};

use self::taken::Taken;
use super::private;
use crate::Site;
use crate::domain::state::State as Filled;
use crate::domain::step::Step;

/// Every page, each with what it asks of its visitor.
pub fn routes() -> Routes<Site> {
    let walk = Permission::UseMeldcode;
    Routes::new()
        .get("/meldcode", walk, start::show)
        .post("/meldcode", walk, go)
        .post("/meldcode/report.pdf", Access::to(walk).slow(), print::give)
        .post("/meldcode/file", walk, file::give)
        .post("/meldcode/resume", Access::to(walk).files(), file::resume)
}

/// Takes what was filled in and shows the page that was asked for.
async fn go(State(site): State<Site>, context: RequestContext, form: Form) -> Result<Response, PageError> {
    let taken = match taken::take(&site, &form) {
        Ok(taken) => taken,
        Err(why) => return Ok(start::refused(&site, &context, why)),
    };
    let Taken { state, step, to, findings } = taken;
    if !findings.is_empty() {
        return page(&site, &context, state, step, Some((&form, findings))).await;
    }
    page(&site, &context, state, to, None).await
}

/// A page of the walk; with findings the one that was just sent, with everything that was typed.
async fn page(
    site: &Site,
    context: &RequestContext,
    state: Filled,
    step: Step,
    sent: Option<(&Form, Vec<Finding>)>,
) -> Result<Response, PageError> {
    let status = if sent.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let form = match sent {
        Some((form, findings)) => shell::form_of(context, &state, form, findings),
        None => shell::form(context, &state),
    };
    let response = match step {
        Step::Start => start::page(site, context, &state, form).into_response(),
        Step::Signals => ask::signals(site, context, &state, form)?.into_response(),
        Step::Consult => ask::consult(site, context, &state, form)?.into_response(),
        Step::Talk => ask::talk(site, context, &state, form)?.into_response(),
        Step::Weigh => weigh::page(site, context, &state, form)?.into_response(),
        Step::Decide => ask::decide(site, context, &state, form)?.into_response(),
        Step::Report => report::page(site, context, state, form).await?.into_response(),
    };
    Ok(private(status, response))
}
