//! `/region`: to the own region, or a choice for who works in several. Coordinators and everybody of a municipality
//! (`Permission::SeeRegion`).

use axum::extract::State;
use axum::response::Response;
use geography::Region;
use kernel::Permission;
use web::{PageError, RequestContext};

use super::rows;
use crate::Desk;
use crate::pages::several;

/// Leads on, or shows the choice.
pub async fn show(State(desk): State<Desk>, context: RequestContext) -> Result<Response, PageError> {
    let found = rows::regions(&desk, context.actor()?, Permission::SeeRegion).await?;
    if let (1, Some(only)) = (found.len(), found.first()) {
        return Ok(context.see_other(&format!("/regions/{}", only.slug())));
    }
    let row = |one: &Region| (one.name(), context.url(&format!("/regions/{}", one.slug())));
    Ok(several::show(&context, "region", "region", found.iter().map(row).collect()))
}
