//! The public pages of the monitor: one file per page.

mod conclusions;
mod goal;
mod home;
mod map;
mod parts;
mod scope;
mod site;
mod wave;

use kernel::Permission;
use web::Routes;

pub use site::Site;

/// Every page, each with the permission it asks for.
#[must_use]
pub fn routes(site: Site) -> Routes {
    let see = Permission::SeePublished;
    Routes::new()
        .get("/", see, home::show)
        .get("/monitor/{wave}", see, wave::show)
        .get("/monitor/{wave}/goals/{goal}", see, goal::show)
        .get("/monitor/{wave}/conclusions", see, conclusions::show)
        .get("/conclusions", see, site::newest)
        .with_state(site)
}
