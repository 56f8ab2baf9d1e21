//! Pages, one room for each.

pub(crate) mod law;
mod reach;
mod walk;
mod words;

use kernel::Permission;
use web::Routes;

use crate::Site;

/// Every page, each with what it asks of its visitor.
#[must_use]
pub fn routes() -> Routes<Site> {
    walk::routes().get("/meldcode/reach", Permission::SeePublished, reach::show)
}
