//! Good examples: everybody finds them, municipalities publish them, thank and ask; a researcher can take one off.

mod ask;
mod edit;
mod list;
mod own;
mod question;
mod remove;
mod rows;
mod show;

use kernel::Permission;
use web::{Access, Routes};

use crate::Desk;

/// Every page, each with what it asks of its visitor; which examples and municipalities: [`rows`].
pub fn routes() -> Routes<Desk> {
    let anyone = Access::to(Permission::SeePublished);
    let see = Access::to(Permission::SeeForm).on("municipality of the path");
    let fill = Access::to(Permission::FillIn).on("municipality of the path");
    let (reads, speaks) = (see.on("municipalities of the visitor"), fill.on("municipalities of the visitor"));
    Routes::new()
        .get("/examples", anyone, list::show)
        .get("/examples/{example}", anyone, show::show)
        .get("/examples/{example}/document", anyone, show::document)
        .post("/examples/{example}/thank", speaks, show::thank)
        .post("/examples/{example}/unthank", speaks, show::unthank)
        .get("/examples/{example}/ask", speaks, ask::form)
        .post("/examples/{example}/ask", speaks, ask::ask)
        .get("/examples/{example}/questions/{number}", reads, question::show)
        .post("/examples/{example}/questions/{number}", speaks, question::answer)
        .post("/examples/{example}/questions/{number}/close", speaks, question::close)
        .post("/examples/{example}/questions/{number}/reopen", speaks, question::reopen)
        .get("/examples/{example}/remove", Permission::RunWaves, remove::form)
        .post("/examples/{example}/remove", Permission::RunWaves, remove::remove)
        .get("/own/{municipality}/examples", see, own::show)
        .post("/own/{municipality}/examples", fill, own::make)
        .get("/own/{municipality}/examples/{example}", fill, edit::form)
        .post("/own/{municipality}/examples/{example}", fill, edit::save)
        .post("/own/{municipality}/examples/{example}/publish", fill, edit::publish)
        .post("/own/{municipality}/examples/{example}/withdraw", fill, edit::withdraw)
        .post("/own/{municipality}/examples/{example}/link", fill, edit::link)
        .post("/own/{municipality}/examples/{example}/file", fill.files(), edit::file)
        .post("/own/{municipality}/examples/{example}/document", fill, edit::without)
}
