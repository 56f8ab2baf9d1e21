//! Pages on which a municipality fills in, approves and looks back: for its own people only.

mod check;
mod clash;
pub mod last;
pub mod list;
mod more;
mod overview;
pub mod part;
mod print;
pub mod questions;
pub mod rows;
pub mod save;
mod score;
mod told;
mod versions;

use kernel::Permission;
use web::{Access, Routes};

use crate::Desk;

/// Every page, each with what it asks of its visitor; which forms: [`rows`].
pub fn routes() -> Routes<Desk> {
    let see = Access::to(Permission::SeeForm).on("municipality of the path");
    let fill = Access::to(Permission::FillIn).on("municipality of the path");
    let approve = Access::to(Permission::ApproveForm).on("municipality of the path");
    Routes::new()
        .get("/forms", see.on("municipalities of the visitor"), list::show)
        .get("/forms/{run}/{municipality}", see, overview::show)
        .get("/forms/{run}/{municipality}/goals/{goal}", see, part::goal)
        .post("/forms/{run}/{municipality}/goals/{goal}", fill, save::goal)
        .get("/forms/{run}/{municipality}/goals/{goal}/more", see, more::show)
        .post("/forms/{run}/{municipality}/goals/{goal}/more/link", fill, more::link)
        .post("/forms/{run}/{municipality}/goals/{goal}/more/file", fill.files(), more::file)
        .post("/forms/{run}/{municipality}/goals/{goal}/more/note", see, more::note)
        .get("/forms/{run}/{municipality}/goals/{goal}/more/{attachment}", see, more::content)
        .post("/forms/{run}/{municipality}/goals/{goal}/more/{attachment}/remove", see, more::take_away)
        .post("/forms/{run}/{municipality}/goals/{goal}/more/{attachment}/rename", fill, more::rename)
        .get("/forms/{run}/{municipality}/other", see, part::other)
        .post("/forms/{run}/{municipality}/other", fill, save::other)
        .get("/forms/{run}/{municipality}/check", see, check::show)
        .post("/forms/{run}/{municipality}/submit", fill, check::submit)
        .post("/forms/{run}/{municipality}/approve", approve, check::approve)
        .post("/forms/{run}/{municipality}/reopen", approve, check::reopen)
        // A PDF is made while the visitor waits.
        .get("/forms/{run}/{municipality}/print.pdf", see.slow(), print::show)
        .get("/forms/{run}/{municipality}/versions", see, versions::list)
        .get("/forms/{run}/{municipality}/versions/{number}", see, versions::one)
}
