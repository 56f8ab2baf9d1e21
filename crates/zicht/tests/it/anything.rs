//! Whatever stands in an address, a query or a form: every page answers, and none breaks. This goes through every
//! parser behind the pages at once, with random texts and with texts that are almost right.

use axum::http::{Method, header};
use kernel::Role;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use web::RouteInfo;

use crate::asking::{ask, form_token, session_cookie};
use crate::house::{self, House};
use crate::process::encoded;
use crate::rights::filled;
use crate::society::{Member, Society};

/// Every name that a page reads from its address. A new one needs a place here.
const QUERIES: [&str; 24] = [
    "about",
    "action",
    "actor",
    "after",
    "before",
    "code",
    "done",
    "ended",
    "from",
    "into",
    "iss",
    "kind",
    "next",
    "organisation",
    "parts",
    "problem",
    "province",
    "q",
    "region",
    "rule",
    "size",
    "sort",
    "state",
    "to",
];

/// Every name that a form has.
const FIELDS: [&str; 25] = [
    "answer",
    "ceremony",
    "changed",
    "code",
    "credential",
    "date",
    "email",
    "ending",
    "errand",
    "from",
    "into",
    "invitation",
    "kind",
    "lang",
    "logout_token",
    "name",
    "new_password",
    "next",
    "organisation",
    "password",
    "person",
    "region",
    "resume",
    "role",
    "until",
];

/// What is never sent: it ends the session of who tries the rest.
fn ends_the_visit(route: &RouteInfo) -> bool {
    route.path == "/sign-out" || route.path.ends_with("/end-others")
}

/// A text as it should be, as it almost should be, or as nobody ever wrote it.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,30}",
        any::<String>(),
        "[0-9]{1,25}|-[0-9]{1,20}",
        "-?[0-9]{1,6}-[0-9]{1,3}-[0-9]{1,3}",
        "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}",
        "[0-9a-f]{64}",
        "GM[0-9]{4}|gm[0-9]{3,5}",
        "(embedding|measures|reach|,){1,4}|[0-9]-[0-9]{1,3}|2017-[ab]|utrecht",
        "[a-z.]{1,8}@[a-z.]{1,8}",
        "[A-Za-z0-9_-]{0,30}\\.[A-Za-z0-9_-]{0,30}\\.[A-Za-z0-9_-]{0,30}",
        "\\{\"[a-z]{1,5}\":(\"[a-z]{0,5}\"|[0-9]{1,20}|null|\\[\\])\\}",
        "[/\\\\:.a-z@]{0,12}",
        ".{0,3}(%|'|\"|<|>|\u{0}|\u{202e}|\r\n|\u{feff}).{0,3}",
        "(a|é|漢){100,600}",
    ]
}

fn pairs(names: &[&str], texts: &[String]) -> String {
    let values = texts.iter().cycle();
    let pairs = names.iter().zip(values).map(|(name, text)| format!("{name}={}", encoded(text)));
    pairs.collect::<Vec<_>>().join("&")
}

/// The path with a text in the place of each parameter.
fn random_path(route: &RouteInfo, texts: &[String]) -> String {
    let mut texts = texts.iter().cycle();
    let part = |part: &str| match (part.starts_with('{'), texts.next()) {
        (true, Some(text)) => encoded(text),
        _ => part.to_owned(),
    };
    route.path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Every route once with these texts: what broke.
async fn try_all(house: &House, society: &Society, cookie: &str, texts: &[String]) -> Vec<String> {
    let page = if cookie.is_empty() { "/sign-in" } else { "/account" };
    let (token, cookies) = form_token(&house.router, page, cookie).await;
    let mut broken = Vec::new();
    for route in zicht::site::routes().iter().filter(|route| !ends_the_visit(route)) {
        // Right paths lead to what the query and the form are read by; made up ones to what reads the path.
        for path in [filled(route, society, society.home_reader()), random_path(route, texts)] {
            let query = pairs(&QUERIES, texts);
            let form = if route.method == Method::POST {
                format!("form_token={token}&{}", pairs(&FIELDS, texts))
            } else {
                String::new()
            };
            // What a browser can't ask for at all, never comes.
            let address = format!("{path}?{query}");
            if address.parse::<axum::http::Uri>().is_err() {
                continue;
            }
            let answer = ask(&house.router, &route.method, &address, &cookies, &form).await;
            let leads_away = answer.location().is_some_and(|to| !to.starts_with('/') || to.starts_with("//"));
            let kind = answer.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
            let injected =
                kind.is_some_and(|kind| kind.starts_with("text/html")) && answer.text.contains("<script>");
            if answer.status.is_server_error() || leads_away || injected {
                broken.push(format!("{} {address} with {form}: {}", route.method, answer.status));
            }
        }
    }
    broken
}

#[test]
fn whatever_is_asked_or_typed_every_page_answers_and_leads_nowhere_else() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let test = testkit::sqlite();
    let (database, house, society) = runtime.block_on(async {
        let database = test.open().await;
        let house = house::open(&database).await;
        let society = Society::found(&database, &house.keys, 5).await;
        (database, house, society)
    });
    let who = |member: &Member| member.person;
    let visitors = [
        None,
        Some(who(society.member(&society.national, Role::NationalAdministrator))),
        Some(who(society.member(&society.national, Role::PrivacyOfficer))),
    ];
    let mut runner = TestRunner::new(Config { cases: 5, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&vec(text(), 3..9), |texts| {
        runtime.block_on(async {
            for person in visitors {
                let cookie = match person {
                    Some(person) => session_cookie(&society.session(&database, person).await),
                    None => String::new(),
                };
                let broken = try_all(&house, &society, &cookie, &texts).await;
                prop_assert!(broken.is_empty(), "{}", broken.join("\n"));
            }
            Ok(())
        })
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}
