//! The API, through the whole site and on both databases: keys, reading, writing, problems, and that it says what the
//! pages say.

use axum::Router;
use axum::http::{Method, StatusCode, header};
use kernel::Role;
use serde_json::{Value, json};

use crate::asking::{Answer, ask, ask_with_key, session_cookie};
use crate::house;
use crate::society::Society;

const ANSWERS: &str = "/api/v1/forms/2027-proef/GM0344/answers";

/// A site with an editor of the municipality whose form is there, and the editor's key.
struct World {
    router: Router,
    database: platform::Database,
    society: Society,
    key: String,
    _test: testkit::TestDatabase,
}

impl World {
    async fn each() -> Vec<Self> {
        let mut worlds = Vec::new();
        for test in testkit::databases().await {
            let database = test.open().await;
            let house = house::open(&database).await;
            let society = Society::found(&database, &house.keys, 7).await;
            let editor = society.member(&society.home, Role::Editor);
            let key = society.key(&database, editor.person, society.home.id).await;
            house::give_form(&database, "2027-proef", "GM0344").await;
            worlds.push(Self { router: house.router.clone(), database, society, key, _test: test });
            // The folder of keys is not read again.
            drop(house);
        }
        worlds
    }

    async fn get(&self, path: &str) -> Answer {
        self.ask(&Method::GET, path, &[], "").await
    }

