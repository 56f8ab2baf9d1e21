//! Routes, each with the permission it asks for. There is no way to mount one without.

use std::sync::Arc;

use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{MethodRouter, get, post};
use axum::{Extension, Router};
use kernel::{Lang, Permission};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::compression::{CompressionLayer, CompressionLevel};

use crate::frame::Site;
use crate::request::localized;
use crate::{errors, page, security, static_files};

/// One line of the list of routes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteInfo {
    /// GET or POST.
    pub method: Method,
    /// The path without language.
    pub path: &'static str,
    /// Who may come here.
    pub permission: Permission,
}

/// The routes of a capability or of the whole site. Each is mounted twice: Dutch under `/`, English
/// under `/en`.
#[derive(Debug, Clone)]
pub struct Routes<S = ()> {
    router: Router<S>,
    list: Vec<RouteInfo>,
}

impl<S: Clone + Send + Sync + 'static> Default for Routes<S> {
    fn default() -> Self {
        Self::new()
    }
}

impl<S: Clone + Send + Sync + 'static> Routes<S> {
    /// No routes yet.
    #[must_use]
    pub fn new() -> Self {
        Self { router: Router::new(), list: Vec::new() }
    }

    /// Adds a page that is looked at. Two pages at one path stop the start of the program.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, permission: Permission, handler: H) -> Self
    where
        H: Handler<T, S>,
        T: 'static,
    {
        self.mount(Method::GET, path, permission, &get(handler))
    }

    /// Adds a form's target. Two at one path stop the start of the program.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, permission: Permission, handler: H) -> Self
    where
        H: Handler<T, S>,
        T: 'static,
    {
        self.mount(Method::POST, path, permission, &post(handler))
    }

    /// Both sets of routes.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.list.extend(other.list);
        self
    }

    /// Gives the routes what their handlers work with, so that capabilities can be merged.
    #[must_use]
    pub fn with_state<S2>(self, state: S) -> Routes<S2> {
        Routes { router: self.router.with_state(state), list: self.list }
    }

    /// Every route, in the order in which it was added.
    #[must_use]
    pub fn list(&self) -> &[RouteInfo] {
        &self.list
    }

    fn mount(
        mut self,
        method: Method,
        path: &'static str,
        permission: Permission,
        handler: &MethodRouter<S>,
    ) -> Self {
        for lang in Lang::ALL {
            self.router = self.router.route(&localized(lang, path), handler.clone());
        }
        self.list.push(RouteInfo { method, path, permission });
        self
    }
}

impl Routes<()> {
    /// The whole site, ready to serve: the routes, styles and fonts, errors as pages, security headers
    /// on every answer, and compression.
    pub fn into_router(self, site: Site) -> Router {
        let site = Arc::new(site);
        self.router
            .route("/assets/{name}", get(static_files::serve))
            .fallback(errors::fallback)
            .layer(CatchPanicLayer::custom(errors::panicked))
            .layer(from_fn_with_state(Arc::clone(&site), errors::show))
            .layer(Extension(site))
            .layer(from_fn(page::not_modified))
            .layer(from_fn(security::headers))
            .layer(CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(compressible()))
    }
}

/// What is compressed already costs time and gains nothing.
fn compressible() -> impl Predicate {
    DefaultPredicate::new()
        .and(NotForContentType::const_new("font/"))
        .and(NotForContentType::const_new("application/pdf"))
        .and(NotForContentType::const_new("application/zip"))
        .and(NotForContentType::const_new("application/vnd.openxmlformats"))
}
