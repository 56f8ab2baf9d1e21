//! Pages, one room for each.

mod conditions;
mod guide;
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
    let (see, tables) = (Permission::SeePublished, rules::routes());
    walk::routes().merge(guide::routes()).merge(tables).get("/meldcode/reach", see, reach::show)
}
