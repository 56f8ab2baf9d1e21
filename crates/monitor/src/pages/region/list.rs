//! `/region`: to the own region, or a choice for who works in several. Coordinators and everybody of a municipality
//! (`Permission::SeeRegion`).

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use kernel::Permission;
use web::{Frame, Page, PageError, RequestContext};

use super::rows;
use crate::Desk;

#[derive(Template)]
#[template(path = "region/list.html")]
struct View {
    frame: Frame,
    /// Name and address.
    rows: Vec<(&'static str, String)>,
}

/// Leads on, or shows the choice.
pub async fn show(State(desk): State<Desk>, context: RequestContext) -> Result<Response, PageError> {
    let tr = context.tr();
    let found = rows::regions(&desk, context.actor()?, Permission::SeeRegion).await?;
    let rows: Vec<_> =
        found.iter().map(|one| (one.name(), context.url(&format!("/regions/{}", one.slug())))).collect();
    if let (1, Some(region)) = (found.len(), found.first()) {
        return Ok(context.see_other(&format!("/regions/{}", region.slug())));
    }
    let frame = context
        .frame(tr.t("region-list-title"), tr.t("region-intro"), "region")
        .crumb(tr.t("crumb-start"), Some("/start"))
        .crumb(tr.t("region-list-title"), None);
    Ok(Page(View { frame, rows }).into_response())
}
