use std::collections::HashMap;

use axum::http::StatusCode;
use kernel::{PersonId, Role};
use platform::config::OidcRole;
use serde_json::{Value, json};

use super::provider::{Provider, base64};
use super::world::{Answer, Browser, Somebody, World};
use crate::Settings;
use crate::store::{day, memberships};

const SIGN_IN: &str = "/en/sign-in";

async fn each(change: impl Fn(&Provider) -> Settings) -> Vec<(World, Provider)> {
    let mut worlds = Vec::new();
    for database in testkit::databases().await {
        let provider = Provider::start().await;
        worlds.push((World::new(database, change(&provider)).await, provider));
    }
    worlds
}

fn plain(provider: &Provider) -> Settings {
    Settings { providers: vec![provider.entry(Vec::new())], ..Settings::at(super::world::HOME) }
}

/// What the address of the provider asks.
fn asked(page: &Answer) -> HashMap<String, String> {
    let url = page.text.split("href=\"http://127.0.0.1").nth(1).and_then(|rest| rest.split('"').next());
    let query = url.and_then(|url| url.split_once('?')).expect("a query").1.replace("&#38;", "&");
    form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

async fn go(browser: &mut Browser<'_>, from: &str, fields: &[(&str, &str)]) -> HashMap<String, String> {
    let page = browser.post(from, "/en/oidc/gemeente", fields).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.location);
    asked(&page)
}

async fn come_back(browser: &mut Browser<'_>, provider: &Provider, state: &str) -> Answer {
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("code", "code"), ("state", state), ("iss", &provider.issuer())])
        .finish();
    browser.get(&format!("/oidc/gemeente/callback?{query}")).await
}

/// Goes there and comes back as `subject`.
async fn visit(
    world: &World,
    browser: &mut Browser<'_>,
    provider: &Provider,
    fields: &[(&str, &str)],
    subject: &str,
) -> Answer {
    let visit = go(browser, SIGN_IN, fields).await;
    provider.expect(&visit, subject, world.site.now());
    come_back(browser, provider, &visit["state"]).await
}

/// Somebody who accepted an invitation through the provider, as subject `anna`.
async fn linked(world: &World, provider: &Provider) -> PersonId {
    let (person, token) = world.invited("Anna").await;
    let fields = [("errand", "invitation"), ("invitation", token.as_str())];
    let answer = visit(world, &mut world.browser(), provider, &fields, "anna").await;
    assert_eq!(answer.location, "/en/start");
    person
}

#[tokio::test]
async fn an_invitation_links_the_providers_name_and_from_then_on_it_signs_in() {
    for (world, provider) in each(plain).await {
        let mut stranger = world.browser();
        let answer = visit(&world, &mut stranger, &provider, &[], "anna").await;
        assert_eq!(answer.location, "/en/sign-in?problem=unlinked");
        linked(&world, &provider).await;
        let mut browser = world.browser();
        let answer = visit(&world, &mut browser, &provider, &[("next", "/en/account/seen")], "anna").await;
        assert_eq!(answer.location, "/en/account/seen");
        assert!(browser.is_signed_in().await);
        let answer = visit(&world, &mut world.browser(), &provider, &[], "bram").await;
        assert_eq!(answer.location, "/en/sign-in?problem=unlinked");
        let kinds = world.kinds().await;
        assert_eq!(
            kinds,
            [
                "sign-in-failed",
                "identity-linked",
                "link-used",
                "activated",
                "signed-in",
                "signed-in",
                "sign-in-failed"
            ]
        );
    }
}

