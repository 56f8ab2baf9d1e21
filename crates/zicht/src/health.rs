//! `/health` and `/ready`: for whoever keeps the program running. They say nothing more than yes or no.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use platform::{Database, DatabaseError};
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};

/// How long the database may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);
/// How long an answer holds: whoever asks often does not burden the database.
const HOLDS: Duration = Duration::from_secs(1);

/// What is known about this process.
#[derive(Clone)]
pub struct Health {
    database: Database,
    stopping: Arc<AtomicBool>,
    last: Arc<Mutex<Option<(Instant, bool)>>>,
}

impl Health {
    /// A process that has just started.
    pub fn new(database: Database) -> Self {
        Self { database, stopping: Arc::default(), last: Arc::default() }
    }

    /// From now on this process takes no more work.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    /// The two addresses, outside sessions, languages and logs.
    pub fn routes(&self) -> Router {
        Router::new()
            .route("/health", get(|| async { answer(true, "alive", "") }))
            .route("/ready", get(ready))
            .with_state(self.clone())
    }

    async fn is_ready(&self) -> bool {
        if self.stopping.load(Ordering::Relaxed) {
            return false;
        }
        // Whoever asks at the same time waits here and gets the same answer.
        let mut last = self.last.lock().await;
        if let Some((at, answer)) = *last
            && at.elapsed() < HOLDS
        {
            return answer;
        }
        let answer = matches!(timeout(PATIENCE, up_to_date(&self.database)).await, Ok(Ok(true)));
        *last = Some((Instant::now(), answer));
        answer
    }
}

async fn up_to_date(database: &Database) -> Result<bool, DatabaseError> {
    Ok(database.missing_steps().await?.is_empty())
}

async fn ready(State(health): State<Health>) -> impl IntoResponse {
    answer(health.is_ready().await, "ready", "not ready")
}

fn answer(good: bool, yes: &'static str, no: &'static str) -> impl IntoResponse {
    let status = if good { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let headers = [(header::CACHE_CONTROL, "no-store"), (header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    (status, headers, if good { yes } else { no })
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::Request;
    use http_body_util::BodyExt as _;
    use platform::Opening;
    use tower::ServiceExt as _;

    use super::*;

    async fn ask(health: &Health, path: &str) -> (StatusCode, String) {
        let request = Request::get(path).body(Body::empty()).expect("a request");
        let response = health.routes().oneshot(request).await.expect("an answer");
        let status = response.status();
        let body = response.into_body().collect().await.expect("a body").to_bytes();
        (status, String::from_utf8_lossy(&body).into_owned())
    }

    #[tokio::test]
    async fn a_process_that_stops_is_alive_and_not_ready() {
        for test in testkit::databases().await {
            let health = Health::new(test.open().await);
            assert_eq!(ask(&health, "/health").await, (StatusCode::OK, "alive".to_owned()));
            assert_eq!(ask(&health, "/ready").await, (StatusCode::OK, "ready".to_owned()));
            health.stop();
            assert_eq!(ask(&health, "/health").await.0, StatusCode::OK);
            assert_eq!(
                ask(&health, "/ready").await,
                (StatusCode::SERVICE_UNAVAILABLE, "not ready".to_owned())
            );
        }
    }

    #[tokio::test]
    async fn tables_that_are_too_old_or_a_database_that_is_gone_are_not_ready() {
        for test in testkit::databases().await {
            let database = Database::open_as(&test.address, Opening::UpTo(1)).await.expect("it opens");
            assert_eq!(ask(&Health::new(database), "/ready").await.0, StatusCode::SERVICE_UNAVAILABLE);
            let database = test.open().await;
            database.close().await;
            assert_eq!(ask(&Health::new(database), "/ready").await.0, StatusCode::SERVICE_UNAVAILABLE);
        }
    }
}
