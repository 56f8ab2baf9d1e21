//! What a route asks of its visitor; stated where the route is mounted, enforced before its handler.

use axum::http::Method;
use kernel::Permission;
use serde_json::{Value, json};

use crate::api;

/// What a route asks: a permission, and for some also a recent confirmation of who one is.
///
/// A `Permission` alone is enough where nothing more is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub struct Access {
    pub(crate) permission: Permission,
    pub(crate) rows: Option<&'static str>,
    pub(crate) confirmed: bool,
    pub(crate) slow: bool,
    pub(crate) takes: Takes,
}

/// What the form of a route may bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Fields.
    Fields,
    /// Fields, four times as much as others.
    Large,
    /// Files too.
    Files,
}

impl Access {
    /// Asks for a permission.
    pub const fn to(permission: Permission) -> Self {
        Self { permission, rows: None, confirmed: false, slow: false, takes: Takes::Fields }
    }

    /// Says what the row rule of the handler looks at, such as "organisation of the path". It is printed
    /// in the list of routes; the handler carries it out.
    pub const fn on(mut self, rows: &'static str) -> Self {
        self.rows = Some(rows);
        self
    }

    /// Asks that the visitor proved lately who they are; otherwise they go to `/confirm` first.
    pub const fn confirmed(mut self) -> Self {
        self.confirmed = true;
        self
    }

    /// Gives the handler the long time limit (`Settings::slow_time_limit`), such as for a large file.
    pub const fn slow(mut self) -> Self {
        self.slow = true;
        self
    }

    /// Lets the form bring files, up to `Settings::most_files` in all. It may take long to send them.
    pub const fn files(mut self) -> Self {
        self.takes = Takes::Files;
        self.slow()
    }

    /// Takes a form of four times the usual size, such as one with a whole file as text.
    pub const fn large(mut self) -> Self {
        self.takes = Takes::Large;
        self
    }
}

impl From<Permission> for Access {
    fn from(permission: Permission) -> Self {
        Self::to(permission)
    }
}

/// One line of the list of routes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteInfo {
    /// GET or POST; in the API also PATCH.
    pub method: Method,
    /// The path without language.
    pub path: &'static str,
    /// Who may come here.
    pub permission: Permission,
    /// What the row rule looks at, if not everybody with the permission sees everything.
    pub rows: Option<&'static str>,
    /// Whether the visitor must have proved lately who they are.
    pub confirmed: bool,
    /// Whether another system calls it: without cookie, form token and language.
    pub external: bool,
    /// What its form may bring.
    pub takes: Takes,
}

impl RouteInfo {
    /// Whether programs call it, with a key.
    #[must_use]
    pub fn is_api(&self) -> bool {
        api::is_api(self.path)
    }

    /// The line as JSON: method, path, permission, what a row rule looks at, confirmed, external, api.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({
            "method": self.method.as_str(),
            "path": self.path,
            "permission": self.permission.name(),
            "rows": self.rows,
            "confirmed": self.confirmed,
            "external": self.external,
            "api": self.is_api(),
        })
    }
}
