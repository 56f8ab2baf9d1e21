//! Pages: one file each, in the same order.

use web::Routes;

use crate::Site;

/// Every page about people and signing in.
#[must_use]
pub fn routes() -> Routes<Site> {
    Routes::new()
}

/// Signing in with one click as somebody of the demonstration. Only `zicht demo` mounts this.
#[must_use]
pub fn demo_routes() -> Routes<Site> {
    Routes::new()
}
