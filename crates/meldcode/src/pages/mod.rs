//! Pages, one room for each.

mod conditions;
mod guide;
pub(crate) mod law;
mod rules;
mod walk;
mod words;

use web::Routes;

use crate::Site;

/// Every page, each with what it asks of its visitor.
#[must_use]
pub fn routes() -> Routes<Site> {
    walk::routes().merge(guide::routes()).merge(rules::routes())
}
