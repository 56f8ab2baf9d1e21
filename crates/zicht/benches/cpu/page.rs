//! What a page costs: for everybody, and for somebody who is signed in, with session, rights and audit event.

use axum::Router;
use axum::http::{Method, StatusCode};
use kernel::Role;

use crate::asking::{ask, session_cookie};
use crate::clock::{spent, tell};
use crate::house;
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
}

async fn repeat(router: &Router, what: &str, path: &str, cookie: &str) {
    assert_eq!(ask(router, &Method::GET, path, cookie, "").await.status, StatusCode::OK);
    let start = spent();
    for _ in 0..TIMES {
        ask(router, &Method::GET, path, cookie, "").await;
    }
    tell(what, start, TIMES);
}
