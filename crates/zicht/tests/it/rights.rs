//! Every route as nobody, as each role, and as the same role of the neighbour, on both databases: what opens, what
//! is refused, and that nothing of one organisation shows to another.
//!
//! What to expect is worked out here from the list of routes and the matrix, apart from the code that decides.

use axum::Router;
use axum::http::{Method, StatusCode, header};
use kernel::{Audience, Permission, PersonId, Role};
use web::RouteInfo;

use crate::asking::{Answer, ask, ask_from, ask_with_key, form_token, session_cookie};
use crate::house;
use crate::society::{Member, Organisation, Society};

/// What a visitor may expect of a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    /// The handler answers, with a page, a redirect, or a word about the form.
    Opens,
    /// Sign in first.
    SignIn,
    /// There is no right to it.
    Forbidden,
    /// There is nothing there, as far as this visitor goes.
    NotThere,
}

/// A path with something that exists at home in the place of each parameter. A new parameter needs a line here.
pub fn filled(route: &RouteInfo, society: &Society, somebody: PersonId) -> String {
    let home = &society.home;
    let mut path = route.path.to_owned();
    for (parameter, value) in [
        ("{wave}", "2026".to_owned()),
        ("{run}", "2027-proef".to_owned()),
        ("{region}", "utrecht".to_owned()),
        ("{example}", society.nothing()),
        ("{municipality}", "GM0344".to_owned()),
        ("{number}", "1".to_owned()),
        ("{goal}", "2".to_owned()),
        ("{kind}", "reach".to_owned()),
        ("{questionnaire}", "preventie-2017".to_owned()),
        ("{version}", "1".to_owned()),
        ("{question}", "1".to_owned()),
        ("{part}", "2".to_owned()),
        ("{code}", "GM0344".to_owned()),
        ("{table}", "weighing".to_owned()),
        ("{organisation}", home.id.to_string()),
        ("{person}", somebody.to_string()),
        ("{provider}", "test".to_owned()),
        ("{token}", "0".repeat(64)),
        ("{job}", society.nothing()),
        ("{session}", society.nothing()),
        ("{passkey}", society.nothing()),
        ("{key}", society.nothing()),
        ("{attachment}", society.nothing()),
        ("{share}", society.nothing()),
        ("{occasion}", "invitation".to_owned()),
        ("{questionnaire}", "preventie-2017".to_owned()),
        ("{version}", "1".to_owned()),
        ("tables/{file}", "tables/goals.csv".to_owned()),
        ("compare/{file}", "compare/comparison.csv".to_owned()),
        ("{file}", "report.json".to_owned()),
    ] {
        path = path.replace(parameter, &value);
    }
    assert!(!path.contains('{'), "the test of rights has no example for {}: add one", route.path);
    path
}

/// Whether the row rule lets `who` see rows of `of` for the permission: the rule in words, once more.
fn reaches(who: &Member, at: &Organisation, of: &Organisation, permission: Permission) -> bool {
    if !who.role.permissions().contains(&permission) {
        return false;
    }
    let is_national = at.kind == kernel::OrganisationKind::National;
    match who.role {
        Role::NationalResearcher | Role::NationalAdministrator => true,
        Role::PrivacyOfficer if is_national => true,
        // Home and neighbour lie in different regions.
        _ => at.id == of.id,
    }
}

fn expected(route: &RouteInfo, who: Option<(&Member, &Organisation)>, of: &Organisation) -> Expected {
    let audience = route.permission.audience();
    let Some((member, at)) = who else {
        return if audience == Audience::Anyone && !route.confirmed {
            Expected::Opens
        } else {
            Expected::SignIn
        };
    };
    if audience != Audience::Roles {
        return Expected::Opens;
    }
    if !member.role.permissions().contains(&route.permission) {
        return Expected::Forbidden;
    }
    let names_organisation =
        ["/organisations/{", "/{municipality}", "/{region}"].iter().any(|name| route.path.contains(name));
    if names_organisation && !reaches(member, at, of, route.permission) {
        return Expected::NotThere;
    }
    Expected::Opens
}

