//! A wave from plan to publication and back through the pages, on both databases; what is published reads as every
//! other wave does.

use axum::Router;
use axum::http::{Method, StatusCode};
use kernel::Role;
use platform::Database;

use crate::asking::{Answer, ask, form_token, session_cookie};
use crate::house;
use crate::process::hidden;
use crate::society::Society;

const ID: &str = "2026-b";
const PLAN: &str = "id=2026-b&title_nl=Peiling+B&title_en=Wave+B&questionnaire=preventie-2017%2F1&rule=2017-a\
                    &reference=2026-01-01&opens=2026-11-01&closes=2026-12-31&invited=chosen\
                    &chosen=Utrecht%2C+Groningen%2C+Druten&reminders=1&trial=on";

async fn get(router: &Router, cookie: &str, path: &str) -> Answer {
    ask(router, &Method::GET, path, cookie, "").await
}

/// Sends the form that is on its own page, as it was printed and with `fields`.
async fn send(router: &Router, cookie: &str, path: &str, fields: &str) -> Answer {
    let page = get(router, cookie, path).await;
    let changed = hidden(&page.text, "changed").unwrap_or_default();
    let (token, cookies) = form_token(router, "/account", cookie).await;
    let form = format!("form_token={token}&changed={changed}&{fields}");
    ask(router, &Method::POST, path, &cookies, &form).await
}

/// What a municipality would have filled in, one of the two agreeing to be named.
async fn fill(database: &Database, person: &str) {
    let mut db = database.write().await.unwrap();
    for (code, named) in [("GM0344", "ja"), ("GM0014", "")] {
        let mut cells: Vec<(String, &str)> = (1..=10).map(|goal| (format!("d{goal}.beleid"), "ja")).collect();
        cells.push(("openbaar".to_owned(), named));
        for (name, value) in cells {
            sqlx::query(
                "insert into form_cells (run, municipality, name, value, revision, changed_by, changed_at)
                 values ($1, $2, $3, $4, 1, $5, '2026-11-22T12:00:00Z')",
            )
            .bind(ID)
            .bind(code)
            .bind(name)
            .bind(value)
            .bind(person)
            .execute(&mut *db)
            .await
            .unwrap();
        }
        sqlx::query(
            "update forms set state = 'approved', revision = 1, submitted_by = $3, submitted_at = $4, approved_by = $3,
                              approved_at = $4
              where run = $1 and municipality = $2",
        )
        .bind(ID)
        .bind(code)
        .bind(person)
        .bind("2026-11-22T12:00:00Z")
        .execute(&mut *db)
        .await
        .unwrap();
    }
    db.commit().await.unwrap();
}

async fn mails(database: &Database) -> i64 {
    let mut db = database.read().await.unwrap();
    sqlx::query_scalar("select count(*) from jobs where key like 'wave.%'").fetch_one(&mut *db).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wave_goes_from_plan_to_publication_and_back_through_its_pages() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let house = house::open(&database).await;
        let society = Society::found(&database, &house.keys, 5).await;
        let researcher = society.member(&society.national, Role::NationalResearcher).person;
        let cookie = session_cookie(&society.session(&database, researcher).await);
        let router = &house.router;
        let path = |tail: &str| format!("/waves/{ID}{tail}");

        let made = send(router, &cookie, "/waves/new", PLAN).await;
        assert_eq!(made.location(), Some("/waves/2026-b?done=run-made"), "{}", made.text);
        let twice = send(router, &cookie, "/waves/new", PLAN).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(twice.text.contains("Er is al een peiling met de naam 2026-b"), "{}", twice.text);

        let look = get(router, &cookie, &path("/open")).await.text;
        // An editor and an approver at each of the two that have joined; nobody at the third.
        assert!(look.contains("Er gaan 4 mails weg") && look.contains("2 gemeenten"), "{look}");
        assert!(look.contains("Bij één gemeente is er niemand") && look.contains("Druten"), "{look}");
        assert_eq!(mails(&database).await, 0);
        let stale = ask(router, &Method::POST, &path("/open"), &cookie, "").await;
        assert_ne!(stale.status, StatusCode::SEE_OTHER);
        let opened = send(router, &cookie, &path("/open"), "").await;
        assert_eq!(opened.location(), Some("/waves/2026-b?done=run-opened"), "{}", opened.text);
        assert_eq!(mails(&database).await, 4);
        assert_eq!(send(router, &cookie, &path("/open"), "").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(mails(&database).await, 4);

        fill(&database, &researcher.to_string()).await;
        let page = get(router, &cookie, &path("")).await.text;
        assert!(page.contains("Grootste afwijking"), "{page}");
        let done = get(router, &cookie, &path("/municipalities?state=approved")).await.text;
        assert!(done.contains("Groningen") && !done.contains("Druten"), "{done}");
        let close = get(router, &cookie, &path("/close")).await.text;
        assert!(close.contains("Druten") && !close.contains("<li>Groningen"), "{close}");
        assert_eq!(send(router, &cookie, &path("/close"), "").await.status, StatusCode::SEE_OTHER);
        assert_eq!(get(router, "", "/monitor/2026-b").await.status, StatusCode::NOT_FOUND);

        let look = get(router, &cookie, &path("/publish")).await.text;
        assert!(look.contains("2 van 3 gemeenten") && look.contains("<li>Utrecht"), "{look}");
        assert!(!look.contains("<li>Groningen"), "did not agree: {look}");
        assert_eq!(send(router, &cookie, &path("/publish"), "").await.status, StatusCode::SEE_OTHER);
        published(router).await;

        let silent = send(router, &cookie, &path("/withdraw"), "because=+").await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        let withdrawn = send(router, &cookie, &path("/withdraw"), "because=Een+%3Cfout%3E.").await;
        assert_eq!(withdrawn.status, StatusCode::SEE_OTHER, "{}", withdrawn.text);
        for address in ["/monitor/2026-b", "/en/monitor/2026-b"] {
            let gone = get(router, "", address).await;
            assert_eq!(gone.status, StatusCode::GONE);
            assert!(gone.text.contains("Een &#60;fout&#62;."), "{}", gone.text);
        }
        let report = get(router, "", "/monitor/2026-b/downloads/report.json").await;
        assert_eq!(report.status, StatusCode::GONE);
        assert_eq!(send(router, &cookie, &path("/publish"), "").await.status, StatusCode::SEE_OTHER);
        published(router).await;
    }
}

/// The public pages, the report and its PDF of the wave.
async fn published(router: &Router) {
    for page in ["", "/goals/2", "/conclusions", "/regions", "/municipalities", "/downloads"] {
        for language in ["", "/en"] {
            let answer = get(router, "", &format!("{language}/monitor/2026-b{page}")).await;
            assert_eq!(answer.status, StatusCode::OK, "{page}: {}", answer.text);
        }
    }
    let utrecht = get(router, "", "/monitor/2026-b/municipalities/GM0344").await;
    let groningen = get(router, "", "/monitor/2026-b/municipalities/GM0014").await;
    assert_eq!(utrecht.status, StatusCode::OK);
    assert!(groningen.status == StatusCode::OK && !groningen.text.contains("<b class=\"figure"));
    let report = get(router, "", "/monitor/2026-b/downloads/report.json").await.text;
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!((report["wave"].as_str(), report["respondents"].as_u64()), (Some("2026-b"), Some(2)));
    let pdf = get(router, "", "/monitor/2026-b/downloads/report.pdf").await;
    assert!(pdf.status == StatusCode::OK && pdf.text.starts_with("%PDF"), "{}", pdf.status);
}
