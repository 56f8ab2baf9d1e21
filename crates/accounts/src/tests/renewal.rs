use axum::http::StatusCode;
use kernel::{OrganisationId, PersonId, Role};
use platform::audit::Who;
use platform::mail::Mail;

use super::first_time::{choose, secret};
use super::world::{Browser, HOME, PASSWORD, Somebody, World};
use crate::domain::totp::Authenticator;
use crate::store::passkeys::{self, StoredPasskey};
use crate::store::recovery;
use crate::{Settings, UserCommand};

const NEW: &str = "giraffe komkommer vlieger steen";

/// An administrator and a reader of one municipality; the reader has everything to sign in with.
async fn two(world: &World) -> (Somebody, Somebody, OrganisationId) {
    let (anna, bram) = (world.somebody("Anna").await, world.somebody("Bram").await);
    let place = world.role(anna.id, "municipality", Role::Administrator).await;
    world.role_at(bram.id, place, Role::Reader).await;
    let mut db = world.site.database().write().await.expect("a transaction");
    let passkey = StoredPasskey {
        id: "old".to_owned(),
        person: bram.id.to_string(),
        credential: "00".to_owned(),
        passkey: "{}".to_owned(),
        name: "Telefoon".to_owned(),
        created_at: "2026-11-22T12:00:00Z".to_owned(),
        last_used_at: None,
    };
    passkeys::add(&mut db, &passkey).await.expect("a passkey");
    recovery::replace(&mut db, bram.id, &["hash".to_owned()]).await.expect("a code");
    db.commit().await.expect("kept");
    (anna, bram, place)
}

fn path(place: OrganisationId, person: PersonId) -> String {
    format!("/en/organisations/{place}/people/{person}")
}

/// The path of the link in a mail.
fn link(mail: &Mail) -> String {
    let rest = mail.text.split(&format!("{HOME}/en/invitation/")).nth(1).expect("a link");
    format!("/en/invitation/{}", rest.split_whitespace().next().expect("a token"))
}

async fn ways(world: &World, person: PersonId) -> (usize, i64) {
    let mut db = world.site.database().read().await.expect("a connection");
    let keys = passkeys::of_person(&mut db, person).await.expect("passkeys");
    (keys.len(), recovery::left(&mut db, person).await.expect("a number"))
}

/// Goes through the pages of the link: a new password and a new app. Gives the secret of the app.
async fn through(world: &World, browser: &mut Browser<'_>, link: &str) -> Vec<u8> {
    choose(browser, link, NEW).await;
    let app_link = format!("{link}/app");
    let secret = secret(&browser.get(&app_link).await.text);
    let code = Authenticator::new(&secret, "").expect("an app").code(world.site.now());
    let done = browser.post(&app_link, &app_link, &[("code", &code)]).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text);
    secret
}

#[tokio::test]
async fn who_lost_everything_gets_a_link_and_nothing_old_works_after_it() {
    for database in testkit::databases().await {
        let world = World::new(database, Settings { has_mail: true, ..Settings::at(HOME) }).await;
        let (anna, bram, place) = two(&world).await;
        let page = path(place, bram.id);
        let (mut phone, mut admin) = (world.browser(), world.browser_at("192.0.2.2"));
        phone.sign_in(&bram).await;
        admin.sign_in(&anna).await;
        assert!(admin.get(&page).await.text.contains("/renew\""));
        let sent = admin.post(&page, &format!("{page}/renew"), &[]).await;
        assert_eq!(sent.location, format!("{page}?done=renewal-sent"), "{}", sent.text);
        assert!(!phone.is_signed_in().await, "a session on the lost phone ends at once");
        assert_eq!(ways(&world, bram.id).await, (1, 1), "the old ways work until the link is used");
        world.wait(60);
        phone.sign_in(&bram).await;
        assert!(phone.is_signed_in().await);

        let mails = world.mail().await;
        let mail = mails.last().expect("a mail");
        assert_eq!(mail.to, bram.email);
        let mut browser = world.browser_at("192.0.2.3");
        assert!(browser.get(&link(mail)).await.text.contains("Choose anew how you sign in"));
        world.wait(60);
        let secret = through(&world, &mut browser, &link(mail)).await;
        assert!(browser.is_signed_in().await);
        assert!(!phone.is_signed_in().await, "a session from before the link was used");
        assert_eq!(ways(&world, bram.id).await, (0, 10), "ten new codes and no old passkey");
        let old = world.browser().password(&bram.email, PASSWORD).await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_ne!(secret, bram.secret);
        let told = world.mail().await;
        assert!(told.last().expect("a mail").subject.contains("in a new way"));
        let kinds = world.kinds().await;
        assert_eq!(kinds.iter().filter(|kind| *kind == "renewal-sent").count(), 1, "{kinds:?}");
        assert_eq!(kinds.iter().filter(|kind| *kind == "renewed").count(), 1, "{kinds:?}");
    }
}

