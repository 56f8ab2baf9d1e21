//! The first and last that a request meets: its number, its line in the log, its place in the figures.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

use crate::address::{self, REQUEST_ID};
use crate::arrival::Arrival;
use crate::base64;
use crate::frame::Site;
use crate::gate::Client;
use crate::request::without_language;

/// The longest name of a browser that is kept, in characters.
const MOST_AGENT: usize = 200;

/// Receives a request and sees its answer off. An address is logged as the pattern of its route: what stands
/// in it may be secret or about somebody.
pub(crate) async fn receive(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    let client = client(&site, &request);
    let id = client.request_id.clone();
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "none".to_owned(), |path| without_language(path.as_str()).1.to_owned());
    let arrival = Arc::new(Arrival::new(site, client, request.headers()));
    request.extensions_mut().insert(arrival);

    let began = Instant::now();
    let span = tracing::info_span!("request", id = id.as_str());
    let mut response = next.run(request).instrument(span).await;
    let took = began.elapsed();
    let status = response.status().as_u16();
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    tracing::info!(method = method.as_str(), route, status, ms, request = id, "request");
    let labels = [("method", known(&method).to_owned()), ("route", route), ("status", status.to_string())];
    metrics::counter!("zicht_http_requests_total", &labels).increment(1);
    metrics::histogram!("zicht_http_request_seconds", &labels).record(took.as_secs_f64());
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// A method that anybody can make up is no label.
fn known(method: &axum::http::Method) -> &str {
    match method.as_str() {
        known @ ("GET" | "HEAD" | "POST" | "PATCH") => known,
        _ => "other",
    }
}

fn client(site: &Site, request: &Request) -> Client {
    let settings = &site.settings;
    let peer =
        request.extensions().get::<ConnectInfo<SocketAddr>>().map_or(address::UNKNOWN, |peer| peer.0.ip());
    let headers = request.headers();
    let given = address::given_request_id(peer, headers, &settings.trusted_proxies).map(str::to_owned);
    let request_id = given.unwrap_or_else(|| {
        let mut number = [0; 9];
        settings.entropy.fill(&mut number);
        base64::encode(&number)
    });
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    Client {
        address: address::client(peer, headers, &settings.trusted_proxies),
        agent: agent.chars().take(MOST_AGENT).collect(),
        request_id,
    }
}
