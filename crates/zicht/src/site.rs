//! The one place where capabilities are merged into a site.

use std::fmt;
use std::sync::Arc;

use axum::Router;
use kernel::{Clock, Entropy};
use platform::Database;
use web::{NavItem, RouteInfo};

use crate::Failure;

/// What the capabilities work with.
#[derive(Clone)]
pub struct Wiring {
    /// Where everything is kept.
    pub database: Database,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Where chance comes from.
    pub entropy: Arc<dyn Entropy>,
    /// Whether this is the demonstration, where anyone signs in as anyone.
    pub demo: bool,
}

impl fmt::Debug for Wiring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wiring")
            .field("database", &self.database)
            .field("demo", &self.demo)
            .finish_non_exhaustive()
    }
}

/// Every page of `zicht serve`, in the order of mounting.
#[must_use]
pub fn routes() -> Vec<RouteInfo> {
    monitor::routes().list().to_vec()
}

/// The whole site, ready to be served.
///
/// # Errors
/// If the definitions in this program are not sound.
pub fn router(wiring: &Wiring) -> Result<Router, Failure> {
    let monitor = monitor::Site::new(wiring.database.clone())
        .map_err(|_| "The definitions in this program are not sound: run `zicht definitions check`.")?;
    Ok(monitor::routes().with_state(monitor).into_router(frame(settings(wiring)?)))
}

/// What the pages hold to, on this machine only: without a limit per address, and with forms that are
/// forgotten when the program stops.
fn settings(wiring: &Wiring) -> Result<web::Settings, Failure> {
    let mut key = [0; 32];
    wiring.entropy.fill(&mut key);
    let (clock, entropy) = (Arc::clone(&wiring.clock), Arc::clone(&wiring.entropy));
    let mut settings = web::Settings::new("http://127.0.0.1:8080", &key, clock, entropy)?;
    settings.rate = None;
    Ok(settings)
}

/// The menu and the footer: what this binary has mounted.
fn frame(settings: web::Settings) -> web::Site {
    let item = |key, path: &str, section| NavItem { key, path: path.to_owned(), section };
    web::Site {
        navigation: vec![
            item("nav-monitor", "/", "monitor"),
            item("nav-regions", "/regions", "regions"),
            item("nav-conclusions", "/conclusions", "conclusions"),
            item("nav-method", "/method", "method"),
            item("nav-downloads", "/downloads", "downloads"),
        ],
        footer: vec![
            item("nav-accessibility", "/about#accessibility", ""),
            item("nav-privacy", "/about#privacy", ""),
            item("nav-method", "/method", "method"),
        ],
        gate: None,
        settings,
    }
}
