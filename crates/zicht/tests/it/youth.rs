//! What young people answered shows nowhere while there are fewer than ten answers: a wave is held over the pages, once
//! with three answers and once with nine, and whatever anybody can see of it is the same, byte for byte. With ten it is
//! not, or this would prove nothing. The log, as talkative as it can be, holds no answer and no link.

use std::fmt::Write as _;

use kernel::Role;
use testkit::TestDatabase;

use crate::installation::Installation;
use crate::process::{Browser, Server, free_port};

const RUN: &str = "2026-jong";
const FORM: &str = "/forms/2026-jong/GM0344";
const WAVE: &str = "/waves/2026-jong";
const PLAN: [(&str, &str); 10] = [
    ("id", RUN),
    ("title_nl", "Peiling met jongeren"),
    ("title_en", "Wave with the young"),
    ("questionnaire", "preventie-2017/1"),
    ("rule", "2017-a"),
    ("reference", "2023-01-01"),
    ("invited", "chosen"),
    ("chosen", "Utrecht"),
    ("opens", "2026-11-01"),
    ("reminders", "1"),
];
/// What each young person chose: words that stand out in a log.
const CHOSEN: [(&str, &str); 3] = [("weet-waar", "beetje"), ("durft", "misschien"), ("les", "ja")];

/// What can be seen of a wave with so many answers: while it is open, and once it is published.
async fn seen(test: TestDatabase, answers: usize) -> Vec<(String, String)> {
    let installation = Installation::settle(test, 77).await;
    let (port, metrics) = (free_port(), free_port());
    let settings = format!(
        "metrics = \"127.0.0.1:{metrics}\"\n[log]\nlevel = \"debug\"\n[limits]\nrequests_per_minute = 100000\n"
    );
    let server = installation.serve(port, &settings);
    let society = &installation.society;
    let researcher = society.member(&society.national, Role::NationalResearcher);
    let mut researcher = installation.browser(server.address, researcher).await;
    let mut editor = installation.browser(server.address, society.member(&society.home, Role::Editor)).await;

    let closes = [("closes", "2999-12-31")];
    send(&mut researcher, "/waves/new", &[&PLAN[..], &closes].concat());
    send(&mut researcher, &format!("{WAVE}/open"), &[]);
    editor_makes_a_link(&mut editor);
    let page = editor.get(&format!("{FORM}/youth"));
    let link = page.body.split("/youth/").find_map(|rest| {
        let token: String =
            rest.chars().take_while(|one| one.is_ascii_alphanumeric() || *one == '-').collect();
        (token.len() == 19).then_some(token)
    });
    let link = link.unwrap_or_else(|| panic!("no link on {}", page.body));
    for _ in 0..answers {
        let mut young = Browser::new(server.address);
        send(&mut young, &format!("/youth/{link}"), &CHOSEN);
    }

    let (mut all, host) = (Vec::new(), server.address.to_string());
    let own = [link.as_str(), host.as_str()];
    let mut stranger = Browser::new(server.address);
    let open = [FORM.to_owned(), format!("{FORM}/youth"), "/own/GM0344".to_owned(), "/start".to_owned()];
    look(&mut editor, &open, &own, &mut all);
    look(&mut researcher, &[WAVE.to_owned(), format!("{WAVE}/municipalities")], &own, &mut all);
    approve(&installation).await;
    send(&mut researcher, &format!("{WAVE}/close"), &[]);
    send(&mut researcher, &format!("{WAVE}/publish"), &[]);
    look(&mut editor, &open, &own, &mut all);
    look(&mut editor, &[format!("/own/GM0344?wave={RUN}")], &own, &mut all);
    let public =
        ["", "/goals/1", "/municipalities", "/municipalities/GM0344", "/downloads", "/downloads/report.json"]
            .map(|tail| format!("/monitor/{RUN}{tail}"));
    look(&mut stranger, &public, &own, &mut all);
    let api = ["", "/report", "/municipalities", "/municipalities/GM0344"]
        .map(|tail| format!("/api/v1/waves/{RUN}{tail}"));
    look(&mut stranger, &api, &own, &mut all);
    let mut db = installation.database.read().await.unwrap();
    let events: Vec<(String, String)> =
        sqlx::query_as("select kind, detail from audit_events where kind like 'youth%' order by seq")
            .fetch_all(&mut *db)
            .await
            .unwrap();
    let jobs: Vec<(String,)> =
        sqlx::query_as("select kind from jobs order by kind").fetch_all(&mut *db).await.unwrap();
    all.push(("events".to_owned(), format!("{events:?}")));
    all.push(("jobs".to_owned(), format!("{jobs:?}")));
    let counted = Browser::new(([127, 0, 0, 1], metrics).into()).get("/metrics").body;
    silent(server, &counted, &link);
    all
}