#[tokio::test]
async fn the_way_there_asks_for_pkce_and_a_nonce_and_the_way_back_must_fit_it() {
    let (world, provider) = each(plain).await.remove(0);
    linked(&world, &provider).await;
    let mut browser = world.browser();
    let visit = go(&mut browser, SIGN_IN, &[]).await;
    assert_eq!(visit["code_challenge_method"], "S256");
    assert!(visit["nonce"].len() >= 64 && visit["state"].len() >= 64);
    assert_eq!(visit["redirect_uri"], "http://localhost:8080/oidc/gemeente/callback");
    provider.expect(&visit, "anna", world.site.now());
    let mut thief = world.browser();
    let answer = come_back(&mut thief, &provider, &visit["state"]).await;
    assert_eq!(answer.location, "/sign-in?problem=late", "without the cookie of the way there");
    let answer = come_back(&mut browser, &provider, "another").await;
    assert_eq!(answer.location, "/en/sign-in?problem=refused");
    let answer = come_back(&mut browser, &provider, &visit["state"]).await;
    assert_eq!(answer.location, "/sign-in?problem=late", "one way back for one way there");
    let visit = go(&mut browser, SIGN_IN, &[]).await;
    provider.expect(&visit, "anna", world.site.now());
    for iss in ["&iss=https://elsewhere.example", ""] {
        let path = format!("/oidc/gemeente/callback?code=code&state={}{iss}", visit["state"]);
        assert!(browser.get(&path).await.location.contains("problem="), "RFC 9207");
    }
    assert!(!browser.is_signed_in().await);
}

#[tokio::test]
async fn a_token_that_is_wrong_in_any_way_signs_nobody_in() {
    let (world, provider) = each(plain).await.remove(0);
    linked(&world, &provider).await;
    let now = world.site.now().as_second();
    let wrong = [
        ("iss", json!("https://elsewhere.example")),
        ("aud", json!("another")),
        ("exp", json!(now - 10)),
        ("nonce", json!("another")),
        ("nonce", Value::Null),
        ("at_hash", json!("AAAAAAAAAAAAAAAAAAAAAA")),
    ];
    for (name, value) in wrong {
        let mut browser = world.browser();
        let visit = go(&mut browser, SIGN_IN, &[]).await;
        let mut claims = provider.expect(&visit, "anna", world.site.now());
        claims[name] = value.clone();
        provider.claim(claims);
        let answer = come_back(&mut browser, &provider, &visit["state"]).await;
        assert_eq!(answer.location, "/en/sign-in?problem=refused", "{name}: {value}");
    }
    for algorithm in ["none", "HS256"] {
        let mut browser = world.browser();
        let visit = go(&mut browser, SIGN_IN, &[]).await;
        let claims = provider.expect(&visit, "anna", world.site.now());
        let parts =
            [json!({ "alg": algorithm }), claims].map(|part| base64(part.to_string().as_bytes(), true));
        provider.claim(json!({ "raw": format!("{}.{}.", parts[0], parts[1]) }));
        let answer = come_back(&mut browser, &provider, &visit["state"]).await;
        assert_eq!(answer.location, "/en/sign-in?problem=refused", "{algorithm}");
    }
    provider.sign_with_a_stolen_name();
    let answer = visit(&world, &mut world.browser(), &provider, &[], "anna").await;
    assert_eq!(answer.location, "/en/sign-in?problem=refused", "a key that is not published");
}

#[tokio::test]
async fn a_provider_that_changes_its_keys_is_asked_again() {
    let (world, provider) = each(plain).await.remove(0);
    linked(&world, &provider).await;
    visit(&world, &mut world.browser(), &provider, &[], "anna").await;
    assert_eq!(provider.asked(), 1, "within the hour nothing is fetched again");
    provider.rotate();
    let mut browser = world.browser();
    visit(&world, &mut browser, &provider, &[], "anna").await;
    assert!(browser.is_signed_in().await);
    assert_eq!(provider.asked(), 2);
}

fn with_roles(provider: &Provider) -> Settings {
    let role =
        |value: &str, role| OidcRole { value: value.to_owned(), organisation: "GM0513".to_owned(), role };
    let entry = provider.entry(vec![role("editors", Role::Editor), role("readers", Role::Reader)]);
    Settings { providers: vec![entry], ..Settings::at(super::world::HOME) }
}

