//! Pages on which a municipality fills in, approves and looks back: for its own people only.

pub mod list;
pub mod rows;

use kernel::Permission;
use web::{Access, Routes};

use crate::Desk;

/// Every page, each with what it asks of its visitor; which forms: [`rows`].
pub fn routes() -> Routes<Desk> {
    let see = Access::to(Permission::SeeForm).on("municipality of the path");
    Routes::new().get("/forms", see.on("municipalities of the visitor"), list::show)
}