fn found(answer: &Answer) -> Expected {
    let to_sign_in =
        answer.location().is_some_and(|to| to.trim_start_matches("/en").starts_with("/sign-in?next="));
    match answer.status {
        StatusCode::SEE_OTHER if to_sign_in => Expected::SignIn,
        StatusCode::UNAUTHORIZED => Expected::SignIn,
        StatusCode::FORBIDDEN => Expected::Forbidden,
        _ => Expected::Opens,
    }
}

/// Routes that say themselves, with 404, that the made-up token, job, provider or version in their path is not there, or that
/// an empty form names nothing, or that this person was not invited and cannot be invited again.
fn answers_not_found(route: &RouteInfo) -> bool {
    (route.method == Method::POST && (route.path == "/account/offers" || route.path.ends_with("/again")))
        || [
            "{token}",
            "{job}",
            "{provider}",
            "{session}",
            "{passkey}",
            "{key}",
            "{attachment}",
            "{share}",
            "{number}",
            "{example}",
        ]
        .iter()
        .any(|parameter| route.path.contains(parameter))
}

fn agrees(route: &RouteInfo, expected: Expected, answer: &Answer) -> bool {
    match expected {
        Expected::NotThere => answer.status == StatusCode::NOT_FOUND,
        Expected::Opens if answer.status == StatusCode::NOT_FOUND => answers_not_found(route),
        other => found(answer) == other && !answer.status.is_server_error(),
    }
}

/// What must not be on a page for this visitor.
///
/// The audit trail names by id whoever did something to the own organisation, from wherever; never by name.
fn hidden_from(society: &Society, who: Option<(&Member, &Organisation)>, route: &RouteInfo) -> Vec<String> {
    let mut texts = Vec::new();
    let is_trail = route.permission == Permission::SeeAudit;
    for of in [&society.home, &society.neighbour, &society.national] {
        let may = |permission| who.is_some_and(|(member, at)| reaches(member, at, of, permission));
        if !may(Permission::SeePeople) && !may(Permission::SeeAudit) {
            let all = society.people_canaries(of, who.map(|(member, _)| member));
            texts.extend(all.into_iter().filter(|text| !is_trail || text.parse::<PersonId>().is_err()));
        }
        let is_own = who.is_some_and(|(_, at)| at.id == of.id);
        if !is_own && !may(Permission::SeeOrganisations) && !may(Permission::SeeAudit) {
            texts.push(of.id.to_string());
        }
    }
    texts
}

fn leaks(answer: &Answer, path: &str, hidden: &[String]) -> Vec<String> {
    let everything = format!("{:?}\n{}", answer.headers, answer.text);
    // What the visitor asked for by name may be said back.
    hidden
        .iter()
        .filter(|text| !path.contains(text.as_str()) && everything.contains(text.as_str()))
        .cloned()
        .collect()
}

/// What no page may have, whoever looks at it.
fn misprints(answer: &Answer, lang: &str) -> impl Iterator<Item = String> {
    let kind =
        answer.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let is_page = kind.starts_with("text/html");
    let tag = if lang.is_empty() { "<html lang=\"nl\">" } else { "<html lang=\"en\">" };
    let policy = answer.headers.get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
    let text = &answer.text;
    [
        (is_page && !text.contains(tag), "not in its language"),
        (is_page && text.contains("Unknown localization key"), "words are missing"),
        (is_page && text.contains(" style="), "a style inside"),
        (is_page && text.replace("<script src=\"/assets/", "").contains("<script"), "a script inside"),
        (
            policy.is_none_or(|policy| !policy.contains("default-src 'none'") || policy.contains("unsafe")),
            "its policy",
        ),
    ]
    .into_iter()
    .filter(|(is_so, _)| *is_so)
    .map(|(_, problem)| problem.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_opens_to_whom_it_should_and_shows_nothing_of_others() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let house = house::open(&database).await;
        let society = Society::found(&database, &house.keys, 3).await;
        let mut problems = Vec::new();
        for route in zicht::site::routes() {
            let mut visitors: Vec<Option<(&Member, &Organisation)>> = vec![None];
            for at in [&society.neighbour, &society.national, &society.home] {
                visitors.extend(society.of(at).into_iter().map(|member| Some((member, at))));
            }
            for who in visitors {
                // A program comes with a key, which stands where a browser has its cookie.
                let cookie = match who {
                    Some((member, at)) if route.is_api() => {
                        society.key(&database, member.person, at.id).await
                    }
                    Some((member, _)) => session_cookie(&society.session(&database, member.person).await),
                    None => String::new(),
                };
                let hidden = hidden_from(&society, who, &route);
                // What is done to one person must not change what the next visitor finds.
                let somebody = match route.path.contains("{person}") {
                    true => society.newcomer(&database, &house.keys).await,
                    false => society.home_reader(),
                };
                let path = filled(&route, &society, somebody);
                for lang in ["", "/en"] {
                    if !lang.is_empty() && (route.external || route.is_api() || route.method == Method::POST)
                    {
                        continue;
                    }
                    let path = if path == "/" {
                        if lang.is_empty() { path.clone() } else { lang.to_owned() }
                    } else {
                        format!("{lang}{path}")
                    };
                    let answer = visit(&house.router, &route, &path, &cookie).await;
                    let expected = expected(&route, who, &society.home);
                    let name = who.map_or("nobody".to_owned(), |(member, _)| member.name.clone());
                    if !agrees(&route, expected, &answer) {
                        problems.push(format!(
                            "{} {path} as {name}: {} instead of {expected:?}",
                            route.method, answer.status
                        ));
                    }
                    problems.extend(
                        misprints(&answer, lang).map(|problem| format!("{path} as {name}: {problem}")),
                    );
                    for text in leaks(&answer, &path, &hidden) {
                        problems.push(format!("{} {path} as {name} shows {text}", route.method));
                    }
                }
            }
        }
        assert!(
            problems.is_empty(),
            "{} problems on {}:\n{}",
            problems.len(),
            test.address,
            problems.join("\n")
        );
    }
}

