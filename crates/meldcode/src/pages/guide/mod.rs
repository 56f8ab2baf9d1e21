//! The sharing guide: who wants to tell what about whom to whom, and what follows. Anyone may ask
//! (`Permission::UseMeldcode`). What was filled in travels in the form, signed: the server keeps nothing.

mod ask;
mod result;
mod taken;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Permission};
use rules::Table;
use web::{Form, FormView, Frame, PageError, RequestContext, Routes};

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
    Routes::new().get("/guide", ask, start).post("/guide", ask, go)
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
    first(&site, &context, None)
}

/// Takes what was filled in and shows the page that was asked for.
async fn go(State(site): State<Site>, context: RequestContext, form: Form) -> Result<Response, PageError> {
    let table = sharing(&site)?;
    let Taken { state, step, findings } = match taken::take(&site, table, &form) {
        Ok(taken) => taken,
        Err(why) => return first(&site, &context, Some(why)),
    };
    let status = if findings.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = filled(&context, &form, findings, &state);
    let page = Page { site: &site, context: &context, table, state, step, form };
    let response = match step {
        Step::Result => result::page(page).await?.into_response(),
        Step::Who | Step::Receiver | Step::Questions => ask::page(page, None).into_response(),
    };
    Ok(private(status, response))
}

fn first(site: &Site, context: &RequestContext, why: Option<Unusable>) -> Result<Response, PageError> {
    let (table, form) = (sharing(site)?, FormView::new(context));
    let status = if why.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = Page { site, context, table, state: Filled::new(Walk::Guide), step: Step::Who, form };
    Ok(private(status, ask::page(page, why).into_response()))
}

/// The table of today.
fn sharing(site: &Site) -> Result<&'static Table, PageError> {
    let bundle = site.definitions().rules.in_force("sharing", site.today());
    bundle.map(|bundle| &bundle.table).ok_or_else(|| PageError::internal("there is no table for sharing"))
}

/// The form with everything that is filled in.
fn filled(context: &RequestContext, form: &Form, findings: Vec<Finding>, state: &Filled) -> FormView {
    let empty = FormView::of(context, &Form::default(), findings).quiet();
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
    let mut frame = context.frame(title, "", "meldcode").without_visitor();
    frame.alternate_form = Some(FORM.to_owned());
    frame
}
