//! Every page, in both languages, on SQLite and on PostgreSQL.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use kernel::Permission;
use platform::config::Config;
use platform::keys::Keys;
use testkit::{FixedClock, SeededEntropy};
use tower::ServiceExt;
use zicht::site::{self, Wiring};

/// The demonstration, ready to be asked for pages.
async fn demo(database: &platform::Database) -> Router {
    monitor::fill_demo(database, &FixedClock::at("2026-11-22T12:00:00Z")).await.unwrap();
    empty(database)
}

fn empty(database: &platform::Database) -> Router {
    let clock = Arc::new(FixedClock::at("2026-11-22T12:00:00Z"));
    let entropy = Arc::new(SeededEntropy::new(1));
    let keys = Keys::generate(&*entropy);
    let config = Arc::new(Config::check("public_url = \"http://127.0.0.1:8080\"").unwrap());
    site::router(&Wiring { database: database.clone(), keys, clock, entropy, config, demo: true }).unwrap()
}

struct Answer {
    status: StatusCode,
    headers: axum::http::HeaderMap,
    text: String,
}

async fn get(router: &Router, path: &str) -> Answer {
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = router.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Answer { status: parts.status, headers: parts.headers, text }
}

/// A path with something that exists in the place of each parameter.
fn filled(path: &str) -> String {
    path.replace("{wave}", "2026")
        .replace("{goal}", "2")
        .replace("{code}", "GM0344")
        .replace("{table}", "weighing")
        .replace("tables/{file}", "tables/goals.csv")
        .replace("{file}", "report.json")
        .replace("{questionnaire}", "preventie-2017")
        .replace("{version}", "1")
        .replace("{example}", EXAMPLE)
}

/// A good example that somebody published, with a document.
const EXAMPLE: &str = "00000000-0000-7000-8000-000000000001";

