//! In the place of a wave that was withdrawn: that it was, when, and why. Anyone may see it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use web::{Frame, Page, PageError, RequestContext, Tr};

use super::site::Site;
use super::words::day;
use crate::domain::run::RunState;

#[derive(Template)]
#[template(path = "withdrawn.html")]
struct View {
    frame: Frame,
    intro: String,
    because: String,
}

/// The page, or that there is nothing: then the wave was never here.
pub async fn show(site: &Site, context: &RequestContext, wave: &str) -> Result<Response, PageError> {
    let run = site.run(wave).await?.ok_or(PageError::NotFound)?;
    let RunState::Withdrawn { because } = run.state else { return Err(PageError::NotFound) };
    let tr = context.tr();
    let title = run.plan.title.get(context.lang).to_owned();
    let when = day(tr, kernel::dutch_day(run.since));
    let view = View {
        frame: context
            .frame(tr.t("withdrawn-title"), tr.t("withdrawn-title"), "monitor")
            .crumb(tr.t("crumb-home"), Some("/"))
            .crumb(title.clone(), None),
        intro: tr.t2("withdrawn-intro", "wave", title, "day", when),
        because,
    };
    Ok((StatusCode::GONE, Page(view)).into_response())
}

/// Why a page of a wave can't be shown: of a wave that was withdrawn, that it was, when and why.
pub async fn instead(site: &Site, tr: Tr, wave: &str, error: PageError) -> PageError {
    let PageError::NotFound = error else { return error };
    // The wave is there, and something in it was asked that is not.
    let Ok(Some(run)) = site.run(wave).await else { return error };
    let RunState::Withdrawn { because } = run.state else { return error };
    let when = day(tr, kernel::dutch_day(run.since));
    let intro = tr.t2("withdrawn-intro", "wave", run.plan.title.get(tr.0), "day", when);
    PageError::Gone(format!("{intro} {} {because}", tr.t("withdrawn-because")))
}