fn editor_makes_a_link(editor: &mut Browser) {
    let token = editor.get(&format!("{FORM}/youth")).hidden("form_token");
    let made = editor.post(&format!("{FORM}/youth/link"), &[("form_token", &token)]);
    assert_eq!(made.status, 303, "{}", made.body);
}

/// Sends the form of a page as it was printed, with these fields.
fn send(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) {
    let page = browser.get(path);
    let (token, changed) =
        (page.hidden("form_token"), crate::process::hidden(&page.body, "changed").unwrap_or_default());
    let own = [("form_token", token.as_str()), ("changed", changed.as_str())];
    let sent = browser.post(path, &[&own, fields].concat());
    assert_eq!(sent.status, 303, "{path}: {}", sent.body);
}

/// Keeps what pages say, without what is another at each visit.
fn look(browser: &mut Browser, paths: &[String], own: &[&str], all: &mut Vec<(String, String)>) {
    for path in paths {
        let page = browser.get(path);
        assert_eq!(page.status, 200, "{path}: {}", page.body);
        let mut text = page.body;
        for word in own {
            text = text.replace(word, "OWN");
        }
        for (from, to) in
            [("<svg class=\"qr\"", "</svg>"), ("name=\"form_token\"", ">"), ("name=\"stay\"", ">")]
        {
            while let Some((before, after)) = text.split_once(from) {
                text = format!("{before}{}", after.split_once(to).map_or("", |(_, after)| after));
            }
        }
        all.push((path.clone(), clock_taken_out(&text)));
    }
}

/// A text without times of the day.
fn clock_taken_out(text: &str) -> String {
    let mut shown = String::new();
    for (at, part) in text.split(':').enumerate() {
        let starts = part.len() >= 2 && part.as_bytes()[..2].iter().all(u8::is_ascii_digit);
        let part = if at > 0 && starts { &part[2..] } else { part };
        let kept = part.trim_end_matches(|one: char| one.is_ascii_digit());
        let _ = write!(shown, "{}:", if part.len() - kept.len() == 2 { kept } else { part });
    }
    shown
}

/// The municipality is done and agreed to be named.
async fn approve(installation: &Installation) {
    let society = &installation.society;
    let person = society.member(&society.home, Role::Editor).person.to_string();
    let mut db = installation.database.write().await.unwrap();
    let policy = (1..=10).map(|goal| format!("d{goal}.beleid"));
    for name in policy.chain(["openbaar".to_owned()]) {
        sqlx::query(
            "insert into form_cells (run, municipality, name, value, revision, changed_by, changed_at)
             values ($1, 'GM0344', $2, 'ja', 1, $3, '2026-11-22T12:00:00Z')",
        )
        .bind(RUN)
        .bind(name)
        .bind(&person)
        .execute(&mut *db)
        .await
        .unwrap();
    }
    sqlx::query(
        "update forms set state = 'approved', revision = 1, submitted_by = $2, approved_by = $2,
                          submitted_at = '2026-11-22T12:00:00Z', approved_at = '2026-11-22T12:00:00Z'
          where run = $1",
    )
    .bind(RUN)
    .bind(&person)
    .execute(&mut *db)
    .await
    .unwrap();
    db.commit().await.unwrap();
}

/// Neither the log nor the figures for administrators know what was chosen, or whose young people it was.
fn silent(server: Server, counted: &str, link: &str) {
    let log = server.stop();
    assert!(log.contains("/youth/{token}"), "nobody came by:\n{log}");
    assert!(counted.contains("/youth/{token}"), "nobody was counted:\n{counted}");
    for text in [&*log, counted] {
        for secret in [link, "beetje", "misschien", "weet-waar"] {
            assert!(!text.contains(secret), "{secret} in:\n{text}");
        }
        let about = text.lines().find(|line| line.contains("/youth/") && line.contains("GM0344"));
        assert_eq!(about, None);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_can_tell_three_answers_of_young_people_from_nine() {
    for two in
        [[testkit::sqlite(), testkit::sqlite()], [testkit::postgres().await, testkit::postgres().await]]
    {
        let [few, nine] = two;
        let (few, nine) = (seen(few, 3).await, seen(nine, 9).await);
        assert_eq!(few.len(), nine.len());
        for (three, nine) in few.into_iter().zip(nine) {
            assert_eq!(three, nine);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn with_ten_answers_the_table_is_on_the_page_of_the_municipality_and_in_the_api() {
    let (nine, ten) = (seen(testkit::sqlite(), 9).await, seen(testkit::sqlite(), 10).await);
    let other: Vec<&str> =
        nine.iter().zip(&ten).filter(|(nine, ten)| nine != ten).map(|((path, _), _)| path.as_str()).collect();
    for path in [
        format!("/monitor/{RUN}/municipalities/GM0344"),
        format!("/api/v1/waves/{RUN}/municipalities/GM0344"),
    ] {
        assert!(other.contains(&path.as_str()), "{path} is the same with ten; not the same: {other:?}");
    }
}
