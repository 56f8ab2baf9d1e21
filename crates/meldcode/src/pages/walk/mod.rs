//! The five steps of the meldcode, one page each, and the report.

use web::Routes;

use crate::Site;

/// Every page, each with what it asks of its visitor.
pub fn routes() -> Routes<Site> {
    Routes::new()
}
