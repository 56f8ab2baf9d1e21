//! `zicht routes`: every page with the permission that it asks for.

use std::process::ExitCode;

use web::RouteInfo;

use crate::site;

/// Prints a line for each route, in the order of mounting.
pub fn list() -> ExitCode {
    for RouteInfo { method, path, permission } in site::routes() {
        println!("{method:<5} {path:<48} {}", permission.name());
    }
    ExitCode::SUCCESS
}
