//! What comes back to a municipality, for its own people only: its scores, whom it compares with, files to take
//! along, advice, and a plan.

pub mod action;
pub mod advice;
mod changes;
mod choose;
mod compare;
mod figure;
mod files;
mod letter;
mod list;
pub mod plan;
mod print;
mod query;
pub mod rows;
mod running;
mod show;
mod sight;
mod target;
mod voice;

use kernel::Permission;
use web::{Access, Routes};

use crate::Desk;

/// Every page, each with what it asks of its visitor; whose: [`rows`].
pub fn routes() -> Routes<Desk> {
    let see = Access::to(Permission::SeeForm).on("municipality of the path");
    let fill = Access::to(Permission::FillIn).on("municipality of the path");
    Routes::new()
        .get("/own", see.on("municipalities of the visitor"), list::show)
        .get("/own/{municipality}", see, show::show)
        .get("/own/{municipality}/group", see, choose::form)
        .post("/own/{municipality}/group", see, choose::choose)
        .get("/own/{municipality}/compare/{file}", see, files::give)
        .get("/own/{municipality}/advice", see, advice::show)
        .get("/own/{municipality}/plan", see, plan::show)
        .post("/own/{municipality}/plan", fill, plan::add)
        .get("/own/{municipality}/plan/actions/{number}", fill, action::form)
        .post("/own/{municipality}/plan/actions/{number}", fill, action::save)
        .get("/own/{municipality}/plan/targets/{goal}/{kind}", fill, target::form)
        .post("/own/{municipality}/plan/targets/{goal}/{kind}", fill, target::save)
        .get("/own/{municipality}/sight", see, sight::show)
        .get("/own/{municipality}/sight/figures", fill, figure::form)
        .post("/own/{municipality}/sight/figures", fill, figure::save)
        .post("/own/{municipality}/sight/programmes", fill, sight::programmes)
        // A PDF is made while the visitor waits.
        .get("/own/{municipality}/letter.pdf", see.slow(), letter::give)
        .get("/own/{municipality}/plan.pdf", see.slow(), print::give)
}
