//! The questionnaire for young people: what they see, and what their municipality sees of it.

mod ask;
mod own;
mod shown;

use kernel::Permission;
use web::{Access, Routes};

use crate::Desk;

pub use shown::Shown;

/// Every page, each with what it asks of its visitor.
pub fn routes() -> Routes<Desk> {
    let answer = Access::to(Permission::AnswerYouth).on("the link in the path");
    let see = Access::to(Permission::SeeForm).on("municipality of the path");
    let fill_in = Access::to(Permission::FillIn).on("municipality of the path");
    Routes::new()
        .get("/youth/{token}", answer, ask::form)
        .post("/youth/{token}", answer, ask::answer)
        .get("/youth/{token}/thanks", answer, ask::thanks)
        .get("/forms/{run}/{municipality}/youth", see, own::show)
        .post("/forms/{run}/{municipality}/youth/link", fill_in, own::make)
        .post("/forms/{run}/{municipality}/youth/end", fill_in, own::end)
}
