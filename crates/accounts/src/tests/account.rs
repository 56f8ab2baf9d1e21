use axum::http::StatusCode;

use super::world::{Browser, NOW, PASSWORD, Somebody, World};
use crate::store::passkeys::{self, StoredPasskey};

const NEW: &str = "giraffe komkommer vlieger steen";

async fn confirm(world: &World, browser: &mut Browser<'_>, somebody: &Somebody) {
    world.wait(30);
    let code = world.code(somebody);
    let fields = [("password", PASSWORD), ("code", code.as_str())];
    let answer = browser.post("/en/confirm", "/en/confirm", &fields).await;
    assert_eq!(answer.location, "/en/start", "{}", answer.text);
}

#[tokio::test]
async fn every_session_is_listed_and_ends_elsewhere_alone_or_together() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut browsers = [world.browser(), world.browser(), world.browser()];
        for browser in &mut browsers {
            browser.sign_in(&anna).await;
            world.wait(30);
        }
        let [own, second, third] = &mut browsers;
        let page = own.get("/en/account/sessions").await.text;
        assert_eq!(page.matches("/end\"").count(), 3);
        assert_eq!(page.matches("This device").count(), 1);
        // The one seen last stands on top: this one.
        let mut ends = page.split("action=\"").filter(|part| part.contains("/end\""));
        let end = ends.nth(1).expect("a session elsewhere");
        let path = end.split('"').next().expect("a path").to_owned();
        own.post("/en/account/sessions", &path, &[]).await;
        assert!(!third.is_signed_in().await && second.is_signed_in().await);
        own.post("/en/account/sessions", "/en/account/sessions/end-others", &[]).await;
        assert!(!second.is_signed_in().await && own.is_signed_in().await);
        assert_eq!(world.mail().await.len(), 1);
        let kinds = world.kinds().await;
        assert_eq!(kinds[3..], ["session-ended", "sessions-ended"]);
    }
}

#[tokio::test]
async fn somebody_elses_session_is_not_there() {
    for world in World::each().await {
        let (anna, bram) = (world.somebody("Anna").await, world.somebody("Bram").await);
        let (mut own, mut other) = (world.browser(), world.browser());
        own.sign_in(&anna).await;
        other.sign_in(&bram).await;
        let page = other.get("/en/account/sessions").await.text;
        let end = page.split("action=\"").find(|part| part.contains("/end\"")).expect("a session");
        let path = end.split('"').next().expect("a path").to_owned();
        own.post("/en/account/sessions", &path, &[]).await;
        assert!(other.is_signed_in().await);
    }
}

