//! The routes about organisations, people, the audit trail and operations.

use kernel::Permission;
use web::{Access, Routes};

use super::audit::{export, person as audit_person, show as audit};
use super::operations::{job, list as operations};
use super::organisations::{change, end, keys, list, merge, show};
use super::people::{invite, list as people, offers, person};
use super::start;
use crate::Site;

/// What the row rules look at; see `domain::visible`.
const ORGANISATION: &str = "organisation of the path";
const OWN: &str = "organisations of the visitor";

/// Every page, each with what it asks of its visitor.
pub fn routes() -> Routes<Site> {
    let see = Access::to(Permission::SeeOrganisations);
    let manage = Access::to(Permission::ManageOrganisations).on(ORGANISATION);
    let see_people = Access::to(Permission::SeePeople).on(ORGANISATION);
    let people_of = Access::to(Permission::ManagePeople).on(ORGANISATION);
    let watch = Access::to(Permission::SeeAudit).on(OWN);
    let own = Access::to(Permission::OwnAccount).on("the visitor");
    let run = Access::to(Permission::SeeOperations);
    Routes::new()
        .get("/start", own, start::show)
        .get("/account/offers", own, offers::show)
        .post("/account/offers", own, offers::answer)
        .get("/organisations", see.on(OWN), list::show)
        .get("/organisations/new", Permission::ManageOrganisations, change::new)
        .post("/organisations/new", Permission::ManageOrganisations, change::make)
        .get("/organisations/merge", manage.on(OWN), merge::form)
        .post("/organisations/merge", manage.on(OWN).confirmed(), merge::confirm)
        .get("/organisations/{organisation}", see.on(ORGANISATION), show::show)
        .get("/organisations/{organisation}/change", manage, change::edit)
        .post("/organisations/{organisation}/change", manage, change::change)
        .get("/organisations/{organisation}/end", manage.confirmed(), end::form)
        .post("/organisations/{organisation}/end", manage.confirmed(), end::end)
        .post("/organisations/{organisation}/reopen", manage.confirmed(), end::reopen)
        .get("/organisations/{organisation}/keys", people_of, keys::show)
        .post("/organisations/{organisation}/keys/{key}/end", people_of, keys::end)
        .get("/organisations/{organisation}/people", see_people, people::show)
        .get("/organisations/{organisation}/people/invite", people_of.confirmed(), invite::form)
        .post("/organisations/{organisation}/people/invite", people_of.confirmed(), invite::invite)
        .get("/organisations/{organisation}/people/{person}", see_people, person::show)
        .post("/organisations/{organisation}/people/{person}/roles", people_of.confirmed(), person::change)
        .post("/organisations/{organisation}/people/{person}/end", people_of.confirmed(), person::end)
        .post("/organisations/{organisation}/people/{person}/off", people_of.confirmed(), person::off)
        .post("/organisations/{organisation}/people/{person}/on", people_of.confirmed(), person::on)
        .post("/organisations/{organisation}/people/{person}/again", people_of.confirmed(), person::again)
        .post("/organisations/{organisation}/people/{person}/renew", people_of.confirmed(), person::renew)
        .get("/audit", watch, audit::show)
        .post("/audit/person", watch, audit_person::find)
        .get("/audit/export.csv", watch.slow(), export::csv)
        .get("/operations", run, operations::show)
        .get("/operations/jobs/{job}", run.confirmed(), job::show)
        .post("/operations/held-mail", run.confirmed(), job::send_held)
        .post("/operations/jobs/{job}/retry", run.confirmed(), job::retry)
}

#[cfg(test)]
#[path = "manage_tests.rs"]
mod tests;
