//! The decision tables: commands and pages. Nothing of a proposal stays.

use std::fs;
use std::path::Path;

use axum::http::{Method, StatusCode};

use crate::asking::{Answer, ask, form_token};
use crate::house::{self, House};
use crate::process::encoded;
use crate::program::{stderr, stdout, zicht};

const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../definitions/rules");

fn weighing() -> String {
    fs::read_to_string(Path::new(RULES).join("weighing/2019-01-01.toml")).unwrap()
}

/// A folder with the table `weighing` in this text, and its scenarios.
fn folder_with(table: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("rules/weighing");
    fs::create_dir_all(&own).unwrap();
    fs::copy(Path::new(RULES).join("sources.toml"), folder.path().join("rules/sources.toml")).unwrap();
    fs::copy(
        Path::new(RULES).join("weighing/2019-01-01.scenarios.toml"),
        own.join("2019-01-01.scenarios.toml"),
    )
    .unwrap();
    fs::write(own.join("2019-01-01.toml"), table).unwrap();
    folder
}

/// The table without the row of this id.
fn without_row(table: &str, id: &str) -> String {
    let begin = table.find(&format!("[[rows]]\nid = \"{id}\"")).unwrap();
    let end = table[begin + 8..].find("[[rows]]").map_or(table.len(), |at| begin + 8 + at);
    format!("{}{}", &table[..begin], &table[end..])
}

#[test]
fn the_tables_in_the_program_and_in_the_folder_are_sound() {
    let folder = tempfile::tempdir().unwrap();
    for words in [&["rules", "check"][..], &["rules", "check", "--folder", RULES, "--lang", "en"]] {
        let done = zicht(folder.path(), words);
        assert!(done.status.success(), "{}", stderr(&done));
        let said = stdout(&done);
        assert!(said.contains("Tabellen: 5, rijen: ") || said.contains("Tables: 5, rows: "), "{said}");
    }
}

#[test]
fn what_is_wrong_with_a_table_is_told_with_file_and_line_and_a_case() {
    let folder = folder_with(&without_row(&weighing(), "results-unknown"));
    let done = zicht(folder.path(), &["rules", "check", "--folder", "rules"]);
    assert_eq!(done.status.code(), Some(1));
    let told = stderr(&done);
    assert!(told.contains("weighing/2019-01-01.toml") && told.contains("geen rij"), "{told}");
    assert!(told.contains("results = unknown"), "{told}");
    assert!(told.contains("scenarios.toml, regel "), "{told}");
    assert!(!told.contains("rules-"), "a code without words: {told}");

    let folder = folder_with("id = ");
    let done = zicht(folder.path(), &["rules", "check", "--folder", "rules", "--lang", "en"]);
    assert!(stderr(&done).contains("weighing/2019-01-01.toml, row 1"), "{}", stderr(&done));
    let done = zicht(folder.path(), &["rules", "check", "--folder", "nowhere"]);
    assert_eq!(done.status.code(), Some(1));
}

#[test]
fn a_case_is_decided_and_explained() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("case.json"), r#"{"suspicion": "yes", "acute": "yes"}"#).unwrap();
    let words = ["rules", "evaluate", "weighing", "--input", "case.json", "--on", "2026-11-23"];
    let done = zicht(folder.path(), &words);
    assert!(done.status.success(), "{}", stderr(&done));
    let said = stdout(&done);
    assert!(said.contains("outcome: ") && said.contains("(report-now)"), "{said}");
    assert!(said.contains("maakt niet uit") && said.contains("\"hash\""), "{said}");

    let done = zicht(folder.path(), &[&words[..], &["--json"]].concat());
    let receipt: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(receipt["outcomes"], serde_json::json!(["report-now"]));

    let words = ["rules", "explain", "weighing", "--input", "case.json", "--lang", "en"];
    let said = stdout(&zicht(folder.path(), &words));
    assert!(said.contains(": decides") && said.contains("because suspicion = yes"), "{said}");

    // A law of before there was one, a name that is no question, an answer that is none.
    let words = ["rules", "evaluate", "weighing", "--input", "case.json", "--on", "1990-01-01"];
    assert_eq!(zicht(folder.path(), &words).status.code(), Some(1));
    for wrong in [r#"{"suspicion": "perhaps"}"#, r#"{"who": "me"}"#, "{"] {
        fs::write(folder.path().join("case.json"), wrong).unwrap();
        let done = zicht(folder.path(), &["rules", "evaluate", "weighing", "--input", "case.json"]);
        assert_eq!(done.status.code(), Some(1), "{wrong}");
        assert!(!stderr(&done).is_empty() && stdout(&done).is_empty(), "{wrong}");
    }
}

#[test]
fn the_whole_table_holds_every_case_once() {
    let folder = tempfile::tempdir().unwrap();
    let text = stdout(&zicht(folder.path(), &["rules", "table", "sharing", "--lang", "en"]));
    let cases: u64 = text
        .lines()
        // The number of cases is the last cell.
        .filter_map(|line| {
            line.strip_prefix("| ")?.strip_suffix(" |")?.rsplit('|').next()?.trim().parse::<u64>().ok()
        })
        .sum();
    let all = text.lines().find_map(|line| line.strip_prefix("Together ")?.strip_suffix(" cases."));
    assert_eq!(all.map(|all| all.replace(',', "")), Some(cases.to_string()));
}

