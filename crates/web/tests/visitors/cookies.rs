//! Session cookies as browsers and others send them.

use axum::http::StatusCode;

use crate::world::{World, settings_at};

#[tokio::test]
async fn the_gate_is_asked_once_and_only_about_a_cookie_that_can_be_ours() {
    let world = World::new();
    let long = format!("__Host-zicht={}", "a".repeat(201));
    let not_ours = [
        "__Host-zicht=",
        "__Host-zicht",
        "__Host-zicht=a b",
        "__Host-zicht=\"reader\"",
        "__Host-zicht=r\u{e9}",
        "zicht=reader",
        "__host-zicht=reader",
        "__Host-zicht=reader; __Host-zicht=reader",
        "__Host-zicht=reader; a=b; __Host-zicht=x",
        ";;;=;",
        long.as_str(),
    ];
    for cookie in not_ours {
        assert_eq!(
            world.get("/account", &[("cookie", cookie)]).await.status,
            StatusCode::SEE_OTHER,
            "{cookie}"
        );
    }
    let twice = [("cookie", "__Host-zicht=reader"), ("cookie", "__Host-zicht=reader")];
    assert_eq!(world.get("/account", &twice).await.status, StatusCode::SEE_OTHER);
    assert_eq!(world.asked(), 0);
    assert_eq!(
        world.get("/account", &[("cookie", "a=b;__Host-zicht=reader; c=d")]).await.status,
        StatusCode::OK
    );
    assert_eq!(world.asked(), 1);
    assert_eq!(
        world.get("/account", &[("cookie", "__Host-zicht=unknown")]).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(world.asked(), 2);
    // A page and an error page know who it is; a file is the same for everybody.
    world.get("/nowhere", &[("cookie", "__Host-zicht=reader")]).await;
    assert_eq!(world.asked(), 3);
    let icon = world.get("/assets/icon.svg", &[("cookie", "__Host-zicht=reader")]).await;
    assert!(!icon.headers.contains_key("vary") || icon.headers["vary"] == "accept-encoding");
    assert_eq!(
        (world.asked(), icon.headers["cache-control"].to_str().expect("text")),
        (3, "public, max-age=86400")
    );
}

#[tokio::test]
async fn a_session_cookie_is_for_this_host_over_https_and_not_for_scripts() {
    let world = World::new();
    let token = world.get("/form", &[]).await;
    let cookie = token.cookie("__Host-zicht-form").expect("a form cookie");
    assert!(cookie.ends_with("; HttpOnly; SameSite=Lax; Secure; Path=/"), "{cookie}");
    let form = format!("__Host-zicht-form={}", cookie.split(';').next().expect("a value"));
    let body = format!("form_token={}&next=/account", token.field("form_token"));
    let answer = world.post("/sign-in", &[("cookie", &form)], &body).await;
    assert_eq!(answer.location(), "/account");
    assert_eq!(
        answer.cookie("__Host-zicht").as_deref(),
        Some("again; HttpOnly; SameSite=Lax; Secure; Path=/")
    );
}

#[tokio::test]
async fn signing_out_takes_the_cookie_away() {
    let world = World::new();
    let body = format!("form_token={}", world.token("reader").await);
    let answer = world.post("/sign-out", &[("cookie", "__Host-zicht=reader")], &body).await;
    let cookie = answer.cookie("__Host-zicht").expect("a cookie");
    assert!(
        cookie.starts_with("; ") && cookie.contains("Max-Age=0") && cookie.contains("Secure"),
        "{cookie}"
    );
}

#[tokio::test]
async fn who_leaves_after_the_session_is_over_hears_that_it_is() {
    let world = World::new();
    let body = format!("form_token={}", world.token("reader").await);
    for (path, cookie) in [("/sign-out", "__Host-zicht=over"), ("/form", "a=b")] {
        let answer = world.post(path, &[("cookie", cookie)], &body).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
        assert!(answer.text.contains("<h1>U bent niet ingelogd</h1>"), "{path}");
    }
}

#[tokio::test]
async fn on_this_machine_without_https_cookies_have_a_plain_name() {
    let world = World::with(settings_at("http://127.0.0.1:8080", crate::world::NOW));
    let page = world.get("/form", &[("cookie", "zicht=reader")]).await;
    assert!(page.text.contains("Anna &#60;reader&#62;"));
    assert!(!page.headers.contains_key("strict-transport-security"));
    let cookie = world.get("/form", &[]).await.cookie("zicht-form").expect("a form cookie");
    assert!(!cookie.contains("Secure"), "{cookie}");
}

#[tokio::test]
async fn a_gate_that_fails_gives_a_page_and_tells_nothing() {
    let world = World::new();
    let answer = world.get("/", &[("cookie", "__Host-zicht=breaks")]).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(answer.text.contains("<h1>Er ging iets mis</h1>") && !answer.text.contains("secret"));
    assert_eq!(world.asked(), 1);
}
