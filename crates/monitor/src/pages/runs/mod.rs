//! Pages on which a wave is planned, held and published: for researchers; response also for coordinators.

pub mod list;

use kernel::Permission;
use web::{Access, Routes};

use crate::Desk;

/// Every page, each with what it asks of its visitor.
pub fn routes() -> Routes<Desk> {
    let response = Access::to(Permission::SeeResponse).on("municipalities of the visitor");
    Routes::new().get("/waves", response, list::show)
}
