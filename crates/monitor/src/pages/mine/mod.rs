//! What comes back to a municipality, for its own people only: its scores, whom it compares with, and files to take
//! along.

mod changes;
mod choose;
mod compare;
mod files;
mod list;
mod query;
mod rows;
mod running;
mod show;

use kernel::Permission;
use web::{Access, Routes};

use crate::Desk;

/// Every page, each with what it asks of its visitor; whose: [`rows`].
pub fn routes() -> Routes<Desk> {
    let see = Access::to(Permission::SeeForm).on("municipality of the path");
    Routes::new()
        .get("/own", see.on("municipalities of the visitor"), list::show)
        .get("/own/{municipality}", see, show::show)
        .get("/own/{municipality}/group", see, choose::form)
        .post("/own/{municipality}/group", see, choose::choose)
        .get("/own/{municipality}/compare/{file}", see, files::give)
}
