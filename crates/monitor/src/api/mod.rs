//! The API for programs, `/api/v1`: what the pages show, and filling in. One file per kind of thing; what every
//! operation has in common is added in [`document`].

mod answers;
pub mod document;
mod examples;
mod forms;
mod list;
mod municipalities;
mod page;
mod questionnaires;
mod regions;
mod response;
mod waves;

use kernel::Permission;
use web::{Access, ApiMethod, Routes};

use crate::Desk;
use crate::pages::Site;

/// What everybody may read: what is published, and the description of the API itself.
pub fn routes() -> Routes<Site> {
    let (see, get) = (Permission::SeePublished, ApiMethod::Get);
    Routes::new()
        .get("/api", see, page::show)
        .api(get, "/api/v1/openapi.json", see, document::show)
        .api(get, "/api/v1/waves", see, waves::list)
        .api(get, "/api/v1/waves/{wave}", see, waves::one)
        .api(get, "/api/v1/waves/{wave}/report", see, waves::report)
        .api(get, "/api/v1/waves/{wave}/municipalities", see, municipalities::list)
        .api(get, "/api/v1/waves/{wave}/municipalities/{code}", see, municipalities::one)
        .api(get, "/api/v1/examples", see, examples::list)
        .api(get, "/api/v1/questionnaires", see, questionnaires::list)
        .api(get, "/api/v1/questionnaires/{questionnaire}/{version}", see, questionnaires::one)
}

/// What a key is needed for.
pub fn desk_routes() -> Routes<Desk> {
    let form = Access::to(Permission::SeeForm).on("municipality of the path");
    let fill = Access::to(Permission::FillIn).on("municipality of the path");
    let response = Access::to(Permission::SeeResponse).on("municipalities of the visitor");
    let region = Access::to(Permission::SeeRegion).on("region of the path");
    let (get, patch) = (ApiMethod::Get, ApiMethod::Patch);
    Routes::new()
        .api(get, "/api/v1/held-waves", response, response::list)
        .api(get, "/api/v1/held-waves/{run}/response", response, response::one)
        .api(get, "/api/v1/regions/{region}", region, regions::one)
        .api(get, "/api/v1/forms", form.on("municipalities of the visitor"), forms::list)
        .api(get, "/api/v1/forms/{run}/{municipality}", form, forms::one)
        .api(get, "/api/v1/forms/{run}/{municipality}/answers", form, answers::read)
        .api(patch, "/api/v1/forms/{run}/{municipality}/answers", fill, answers::change)
}
