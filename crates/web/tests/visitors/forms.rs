//! Forms that everybody can fill in, and errors that everybody finds.

use axum::http::StatusCode;

use crate::world::{Answer, World, encoded};

const SESSION: (&str, &str) = ("cookie", "__Host-zicht=reader");

async fn wrong(world: &World) -> Answer {
    let token = world.token("reader").await;
    let fields = [
        ("form_token", token.as_str()),
        ("email", "somebody-with-a-long-name@example.org"),
        ("password", "geheim"),
        ("code", "123456"),
        ("why", "Omdat\r\nhet <moet>"),
        ("kind", "b"),
        ("many", "a"),
        ("agree", "on"),
    ];
    world.post("/form", &[SESSION], &encoded(&fields)).await
}

#[tokio::test]
async fn every_control_has_its_label_and_says_what_it_is_for() {
    let html = World::new().get("/form", &[]).await.text;
    for name in ["email", "password", "code", "name", "day", "why", "kind", "one", "many", "agree"] {
        assert!(html.contains(&format!("for=\"field-{name}\"")), "{name} has no label");
        assert!(html.contains(&format!("id=\"field-{name}\"")), "{name} has no control");
    }
    assert!(html.contains("for=\"field-one-2\"") && html.contains("id=\"field-one-2\""));
    for autocomplete in ["username", "current-password", "one-time-code", "name"] {
        assert!(html.contains(&format!("autocomplete=\"{autocomplete}\"")), "{autocomplete}");
    }
    assert!(html.contains("Naam (niet verplicht)</label>"));
    assert!(
        html.contains("aria-describedby=\"hint-name\"") && html.contains("id=\"hint-name\">Zoals op uw pas.")
    );
    assert!(html.contains("value=\"Anna &#34;&#60;b&#62;\""));
    assert!(html.contains("value=\"b\" checked") && !html.contains("value=\"a\" checked"));
    assert!(!html.contains("role=\"alert\"") && !html.contains("aria-invalid"));
    assert!(html.contains("<caption>Mensen</caption>"));
    assert!(html.contains("href=\"/form?after=b+c\" rel=\"next\""));
}

#[tokio::test]
async fn errors_stand_above_the_form_and_at_their_field() {
    let answer = wrong(&World::new()).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let html = &answer.text;
    assert!(html.contains("<title>Fout: Een formulier - Zicht</title>"));
    assert!(
        html.contains("role=\"alert\"")
            && html.contains("<h2 tabindex=\"-1\" id=\"errors\" autofocus>2 dingen")
    );
    assert!(html.contains(
        "<li><a href=\"#field-email\">E-mailadres: Maak dit korter, er is plaats voor 20 tekens.</a></li>"
    ));
    assert!(html.contains("<a href=\"#field-one\">Vul dit veld in.</a>"));
    assert!(html.contains("aria-describedby=\"error-email\" aria-invalid=\"true\""));
    assert!(html.contains("id=\"error-email\""));
    assert!(html.contains("aria-describedby=\"hint-one error-one\""));
}

#[tokio::test]
async fn what_was_typed_stays_and_what_is_secret_does_not() {
    let html = wrong(&World::new()).await.text;
    assert!(html.contains("value=\"somebody-with-a-long-name@example.org\""));
    assert!(html.contains(">\nOmdat\nhet &#60;moet&#62;</textarea>"));
    assert!(html.contains("<option value=\"b\" selected>De &#60;tweede&#62;</option>"));
    assert!(html.contains("name=\"many\" value=\"a\" checked"));
    assert!(html.contains("name=\"agree\" value=\"on\" checked"));
    assert!(!html.contains("geheim") && !html.contains("123456"));
}

#[tokio::test]
async fn a_page_tells_once_what_was_done_and_only_in_our_words() {
    let world = World::new();
    for unknown in ["test", "<b>", "..", "site-name", ""] {
        let html = world.get(&format!("/form?done={}", encoded(&[(unknown, "")])), &[]).await.text;
        assert!(!html.contains("role=\"status\""), "{unknown}");
    }
    let html = world.get("/form?done=saved", &[]).await.text;
    assert!(html.contains("role=\"status\">Opgeslagen.</p>"));
    assert!(!html.contains("href=\"/form?after=b+c&#38;done"));
    assert!(world.get("/en/form?done=saved", &[]).await.text.contains("role=\"status\">Saved.</p>"));
}
