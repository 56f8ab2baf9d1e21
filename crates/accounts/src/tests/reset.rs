use axum::http::StatusCode;

use super::world::{PASSWORD, World};

const NEW: &str = "giraffe komkommer vlieger steen";

/// The path in the only mail.
fn path(mail: &platform::mail::Mail) -> String {
    let rest = mail.text.split("http://localhost:8080").nth(1).expect("a link");
    rest.split_whitespace().next().expect("a path").to_owned()
}

#[tokio::test]
async fn a_reset_asks_for_the_second_step_and_ends_every_session() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut before = world.browser();
        before.sign_in(&anna).await;
        world.wait(60);
        let mut browser = world.browser();
        let asked = browser.post("/en/reset", "/en/reset", &[("email", &anna.email)]).await;
        assert_eq!(asked.location, "/en/reset?asked=1");
        let mails = world.mail().await;
        let link = path(&mails[0]);
        assert!(link.starts_with("/en/reset/"));
        let wrong = [("new_password", NEW), ("code", "000000")];
        assert_eq!(browser.post(&link, &link, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(before.is_signed_in().await);
        let code = world.code(&anna);
        let done = browser.post(&link, &link, &[("new_password", NEW), ("code", &code)]).await;
        assert_eq!(done.location, "/en/sign-in?done=password-changed");
        assert!(!before.is_signed_in().await);
        assert!(!browser.is_signed_in().await);
        assert_eq!(browser.get(&link).await.status, StatusCode::GONE);
        assert_eq!(browser.password(&anna.email, PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(browser.password(&anna.email, NEW).await.status, StatusCode::SEE_OTHER);
        assert_eq!(world.mail().await.len(), 2, "the owner hears of the change");
    }
}

#[tokio::test]
async fn the_answer_is_the_same_for_everybody_and_three_mails_a_day_are_enough() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let ask =
            async |email: &str| world.browser().post("/en/reset", "/en/reset", &[("email", email)]).await;
        for email in [anna.email.as_str(), "nobody@example.nl", "no address"] {
            assert_eq!(ask(email).await.location, "/en/reset?asked=1");
        }
        for _ in 0..4 {
            assert_eq!(ask(&anna.email).await.location, "/en/reset?asked=1");
        }
        assert_eq!(world.mail().await.len(), 3);
        world.wait(24 * 3600);
        ask(&anna.email).await;
        assert_eq!(world.mail().await.len(), 4);
    }
}

#[tokio::test]
async fn an_account_without_password_is_told_how_it_signs_in() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut db = world.site.database().write().await.expect("a transaction");
        sqlx::query("delete from passwords").execute(&mut *db).await.expect("no password");
        db.commit().await.expect("kept");
        world.browser().post("/en/reset", "/en/reset", &[("email", &anna.email)]).await;
        let mails = world.mail().await;
        assert!(!mails[0].text.contains("/reset/"), "{}", mails[0].text);
    }
}
