//! One goal of a form, filled in by somebody without an account who has a link, and what editors see of such links.

mod fill;
mod own;

use kernel::Permission;
use web::{Access, Routes};

use crate::Desk;

/// Every page, each with what it asks of its visitor. The token of a link is all that is asked of who uses it:
/// [`crate::acts::share::held`] is the rule.
pub fn routes() -> Routes<Desk> {
    let shared = Access::to(Permission::FillShared).on("the link in the path");
    let see = Access::to(Permission::SeeForm).on("municipality of the path");
    let fill_in = Access::to(Permission::FillIn).on("municipality of the path");
    Routes::new()
        .get("/share/{token}", shared, fill::show)
        .post("/share/{token}", shared, fill::save)
        .get("/forms/{run}/{municipality}/shares", see, own::show)
        .post("/forms/{run}/{municipality}/shares", fill_in, own::make)
        .post("/forms/{run}/{municipality}/shares/{share}/end", fill_in, own::end)
}