    async fn ask(&self, method: &Method, path: &str, headers: &[(&'static str, &str)], body: &str) -> Answer {
        ask_with_key(&self.router, method, path, &self.key, headers, body).await
    }

    async fn change(&self, tag: &str, changes: Value) -> Answer {
        let body = json!({ "answers": changes }).to_string();
        self.ask(&Method::PATCH, ANSWERS, &[("if-match", tag)], &body).await
    }
}

fn read(answer: &Answer) -> Value {
    serde_json::from_str(&answer.text).unwrap_or_else(|_| panic!("{}: {}", answer.status, answer.text))
}

fn text(answer: &Answer, name: &str) -> String {
    answer.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

/// The problem of an answer: its status, and which kind it is.
fn problem(answer: &Answer) -> (u16, String) {
    assert_eq!(text(answer, "content-type"), "application/problem+json", "{}", answer.text);
    assert_eq!(text(answer, "api-version"), "1.0.0");
    let said = read(answer);
    assert_eq!(said["status"], answer.status.as_u16());
    assert!(!said["title"].as_str().unwrap().is_empty() && !said["detail"].as_str().unwrap().is_empty());
    let kind = said["type"].as_str().unwrap().rsplit_once("#problem-").expect("a kind").1.to_owned();
    (answer.status.as_u16(), kind)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_reads_changes_and_reads_again() {
    for world in World::each().await {
        let forms = read(&world.get("/api/v1/forms").await);
        assert_eq!(forms["items"][0]["municipality"], "GM0344");
        let first = world.get(ANSWERS).await;
        let tag = text(&first, "etag");
        let changed = world.change(&tag, json!({ "d1.beleid": "ja", "d2.beleid": "nee" })).await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.text);
        let again = world.get(ANSWERS).await;
        assert_eq!(read(&again), read(&changed));
        assert_eq!(text(&again, "etag"), text(&changed, "etag"));
        assert_eq!(read(&again)["answers"], json!({ "d1.beleid": "ja", "d2.beleid": "nee" }));
        // What is taken away is not there; what is not named stays.
        let tag = text(&again, "etag");
        let changed = world.change(&tag, json!({ "d2.beleid": null })).await;
        assert_eq!(read(&changed)["answers"], json!({ "d1.beleid": "ja" }));
        // The page shows the same.
        let editor = world.society.member(&world.society.home, Role::Editor);
        let cookie = session_cookie(&world.society.session(&world.database, editor.person).await);
        let page = ask(&world.router, &Method::GET, "/forms/2027-proef/GM0344/goals/1", &cookie, "").await;
        assert!(page.text.contains("name=\"was.d1.beleid\" value=\"ja\""));
        let detail = read(&world.get("/api/v1/forms/2027-proef/GM0344").await);
        assert_eq!(detail["progress"], "busy");
        assert!(detail["findings"].as_array().unwrap().iter().any(|one| one["column"] == "d3.beleid"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_read_an_older_version_changes_nothing() {
    for world in World::each().await {
        let tag = text(&world.get(ANSWERS).await, "etag");
        assert_eq!(world.change(&tag, json!({ "d1.beleid": "ja" })).await.status, StatusCode::OK);
        let late = world.change(&tag, json!({ "d1.beleid": "nee" })).await;
        assert_eq!(problem(&late), (412, "outdated".to_owned()));
        assert_eq!(read(&world.get(ANSWERS).await)["answers"]["d1.beleid"], "ja");
        for nonsense in ["1", "\"x\"", "{}"] {
            let answer = world.change(nonsense, json!({ "d1.beleid": "nee" })).await;
            assert_eq!(problem(&answer), (400, "bad-request".to_owned()), "{nonsense}");
        }
        let without = world.ask(&Method::PATCH, ANSWERS, &[], "{\"answers\":{}}").await;
        assert_eq!(problem(&without), (428, "no-precondition".to_owned()));
        assert_eq!(world.change("*", json!({ "d1.beleid": "nee" })).await.status, StatusCode::OK);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_name_is_a_finding_at_its_column_and_nothing_is_kept() {
    for world in World::each().await {
        let answer = world.change("*", json!({ "d1.beleid": "ja", "d99.x": "ja", "respondent": "a" })).await;
        assert_eq!(problem(&answer), (422, "unfit".to_owned()));
        let columns: Vec<Value> =
            read(&answer)["findings"].as_array().unwrap().iter().map(|one| one["column"].clone()).collect();
        assert_eq!(columns, ["d99.x", "respondent"]);
        assert_eq!(read(&world.get(ANSWERS).await)["answers"], json!({}));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_can_not_be_understood_is_told_with_its_reason() {
    for world in World::each().await {
        let wrong = [
            ("/api/v1/waves?limit=0", 400, "bad-request"),
            ("/api/v1/waves?limit=9999", 400, "bad-request"),
            ("/api/v1/waves?limit=x", 400, "bad-request"),
            ("/api/v1/waves?size=1", 400, "bad-request"),
            ("/api/v1/waves?after=", 400, "bad-request"),
            ("/api/v1/waves?limit=1&limit=2", 400, "bad-request"),
            ("/api/v1/waves/2026/report?parts=alles", 400, "bad-request"),
            ("/api/v1/waves/1900", 404, "not-found"),
            ("/api/v1/waves/2026/report?rule=nergens", 404, "not-found"),
            ("/api/v1/waves/2026/municipalities/GM9999", 404, "not-found"),
            ("/api/v1/questionnaires/preventie-2017/99", 404, "not-found"),
            ("/api/v1/forms/2027-proef/GM0599", 404, "not-found"),
            ("/api/v1/waves/", 404, "not-found"),
            ("/api/v1/nothing", 404, "not-found"),
        ];
        for (path, status, kind) in wrong {
            assert_eq!(problem(&world.get(path).await), (status, kind.to_owned()), "{path}");
        }
        let tag = [("if-match", "*")];
        for body in ["", "{", "[]", "{\"answers\":{\"d1.beleid\":1}}", "{\"answers\":{},\"more\":1}", "\u{0}"]
        {
            let answer = world.ask(&Method::PATCH, ANSWERS, &tag, body).await;
            assert_eq!(problem(&answer), (400, "bad-request".to_owned()), "{body}");
        }
        let delete = world.ask(&Method::DELETE, ANSWERS, &[], "").await;
        assert_eq!(problem(&delete), (405, "method".to_owned()));
        assert!(text(&delete, "allow").contains("PATCH"));
        let english =
            world.ask(&Method::GET, "/api/v1/waves/1900", &[("accept-language", "en-GB")], "").await;
        assert_eq!(read(&english)["title"], "This is not there");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_key_opens_what_is_not_public_and_a_cookie_never() {
    for world in World::each().await {
        let editor = world.society.member(&world.society.home, Role::Editor);
        let cookie = session_cookie(&world.society.session(&world.database, editor.person).await);
        for path in ["/api/v1/forms", ANSWERS] {
            let by_cookie = ask(&world.router, &Method::GET, path, &cookie, "").await;
            assert_eq!(problem(&by_cookie), (401, "signed-out".to_owned()));
            assert_eq!(text(&by_cookie, "www-authenticate"), "Bearer");
            let unknown = format!("zicht_{}", "0".repeat(64));
            for key in [unknown.as_str(), "zicht_", "nonsense"] {
                let answer = ask_with_key(&world.router, &Method::GET, path, key, &[], "").await;
                assert_eq!(problem(&answer), (401, "wrong-key".to_owned()), "{key}");
            }
        }
        // A key opens no page.
        let page = world.get("/forms").await;
        assert_eq!(page.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_reads_does_not_write_and_ends_with_the_role() {
    for world in World::each().await {
        let mut db = world.database.write().await.unwrap();
        sqlx::query("update api_keys set scope = 'read'").execute(&mut *db).await.unwrap();
        db.commit().await.unwrap();
        assert_eq!(world.get(ANSWERS).await.status, StatusCode::OK);
        let answer = world.change("*", json!({ "d1.beleid": "ja" })).await;
        assert_eq!(problem(&answer), (403, "read-only-key".to_owned()));
        let mut db = world.database.write().await.unwrap();
        sqlx::query("update memberships set until = '2020-01-01'").execute(&mut *db).await.unwrap();
        db.commit().await.unwrap();
        assert_eq!(problem(&world.get(ANSWERS).await), (401, "wrong-key".to_owned()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_pages_by_key_to_its_end_and_tells_each_once() {
    for world in World::each().await {
        let all = read(&world.get("/api/v1/waves/2026/municipalities?limit=500").await);
        let all: Vec<&Value> = all["items"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
        let mut found = Vec::new();
        let mut next = String::new();
        loop {
            let answer = world.get(&format!("/api/v1/waves/2026/municipalities?limit=100{next}")).await;
            let page = read(&answer);
            found.extend(page["items"].as_array().unwrap().iter().map(|one| one["code"].clone()));
            let Some(after) = page["next"].as_str() else {
                assert_eq!(text(&answer, "link"), "");
                break;
            };
            assert!(text(&answer, "link").contains(&format!("after={after}")));
            next = format!("&after={after}");
        }
        assert_eq!(found.iter().collect::<Vec<_>>(), all);
        assert!(all.len() > 300);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_api_gives_the_figures_of_the_file_and_no_score_without_consent() {
    for world in World::each().await {
        let report = world.get("/api/v1/waves/2026/report").await;
        let file = ask(&world.router, &Method::GET, "/monitor/2026/downloads/report.json", "", "").await;
        assert_eq!(read(&report), read(&file));
        let list = read(&world.get("/api/v1/waves/2026/municipalities?limit=500").await);
        let list = list["items"].as_array().unwrap();
        assert!(list.iter().any(|one| one["named"] == true) && list.iter().any(|one| one["named"] == false));
        for one in list.iter().filter(|one| one["named"] == false) {
            assert!(one["mean_total"].is_null(), "{one}");
        }
        let hidden = list.iter().find(|one| one["took_part"] == true && one["named"] == false).unwrap();
        let path = format!("/api/v1/waves/2026/municipalities/{}", hidden["code"].as_str().unwrap());
        let detail = read(&world.get(&path).await);
        assert_eq!((&detail["goals"], &detail["young_people"]), (&json!([]), &Value::Null));
        let named = list.iter().find(|one| one["named"] == true).unwrap();
        let path = format!("/api/v1/waves/2026/municipalities/{}", named["code"].as_str().unwrap());
        let detail = read(&world.get(&path).await);
        assert!(!detail["goals"].as_array().unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_answers_with_its_version_and_a_tag_that_saves_sending_it_again() {
    for world in World::each().await {
        let document = read(&world.get("/api/v1/openapi.json").await);
        for path in document["paths"].as_object().unwrap().keys() {
            let path = path
                .replace(
                    "{wave}",
                    if path.contains("forms") || path.contains("held") { "2027-proef" } else { "2026" },
                )
                .replace("{municipality}", "GM0344")
                .replace("{code}", "GM0344")
                .replace("{region}", "utrecht")
                .replace("{questionnaire}", "preventie-2017")
                .replace("{version}", "1");
            let path = format!("/api/v1{path}");
            let researcher = world.society.member(&world.society.national, Role::NationalResearcher);
            let national = world.society.national.id;
            let other = world.society.key(&world.database, researcher.person, national).await;
            let key = if path.contains("held") { &other } else { &world.key };
            let answer = ask_with_key(&world.router, &Method::GET, &path, key, &[], "").await;
            assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
            assert_eq!(text(&answer, "api-version"), "1.0.0", "{path}");
            assert_eq!(text(&answer, "content-type"), "application/json", "{path}");
            assert!(text(&answer, "vary").contains("Accept-Language"), "{path}");
            let tag = text(&answer, "etag");
            let known = [(header::IF_NONE_MATCH.as_str(), tag.as_str())];
            let known: Vec<(&'static str, &str)> =
                known.iter().map(|(_, tag)| ("if-none-match", *tag)).collect();
            let again = ask_with_key(&world.router, &Method::GET, &path, key, &known, "").await;
            assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
            assert_eq!(text(&again, "api-version"), "1.0.0", "{path}");
        }
    }
}
