//! The commands, run as a user runs them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::program::{ANSWERS, stderr, stdout, zicht};

fn import(folder: &Path, db: &str, file: &str) -> Output {
    let words =
        ["import", "answers", "--questionnaire", "preventie-2017", "--wave", "2017", "--db", db, file];
    zicht(folder, &words)
}

/// Every file of a folder with its bytes.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push((path.strip_prefix(folder).unwrap().to_path_buf(), fs::read(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn report(folder: &Path, out: &str, more: &[&str]) -> Output {
    let mut words = vec![
        "report",
        "--answers",
        ANSWERS,
        "--questionnaire",
        "preventie-2017",
        "--wave",
        "2017",
        "--out",
        out,
    ];
    words.extend(more);
    zicht(folder, &words)
}

#[test]
fn the_report_has_the_published_figures() {
    let folder = tempfile::tempdir().unwrap();
    let done = report(folder.path(), "out", &["--only", "json"]);
    assert!(done.status.success(), "{}", stderr(&done));
    let json: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.path().join("out/report.json")).unwrap()).unwrap();
    assert_eq!(json["schema"], "zicht/report/1");
    assert_eq!(json["respondents"], 169);
    assert_eq!(format!("{:.1}", json["overall"]["mean_total"].as_f64().unwrap()), "43.2");
    assert_eq!(json["nature"], "reconstruction");
    assert_eq!(json["goals"].as_array().unwrap().len(), 10);
    assert_eq!(json["goals"][1]["in_policy"]["count"], 49);
    assert_eq!(json["distribution"]["below_25"], 31);
    assert_eq!(json["distribution"]["above_75"], 5);
    assert_eq!(json["distribution"]["without_policy"], 8);
    assert_eq!(json["extra"]["cooperation"]["sterk"], 61);
    assert_eq!(json["extra"]["r_total_grade"]["n"], 133);
    // The researcher who holds the answers sees every group; the command says not to publish it so.
    assert!(json["size_classes"][4]["mean_total"].is_number());
    assert!(stderr(&done).contains("--public"));
}

#[test]
fn the_same_input_gives_the_same_bytes_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    for out in ["one", "two"] {
        let done = report(folder.path(), out, &[]);
        assert!(done.status.success(), "{}", stderr(&done));
    }
    let (one, two) = (files(&folder.path().join("one")), files(&folder.path().join("two")));
    let names: Vec<String> = one.iter().map(|(name, _)| name.display().to_string()).collect();
    for name in [
        "report.json",
        "report.html",
        "report.pdf",
        "report.xlsx",
        "tables/goals.csv",
        "tables/measures-10.csv",
    ] {
        assert!(names.iter().any(|other| other == name), "{name} is not among {names:?}");
    }
    for (a, b) in one.iter().zip(&two) {
        assert!(a == b, "{} differs", a.0.display());
        assert!(!a.1.is_empty(), "{} is empty", a.0.display());
    }
}

#[test]
fn a_wave_without_definition_has_a_report_without_response() {
    let folder = tempfile::tempdir().unwrap();
    let words = [
        "report",
        "--answers",
        ANSWERS,
        "--questionnaire",
        "preventie-2017",
        "--wave",
        "proef",
        "--out",
        "out",
        "--only",
        "json,csv",
        "--rule",
        "2017-b",
    ];
    let done = zicht(folder.path(), &words);
    assert!(done.status.success(), "{}", stderr(&done));
    let json: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.path().join("out/report.json")).unwrap()).unwrap();
    assert_eq!((&json["response"], &json["scoring_rule"]), (&serde_json::Value::Null, &"2017-b".into()));
    assert!(!folder.path().join("out/tables/response.csv").exists());
}

