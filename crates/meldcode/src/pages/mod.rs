//! Pages, one room for each.

mod conditions;
mod counted;
mod file;
mod guide;
pub(crate) mod law;
mod reach;
mod rules;
mod walk;
mod words;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use kernel::Permission;
use web::Routes;

use crate::Site;

/// Every page, each with what it asks of its visitor.
#[must_use]
pub fn routes() -> Routes<Site> {
    let (see, tables) = (Permission::SeePublished, rules::routes());
    walk::routes().merge(guide::routes()).merge(tables).get("/meldcode/reach", see, reach::show)
}

/// Nobody keeps this answer: not the browser, and nothing on the way.
fn private(status: StatusCode, mut response: Response) -> Response {
    // A file is as it is; a page says with its status whether something was refused.
    if status != StatusCode::OK {
        *response.status_mut() = status;
    }
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.remove(header::ETAG);
    response
}
