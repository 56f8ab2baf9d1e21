use axum::http::StatusCode;
use kernel::PersonId;

use super::world::{Browser, PASSWORD, World};
use crate::domain::totp::Authenticator;
use crate::store::recovery;

/// The secret that the page shows as text.
pub(super) fn secret(page: &str) -> Vec<u8> {
    let shown = page.split("<code class=\"secret\">").nth(1).and_then(|rest| rest.split('<').next());
    let letters: String = shown.expect("a secret").chars().filter(char::is_ascii_alphanumeric).collect();
    totp_rs::Secret::try_from_base32(letters).expect("base 32").as_bytes().to_vec()
}

pub(super) async fn choose(browser: &mut Browser<'_>, link: &str, password: &str) -> super::world::Answer {
    browser.post(link, link, &[("new_password", password)]).await
}

async fn codes_left(world: &World, person: PersonId) -> i64 {
    let mut db = world.site.database().read().await.expect("a connection");
    recovery::left(&mut db, person).await.expect("a number")
}

#[tokio::test]
async fn an_invitation_leads_to_a_password_an_app_and_ten_codes() {
    for world in World::each().await {
        let (person, token) = world.invited("Bram").await;
        let link = format!("/en/invitation/{token}");
        let mut browser = world.browser();
        let answer = choose(&mut browser, &link, PASSWORD).await;
        assert_eq!(answer.location, format!("{link}/app"));
        let page = browser.get(&format!("{link}/app")).await;
        assert!(page.text.contains("<svg class=\"qr\" role=\"img\""));
        let app = Authenticator::new(&secret(&page.text), "").expect("an app");
        let app_link = format!("{link}/app");
        let wrong = browser.post(&app_link, &app_link, &[("code", "000000")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!browser.is_signed_in().await);
        let code = app.code(world.site.now());
        let done = browser.post(&app_link, &app_link, &[("code", &code)]).await;
        assert_eq!(done.status, StatusCode::OK);
        assert_eq!(done.text.matches("<li><code>").count(), 10);
        assert!(browser.is_signed_in().await);
        assert_eq!(codes_left(&world, person).await, 10);
        let kinds = world.kinds().await;
        assert_eq!(
            kinds,
            ["link-used", "activated", "password-changed", "totp-set", "recovery-codes-made", "signed-in"]
        );
        assert_eq!(world.browser().get(&link).await.status, StatusCode::GONE, "a link works once");
    }
}

#[tokio::test]
async fn a_mail_scanner_that_looks_does_not_use_a_link_up() {
    for world in World::each().await {
        let (_, token) = world.invited("Bram").await;
        for _ in 0..3 {
            let answer = world.browser().get(&format!("/en/invitation/{token}")).await;
            assert_eq!(answer.status, StatusCode::OK);
        }
    }
}

#[tokio::test]
async fn a_newer_link_ends_the_older_and_a_week_ends_it_too() {
    for world in World::each().await {
        let (person, older) = world.invited("Bram").await;
        let newer = world.link(crate::domain::links::Purpose::Invitation, person).await;
        let status = async |token: &str| world.browser().get(&format!("/en/invitation/{token}")).await.status;
        assert_eq!(status(&older).await, StatusCode::GONE);
        assert_eq!(status(&newer).await, StatusCode::OK);
        world.wait(7 * 24 * 3600);
        assert_eq!(status(&newer).await, StatusCode::GONE);
        assert_eq!(status("nothing").await, StatusCode::GONE);
    }
}

#[tokio::test]
async fn a_weak_password_is_refused_at_its_field_and_nothing_is_kept() {
    let world = World::each().await.remove(0);
    let (_, token) = world.invited("Bram").await;
    let link = format!("/en/invitation/{token}");
    for weak in ["short", "bram@example.nl", "passwordpassword", "qwertyuiop123"] {
        let answer = choose(&mut world.browser(), &link, weak).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{weak}");
        assert!(answer.text.contains("id=\"error-new_password\""), "{weak}");
        assert!(!answer.text.contains(&format!("value=\"{weak}\"")) || weak.contains('@'));
    }
}

#[tokio::test]
async fn another_browser_cannot_finish_what_one_began() {
    let world = World::each().await.remove(0);
    let (_, token) = world.invited("Bram").await;
    let link = format!("/en/invitation/{token}");
    choose(&mut world.browser(), &link, PASSWORD).await;
    let answer = world.browser().get(&format!("{link}/app")).await;
    assert_eq!(answer.location, link);
}
