//! Limits on what one visitor can ask of the site: how often, how much and how long.

use std::collections::HashSet;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::clock::{Clock as _, MonotonicClock};
use governor::{Quota, RateLimiter};

use crate::address::limit_key;
use crate::arrival;
use crate::errors::PageError;
use crate::settings::{Rate, Settings};

/// The longest address and the most headers, in bytes.
const MOST_ADDRESS: usize = 8 * 1024;
const MOST_HEADERS: usize = 32 * 1024;
/// After how many requests addresses that are quiet again are forgotten.
const FORGET_EVERY: usize = 10_000;

type Limiter = RateLimiter<IpAddr, governor::state::keyed::DashMapStateStore<IpAddr>, MonotonicClock>;

/// Counts requests per address, and knows which routes may take long.
#[derive(Clone)]
pub(crate) struct Limits {
    counted: Option<Arc<(Limiter, AtomicUsize)>>,
    slow: Arc<HashSet<String>>,
}

impl Limits {
    pub fn new(settings: &Settings, slow: HashSet<String>) -> Self {
        let limiter = |rate: Rate| {
            let quota = Quota::with_period(rate.every)?.allow_burst(rate.burst);
            Some(Arc::new((RateLimiter::dashmap_with_clock(quota, MonotonicClock), AtomicUsize::new(0))))
        };
        Self { counted: settings.rate.and_then(limiter), slow: Arc::new(slow) }
    }

    /// Whether this address may ask once more; if not, after how many seconds.
    fn take(&self, address: IpAddr) -> Result<(), u64> {
        let Some((limiter, count)) = self.counted.as_deref() else { return Ok(()) };
        if count.fetch_add(1, Ordering::Relaxed) % FORGET_EVERY == FORGET_EVERY - 1 {
            limiter.retain_recent();
        }
        limiter
            .check_key(&limit_key(address))
            .map_err(|until| until.wait_time_from(MonotonicClock.now()).as_secs() + 1)
    }
}

/// Refuses what is too much, before anything is looked up.
pub(crate) async fn amount(State(limits): State<Limits>, request: Request, next: Next) -> Response {
    let address = arrival::of(&request).map(|arrival| arrival.visitor().client.address);
    if let Some(Err(seconds)) = address.map(|address| limits.take(address)) {
        return PageError::TooMany(seconds).into_response();
    }
    if let Some(status) = oversized(request.uri(), request.headers()) {
        return status.into_response();
    }
    next.run(request).await
}

fn oversized(uri: &Uri, headers: &HeaderMap) -> Option<StatusCode> {
    let address = uri.path_and_query().map_or("", |path| path.as_str());
    if address.len() > MOST_ADDRESS {
        return Some(StatusCode::URI_TOO_LONG);
    }
    // The character zero is nobody's name, and no database takes it.
    if address.contains("%00") {
        return Some(StatusCode::BAD_REQUEST);
    }
    let size: usize = headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    (size > MOST_HEADERS).then_some(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE)
}

/// Gives up on what takes too long; a transaction under way is rolled back.
pub(crate) async fn time(State(limits): State<Limits>, request: Request, next: Next) -> Response {
    let Some(arrival) = arrival::of(&request) else { return next.run(request).await };
    let template = request.extensions().get::<MatchedPath>();
    let is_slow = template.is_some_and(|template| limits.slow.contains(template.as_str()));
    let settings = arrival.settings();
    let limit = if is_slow { settings.slow_time_limit } else { settings.time_limit };
    let Ok(response) = tokio::time::timeout(limit, next.run(request)).await else {
        tracing::warn!(seconds = limit.as_secs(), "a page took too long");
        return PageError::Busy.into_response();
    };
    response
}
