//! Figures tell how the site does.

use axum::http::StatusCode;
use metrics_exporter_prometheus::PrometheusBuilder;

use crate::world::World;

#[test]
fn figures_are_kept_by_route_and_status() {
    let recorder = PrometheusBuilder::new().build_recorder();
    let figures = recorder.handle();
    metrics::with_local_recorder(&recorder, || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let world = World::new();
            for path in ["/people/1", "/en/people/2", "/nowhere", "/else/where"] {
                let status = world.get(path, &[]).await.status;
                assert!(matches!(status, StatusCode::SEE_OTHER | StatusCode::NOT_FOUND), "{path}");
            }
        });
    });
    let text = figures.render();
    let count = |route: &str, status: u16, number: u32| {
        let labels = format!("{{method=\"GET\",route=\"{route}\",status=\"{status}\"}}");
        let line = format!("zicht_http_requests_total{labels} {number}");
        assert!(text.contains(&line), "{line}\n{text}");
    };
    count("/people/{id}", 303, 2);
    count("none", 404, 2);
    assert!(text.contains("zicht_http_request_seconds"));
}
