//! The tables for who keeps them: what each decides and why, and what a proposed change would alter.

mod list;
mod proposal;
mod table;

use kernel::Permission;
use web::{Access, Routes};

use crate::Site;

/// Every page, each with what it asks of its visitor.
pub fn routes() -> Routes<Site> {
    let see = Permission::SeePublished;
    Routes::new()
        .get("/rules", see, list::show)
        .get("/rules/{table}", see, table::show)
        .get("/rules/{table}/proposal", see, proposal::show)
        .post("/rules/{table}/proposal", Access::to(see).large(), proposal::send)
}
