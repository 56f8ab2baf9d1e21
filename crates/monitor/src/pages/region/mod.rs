//! The page of a Veilig Thuis region, for its coordinator and the people of its municipalities: how they stand beside
//! each other, the vision of the region, what they do together, and what they ask each other.

mod action;
mod ask;
mod list;
mod progress;
mod question;
pub mod rows;
mod show;
mod side;
mod vision;

use kernel::Permission;
use web::{Access, Routes};

use crate::Desk;

/// Every page, each with what it asks of its visitor; which region: [`rows`].
pub fn routes() -> Routes<Desk> {
    let see = Access::to(Permission::SeeRegion).on("region of the path");
    let work = Access::to(Permission::WorkInRegion).on("region of the path");
    let lead = Access::to(Permission::LeadRegion).on("region of the path");
    Routes::new()
        .get("/region", see.on("regions of the visitor"), list::show)
        .get("/regions/{region}", see, show::show)
        .get("/regions/{region}/vision", lead, vision::form)
        .post("/regions/{region}/vision", lead, vision::save)
        .post("/regions/{region}/actions", work, action::add)
        .get("/regions/{region}/actions/{number}", work, action::form)
        .post("/regions/{region}/actions/{number}", work, action::save)
        .get("/regions/{region}/ask", work, ask::form)
        .post("/regions/{region}/ask", work, ask::ask)
        .get("/regions/{region}/questions/{number}", see, question::show)
        .post("/regions/{region}/questions/{number}", work, question::answer)
        .post("/regions/{region}/questions/{number}/close", work, question::close)
        .post("/regions/{region}/questions/{number}/reopen", work, question::reopen)
}
