//! The sharing guide: who wants to tell what about whom to whom, and what follows. Anyone may ask
//! (`Permission::UseMeldcode`). What was filled in travels in the form, signed: the server keeps nothing.

mod ask;
mod file;
mod result;
mod taken;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Permission};
use rules::Table;
use web::{Access, Form, FormView, Frame, PageError, RequestContext, Routes};

use self::taken::Taken;
use super::private;
use crate::Site;
use crate::domain::guide::Step;
use crate::domain::state::{State as Filled, Unusable, Walk};

/// The id of the form on every page.
const FORM: &str = "guide";

/// Every page, each with what it asks of its visitor.
pub fn routes() -> Routes<Site> {
    let ask = Permission::UseMeldcode;
    // The own words come twice: signed, and in their fields.
    let form = Access::to(ask).large();
    Routes::new()
        .get("/guide", ask, start)
        .post("/guide", form, go)
        .post("/guide/file", form, file::give)
        .post("/guide/resume", Access::to(ask).files(), file::resume)
}

/// What a page of the guide is made from.
struct Page<'a> {
    site: &'a Site,
    context: &'a RequestContext,
    table: &'static Table,
    state: Filled,
    step: Step,
    form: FormView,
}

/// The first page, with nothing filled in.
async fn start(State(site): State<Site>, context: RequestContext) -> Result<Response, PageError> {
    first(&site, &context, None, None)
}

/// Takes what was filled in and shows the page that was asked for.
async fn go(State(site): State<Site>, context: RequestContext, form: Form) -> Result<Response, PageError> {
    match taken::take(&site, site.table("sharing")?, &form) {
        Ok(taken) => answer(&site, &context, taken, &form).await,
        Err(why) => first(&site, &context, None, Some(why)),
    }
}

/// The page that was asked for, or the one that was sent with what keeps from going on.
async fn answer(
    site: &Site,
    context: &RequestContext,
    taken: Taken,
    form: &Form,
) -> Result<Response, PageError> {
    let Taken { state, step, findings } = taken;
    let form = filled(context, form, findings, &state);
    show(Page { site, context, table: site.table("sharing")?, state, step, form }).await
}

async fn show(page: Page<'_>) -> Result<Response, PageError> {
    let status = if page.form.is_refused() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let response = match page.step {
        Step::Result => result::page(page).await?.into_response(),
        Step::Who | Step::Receiver | Step::Questions => ask::page(page, None).into_response(),
    };
    Ok(private(status, response))
}

/// The first page, with what is wrong with a file or with what was filled in before.
fn first(
    site: &Site,
    context: &RequestContext,
    finding: Option<Finding>,
    why: Option<Unusable>,
) -> Result<Response, PageError> {
    let is_refused = finding.is_some() || why.is_some();
    let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let state = Filled::new(Walk::Guide);
    let form = filled(context, &Form::default(), finding.into_iter().collect(), &state);
    let page = Page { site, context, table: site.table("sharing")?, state, step: Step::Who, form };
    Ok(private(status, ask::page(page, why).into_response()))
}

/// The form with everything that is filled in.
fn filled(context: &RequestContext, form: &Form, findings: Vec<Finding>, state: &Filled) -> FormView {
    // What can't be taken stays in its field.
    let form = if findings.is_empty() { &Form::default() } else { form };
    let empty = FormView::of(context, form, findings).quiet();
    let values = |view: FormView, (name, values): (&str, &[String])| {
        values.iter().fold(view, |view, value| view.value(name, value.clone()))
    };
    let view = state.fields().fold(empty, values);
    // What was chosen and can't be taken comes back too.
    if view.get(taken::PROFESSION).is_empty() {
        return view.value(taken::PROFESSION, form.text(taken::PROFESSION));
    }
    view
}

/// What stands round a page: a title that tells a bystander nothing, and no link that loses what was filled in.
fn frame(context: &RequestContext, form: &FormView) -> Frame {
    let title = form.title(&context.tr().t("guide-neutral"));
    let mut frame = context.frame(title, "", "meldcode").without_visitor().script("leave");
    frame.alternate_form = Some(FORM.to_owned());
    frame
}
