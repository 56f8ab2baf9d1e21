//! The five steps of the meldcode, one page each, and the report. Anyone may walk them
//! (`Permission::UseMeldcode`). Every page but the first is the answer to a form that carries all that was filled in: the
//! server keeps nothing, and a page that is asked for again says the same.

mod chapter;
mod consult;
mod decide;
mod duties;
mod facts;
mod file;
mod local;
mod outcome;
mod print;
mod report;
mod shell;
mod signals;
mod start;
mod taken;
mod talk;
mod weigh;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::Permission;
use web::{Access, Form, FormView, Frame, PageError, RequestContext, Routes};

use self::shell::Shell;
use self::taken::Taken;
use super::private;
use crate::Site;
use crate::domain::state::State as Filled;
use crate::domain::step::{Step, Tables};

/// Every page, each with what it asks of its visitor.
pub fn routes() -> Routes<Site> {
    let walk = Permission::UseMeldcode;
    // All that was typed comes twice: signed, and in the fields of the page.
    let form = Access::to(walk).large();
    Routes::new()
        .get("/meldcode", walk, start::show)
        .post("/meldcode", form, go)
        .post("/meldcode/report.pdf", form.slow(), print::give)
        .post("/meldcode/file", form, file::give)
        .post("/meldcode/resume", Access::to(walk).files(), file::resume)
}

/// What a page of the walk is made from.
struct Page<'a> {
    site: &'a Site,
    context: &'a RequestContext,
    tables: Tables<'static>,
    state: Filled,
    form: FormView,
}

impl Page<'_> {
    /// What stands round it.
    fn round(&self, step: Step) -> (Frame, Shell) {
        let shell = Shell::new(self.site, self.context, self.tables, &self.state, step);
        (shell::frame(self.context, &self.form), shell)
    }
}

/// Takes what was filled in and shows the page that was asked for.
async fn go(State(site): State<Site>, context: RequestContext, form: Form) -> Result<Response, PageError> {
    let tables = site.tables()?;
    match taken::take(&site, tables, &form) {
        Ok(taken) => answer(&site, &context, tables, taken, &form).await,
        Err(why) => Ok(start::refused(&site, &context, tables, why)),
    }
}

/// The page that was asked for, or the one that was sent with what keeps from going on.
async fn answer(
    site: &Site,
    context: &RequestContext,
    tables: Tables<'static>,
    taken: Taken,
    form: &Form,
) -> Result<Response, PageError> {
    let Taken { state, step, to, findings } = taken;
    let (form, step) = if findings.is_empty() {
        (shell::form(context, &state), to)
    } else {
        (shell::form_of(context, &state, form, findings), step)
    };
    show(Page { site, context, tables, state, form }, step).await
}

/// The page of a step.
async fn show(page: Page<'_>, step: Step) -> Result<Response, PageError> {
    let status = if page.form.is_refused() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let response = match step {
        Step::Start => start::page(page, None).into_response(),
        Step::Signals => signals::page(page).into_response(),
        Step::Consult => consult::page(page).into_response(),
        Step::Talk => talk::page(page).into_response(),
        Step::Weigh => weigh::page(page).into_response(),
        Step::Decide => decide::page(page).into_response(),
        Step::Report => report::page(page).await.into_response(),
    };
    Ok(private(status, response))
}
