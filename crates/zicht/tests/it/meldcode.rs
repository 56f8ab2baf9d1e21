//! Nothing that is typed in the five steps is kept: words that were planted in every field stand afterwards in no
//! table, file, log or figure, on both databases. What travels in the form is refused when somebody changed it.

use std::fs;
use std::path::Path;

use kernel::Role;
use testkit::TestDatabase;

use crate::installation::Installation;
use crate::process::{Browser, Reply, Server, encoded, free_port};
use crate::program::{stderr, zicht};

/// Words that are in nothing of ours.
const PLANTED: &str = "Xylofoonkwast";

/// The pages in order, with the words in every field for free text.
const WALK: [(&str, &[(&str, &str)]); 6] = [
    ("start", &[("profession", "gp-doctor"), ("who", "child"), ("age", "4-12"), ("municipality", "Utrecht")]),
    (
        "signals",
        &[("fact", PLANTED), ("origin", PLANTED), ("meaning", PLANTED), ("protective-text", PLANTED)],
    ),
    ("consult", &[("consulted", "veilig-thuis"), ("consult-text", PLANTED), ("advice-text", PLANTED)]),
    (
        "talk",
        &[
            ("conversation-child-danger", "no"),
            ("parents-text", PLANTED),
            ("child-wants", PLANTED),
            ("child-text", PLANTED),
        ],
    ),
    (
        "weigh",
        &[
            ("weighing-suspicion", "yes"),
            ("weighing-suspicion-why", PLANTED),
            ("weighing-acute", "yes"),
            ("weighing-acute-why", PLANTED),
            ("weighing-structural-why", PLANTED),
            ("weighing-disclosure-why", PLANTED),
            ("weighing-able-why", PLANTED),
            ("weighing-accept-why", PLANTED),
            ("weighing-results-why", PLANTED),
        ],
    ),
    (
        "decide",
        &[
            ("agree", "no"),
            ("agree-why", PLANTED),
            ("help-text", PLANTED),
            ("told-text", PLANTED),
            ("again-text", PLANTED),
        ],
    ),
];

/// The sharing guide, to a conflict of duties with room for own words.
const GUIDE: [(&str, &[(&str, &str)]); 4] = [
    ("who", &[("profession", "gp-doctor"), ("sharing-about", "child-under-12")]),
    ("receiver", &[("sharing-receiver", "police")]),
    (
        "questions",
        &[("sharing-initiative", "asked"), ("sharing-consent", "refused"), ("sharing-danger", "no")],
    ),
    (
        "result",
        &[
            ("own", "on"),
            ("own-1", PLANTED),
            ("own-2", PLANTED),
            ("own-3", PLANTED),
            ("own-4", PLANTED),
            ("own-5", PLANTED),
            ("go", "same"),
        ],
    ),
];

/// Sends a page of the walk.
fn send(browser: &mut Browser, page: &Reply, step: &str, path: &str, fields: &[(&str, &str)]) -> Reply {
    let (token, state) = (page.hidden("form_token"), page.hidden("state"));
    let own = [("form_token", token.as_str()), ("state", state.as_str()), ("step", step)];
    browser.post(path, &[&own, fields].concat())
}

/// Walks all steps, and gives the report.
fn walk(browser: &mut Browser, lang: &str) -> Reply {
    let path = format!("{lang}/meldcode");
    let mut page = browser.get(&path);
    for (step, fields) in WALK {
        page = send(browser, &page, step, &path, fields);
        assert_eq!(page.status, 200, "{step}: {}", page.body);
    }
    page
}

fn header<'a>(page: &'a Reply, name: &str) -> &'a str {
    page.headers.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
}

/// Every file under a folder that holds the planted words.
fn holding(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(holding(&path));
        } else if fs::read(&path)
            .unwrap()
            .windows(PLANTED.len())
            .any(|part| part.eq_ignore_ascii_case(PLANTED.as_bytes()))
        {
            found.push(path.to_string_lossy().into_owned());
        }
    }
    found
}

