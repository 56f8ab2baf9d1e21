//! Routes, each with the permission it asks for. There is no way to mount one without.

use std::collections::HashSet;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{MethodFilter, MethodRouter, get, on, post};
use kernel::Lang;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::compression::{CompressionLayer, CompressionLevel};

use crate::access::{Access, RouteInfo};
use crate::arrival::{identify, private};
use crate::frame::Site;
use crate::guard::guard;
use crate::limits::{self, Limits};
use crate::request::localized;
use crate::{api, errors, observe, page, security, static_files};

/// The routes of a capability or of the whole site. Each is mounted twice: Dutch under `/`, English
/// under `/en`.
#[derive(Debug, Clone)]
pub struct Routes<S = ()> {
    router: Router<S>,
    list: Vec<RouteInfo>,
    slow: HashSet<String>,
}

/// What an operation of the API does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApiMethod {
    /// Reads.
    Get,
    /// Changes a part.
    Patch,
}

/// Who calls a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Caller {
    /// Somebody with a browser.
    Browser,
    /// Another system, which the handler knows.
    System,
    /// A program with a key.
    Program,
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
        Self { router: Router::new(), list: Vec::new(), slow: HashSet::new() }
    }

    /// Adds a page that is looked at. Two pages at one path stop the start of the program.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, access: impl Into<Access>, handler: H) -> Self
    where
        H: Handler<T, S>,
        T: 'static,
    {
        self.mount(&Method::GET, path, access.into(), Caller::Browser, get(handler))
    }

    /// Adds a form's target: the handler runs only for a form that comes from a page of ours. Two at one
    /// path stop the start of the program.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, access: impl Into<Access>, handler: H) -> Self
    where
        H: Handler<T, S>,
        T: 'static,
    {
        self.mount(&Method::POST, path, access.into(), Caller::Browser, post(handler))
    }

    /// Adds the target of another system, such as a sign-out that an OpenID provider announces. Nothing is
    /// asked of its sender: the handler proves who calls. Who is signed in does not count, and there is no
    /// English twin.
    #[must_use]
    pub fn post_external<H, T>(self, path: &'static str, access: impl Into<Access>, handler: H) -> Self
    where
        H: Handler<T, S>,
        T: 'static,
    {
        self.mount(&Method::POST, path, access.into(), Caller::System, post(handler))
    }

    /// Adds an operation of the API: a program calls it, with a key where the permission asks for one. It has no
    /// English twin: the program says which language it wants.
    #[must_use]
    pub fn api<H, T>(
        self,
        method: ApiMethod,
        path: &'static str,
        access: impl Into<Access>,
        handler: H,
    ) -> Self
    where
        H: Handler<T, S>,
        T: 'static,
    {
        let (method, filter) = match method {
            ApiMethod::Get => (Method::GET, MethodFilter::GET),
            ApiMethod::Patch => (Method::PATCH, MethodFilter::PATCH),
        };
        self.mount(&method, path, access.into(), Caller::Program, on(filter, handler))
    }

    /// Both sets of routes.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.list.extend(other.list);
        self.slow.extend(other.slow);
        self
    }

    /// Gives the routes what their handlers work with, so that capabilities can be merged.
    #[must_use]
    pub fn with_state<S2>(self, state: S) -> Routes<S2> {
        Routes { router: self.router.with_state(state), list: self.list, slow: self.slow }
    }

    /// Every route, in the order in which it was added.
    #[must_use]
    pub fn list(&self) -> &[RouteInfo] {
        &self.list
    }

    fn mount(
        mut self,
        method: &Method,
        path: &'static str,
        access: Access,
        caller: Caller,
        handler: MethodRouter<S>,
    ) -> Self {
        let Access { permission, rows, confirmed, slow, takes } = access;
        let external = caller == Caller::System;
        let info = RouteInfo { method: method.clone(), path, permission, rows, confirmed, external, takes };
        let guarded = handler.route_layer(from_fn_with_state(Arc::new(info.clone()), guard));
        for lang in Lang::ALL.into_iter().take(if caller == Caller::Browser { 2 } else { 1 }) {
            let address = localized(lang, path);
            self.router = self.router.route(&address, guarded.clone());
            if slow {
                self.slow.insert(address);
            }
        }
        self.list.push(info);
        self
    }
}

impl Routes<()> {
    /// The whole site, ready to serve: the routes, styles and fonts, errors as pages, security headers
    /// on every answer, and compression.
    pub fn into_router(self, site: Site) -> Router {
        let site = Arc::new(site);
        let limits = Limits::new(&site.settings, self.slow);
        let most_body = site.settings.most_body;
        self.router
            .route("/assets/{name}", get(static_files::serve))
            .fallback(errors::fallback)
            .layer(DefaultBodyLimit::max(most_body))
            // From here outward: the last one is the first that a request meets.
            .layer(from_fn(identify))
            .layer(from_fn_with_state(limits.clone(), limits::time))
            .layer(from_fn_with_state(limits, limits::amount))
            .layer(CatchPanicLayer::custom(errors::panicked))
            .layer(from_fn(errors::show))
            .layer(from_fn(private))
            .layer(from_fn(page::not_modified))
            .layer(from_fn(api::mark))
            .layer(from_fn(security::headers))
            .layer(from_fn_with_state(site, observe::receive))
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