#[tokio::test]
async fn without_a_mail_server_the_administrator_hands_the_link_over() {
    for world in World::each().await {
        let (anna, bram, place) = two(&world).await;
        let (mut admin, page) = (world.browser(), path(place, bram.id));
        admin.sign_in(&anna).await;
        let shown = admin.post(&page, &format!("{page}/renew"), &[]).await;
        assert_eq!(shown.status, StatusCode::OK, "{}", shown.text);
        let token = shown.text.split("/en/invitation/").nth(1).and_then(|rest| rest.split('<').next());
        let link = format!("/en/invitation/{}", token.expect("a link"));
        assert_eq!(world.browser().get(&link).await.status, StatusCode::OK);
        assert!(!world.trail().await.contains(token.expect("a token")));
    }
}

#[tokio::test]
async fn only_who_may_switch_the_account_off_sends_the_link_and_only_after_a_confirmation() {
    for world in World::each().await {
        let (anna, bram, place) = two(&world).await;
        let elsewhere = world.role(bram.id, "region", Role::Reader).await;
        let (mut admin, page) = (world.browser(), path(place, bram.id));
        admin.sign_in(&anna).await;
        let seen = admin.get(&page).await;
        assert!(!seen.text.contains("/renew\"") && seen.text.contains("national administrator"));
        let refused = admin.post(&page, &format!("{page}/renew"), &[]).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "a role elsewhere: {elsewhere}");
        let own = path(place, anna.id);
        let own = admin.post(&own, &format!("{own}/renew"), &[]).await;
        assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY, "the own account");
        assert!(world.mail().await.is_empty());

        let chief = world.somebody("Chief").await;
        world.role(chief.id, "national", Role::NationalAdministrator).await;
        let mut national = world.browser();
        national.sign_in(&chief).await;
        world.wait(16 * 60);
        let asked = national.post(&page, &format!("{page}/renew"), &[]).await;
        assert_ne!(asked.status, StatusCode::OK, "who confirmed long ago does so again");
        assert!(world.mail().await.is_empty());
        let mut again = world.browser();
        again.sign_in(&chief).await;
        let done = again.post(&page, &format!("{page}/renew"), &[]).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.text);
    }
}

#[tokio::test]
async fn a_link_of_an_operator_ends_the_old_ways_too_and_the_person_hears_of_it() {
    for world in World::each().await {
        let (_, bram, _) = two(&world).await;
        let mut phone = world.browser();
        phone.sign_in(&bram).await;
        let command = UserCommand::ResetLink { email: bram.email.clone(), invitation: true };
        let lines = command.run(&world.site, Who::Operator("root".to_owned())).await.expect("a link");
        assert!(!phone.is_signed_in().await);
        let link = lines[0].lines().next().and_then(|url| url.strip_prefix(HOME)).expect("a path");
        let mails = world.mail().await;
        assert_eq!(mails.len(), 1);
        assert!(!mails[0].text.contains("/invitation/"), "the link is handed over: {}", mails[0].text);
        world.wait(60);
        through(&world, &mut world.browser(), link).await;
        assert_eq!(ways(&world, bram.id).await, (0, 10));
    }
}
