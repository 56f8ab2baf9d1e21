use axum::http::StatusCode;
use kernel::Role;

use super::world::{PASSWORD, World};
use crate::sign_in::second_step;

#[tokio::test]
async fn a_password_and_a_code_sign_in_and_a_password_alone_does_not() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut browser = world.browser();
        let answer = browser.password(&anna.email, PASSWORD).await;
        assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, "/en/sign-in/code"));
        assert!(!browser.is_signed_in().await);
        let code = world.code(&anna);
        let answer = browser.post("/en/sign-in/code", "/en/sign-in/code", &[("code", &code)]).await;
        assert_eq!(answer.location, "/en/start");
        assert!(browser.is_signed_in().await);
        assert_eq!(world.kinds().await, ["signed-in"]);
    }
}

#[tokio::test]
async fn nobody_learns_whether_an_address_has_an_account() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let wrong = world.browser().password(&anna.email, "not the password").await;
        let unknown = world.browser_at("192.0.2.9").password("nobody@example.nl", "not the password").await;
        assert_eq!(
            (wrong.status, unknown.status),
            (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY)
        );
        let plain = |text: &str, email: &str, token: &str| text.replace(email, "").replace(token, "");
        let texts = [(&wrong, anna.email.as_str()), (&unknown, "nobody@example.nl")]
            .map(|(answer, email)| plain(&answer.text, email, &answer.field("form_token")));
        assert_eq!(texts[0], texts[1]);
        assert_eq!(world.kinds().await, ["sign-in-failed", "sign-in-failed"]);
    }
}

#[tokio::test]
async fn no_event_holds_an_address_a_password_or_a_code() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut browser = world.browser();
        browser.password("somebody.else@example.nl", "geheim geheim geheim").await;
        browser.sign_in(&anna).await;
        let trail = world.trail().await;
        for secret in ["example.nl", "geheim", "somebody", PASSWORD, &world.code(&anna)] {
            assert!(!trail.contains(secret), "{secret} in {trail}");
        }
    }
}

#[tokio::test]
async fn a_code_signs_in_once() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        world.browser().sign_in(&anna).await;
        let mut thief = world.browser();
        let answer = thief.sign_in(&anna).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!thief.is_signed_in().await);
        world.wait(30);
        let code = world.code(&anna);
        let answer = thief.post("/en/sign-in/code", "/en/sign-in/code", &[("code", &code)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "a wrong code can be followed by a right one");
    }
}

#[tokio::test]
async fn a_recovery_code_replaces_the_app_once_and_its_owner_hears_of_it() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut db = world.site.database().write().await.expect("a transaction");
        let codes = second_step::new_recovery_codes(&world.site, &mut db, anna.id).await.expect("codes");
        db.commit().await.expect("kept");
        let typed = codes[3].text().to_uppercase();
        for (times, status) in [(1, StatusCode::SEE_OTHER), (2, StatusCode::UNPROCESSABLE_ENTITY)] {
            let mut browser = world.browser();
            browser.password(&anna.email, PASSWORD).await;
            let answer = browser.post("/en/sign-in/code", "/en/sign-in/code", &[("code", &typed)]).await;
            assert_eq!(answer.status, status, "time {times}");
        }
        let mail = world.mail().await;
        assert_eq!(mail.len(), 1);
        assert!(mail[0].text.contains("You have 9 left."), "{}", mail[0].text);
    }
}

#[tokio::test]
async fn nobody_signs_in_to_an_account_that_is_switched_off_or_stays_signed_in() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        let mut db = world.site.database().write().await.expect("a transaction");
        crate::store::people::set_state(&mut db, anna.id, crate::domain::people::PersonState::Off)
            .await
            .expect("a state");
        db.commit().await.expect("kept");
        assert!(!browser.is_signed_in().await);
        let answer = world.browser().password(&anna.email, PASSWORD).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn after_signing_in_people_go_where_they_were_going_but_never_elsewhere() {
    for (next, to) in [
        ("/en/account/seen", "/en/account/seen"),
        ("https://evil.example", "/en/start"),
        ("//evil", "/en/start"),
    ] {
        let world = World::each().await.remove(0);
        let anna = world.somebody("Anna").await;
        let mut browser = world.browser();
        let fields = [("email", anna.email.as_str()), ("password", PASSWORD), ("next", next)];
        browser.post("/en/sign-in", "/en/sign-in", &fields).await;
        let code = world.code(&anna);
        let answer = browser.post("/en/sign-in/code", "/en/sign-in/code", &[("code", &code)]).await;
        assert_eq!(answer.location, to);
    }
}

#[tokio::test]
async fn password_managers_know_what_each_field_is() {
    let world = World::each().await.remove(0);
    let anna = world.somebody("Anna").await;
    let mut browser = world.browser();
    let page = browser.get("/en/sign-in").await.text;
    assert!(
        page.contains("autocomplete=\"username webauthn\"")
            && page.contains("autocomplete=\"current-password\"")
    );
    browser.password(&anna.email, PASSWORD).await;
    assert!(browser.get("/en/sign-in/code").await.text.contains("autocomplete=\"one-time-code\""));
    browser.sign_in(&anna).await;
    let page = browser.get("/en/account/security").await.text;
    assert!(page.contains("autocomplete=\"username\"") && page.contains("autocomplete=\"new-password\""));
}

#[tokio::test]
async fn a_page_without_the_right_to_it_is_recorded_with_the_person() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        world.role(anna.id, "municipality", Role::Reader).await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        assert_eq!(browser.get("/en/operations").await.status, StatusCode::FORBIDDEN);
        assert_eq!(world.kinds().await, ["signed-in", "refused"]);
        assert!(world.trail().await.contains("see-operations"));
    }
}

#[tokio::test]
async fn the_click_of_the_demonstration_is_not_there() {
    let world = World::each().await.remove(0);
    assert_eq!(world.browser().get("/en/demo/sign-in").await.status, StatusCode::NOT_FOUND);
    assert!(crate::routes().list().iter().all(|route| !route.path.contains("demo")));
    assert!(crate::demo_routes().list().iter().all(|route| route.path.starts_with("/demo/")));
}