#[test]
fn what_is_stored_and_what_stands_in_the_file_give_the_same_figures() {
    let folder = tempfile::tempdir().unwrap();
    assert!(import(folder.path(), "z.db", ANSWERS).status.success());
    let done = zicht(
        folder.path(),
        &["report", "--db", "z.db", "--wave", "2017", "--out", "stored", "--only", "json"],
    );
    assert!(done.status.success(), "{}", stderr(&done));
    assert!(report(folder.path(), "direct", &["--only", "json"]).status.success());
    let read = |out: &str| fs::read_to_string(folder.path().join(out).join("report.json")).unwrap();
    assert_eq!(read("stored"), read("direct"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_file_again_changes_nothing_and_another_one_asks_first() {
    let folder = tempfile::tempdir().unwrap();
    for test in testkit::databases().await {
        let first = import(folder.path(), &test.address, ANSWERS);
        assert!(first.status.success(), "{}", stderr(&first));
        assert!(stdout(&first).contains("169"));
        let again = import(folder.path(), &test.address, ANSWERS);
        assert!(again.status.success() && stdout(&again).contains("niets veranderd"), "{}", stdout(&again));

        let other = folder.path().join("other.csv");
        let text = fs::read_to_string(ANSWERS).unwrap();
        fs::write(&other, text.replace("r001,2", "r001,3")).unwrap();
        let refused = import(folder.path(), &test.address, "other.csv");
        assert_eq!(refused.status.code(), Some(1));
        assert!(stderr(&refused).contains("--replace"), "{}", stderr(&refused));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_problems_stores_nothing_and_tells_all_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(ANSWERS).unwrap();
    let bad = text.replace("r002,1,", "r002,9,").replacen("r005,", "r001,", 1).replacen(
        "deskundigheidsbevordering",
        "deskundigheidsbevordring",
        1,
    );
    fs::write(folder.path().join("bad.csv"), bad).unwrap();
    for test in testkit::databases().await {
        let refused = import(folder.path(), &test.address, "bad.csv");
        assert_eq!(refused.status.code(), Some(1));
        let said = stderr(&refused);
        assert!(
            said.contains("grootteklasse")
                && said.contains("r001")
                && said.contains("deskundigheidsbevordering"),
            "{said}"
        );
        let database = test.open().await;
        let mut db = database.read().await.unwrap();
        let (waves,): (i64,) =
            sqlx::query_as("select count(*) from waves").fetch_one(&mut *db).await.unwrap();
        assert_eq!(waves, 0);
    }
}

#[test]
fn definitions_are_checked_with_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    let sound = zicht(folder.path(), &["definitions", "check"]);
    assert!(sound.status.success(), "{}", stderr(&sound));
    fs::create_dir(folder.path().join("scoring")).unwrap();
    fs::write(folder.path().join("scoring/x.toml"), "id = \"x\"\nversion = \"een\"\n").unwrap();
    let wrong = zicht(folder.path(), &["definitions", "check", "."]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(
        stderr(&wrong).contains("scoring/x.toml") && stderr(&wrong).contains("regel 2"),
        "{}",
        stderr(&wrong)
    );
}

#[test]
fn names_that_do_not_exist_come_with_the_ones_that_do() {
    let folder = tempfile::tempdir().unwrap();
    let words = [
        "report",
        "--answers",
        ANSWERS,
        "--questionnaire",
        "preventie",
        "--wave",
        "2017",
        "--out",
        "o",
        "--lang",
        "en",
    ];
    let refused = zicht(folder.path(), &words);
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("preventie-2017"));
    let refused = report(folder.path(), "o", &["--rule", "2018"]);
    assert!(stderr(&refused).contains("2017-a, 2017-b"), "{}", stderr(&refused));
    assert!(!folder.path().join("o").exists());
}

#[test]
fn boundaries_that_are_no_map_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("map.json"), "{\"type\":\"FeatureCollection\",\"features\":[]}").unwrap();
    let refused = zicht(folder.path(), &["geography", "import", "--db", "z.db", "map.json"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("map.json"), "{}", stderr(&refused));
}

#[tokio::test]
async fn answers_come_in_and_are_reported_under_a_questionnaire_that_was_made_in_the_editor() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("zicht.db").display().to_string();
    let words = ["import", "answers", "--questionnaire", "gemaakt/2", "--wave", "2019", "--db", &db, ANSWERS];
    let import = || zicht(folder.path(), &words);
    let words = ["report", "--answers", ANSWERS, "--questionnaire", "gemaakt/2", "--wave", "2019"];
    let report = || zicht(folder.path(), &[&words[..], &["--out", "direct", "--only", "json"]].concat());
    for unknown in [import(), report()] {
        let told = stderr(&unknown);
        assert!(!unknown.status.success() && told.contains("preventie-2017/1"), "{told}");
    }
    assert!(!Path::new(&db).exists(), "a database was made for nothing");
    let mut questionnaire = (*monitor::definitions::BUILT_IN.as_ref().unwrap().questionnaires[0]).clone();
    (questionnaire.id, questionnaire.version) = ("gemaakt".to_owned(), 2);
    let body = monitor::definitions::write(&questionnaire).0;
    let database = platform::Database::open(&db).await.unwrap();
    let mut writer = database.write().await.unwrap();
    sqlx::query(
        "insert into questionnaires (id, version, state, body, hash, changed_by, changed_at)
         values ('gemaakt', 2, 'published', $1, $2, '00000000-0000-7000-8000-000000000000', '2026-11-22T12:00:00Z')",
    )
    .bind(body.clone())
    .bind(monitor::definitions::hash(&body))
    .execute(&mut *writer)
    .await
    .unwrap();
    writer.commit().await.unwrap();
    for done in [import(), report()] {
        assert!(done.status.success(), "{}", stderr(&done));
    }
    let stored: (String, i64, i64) =
        sqlx::query_as("select questionnaire, questionnaire_version, respondents from waves")
            .fetch_one(&mut *database.read().await.unwrap())
            .await
            .unwrap();
    assert_eq!(stored, ("gemaakt".to_owned(), 2, 169));
    database.close().await;
    let json: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.path().join("direct/report.json")).unwrap()).unwrap();
    assert_eq!(
        (&json["questionnaire"], &json["snapshot"]["questionnaire_version"]),
        (&"gemaakt".into(), &2.into())
    );
}