#[tokio::test]
async fn somebody_elses_passkey_is_not_there() {
    for world in World::each().await {
        let (anna, bram) = (world.somebody("Anna").await, world.somebody("Bram").await);
        let passkey = StoredPasskey {
            id: "01a19e05-ed17-7f9f-bb23-cd830fb7cc49".to_owned(),
            person: bram.id.to_string(),
            credential: "ab".to_owned(),
            passkey: "{}".to_owned(),
            name: "Telefoon".to_owned(),
            created_at: NOW.to_owned(),
            last_used_at: None,
        };
        let mut db = world.site.database().write().await.expect("a connection");
        passkeys::add(&mut db, &passkey).await.expect("a passkey");
        db.commit().await.expect("a commit");
        let mut own = world.browser();
        own.sign_in(&anna).await;
        let path = format!("/account/security/passkeys/{}/remove", passkey.id);
        let answer = own.post("/account/security", &path, &[]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        let mut db = world.site.database().read().await.expect("a connection");
        assert_eq!(passkeys::of_person(&mut db, bram.id).await.expect("passkeys"), [passkey]);
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_for_whoever_copied_its_cookie() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        let mut thief = world.browser();
        thief.cookies.clone_from(&browser.cookies);
        assert!(thief.is_signed_in().await);
        browser.post("/en/account", "/en/sign-out", &[]).await;
        assert!(!thief.is_signed_in().await && !browser.is_signed_in().await);
        assert_eq!(world.kinds().await, ["signed-in", "signed-out"]);
    }
}

#[tokio::test]
async fn a_sensitive_act_asks_again_after_a_quarter_and_the_token_changes() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        world.wait(16 * 60);
        let answer = browser.get("/en/account/security/authenticator").await;
        assert!(answer.location.starts_with("/en/confirm?next="), "{}", answer.location);
        let old = browser.cookies["zicht"].clone();
        confirm(&world, &mut browser, &anna).await;
        assert_ne!(browser.cookies["zicht"], old);
        let mut thief = world.browser();
        thief.cookies.insert("zicht".to_owned(), old);
        assert!(!thief.is_signed_in().await, "the token from before is worth nothing");
        assert_eq!(browser.get("/en/account/security/authenticator").await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn confirming_with_a_wrong_password_or_code_confirms_nothing() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        world.wait(16 * 60);
        let code = world.code(&anna);
        for fields in
            [[("password", "wrong"), ("code", code.as_str())], [("password", PASSWORD), ("code", "000000")]]
        {
            let answer = browser.post("/en/confirm", "/en/confirm", &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let answer = browser.get("/en/account/security/authenticator").await;
        assert!(answer.location.starts_with("/en/confirm"));
    }
}

#[tokio::test]
async fn another_password_ends_the_other_sessions_and_is_told_by_mail() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let (mut own, mut other) = (world.browser(), world.browser());
        other.sign_in(&anna).await;
        world.wait(30);
        own.sign_in(&anna).await;
        let security = "/en/account/security";
        let answer = own.post(security, "/en/account/security/password", &[("new_password", NEW)]).await;
        assert_eq!(answer.location, "/en/account/security?done=password-changed");
        assert!(own.is_signed_in().await && !other.is_signed_in().await);
        assert_eq!(world.mail().await.len(), 1);
        assert_eq!(world.browser().password(&anna.email, NEW).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn new_recovery_codes_are_shown_once_and_end_the_old() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        let mut made = Vec::new();
        for _ in 0..2 {
            let page = browser.post("/en/account/security", "/en/account/security/codes", &[]).await.text;
            assert_eq!(page.matches("<li><code>").count(), 10);
            let first = page.split("<li><code>").nth(1).and_then(|rest| rest.split('<').next());
            made.push(first.expect("a code").to_owned());
        }
        assert!(!browser.get("/en/account/security").await.text.contains(&made[1]));
        let mut other = world.browser();
        other.password(&anna.email, PASSWORD).await;
        let old = other.post("/en/sign-in/code", "/en/sign-in/code", &[("code", &made[0])]).await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
        let new = other.post("/en/sign-in/code", "/en/sign-in/code", &[("code", &made[1])]).await;
        assert_eq!(new.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn two_browsers_that_change_the_name_at_once_do_not_overwrite_each_other() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        let page = browser.get("/en/account").await;
        let (token, changed) = (page.field("form_token"), page.field("changed"));
        let save = [("name", "Anna de Vries"), ("lang", "nl"), ("changed", changed.as_str())];
        let answer = browser.post_with(&token, "/en/account", &save).await;
        assert_eq!(answer.location, "/en/account?done=saved");
        let late = [("name", "Iemand anders"), ("lang", "nl"), ("changed", changed.as_str())];
        let answer = browser.post_with(&token, "/en/account", &late).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("Iemand anders"), "what was typed is still there");
        assert!(browser.get("/en/account").await.text.contains("Anna de Vries"));
    }
}

#[tokio::test]
async fn people_see_who_did_what_to_their_account_and_nobody_elses() {
    for world in World::each().await {
        let (anna, bram) = (world.somebody("Anna").await, world.somebody("Bram").await);
        let mut browser = world.browser();
        browser.password(&anna.email, "wrong").await;
        browser.sign_in(&anna).await;
        world.browser().sign_in(&bram).await;
        let page = browser.get("/en/account/seen").await.text;
        assert_eq!(page.matches("<tr><td>").count(), 2);
        assert!(page.contains("Yourself") && page.contains("Somebody who was not signed in"));
    }
}