#[tokio::test]
async fn roles_follow_the_claim_at_every_sign_in_and_no_further_than_the_entry_lists() {
    for (world, provider) in each(with_roles).await {
        let admin = world.somebody("Bram").await;
        world.role(admin.id, "municipality", Role::Administrator).await;
        let person = linked(&world, &provider).await;
        let roles = async || {
            let mut db = world.site.database().read().await.expect("a connection");
            let held = memberships::of(&mut db, person, day(world.site.now())).await.expect("roles");
            held.into_iter().map(|membership| membership.role).collect::<Vec<_>>()
        };
        for (groups, expected) in [
            (json!(["editors", "national-administrator"]), vec![Role::Editor]),
            (json!(["editors", "readers"]), vec![Role::Editor, Role::Reader]),
            (json!("readers"), vec![Role::Reader]),
            (json!({}), vec![]),
        ] {
            let mut browser = world.browser();
            let visit = go(&mut browser, SIGN_IN, &[]).await;
            let mut claims = provider.expect(&visit, "anna", world.site.now());
            claims["groups"] = groups;
            provider.claim(claims);
            come_back(&mut browser, &provider, &visit["state"]).await;
            assert!(browser.is_signed_in().await);
            assert_eq!(roles().await, expected);
        }
        let changes = world.kinds().await.into_iter().filter(|kind| kind.starts_with("role-"));
        assert_eq!(changes.collect::<Vec<_>>(), ["role-given", "role-given", "role-taken", "role-taken"]);
    }
}

#[tokio::test]
async fn an_address_finds_an_account_only_where_the_settings_trust_the_provider_in_that() {
    let trusting = |provider: &Provider| {
        let entry = platform::config::Oidc { link_by_verified_email: true, ..provider.entry(Vec::new()) };
        Settings { providers: vec![entry], ..Settings::at(super::world::HOME) }
    };
    for (settings, verified, location) in [
        (&trusting as &dyn Fn(&Provider) -> Settings, true, "/en/start"),
        (&trusting, false, "/en/sign-in?problem=unlinked"),
        (&plain, true, "/en/sign-in?problem=unlinked"),
    ] {
        let (world, provider) = each(settings).await.remove(0);
        let anna = world.somebody("Anna").await;
        let mut browser = world.browser();
        let visit = go(&mut browser, SIGN_IN, &[]).await;
        let mut claims = provider.expect(&visit, "anna", world.site.now());
        claims["email"] = json!(anna.email);
        claims["email_verified"] = json!(verified);
        provider.claim(claims);
        assert_eq!(come_back(&mut browser, &provider, &visit["state"]).await.location, location);
    }
}

fn logout(provider: &Provider, world: &World, jti: &str) -> Value {
    json!({
        "iss": provider.issuer(), "aud": "zicht", "iat": world.site.now().as_second(), "jti": jti,
        "exp": world.site.now().as_second() + 120, "sid": "sid-anna",
        "events": { "http://schemas.openid.net/event/backchannel-logout": {} },
    })
}

async fn announce(world: &World, provider: &Provider, claims: &Value) -> StatusCode {
    let token = provider.sign("logout+jwt", claims);
    // Another system has no cookie and no token of a form.
    world
        .browser_at("203.0.113.9")
        .post_with("", "/oidc/gemeente/logout", &[("logout_token", &token)])
        .await
        .status
}

