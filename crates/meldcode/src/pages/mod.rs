//! Pages, one room for each.

mod conditions;
pub(crate) mod law;
mod reach;
mod rules;
mod walk;
mod words;

use kernel::Permission;
use web::Routes;

use crate::Site;

/// Every page, each with what it asks of its visitor.
#[must_use]
pub fn routes() -> Routes<Site> {
    walk::routes().merge(rules::routes()).get("/meldcode/reach", Permission::SeePublished, reach::show)
}
