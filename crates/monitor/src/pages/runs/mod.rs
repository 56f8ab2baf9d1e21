//! Pages on which a wave is planned, held and published: for researchers; response also for coordinators.

pub mod change;
pub mod close;
pub mod extend;
pub mod letters;
pub mod list;
pub mod mail;
pub mod mail_text;
pub mod municipalities;
pub mod open;
pub mod post;
pub mod publish;
pub mod remind;
pub mod remove;
pub mod response;
pub mod rows;
pub mod show;
pub mod step;
pub mod withdraw;

use kernel::Permission;
use web::{Access, Routes};

use crate::Desk;

/// Every page, each with what it asks of its visitor; which waves and municipalities: [`rows`].
pub fn routes() -> Routes<Desk> {
    let response = Access::to(Permission::SeeResponse).on("municipalities of the visitor");
    let run = Access::to(Permission::RunWaves);
    Routes::new()
        .get("/waves", response, list::show)
        .get("/waves/new", run, change::new)
        .post("/waves/new", run, change::make)
        .get("/waves/{run}", response, show::show)
        .get("/waves/{run}/municipalities", response, municipalities::show)
        .get("/waves/{run}/municipalities/{municipality}/extend", run, extend::form)
        .post("/waves/{run}/municipalities/{municipality}/extend", run, extend::extend)
        .get("/waves/{run}/change", run, change::edit)
        .post("/waves/{run}/change", run, change::change)
        .get("/waves/{run}/remove", run, remove::look)
        .post("/waves/{run}/remove", run, remove::remove)
        .get("/waves/{run}/mail", run, mail::show)
        .get("/waves/{run}/mail/{occasion}", run, mail_text::form)
        .post("/waves/{run}/mail/{occasion}", run, mail_text::save)
        // A few hundred municipalities are looked up, and a mail is written for each of their people.
        .get("/waves/{run}/open", run.confirmed().slow(), open::look)
        .post("/waves/{run}/open", run.confirmed().slow(), open::open)
        .get("/waves/{run}/remind", run.slow(), remind::look)
        .post("/waves/{run}/remind", run.slow(), remind::remind)
        .get("/waves/{run}/close", run, close::look)
        .post("/waves/{run}/close", run, close::close)
        .get("/waves/{run}/publish", run.confirmed(), publish::look)
        .post("/waves/{run}/publish", run.confirmed(), publish::publish)
        .get("/waves/{run}/withdraw", run.confirmed(), withdraw::look)
        .post("/waves/{run}/withdraw", run.confirmed(), withdraw::withdraw)
}
