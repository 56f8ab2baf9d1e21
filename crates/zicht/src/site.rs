//! The one place where capabilities are merged into a site.

use std::fmt;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use kernel::{Clock, Entropy, Permission};
use platform::Database;
use platform::config::Config;
use platform::keys::Keys;
use web::{NavItem, RouteInfo};

use crate::Failure;

/// What the capabilities work with.
#[derive(Clone)]
pub struct Wiring {
    /// Where everything is kept.
    pub database: Database,
    /// What seals names and signs the audit trail.
    pub keys: Keys,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Where chance comes from.
    pub entropy: Arc<dyn Entropy>,
    /// The settings.
    pub config: Arc<Config>,
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
    let desk = monitor::desk_routes();
    [monitor::routes().list(), desk.list(), meldcode::routes().list(), accounts::routes().list()].concat()
}

/// What the pages and jobs about people work with.
pub fn accounts(wiring: &Wiring) -> accounts::Site {
    let (clock, entropy) = (Arc::clone(&wiring.clock), Arc::clone(&wiring.entropy));
    let settings = accounts::Settings { demo: wiring.demo, ..accounts::Settings::of(&wiring.config) };
    accounts::Site::new(wiring.database.clone(), wiring.keys.clone(), clock, entropy, settings)
}

/// What the jobs of the monitor work with.
pub fn reminding(wiring: &Wiring) -> monitor::Reminding {
    monitor::Reminding {
        directory: accounts::directory(accounts(wiring)),
        keys: wiring.keys.clone(),
        entropy: Arc::clone(&wiring.entropy),
        public_url: wiring.config.public_url.trim_end_matches('/').to_owned(),
    }
}

/// What the pages work with on which a wave is run and filled in.
fn desk(wiring: &Wiring, monitor: monitor::Site) -> monitor::Desk {
    let (clock, entropy) = (Arc::clone(&wiring.clock), Arc::clone(&wiring.entropy));
    // Pages ask the directory while they hold a connection.
    let beside = Wiring { database: wiring.database.beside(), ..wiring.clone() };
    let directory = accounts::directory(accounts(&beside));
    monitor::Desk::new(monitor, wiring.database.clone(), wiring.keys.clone(), clock, entropy, directory)
}

/// The whole site, ready to be served.
///
/// # Errors
/// If the definitions in this program are not sound.
pub fn router(wiring: &Wiring) -> Result<Router, Failure> {
    let monitor = monitor::Site::new(wiring.database.clone())
        .map_err(|_| "The definitions in this program are not sound: run `zicht definitions check`.")?;
    let meldcode =
        meldcode::Site::new(wiring.database.clone(), &wiring.keys, Arc::clone(&wiring.clock), wiring.demo)
            .map_err(|_| "The tables in this program are not sound: run `zicht rules check`.")?;
    let desk = desk(wiring, monitor.clone());
    let people = accounts(wiring).with_waits(monitor::waits(&desk));
    let mut accounts = accounts::routes();
    if wiring.demo {
        accounts = accounts.merge(accounts::demo_routes());
    }
    let routes = monitor::routes().with_state(monitor).merge(meldcode::routes().with_state(meldcode));
    let routes =
        routes.merge(monitor::desk_routes().with_state(desk)).merge(accounts.with_state(people.clone()));
    let frame = web::Site { gate: Some(accounts::gate(people)), ..frame(settings(wiring)?) };
    Ok(routes.into_router(frame))
}

/// What the pages hold to. The demonstration is on one machine: nobody is limited there.
fn settings(wiring: &Wiring) -> Result<web::Settings, Failure> {
    let config = &wiring.config;
    let key = wiring.keys.mac_key("web.forms");
    let (clock, entropy) = (Arc::clone(&wiring.clock), Arc::clone(&wiring.entropy));
    let mut settings = web::Settings::new(&config.public_url, &key, clock, entropy)?;
    settings.trusted_proxies.clone_from(&config.trusted_proxies);
    settings.contact.clone_from(&config.contact);
    settings.is_away = platform::is_away;
    let each_minute = config.limits.requests_per_minute.max(1);
    settings.rate = NonZeroU32::new(each_minute)
        .filter(|_| !wiring.demo)
        .map(|burst| web::Rate { every: Duration::from_mins(1) / each_minute, burst });
    Ok(settings)
}

/// The menu and the footer: what this binary has mounted.
fn frame(settings: web::Settings) -> web::Site {
    let item = |key, path: &str, section| NavItem { key, path: path.to_owned(), section, permission: None };
    let for_those =
        |permission, key, path, section| NavItem { permission: Some(permission), ..item(key, path, section) };
    web::Site {
        navigation: vec![
            item("nav-monitor", "/", "monitor"),
            item("nav-regions", "/regions", "regions"),
            item("nav-conclusions", "/conclusions", "conclusions"),
            item("nav-method", "/method", "method"),
            item("nav-downloads", "/downloads", "downloads"),
            item("nav-meldcode", "/meldcode", "meldcode"),
            for_those(Permission::OwnAccount, "nav-start", "/start", "start"),
            for_those(Permission::SeeResponse, "nav-waves", "/waves", "waves"),
            for_those(Permission::SeeForm, "nav-own", "/own", "own"),
            for_those(Permission::SeeForm, "nav-forms", "/forms", "forms"),
            for_those(Permission::SeeOrganisations, "nav-organisations", "/organisations", "organisations"),
            for_those(Permission::SeeAudit, "nav-audit", "/audit", "audit"),
            for_those(Permission::SeeOperations, "nav-operations", "/operations", "operations"),
        ],
        footer: vec![
            item("nav-accessibility", "/about#accessibility", ""),
            item("nav-privacy", "/about#privacy", ""),
            item("nav-method", "/method", "method"),
            item("nav-examples", "/examples", "examples"),
            item("nav-meldcode", "/meldcode", "meldcode"),
            item("nav-rules", "/rules", "rules"),
            item("nav-api", "/api", ""),
        ],
        gate: None,
        settings,
    }
}
