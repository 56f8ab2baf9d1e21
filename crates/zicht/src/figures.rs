//! Metrics for Prometheus, on an address of their own.

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use axum::Router;
use axum::http::header;
use axum::routing::get;
use axum_server::Handle;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder};

use crate::Failure;

/// The limits of the groups in which seconds are counted.
const SECONDS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 5.0, 30.0];
/// How often what was measured is put in its groups.
const UPKEEP: Duration = Duration::from_secs(5);

/// Begins to count, and serves the counts until `handle` says to stop.
pub fn start(address: SocketAddr, handle: Handle<SocketAddr>) -> Result<(), Failure> {
    let recorder = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &SECONDS)?
        .install_recorder()?;
    metrics::gauge!("zicht_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    let listener = TcpListener::bind(address).map_err(|error| format!("metrics at {address}: {error}"))?;
    listener.set_nonblocking(true)?;
    tracing::info!(address = %listener.local_addr()?, "metrics");
    let rendering = recorder.clone();
    let render = move || {
        let text = rendering.render();
        async move { ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text) }
    };
    let router = Router::new().route("/metrics", get(render));
    let server = axum_server::from_tcp(listener)?.handle(handle);
    tokio::spawn(async move {
        if let Err(error) = server.serve(router.into_make_service()).await {
            tracing::error!(%error, "metrics stopped");
        }
    });
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(UPKEEP).await;
            recorder.run_upkeep();
        }
    });
    Ok(())
}