async fn leaves_nothing(test: TestDatabase) {
    let folder = tempfile::tempdir().unwrap();
    let (place, address) = (folder.path(), test.address.clone());
    let installation = Installation::settle(test, 79).await;
    let temporary = place.join("tmp");
    fs::create_dir(&temporary).unwrap();
    fs::copy(installation.keys_path(), place.join("keys.toml")).unwrap();
    let (port, metrics) = (free_port(), free_port());
    let settings = format!(
        "public_url = \"http://127.0.0.1:{port}\"\nlisten = \"127.0.0.1:{port}\"\nkeys = \"keys.toml\"\n\
         metrics = \"127.0.0.1:{metrics}\"\n[log]\nlevel = \"debug\"\n[limits]\nrequests_per_minute = 100000\n"
    );
    fs::write(place.join("zicht.toml"), settings).unwrap();
    let environment = [("ZICHT_DATABASE", address.as_str()), ("TMPDIR", temporary.to_str().unwrap())];
    let server = Server::start(place, &["serve", "--config", "zicht.toml"], &environment);

    // Somebody who is signed in is not known here either.
    let society = &installation.society;
    let mut signed_in =
        installation.browser(server.address, society.member(&society.home, Role::Editor)).await;
    for browser in [&mut Browser::new(server.address), &mut signed_in] {
        for lang in ["", "/en"] {
            let report = walk(browser, lang);
            assert!(report.body.contains(PLANTED), "the report does not say what was typed");
            assert_eq!(header(&report, "cache-control"), "no-store");
            let pdf = send(browser, &report, "report", &format!("{lang}/meldcode/report.pdf"), &[]);
            assert_eq!((pdf.status, header(&pdf, "content-type")), (200, "application/pdf"), "{}", pdf.body);
            let file = send(browser, &report, "report", &format!("{lang}/meldcode/file"), &[]);
            assert!(file.body.contains(PLANTED) && header(&file, "cache-control") == "no-store");
            let token = browser.get("/meldcode").hidden("form_token");
            let resumed = browser.post_file(&format!("{lang}/meldcode/resume"), &token, &file.body);
            assert!(resumed.status == 200 && resumed.body.contains(PLANTED), "{}", resumed.body);
            let mut page = browser.get(&format!("{lang}/guide"));
            for (step, fields) in GUIDE {
                page = send(browser, &page, step, &format!("{lang}/guide"), fields);
                assert_eq!(page.status, 200, "{step}: {}", page.body);
            }
            assert!(
                page.body.contains(PLANTED) && header(&page, "cache-control") == "no-store",
                "{}",
                page.body
            );
            let own = [("own", "on"), ("own-1", PLANTED), ("go", "keep")];
            let file = send(browser, &page, "result", &format!("{lang}/guide/file"), &own);
            assert!(file.body.contains(PLANTED) && header(&file, "cache-control") == "no-store");
            let resumed = browser.post_file(&format!("{lang}/guide/resume"), &token, &file.body);
            assert!(resumed.status == 200 && resumed.body.contains(PLANTED), "{}", resumed.body);
            // What is refused is not told to a log either.
            let page = browser.get(&format!("{lang}/meldcode"));
            let no_place = [("profession", "nurse"), ("municipality", PLANTED)];
            let refused = send(browser, &page, "start", &format!("{lang}/meldcode"), &no_place);
            assert!(refused.status == 422 && refused.body.contains(PLANTED), "{}", refused.body);
            let refused =
                browser.post_file("/meldcode/resume", &token, &format!("zicht-meldcode {PLANTED} {PLANTED}"));
            assert_eq!(refused.status, 422);
            let asked = browser.get(&format!("/meldcode?fact={}", encoded("nobody")));
            assert_eq!(asked.status, 200);
        }
    }
    let counted = Browser::new(([127, 0, 0, 1], metrics).into()).get("/metrics").body;
    let log = server.stop();
    assert!(log.contains("/meldcode") && counted.contains("/meldcode"), "nobody came by:\n{log}");
    for text in [&log, &counted] {
        assert!(!text.to_lowercase().contains(&PLANTED.to_lowercase()), "{text}");
    }
    let done = zicht(place, &["export", "--everything", "--db", &address, "--to", "all"]);
    assert!(done.status.success(), "{}", stderr(&done));
    let everything = fs::read_to_string(place.join("all")).unwrap();
    assert!(everything.contains("meldcode_uses") && everything.contains("report-now"), "nothing was counted");
    assert_eq!(holding(place), [""; 0]);
    if let Some(beside) = Path::new(&address).parent().filter(|_| !address.contains("://")) {
        assert_eq!(holding(beside), [""; 0]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_is_typed_in_the_steps_is_kept_anywhere() {
    for test in testkit::databases().await {
        leaves_nothing(test).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_filled_in_and_changed_by_somebody_is_refused_with_a_sentence() {
    let installation = Installation::settle(testkit::sqlite(), 80).await;
    let server = installation.serve(free_port(), "");
    let mut browser = Browser::new(server.address);
    let page = browser.get("/meldcode");
    let page = send(&mut browser, &page, "start", "/meldcode", WALK[0].1);
    let (token, good) = (page.hidden("form_token"), page.hidden("state"));
    let large = format!("zicht-meldcode {}", "x".repeat(1 << 20));
    for (bad, says) in [
        (good.replace("gp-doctor", "nurse"), "veranderd of beschadigd"),
        (good.replace("\"version\":2", "\"version\":1"), "veranderd of beschadigd"),
        ("zicht-meldcode".to_owned(), "veranderd of beschadigd"),
        ("{}".to_owned(), "veranderd of beschadigd"),
    ] {
        let fields = [("form_token", token.as_str()), ("state", &bad), ("step", "signals")];
        let answer = browser.post("/meldcode", &fields);
        assert_eq!(answer.status, 422, "{bad}");
        assert!(answer.body.contains(says), "{}", answer.body);
        let answer = browser.post_file("/meldcode/resume", &token, &bad);
        assert!(answer.status == 422 && answer.body.contains(says), "{}", answer.body);
    }
    let answer = browser.post_file("/meldcode/resume", &token, &large);
    assert!(answer.status == 422 && answer.body.contains("te groot om van ons te zijn"), "{}", answer.body);
    let answer =
        browser.post("/meldcode", &[("form_token", token.as_str()), ("state", &large), ("step", "signals")]);
    assert_eq!(answer.status, 413);
    let other = browser.post_file("/guide/resume", &token, &good);
    assert!(other.status == 422 && other.body.contains("is van de vijf stappen"), "{}", other.body);
    let answer = browser.post_file("/guide/resume", &token, &large);
    assert!(answer.status == 422 && answer.body.contains("te groot om van ons te zijn"), "{}", answer.body);
    // And the good one is still taken.
    let fields = [("form_token", token.as_str()), ("state", &good), ("step", "signals"), ("go", "weigh")];
    assert_eq!(browser.post("/meldcode", &fields).status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn too_much_text_is_told_at_its_field_and_stays_there() {
    let installation = Installation::settle(testkit::sqlite(), 81).await;
    let server = installation.serve(free_port(), "");
    let mut browser = Browser::new(server.address);
    let page = browser.get("/meldcode");
    let page = send(&mut browser, &page, "start", "/meldcode", WALK[0].1);
    // What is pasted is far too much, in letters of two bytes.
    let long = "lé ".repeat(17_000);
    let answer = send(&mut browser, &page, "signals", "/meldcode", &[("fact", &long), ("meaning", PLANTED)]);
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("id=\"error-fact\"") && answer.body.contains(PLANTED), "{}", answer.body);
    assert!(answer.body.matches("lé ").count() >= 17_000);
    // Shortened to what fits it is taken, and comes back with the next page.
    let fits = "lé ".repeat(6_500);
    let fields = [("fact", fits.as_str()), ("meaning", PLANTED)];
    let page = send(&mut browser, &answer, "signals", "/meldcode", &fields);
    assert_eq!(page.status, 200, "{}", page.body);
    let page = send(&mut browser, &page, "consult", "/meldcode", &[("go", "signals")]);
    assert!(page.status == 200 && page.body.matches("lé ").count() >= 6_500);
    // With all of it on the page once more, which is twice in the form.
    assert_eq!(send(&mut browser, &page, "signals", "/meldcode", &fields).status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_page_does_not_show_is_not_lost() {
    let installation = Installation::settle(testkit::sqlite(), 82).await;
    let server = installation.serve(free_port(), "");
    let mut browser = Browser::new(server.address);
    let page = browser.get("/meldcode");
    let child = [("profession", "gp-doctor"), ("who", "child"), ("age", "12-18")];
    let page = send(&mut browser, &page, "start", "/meldcode", &child);
    let page = send(&mut browser, &page, "talk", "/meldcode", &[("child-wants", PLANTED), ("go", "start")]);
    // An adult by mistake: step 3 does not ask for the child, and passes.
    let page = send(&mut browser, &page, "start", "/meldcode", &[child[0], ("who", "adult"), ("go", "talk")]);
    assert!(!page.body.contains("name=\"child-wants\""), "{}", page.body);
    let page = send(&mut browser, &page, "talk", "/meldcode", &[("parents-text", "x"), ("go", "report")]);
    assert!(!page.body.contains(&format!("<dd>{PLANTED}")), "{}", page.body);
    let page = send(&mut browser, &page, "report", "/meldcode", &[("go", "start")]);
    let page =
        send(&mut browser, &page, "start", "/meldcode", &[child[0], child[1], child[2], ("go", "talk")]);
    assert!(page.body.contains(PLANTED), "{}", page.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_told_of_honour_and_of_danger_is_not_contradicted_later() {
    let installation = Installation::settle(testkit::sqlite(), 83).await;
    let server = installation.serve(free_port(), "");
    let mut browser = Browser::new(server.address);
    let page = browser.get("/meldcode");
    let start = [("profession", "vocational-school"), ("who", "child"), ("age", "12-18")];
    let page = send(&mut browser, &page, "start", "/meldcode", &start);
    let signals = [("duties-forced-marriage", "yes"), ("go", "talk")];
    let page = send(&mut browser, &page, "signals", "/meldcode", &signals);
    assert!(!page.body.contains("name=\"conversation-honour\""), "it was told in step 1");
    assert!(page.body.contains("walk-not-now"), "{}", page.body);
    let weigh = [
        ("weighing-suspicion", "yes"),
        ("weighing-structural", "yes"),
        ("weighing-acute", "no"),
        ("go", "decide"),
    ];
    let page = send(&mut browser, &page, "talk", "/meldcode", &[("go", "weigh")]);
    let page = send(&mut browser, &page, "weigh", "/meldcode", &weigh);
    assert!(
        page.body.contains("Dit gaat voor") && page.body.contains("Vertel het nog niet"),
        "{}",
        page.body
    );
    let page = send(&mut browser, &page, "decide", "/meldcode", &[]);
    assert!(page.body.contains("Meld bij Veilig Thuis"), "{}", page.body);
    assert!(
        !page.body.contains("Ik ga uw gezin melden") && !page.body.contains("Vertel vooraf"),
        "{}",
        page.body
    );
    assert!(!page.body.contains("<li>Hebt u met de ouders gepraat?"), "nobody is asked for what must wait");
    // What holds for every child does not stand among what an answer asks for.
    let (asked, general) = page.body.split_once("Dit hoort er ook bij").expect("duties of every case");
    assert!(asked.contains("bemiddel niet") && !asked.contains("broers, zussen"), "{}", page.body);
    assert!(general.contains("broers, zussen"), "{}", page.body);
}