async fn publish_example(database: &platform::Database) {
    let mut db = database.write().await.unwrap();
    for text in [
        "insert into examples (id, municipality, goal, step, title, what, for_whom, reach, cost, contact, doc_title,
                               doc_file, doc_size, state, size_class, search, made_by, made_at, published_at)
         values ($1, 'GM0296', 2, '', 'Belronde', 'Bellen', 'Ouders', 'Allen', 'Weinig', 'jeugd@example.org', 'Folder',
                 'folder.pdf', 4, 'published', 2, 'belronde', '00000000-0000-7000-8000-000000000000',
                 '2026-11-22T12:00:00Z', '2026-11-22T12:00:00Z')",
        "insert into example_files (example, content) values ($1, $2)",
    ] {
        let statement = sqlx::query(text).bind(EXAMPLE);
        let statement = if text.contains("$2") { statement.bind(&b"%PDF"[..]) } else { statement };
        statement.execute(&mut *db).await.unwrap();
    }
    db.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_published_page_answers_in_both_languages_on_both_databases() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let router = demo(&database).await;
        publish_example(&database).await;
        for route in site::routes().iter().filter(|route| route.permission == Permission::SeePublished) {
            // A program says in a header which language it wants.
            let langs = if route.is_api() { &[""][..] } else { &["", "/en"] };
            for lang in langs {
                let path = format!("{lang}{}", filled(route.path));
                let path = if path == "/en/" { "/en" } else { path.as_str() };
                let answer = get(&router, path).await;
                let good = answer.status == StatusCode::OK || answer.status == StatusCode::TEMPORARY_REDIRECT;
                assert!(good, "{path}: {}", answer.status);
                assert_eq!(answer.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{path}");
                let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
                assert!(
                    policy.contains("default-src 'none'") && !policy.contains("unsafe"),
                    "{path}: {policy}"
                );
                let html = answer
                    .headers
                    .get(header::CONTENT_TYPE)
                    .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
                if html {
                    let tag = if lang.is_empty() { "<html lang=\"nl\">" } else { "<html lang=\"en\">" };
                    assert!(answer.text.contains(tag), "{path}");
                    assert!(!answer.text.contains("Unknown localization key"), "{path}");
                    assert!(!answer.text.contains(" style=") && !answer.text.contains("<script"), "{path}");
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_a_wave_says_what_its_answers_are() {
    let test = testkit::sqlite();
    let router = demo(&test.open().await).await;
    for page in [
        "",
        "/goals/1",
        "/regions",
        "/municipalities",
        "/municipalities/GM0344",
        "/conclusions",
        "/downloads",
    ] {
        let generated = get(&router, &format!("/monitor/2026{page}")).await.text;
        assert!(generated.contains("De antwoorden zijn gegenereerd"), "{page}");
    }
    for page in ["", "/goals/5", "/conclusions", "/downloads"] {
        let rebuilt = get(&router, &format!("/monitor/2017{page}")).await.text;
        assert!(rebuilt.contains("De antwoorden zijn nagemaakt"), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_published_figures_of_2017_stand_on_the_page() {
    let test = testkit::sqlite();
    let router = demo(&test.open().await).await;
    let wave = get(&router, "/monitor/2017").await.text;
    assert!(wave.contains("31 van de 169 gemeenten blijven onder de 25; 5 komen boven de 75."));
    let goal = get(&router, "/monitor/2017/goals/7").await.text;
    assert!(goal.contains("<span class=\"figure middle\">67</span>"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_municipality_that_did_not_agree_shows_only_that_it_took_part() {
    let test = testkit::sqlite();
    let database = test.open().await;
    let router = demo(&database).await;
    let mut db = database.read().await.unwrap();
    let unnamed: Vec<(String,)> = sqlx::query_as(
        "select municipality from responses where wave = '2026' and named = 0 order by municipality",
    )
    .fetch_all(&mut *db)
    .await
    .unwrap();
    assert!(unnamed.len() > 50);
    let json = get(&router, "/monitor/2026/downloads/report.json").await.text;
    for (code,) in unnamed.iter().step_by(7) {
        let page = get(&router, &format!("/monitor/2026/municipalities/{code}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.text.contains("class=\"figure"), "{code} shows a score");
        assert!(!page.text.contains("class=\"fill"), "{code} shows a bar");
        assert!(!json.contains(code.as_str()), "{code} is in the public report");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn groups_below_five_are_withheld_from_what_is_public() {
    let test = testkit::sqlite();
    let router = demo(&test.open().await).await;
    // In 2017 three municipalities of the largest class took part.
    assert_eq!(get(&router, "/monitor/2017?size=5").await.status, StatusCode::NOT_FOUND);
    assert_eq!(get(&router, "/monitor/2017?size=4-5").await.status, StatusCode::OK);
    let json: serde_json::Value =
        serde_json::from_str(&get(&router, "/monitor/2017/downloads/report.json").await.text).unwrap();
    assert_eq!(json["size_classes"][4]["respondents"], 3);
    assert_eq!(json["size_classes"][4]["mean_total"], serde_json::Value::Null);
    assert_eq!(json["size_classes"][3]["mean_total"], serde_json::Value::Null);
    assert!(json["size_classes"][2]["mean_total"].is_number());
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_stands_in_an_address_gives_a_page() {
    let test = testkit::sqlite();
    let router = demo(&test.open().await).await;
    for path in [
        "/monitor/1999",
        "/monitor/2026/goals/99",
        "/monitor/2026/goals/x",
        "/monitor/2026?size=9",
        "/monitor/2026?region=atlantis",
        "/monitor/2026?rule=%22%3E%3Cscript%3E",
        "/monitor/2026?parts=%00",
        "/monitor/2026?parts=a&parts=b",
        "/monitor/2026/municipalities/GM9999",
        "/monitor/2026/municipalities/%F0%9F%92%A9",
        "/monitor/2026/municipalities?after=zzz",
        "/monitor/2026/downloads/..%2F..%2Fetc%2Fpasswd",
        "/en/nothing",
        "/%ff",
    ] {
        let answer = get(&router, path).await;
        assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
        assert!(!answer.text.contains("<script>"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_database_says_how_to_begin() {
    for test in testkit::databases().await {
        let router = empty(&test.open().await);
        let home = get(&router, "/").await;
        assert_eq!(home.status, StatusCode::OK);
        assert!(home.text.contains("zicht import answers"));
        assert!(
            home.text.contains("0800-2000") && home.text.contains("0800-0432") && home.text.contains("112")
        );
        assert_eq!(get(&router, "/monitor/2017").await.status, StatusCode::NOT_FOUND);
    }
}
