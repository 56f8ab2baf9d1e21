//! Keys of the API: who makes and ends them, and what ends them.

use axum::http::StatusCode;
use kernel::{Permission, Role};
use web::KeyScope;

use super::world::{Browser, Somebody, World};
use crate::store::sessions;

const FIELDS: [(&str, &str); 3] = [("name", "Zaaksysteem"), ("scope", "write"), ("until", "2027-01-31")];

async fn key_of(browser: &mut Browser<'_>, organisation: &str) -> String {
    let fields = [&FIELDS[..], &[("organisation", organisation)]].concat();
    let answer = browser.post("/account/keys", "/account/keys", &fields).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let at = answer.text.find("zicht_").expect("the key is shown");
    answer.text[at..at + 70].to_owned()
}

async fn works(world: &World, key: &str) -> bool {
    let gate = crate::gate(world.site.clone());
    gate.by_key(key).await.expect("an answer").is_some()
}

async fn editor(world: &World) -> (Somebody, String) {
    let somebody = world.somebody("Anna").await;
    let organisation = world.role(somebody.id, "municipality", Role::Editor).await;
    (somebody, organisation.to_string())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_shown_once_works_for_its_organisation_and_is_told_by_mail() {
    for world in World::each().await {
        let (anna, organisation) = editor(&world).await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        let key = key_of(&mut browser, &organisation).await;
        let gate = crate::gate(world.site.clone());
        let signed_in = gate.by_key(&key).await.expect("an answer").expect("a key that works");
        assert_eq!((signed_in.actor.person, signed_in.key), (anna.id, Some(KeyScope::Write)));
        assert!(signed_in.actor.may(Permission::FillIn));
        let list = browser.get("/account/keys").await;
        assert!(list.text.contains("Zaaksysteem") && !list.text.contains(&key[6..]));
        assert!(world.mail().await.iter().any(|mail| mail.subject.contains("API")));
        assert!(world.kinds().await.contains(&"api-key-made".to_owned()));
        assert!(!world.trail().await.contains(&key[6..]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_ends_by_its_owner_on_its_last_day_and_with_the_account() {
    for world in World::each().await {
        let (anna, organisation) = editor(&world).await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        let key = key_of(&mut browser, &organisation).await;
        let page = browser.get("/account/keys").await;
        let from = page.text.find("/account/keys/").expect("a key in the list") + "/account/keys/".len();
        let end = format!("/account/keys/{}/end", &page.text[from..from + 36]);
        assert_eq!(browser.post("/account/keys", &end, &[]).await.status, StatusCode::SEE_OTHER);
        assert!(!works(&world, &key).await);
        assert!(world.kinds().await.contains(&"api-key-ended".to_owned()));

        let key = key_of(&mut browser, &organisation).await;
        let mut db = world.site.database().write().await.expect("a transaction");
        sessions::end_all(&mut db, anna.id, None).await.expect("ended");
        db.commit().await.expect("kept");
        assert!(!works(&world, &key).await, "a key survived the end of every session");

        // A code of the app works once.
        world.wait(60);
        browser.sign_in(&anna).await;
        let key = key_of(&mut browser, &organisation).await;
        // The last second of the 31st of January in the Netherlands, and the one after.
        let until: jiff::Timestamp = "2027-01-31T22:59:59Z".parse().expect("a moment");
        world.wait(until.duration_since(world.site.now()).as_secs());
        assert!(works(&world, &key).await);
        world.wait(1);
        assert!(!works(&world, &key).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_problem_with_a_key_is_told_at_its_field() {
    for world in World::each().await {
        let (anna, _) = editor(&world).await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        let answer = browser.post("/account/keys", "/account/keys", &[("until", "2029-01-01")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        for field in ["name", "organisation", "scope", "until"] {
            assert!(answer.text.contains(&format!("error-{field}")), "{field}");
        }
        assert!(answer.text.contains("2029-01-01"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_ends_a_key_of_the_own_organisation_only() {
    for world in World::each().await {
        let (anna, organisation) = editor(&world).await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        let key = key_of(&mut browser, &organisation).await;
        let id = organisation.parse().expect("an id");
        let (here, there) = (world.somebody("Bert").await, world.somebody("Cor").await);
        world.role_at(here.id, id, Role::Administrator).await;
        let page = format!("/organisations/{organisation}/keys");
        let mut other = world.browser_at("192.0.2.2");
        other.sign_in(&there).await;
        assert_ne!(other.get(&page).await.status, StatusCode::OK);
        let mut browser = world.browser_at("192.0.2.3");
        browser.sign_in(&here).await;
        let list = browser.get(&page).await;
        assert!(list.text.contains("Zaaksysteem") && list.text.contains("Anna"), "{}", list.text);
        let mark = format!("{page}/");
        let from = list.text.find(&mark).expect("a key in the list") + mark.len();
        let end = format!("{page}/{}/end", &list.text[from..from + 36]);
        assert_eq!(browser.post(&page, &end, &[]).await.status, StatusCode::SEE_OTHER);
        assert!(!works(&world, &key).await);
    }
}