#[tokio::test]
async fn a_provider_ends_the_sessions_that_began_there() {
    for (world, provider) in each(plain).await {
        linked(&world, &provider).await;
        let mut browser = world.browser();
        visit(&world, &mut browser, &provider, &[], "anna").await;
        let by_password: Somebody = world.somebody("Bram").await;
        let mut other = world.browser();
        other.sign_in(&by_password).await;
        let mut claims = logout(&provider, &world, "1");
        claims["nonce"] = json!("n");
        assert_eq!(announce(&world, &provider, &claims).await, StatusCode::BAD_REQUEST);
        assert!(browser.is_signed_in().await);
        let claims = logout(&provider, &world, "2");
        assert_eq!(announce(&world, &provider, &claims).await, StatusCode::OK);
        assert!(!browser.is_signed_in().await && other.is_signed_in().await);
        assert_eq!(announce(&world, &provider, &claims).await, StatusCode::BAD_REQUEST, "a token works once");
        assert!(world.kinds().await.contains(&"provider-logout".to_owned()));
        visit(&world, &mut browser, &provider, &[], "anna").await;
        let mut claims = logout(&provider, &world, "3");
        claims["sid"] = Value::Null;
        claims["sub"] = json!("anna");
        provider.rotate();
        world.wait(10);
        assert_eq!(announce(&world, &provider, &claims).await, StatusCode::OK, "also by a new key");
        assert!(!browser.is_signed_in().await);
        provider.sign_with_a_stolen_name();
        let claims = logout(&provider, &world, "4");
        assert_eq!(announce(&world, &provider, &claims).await, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test]
async fn an_account_is_linked_and_confirmed_at_the_provider_by_its_owner_only() {
    for (world, provider) in each(plain).await {
        let anna = world.somebody("Anna").await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        let visit_as = async |browser: &mut Browser<'_>, errand: &str, subject: &str| {
            let visit = go(browser, "/en/account", &[("errand", errand)]).await;
            let claims = provider.expect(&visit, subject, world.site.now());
            (visit, claims)
        };
        let (visit, _) = visit_as(&mut browser, "link", "anna").await;
        let answer = come_back(&mut browser, &provider, &visit["state"]).await;
        assert_eq!(answer.location, "/en/account/security?done=identity-linked");
        assert_eq!(world.mail().await.len(), 1);
        world.wait(16 * 60);
        let (visit, mut claims) = visit_as(&mut browser, "confirm", "anna").await;
        assert_eq!((visit["prompt"].as_str(), visit["max_age"].as_str()), ("login", "0"));
        claims["auth_time"] = json!(world.site.now().as_second() - 3600);
        provider.claim(claims);
        let answer = come_back(&mut browser, &provider, &visit["state"]).await;
        assert_eq!(answer.location, "/en/sign-in?problem=refused", "an old sign-in there confirms nothing");
        let (visit, _) = visit_as(&mut browser, "confirm", "anna").await;
        let answer = come_back(&mut browser, &provider, &visit["state"]).await;
        assert_eq!(answer.location, "/en/start");
        assert_eq!(browser.get("/en/account/security/authenticator").await.status, StatusCode::OK);
        let bram = world.somebody("Bram").await;
        let mut other = world.browser();
        other.sign_in(&bram).await;
        let (visit, _) = visit_as(&mut other, "link", "anna").await;
        let answer = come_back(&mut other, &provider, &visit["state"]).await;
        assert_eq!(answer.location, "/en/sign-in?problem=linked");
    }
}

#[tokio::test]
async fn who_signs_out_here_hears_that_the_provider_still_knows_them() {
    for (world, provider) in each(plain).await {
        linked(&world, &provider).await;
        let mut browser = world.browser();
        visit(&world, &mut browser, &provider, &[], "anna").await;
        let answer = browser.post("/en/account", "/en/sign-out", &[]).await;
        assert_eq!(answer.status, StatusCode::OK);
        let leave = format!("{}/leave?client_id=zicht&#38;post_logout_redirect_uri=", provider.issuer());
        assert!(answer.text.contains(&leave), "{}", answer.text);
        assert!(!browser.is_signed_in().await);
    }
}

#[tokio::test]
async fn a_provider_that_does_not_answer_is_told_and_nothing_breaks() {
    let (world, _) = each(|provider| {
        let mut entry = provider.entry(Vec::new());
        "http://127.0.0.1:9".clone_into(&mut entry.issuer);
        Settings { providers: vec![entry], ..Settings::at(super::world::HOME) }
    })
    .await
    .remove(0);
    let answer = world.browser().post(SIGN_IN, "/en/oidc/gemeente", &[]).await;
    assert_eq!(answer.location, "/en/sign-in?problem=provider");
}
