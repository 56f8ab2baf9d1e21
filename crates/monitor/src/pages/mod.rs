//! The public pages of the monitor: one file per page.

mod about;
mod conclusions;
mod downloads;
mod examples;
mod explain;
mod forms;
mod goal;
mod history;
mod home;
mod made;
mod map;
mod method;
mod mine;
mod municipalities;
mod municipality;
mod own;
mod parts;
mod peers;
mod places;
mod questionnaires;
mod refused;
mod region;
mod runs;
mod scope;
mod several;
mod share;
mod site;
mod thread;
mod wave;
mod withdrawn;
pub mod words;
mod youth;

use kernel::Permission;
use web::{Access, Routes};

pub use forms::{questions, rows as form_rows};
pub use region::rows as region_rows;
pub use runs::rows as run_rows;
pub use scope::Query;
pub use site::Site;

/// The pages on which a wave is run and filled in.
#[must_use]
pub fn desk_routes() -> Routes<crate::Desk> {
    let own = runs::routes()
        .merge(questionnaires::routes())
        .merge(forms::routes())
        .merge(youth::routes())
        .merge(share::routes())
        .merge(mine::routes())
        .merge(region::routes())
        .merge(examples::routes());
    own.merge(crate::api::desk_routes())
}

/// Every page, each with the permission it asks for.
#[must_use]
pub fn routes() -> Routes<Site> {
    let see = Permission::SeePublished;
    Routes::new()
        .get("/", see, home::show)
        .get("/monitor/{wave}", see, wave::show)
        .get("/monitor/{wave}/goals/{goal}", see, goal::show)
        .get("/monitor/{wave}/conclusions", see, conclusions::show)
        .get("/monitor/{wave}/regions", see, places::show)
        .get("/monitor/{wave}/municipalities", see, municipalities::show)
        .get("/monitor/{wave}/municipalities/{code}", see, municipality::show)
        .get("/monitor/{wave}/downloads", see, downloads::show)
        // A PDF is made while the visitor waits.
        .get("/monitor/{wave}/downloads/{file}", Access::to(see).slow(), downloads::report)
        .get("/monitor/{wave}/downloads/tables/{file}", see, downloads::table)
        .get("/conclusions", see, site::newest)
        .get("/regions", see, site::newest)
        .get("/downloads", see, site::newest)
        .get("/method", see, method::show)
        .get("/about", see, about::show)
        .merge(crate::api::routes())
}
