//! What was typed survives the end of a session.

use axum::http::StatusCode;

use crate::world::{HOME, World, encoded, settings_at};

/// Fills in a form as the reader and sends it when the session is over.
async fn sent_too_late(world: &World) -> crate::world::Answer {
    let token = world.token("reader").await;
    let fields = [
        ("form_token", token.as_str()),
        ("name", "Jansen & <Zn>"),
        ("old_password", "geheim"),
        ("code", "123456"),
    ];
    let referer = ("referer", "https://zicht.example/en/account?tab=2");
    world.post("/en/account", &[("cookie", "__Host-zicht=over"), referer], &encoded(&fields)).await
}

/// Goes from the page that keeps the form to sign-in, which succeeds as the reader in a new session.
async fn signed_in(world: &World, late: &crate::world::Answer) -> crate::world::Answer {
    let cookie = late.cookie("__Host-zicht-form").expect("a form cookie");
    let cookie = format!("__Host-zicht-form={}", cookie.split(';').next().expect("a value"));
    let names = ["next", "form_token", "resume"];
    let fields = names.map(|name| (name, late.field(name)));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    world.post("/en/sign-in", &[("cookie", &cookie)], &encoded(&fields)).await
}

#[tokio::test]
async fn a_form_sent_too_late_is_offered_again_after_sign_in() {
    let world = World::new();
    let late = sent_too_late(&world).await;
    assert_eq!(late.status, StatusCode::UNAUTHORIZED);
    assert!(late.text.contains("What you filled in was kept"));
    assert!(late.text.contains("action=\"/en/sign-in\""));
    assert_eq!(late.field("next"), "/en/account?tab=2");
    assert!(!late.text.contains("Jansen"));

    // The program was stopped and started meanwhile: nothing of it was in its memory.
    let world = World::new();
    let welcome = signed_in(&world, &late).await;
    assert_eq!(welcome.status, StatusCode::OK);
    assert_eq!(welcome.headers["cache-control"], "no-store");
    assert!(welcome.cookie("__Host-zicht").is_some());
    assert!(welcome.text.contains("<h1>What you filled in was kept</h1>"));
    assert!(welcome.text.contains("action=\"/en/account\""));
    assert!(welcome.text.contains("value=\"Jansen &#38; &#60;Zn&#62;\""));
    assert!(!welcome.text.contains("geheim") && !welcome.text.contains("123456"));
    assert!(!welcome.text.contains("href=\"/en/sign-in\""));

    let body = encoded(&[("form_token", &welcome.field("form_token")), ("name", "Jansen")]);
    let done = world.post("/en/account", &[("cookie", "__Host-zicht=again")], &body).await;
    assert!(done.text.ends_with("Jansen"), "{}", done.text);
}

#[tokio::test]
async fn what_was_kept_half_a_day_ago_is_gone() {
    let late = sent_too_late(&World::new()).await;
    for (now, kept) in
        [("2026-11-22T23:59:59Z", true), ("2026-11-23T00:00:00Z", false), ("2026-11-22T11:59:59Z", false)]
    {
        let answer = signed_in(&World::with(settings_at(HOME, now)), &late).await;
        assert_eq!(answer.status == StatusCode::OK, kept, "{now}");
        if !kept {
            assert_eq!(answer.location(), "/en/account?tab=2");
        }
    }
}

#[tokio::test]
async fn what_was_typed_comes_back_to_the_same_person_only() {
    let world = World::new();
    let token = world.token("administrator").await;
    let fields = [("form_token", token.as_str()), ("name", "Jansen")];
    let late = world.post("/account", &[], &encoded(&fields)).await;
    assert!(!late.field("resume").is_empty());
    // The reader signs in.
    let answer = signed_in(&world, &late).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_was_changed_on_the_way_is_dropped() {
    let world = World::new();
    let mut late = sent_too_late(&world).await;
    let resume = late.field("resume");
    let flipped =
        if resume.starts_with('A') { resume.replacen('A', "B", 1) } else { format!("A{}", &resume[1..]) };
    late.text = late.text.replace(&resume, &flipped);
    assert_eq!(signed_in(&world, &late).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn only_a_form_of_ours_is_kept() {
    let world = World::new();
    for body in ["name=Jansen", "name=Jansen&form_token=abc", "form_token=abc.def"] {
        let answer = world.post("/account", &[], body).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        assert_eq!(answer.field("resume"), "", "{body}");
        assert!(answer.text.contains("Log in om verder te gaan."), "{body}");
    }
    let evil = [("origin", "https://evil.example")];
    let foreign = world.send(crate::world::request(axum::http::Method::POST, "/account", &evil, "a=b")).await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_sensitive_form_waits_for_the_confirmation() {
    let world = World::new();
    let token = world.token("reader").await;
    let fields = [("form_token", token.as_str()), ("name", "Jansen")];
    let asked = world.post("/sensitive", &[("cookie", "__Host-zicht=reader")], &encoded(&fields)).await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    assert!(
        asked.text.contains("Laat eerst zien dat u het bent") && asked.text.contains("action=\"/confirm\"")
    );
    assert!(!asked.field("resume").is_empty());
    assert!(world.refusals().is_empty());
}

#[tokio::test]
async fn after_sign_in_nobody_ends_up_elsewhere() {
    let world = World::new();
    let page = world.get("/form", &[]).await;
    let cookie = page.cookie("__Host-zicht-form").expect("a cookie");
    let cookie = format!("__Host-zicht-form={}", cookie.split(';').next().expect("a value"));
    for next in ["", "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"] {
        let body = encoded(&[("form_token", &page.field("form_token")), ("next", next)]);
        let answer = world.post("/en/sign-in", &[("cookie", &cookie)], &body).await;
        assert_eq!(answer.location(), "/en", "{next}");
    }
}
