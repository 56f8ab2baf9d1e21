//! Nobody can ask too much, and every request can be found again by its number.

use std::num::NonZeroU32;
use std::time::Duration;

use axum::http::{Method, StatusCode};
use web::{Rate, Settings};

use crate::world::{HOME, NOW, World, encoded, from_peer, request, settings_at};

fn settings() -> Settings {
    let mut settings = settings_at(HOME, NOW);
    settings.trusted_proxies = vec!["10.0.0.0/8".parse().expect("a network")];
    settings
}

#[tokio::test]
async fn one_address_that_asks_too_often_waits_and_others_do_not() {
    let mut settings = settings();
    // So slow that nothing comes back while the test runs.
    let every = Duration::from_hours(1);
    settings.rate = Some(Rate { every, burst: NonZeroU32::new(2).expect("two") });
    let world = World::with(settings);
    let ask = async |peer, from| {
        let headers = [("x-forwarded-for", from)];
        world.send(from_peer(request(Method::GET, "/en/address", &headers, ""), peer)).await
    };
    for _ in 0..2 {
        assert_eq!(ask("10.0.0.1", "203.0.113.9").await.text, "203.0.113.9");
    }
    let refused = ask("10.0.0.1", "203.0.113.9").await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(refused.text.contains("<h1>Slow down a little</h1>"));
    let wait: u64 = refused.headers["retry-after"].to_str().expect("text").parse().expect("seconds");
    assert!((1..=3600).contains(&wait), "{wait}");
    assert_eq!(ask("10.0.0.1", "203.0.113.10").await.status, StatusCode::OK);
    // Whatever it says of itself, an address that is no proxy is one address.
    for claim in ["1.1.1.1", "2.2.2.2"] {
        assert_eq!(ask("192.0.2.7", claim).await.text, "192.0.2.7");
    }
    assert_eq!(ask("192.0.2.7", "3.3.3.3").await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn a_form_that_is_too_large_is_refused_with_a_page() {
    let world = World::new();
    let token = world.token("reader").await;
    let send = async |size: usize, resume: usize| {
        let (name, resume) = ("a".repeat(size), "b".repeat(resume));
        let body = encoded(&[("form_token", &token), ("name", &name), ("resume", &resume)]);
        world.post("/account", &[("cookie", "__Host-zicht=reader")], &body).await
    };
    assert_eq!(send(60_000, 0).await.status, StatusCode::OK);
    // What is kept of another form does not count against this one.
    assert_eq!(send(1_000, 90_000).await.status, StatusCode::OK);
    for (size, resume) in [(65_537, 0), (200_000, 0), (1_000, 140_000)] {
        let refused = send(size, resume).await;
        assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(refused.text.contains("<h1>Dit is te groot</h1>"));
    }
    let hook = request(Method::POST, "/hook", &[], &"a".repeat(65_537));
    assert_eq!(world.send(hook).await.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn addresses_and_headers_have_their_measure() {
    let world = World::new();
    let long = format!("/address?a={}", "a".repeat(9_000));
    assert_eq!(world.get(&long, &[]).await.status, StatusCode::URI_TOO_LONG);
    let large = "a".repeat(40_000);
    let answer = world.get("/address", &[("x-large", &large)]).await;
    assert_eq!(answer.status, StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
    assert!(answer.text.contains("<h1>Dit verzoek klopt niet</h1>"));
    assert_eq!(world.get("/address?a=%00", &[]).await.status, StatusCode::BAD_REQUEST);
    let body = format!("form_token={}&name=a%00b", world.token("reader").await);
    let answer = world.post("/account", &[("cookie", "__Host-zicht=reader")], &body).await;
    assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test(start_paused = true)]
async fn a_page_that_takes_too_long_is_given_up_unless_it_may_take_long() {
    let world = World::new();
    let late = world.get("/sleep", &[]).await;
    assert_eq!(late.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(late.text.contains("<h1>Dit duurt te lang</h1>"));
    assert!(late.headers.contains_key("retry-after"));
    assert_eq!(world.get("/sleep-long", &[]).await.text, "awake");
    assert_eq!(world.get("/en/sleep-long", &[]).await.text, "awake");
}

#[tokio::test]
async fn every_answer_has_a_number_and_an_error_page_shows_it() {
    let world = World::with(settings());
    let (one, two) = (world.get("/address", &[]).await, world.get("/nowhere", &[]).await);
    let number = two.headers["x-request-id"].to_str().expect("text").to_owned();
    assert_ne!(one.headers["x-request-id"].to_str().expect("text"), number);
    assert!(two.text.contains(&format!("nummer {number} aan")));
    let given = [("x-request-id", "from-the-proxy")];
    let from = async |peer| {
        let answer = world.send(from_peer(request(Method::GET, "/address", &given, ""), peer)).await;
        answer.headers["x-request-id"].to_str().expect("text").to_owned()
    };
    assert_eq!(from("10.0.0.1").await, "from-the-proxy");
    assert_ne!(from("192.0.2.7").await, "from-the-proxy");
}

#[tokio::test]
async fn https_stays_https_and_passkeys_are_for_this_site() {
    let headers = World::new().get("/", &[]).await.headers;
    assert!(headers["strict-transport-security"].to_str().expect("text").starts_with("max-age=31536000"));
    let policy = headers["permissions-policy"].to_str().expect("text");
    assert!(policy.contains("publickey-credentials-get=(self)"));
    let policy = headers["content-security-policy"].to_str().expect("text");
    assert!(policy.contains("form-action 'self'") && policy.contains("script-src 'none'"));
}
