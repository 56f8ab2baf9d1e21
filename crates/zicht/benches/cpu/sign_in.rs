//! What the first step of signing in costs, beside Argon2 alone.

use argon2::{Algorithm, Argon2, Params, Version};
use axum::Router;
use axum::http::{Method, StatusCode};
use kernel::Role;

use crate::asking::{ask, form_token, session_cookie};
use crate::authenticator;
use crate::clock::{spent, tell};
use crate::house;
use crate::society::{NOW, Society};

const TIMES: u32 = 100;
const PASSWORD: &str = "zeven groene fietsen in Assen";
const EMAIL: &str = "meting@example.org";

/// Argon2id at the cost that accounts use, then the same within a sign-in.
pub async fn measure() {
    let argon2 =
        Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(19 * 1024, 2, 1, None).unwrap());
    let start = spent();
    let mut out = [0; 32];
    for _ in 0..TIMES {
        argon2.hash_password_into(PASSWORD.as_bytes(), b"salt of sixteen.", &mut out).unwrap();
    }
    let alone = tell("Argon2id alone", start, TIMES);

    let test = testkit::sqlite();
    let database = test.open().await;
    let house = house::open(&database).await;
    let society = Society::found(&database, &house.keys, 6).await;
    let administrator = society.member(&society.home, Role::Administrator);
    let cookie = session_cookie(&society.session(&database, administrator.person).await);
    enrol(&house.router, &society, &cookie).await;
    let (token, cookies) = form_token(&house.router, "/sign-in", "").await;
    let form = format!("form_token={token}&email={EMAIL}&password={}", PASSWORD.replace(' ', "+"));
    let start = spent();
    for _ in 0..TIMES {
        let answer = ask(&house.router, &Method::POST, "/sign-in", &cookies, &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    }
    let whole = tell("the first step of signing in", start, TIMES);
    println!("{:<56} {:>9} µs", "beside Argon2id", whole.saturating_sub(alone).as_micros());
}

/// Invites somebody and lets them choose a password and an app.
async fn enrol(router: &Router, society: &Society, cookie: &str) {
    let invite = format!("/organisations/{}/people/invite", society.home.id);
    let (token, cookies) = form_token(router, &invite, cookie).await;
    let form = format!("form_token={token}&name=Meting&email={EMAIL}&lang=nl&role=reader");
    let page = ask(router, &Method::POST, &invite, &cookies, &form).await;
    let rest = page.text.split("/invitation/").nth(1).unwrap();
    let link: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
    let link = format!("/invitation/{link}");
    let (token, cookies) = form_token(router, &link, "").await;
    let form = format!("form_token={token}&new_password={}", PASSWORD.replace(' ', "+"));
    let answer = ask(router, &Method::POST, &link, &cookies, &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let cookies = format!("{cookies}; {}", answer.cookies());
    let app = ask(router, &Method::GET, &format!("{link}/app"), &cookies, "").await;
    let code = authenticator::code(&authenticator::secret_on(&app.text), NOW.parse().unwrap());
    let (token, cookies) = form_token(router, &format!("{link}/app"), &cookies).await;
    let answer = ask(
        router,
        &Method::POST,
        &format!("{link}/app"),
        &cookies,
        &format!("form_token={token}&code={code}"),
    )
    .await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
}
