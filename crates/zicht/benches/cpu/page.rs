//! What a page costs: for everybody, and for somebody who is signed in, with session, rights and audit event.

use axum::Router;
use axum::http::{Method, StatusCode};
use kernel::Role;

use crate::asking::{ask, session_cookie};
use crate::clock::{spent, tell};
use crate::house;
use crate::process::{encoded, hidden};
use crate::society::Society;

const TIMES: u32 = 1000;

/// Pages of increasing weight, through the whole router.
pub async fn measure() {
    let test = testkit::sqlite();
    let database = test.open().await;
    let house = house::open(&database).await;
    let society = Society::found(&database, &house.keys, 5).await;
    let administrator = society.member(&society.home, Role::Administrator);
    let cookie = session_cookie(&society.session(&database, administrator.person).await);
    let people = format!("/organisations/{}/people", society.home.id);
    repeat(&house.router, "a public page without data", "/method", "").await;
    repeat(&house.router, "own account, signed in", "/account", &cookie).await;
    repeat(&house.router, "start, signed in", "/start", &cookie).await;
    repeat(&house.router, "the people of an organisation, signed in", &people, &cookie).await;
    let one = format!("{people}/{}", society.home_reader());
    repeat(&house.router, "one person, signed in", &one, &cookie).await;
    steps(&house.router).await;
}

async fn repeat(router: &Router, what: &str, path: &str, cookie: &str) {
    assert_eq!(ask(router, &Method::GET, path, cookie, "").await.status, StatusCode::OK);
    let start = spent();
    for _ in 0..TIMES {
        ask(router, &Method::GET, path, cookie, "").await;
    }
    tell(what, start, TIMES);
}

/// The steps of the meldcode, each sent with two thousand characters of text, and the report.
async fn steps(router: &Router) {
    let page = ask(router, &Method::GET, "/meldcode", "", "").await;
    let (cookies, token) = (page.cookies(), hidden(&page.text, "form_token").unwrap());
    let begin = format!("form_token={}&step=start&profession=gp-doctor", encoded(&token));
    let page = ask(router, &Method::POST, "/meldcode", &cookies, &begin).await;
    let state = hidden(&page.text, "state").unwrap().replace("&#34;", "\"");
    let own = format!("form_token={}&state={}", encoded(&token), encoded(&state));
    let text = "lang%20verhaal%20".repeat(200);
    let answers = "weighing-suspicion=yes&weighing-acute=yes";
    for to in ["signals", "consult", "talk", "weigh", "decide", "report"] {
        let form = format!("{own}&step=weigh&go={to}&{answers}&weighing-acute-why={text}");
        assert_eq!(ask(router, &Method::POST, "/meldcode", &cookies, &form).await.status, StatusCode::OK);
        let start = spent();
        for _ in 0..TIMES {
            ask(router, &Method::POST, "/meldcode", &cookies, &form).await;
        }
        tell(&format!("meldcode, a form sent and the page of {to}"), start, TIMES);
    }
}