/// Asks as a browser would: a form comes with the token of a page that the same visitor saw, and is else empty.
async fn visit(router: &Router, route: &RouteInfo, path: &str, cookie: &str) -> Answer {
    if route.is_api() {
        return ask_with_key(router, &route.method, path, cookie, &[], "{\"answers\":{}}").await;
    }
    if route.method == Method::GET || route.external {
        return ask(router, &route.method, path, cookie, "").await;
    }
    let page = if cookie.is_empty() { "/sign-in" } else { "/account" };
    let (token, cookies) = form_token(router, page, cookie).await;
    ask(router, &route.method, path, &cookies, &format!("form_token={token}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_another_site_is_refused_on_every_route_and_changes_nothing() {
    let test = testkit::sqlite();
    let database = test.open().await;
    let house = house::open(&database).await;
    let society = Society::found(&database, &house.keys, 4).await;
    let administrator = society.member(&society.national, Role::NationalAdministrator);
    let cookie = session_cookie(&society.session(&database, administrator.person).await);
    for route in zicht::site::routes() {
        if route.method == Method::GET || route.external || route.is_api() {
            continue;
        }
        let path = filled(&route, &society, society.home_reader());
        let (token, cookies) = form_token(&house.router, "/account", &cookie).await;
        let elsewhere = [("sec-fetch-site", "cross-site"), ("origin", "https://elsewhere.example")];
        for from in elsewhere {
            let form = format!("form_token={token}");
            let answer = ask_from(&house.router, &route.method, &path, &cookies, &form, from).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} with {from:?}");
        }
        // Without the token nothing is done; the visitor can look at it and send it again.
        let answer = ask(&house.router, &route.method, &path, &cookies, "").await;
        let is_kept =
            answer.text.contains("name=\"form_token\"") && answer.headers.get(header::LOCATION).is_none();
        assert!(
            answer.status == StatusCode::FORBIDDEN || is_kept,
            "{path} without a token: {}",
            answer.status
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sign_in_of_the_demonstration_is_not_in_serve() {
    let (serve, demo) = (testkit::sqlite(), testkit::sqlite());
    let (serve, demo) = (serve.open().await, demo.open().await);
    let (serve, demo) = (house::open(&serve).await, house::open_demo(&demo).await);
    assert!(zicht::site::routes().iter().all(|route| !route.path.starts_with("/demo")));
    for path in ["/demo/sign-in", "/en/demo/sign-in"] {
        for method in [Method::GET, Method::POST] {
            let answer = ask(&serve.router, &method, path, "", "").await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method} {path}");
        }
        assert_eq!(ask(&demo.router, &Method::GET, path, "", "").await.status, StatusCode::OK);
    }
}