async fn propose(house: &House, text: &str) -> Answer {
    let (token, cookies) = form_token(&house.router, "/rules/weighing/proposal", "").await;
    let form = format!("form_token={}&toml={}", encoded(&token), encoded(text));
    ask(&house.router, &Method::POST, "/rules/weighing/proposal", &cookies, &form).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_table_has_its_page_with_marks() {
    let database = testkit::sqlite();
    let database = database.open().await;
    let house = house::open(&database).await;
    let list = ask(&house.router, &Method::GET, "/rules", "", "").await.text;
    for table in ["weighing", "sharing", "sharing-notes", "conversation", "duties"] {
        assert!(list.contains(&format!("/rules/{table}\"")), "{table}");
        for lang in ["", "/en"] {
            let page = ask(&house.router, &Method::GET, &format!("{lang}/rules/{table}"), "", "").await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.text.contains("class=\"certainty ") && page.text.contains("id=\"row-"), "{table}");
        }
    }
    for nowhere in ["/rules/nothing", "/rules/weighing?from=1990-01-01", "/rules/nothing/proposal"] {
        assert_eq!(ask(&house.router, &Method::GET, nowhere, "", "").await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(
        ask(&house.router, &Method::GET, "/rules/weighing?from=2019-01-01", "", "").await.status,
        StatusCode::OK
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_shows_what_it_alters_and_keeps_what_was_typed() {
    let database = testkit::sqlite();
    let database = database.open().await;
    let house = house::open(&database).await;
    let table = weighing();
    let same = propose(&house, &table).await;
    assert_eq!(same.status, StatusCode::OK, "{}", same.text);
    assert!(same.text.contains("Alle voorbeelden komen uit zoals nu."));

    let acute = table.find("id = \"acute\"").unwrap();
    let softer = format!("{}{}", &table[..acute], table[acute..].replacen("\"report-now\"", "\"report\"", 1));
    let page = propose(&house, &softer).await;
    assert!(page.text.contains("komen anders uit"), "{}", page.text);
    assert!(
        page.text.contains("Nu: Meld nu bij Veilig Thuis.")
            && page.text.contains("<b>Meld bij Veilig Thuis.")
            && page.text.contains("gevallen komen anders uit")
    );

    let page = propose(&house, &without_row(&table, "results-unknown")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("geen rij") && page.text.contains("results = unknown"), "a new gap");

    let broken = table.replacen("kind = \"answer\"", "kind = \"zeldzaamwoord\"", 1);
    let page = propose(&house, &broken).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("regel ") && page.text.matches("zeldzaamwoord").count() >= 2, "{}", page.text);
    let page = propose(&house, "id = \n<b>").await;
    assert!(page.text.contains("&#60;b&#62;</textarea>"), "{}", page.text);
}

/// A table in which each row cuts other inputs: it falls into as many parts as it can.
fn in_pieces() -> String {
    let text = |text: &str| format!("{{ nl = \"{text}\", en = \"{text}\" }}");
    let mut table = format!(
        "id = \"weighing\"\nversion = 2\nvalid_from = \"2027-01-01\"\ntitle = {0}\nabout = {0}\nhit = \"first\"\n",
        text("t")
    );
    for input in 0..32 {
        table += &format!("[[inputs]]\nname = \"i{input}\"\nkind = \"answer\"\nquestion = {}\n", text("?"));
    }
    table +=
        "[[outputs]]\nname = \"outcome\"\noptions = [{ code = \"a\", rank = 0, nl = \"a\", en = \"a\" }]\n";
    for row in 0..800 {
        let value = ["yes", "no", "unknown"][row % 3];
        let (one, other) = (row % 32, (row * 5 + 1) % 32);
        let when = if one == other {
            format!("i{one} = \"{value}\"")
        } else {
            format!("i{one} = \"{value}\", i{other} = \"no\"")
        };
        table += &format!(
            "[[rows]]\nid = \"r{row}\"\nwhen = {{ {when} }}\nthen = {{ outcome = \"a\" }}\nbecause = {}\nlaw = [\"afwegingskader\"]\n",
            text("w")
        );
    }
    table
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_made_to_keep_the_machine_busy_is_given_up_with_a_word() {
    let database = testkit::sqlite();
    let database = database.open().await;
    let house = house::open(&database).await;
    let table = weighing();
    let options: String = (0..5000).map(|one| format!("{{code=\"c{one}\",nl=\"n\",en=\"e\"}},")).collect();
    let (head, inputs) = table.split_at(table.find("[[inputs]]").unwrap());
    let wide = format!(
        "{head}[[inputs]]\nname=\"x\"\nkind=\"choice\"\nquestion={{nl=\"?\",en=\"?\"}}\noptions=[{options}]\n{inputs}"
    );
    let again = "\"no\", ".repeat(30_000);
    let danger = table.replacen("danger = [", &format!("danger = [{again}"), 1);
    let code = table.replace("\"with-veilig-thuis\"", &format!("{:?}", "x".repeat(20_000)));
    let nested = format!("id = {}", "[".repeat(150_000));
    for (name, text, says) in [
        ("many parts", in_pieces(), "te ingewikkeld"),
        ("many values", wide, "waarden"),
        ("danger over and over", danger, "staat er twee keer"),
        ("a code like a text", code, "langer dan 64 tekens"),
        ("nested", nested, "regel "),
        ("long", "x".repeat(220_000), "200.000"),
    ] {
        let page = propose(&house, &text).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(page.text.contains(says), "{name}: {}", page.text.chars().take(3000).collect::<String>());
    }
}
