use axum::http::StatusCode;

use super::world::{PASSWORD, World};

const WRONG: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;
const LATER: StatusCode = StatusCode::TOO_MANY_REQUESTS;

#[tokio::test]
async fn the_sixth_wrong_password_in_a_minute_has_to_wait_known_or_not() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        for email in [anna.email.as_str(), "nobody@example.nl"] {
            for _ in 0..5 {
                assert_eq!(world.browser().password(email, "wrong").await.status, WRONG);
            }
            let answer = world.browser().password(email, "wrong").await;
            assert_eq!(answer.status, LATER);
            assert!(answer.text.contains("Try again in 60 seconds."), "{}", answer.text);
        }
        assert_eq!(world.browser().password(&anna.email, PASSWORD).await.status, LATER);
        world.wait(60);
        assert_eq!(world.browser().password(&anna.email, PASSWORD).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn strangers_do_not_delay_the_owner_elsewhere() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        for _ in 0..30 {
            world.browser_at("203.0.113.7").password(&anna.email, "wrong").await;
        }
        let answer = world.browser_at("192.0.2.1").password(&anna.email, PASSWORD).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn a_known_device_is_not_delayed_by_strangers_on_its_own_network() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut own = world.browser();
        own.sign_in(&anna).await;
        own.cookies.retain(|name, _| name == "zicht-device");
        for _ in 0..30 {
            world.browser().password(&anna.email, "wrong").await;
        }
        assert_eq!(world.browser().password(&anna.email, PASSWORD).await.status, LATER);
        assert_eq!(own.password(&anna.email, PASSWORD).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn a_known_device_can_guess_no_more_than_a_network_can() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut own = world.browser();
        own.sign_in(&anna).await;
        own.cookies.retain(|name, _| name == "zicht-device");
        for _ in 0..5 {
            assert_eq!(own.password(&anna.email, "wrong").await.status, WRONG);
        }
        assert_eq!(own.password(&anna.email, "wrong").await.status, LATER);
    }
}

#[tokio::test]
async fn one_network_that_tries_many_accounts_has_to_wait() {
    let world = World::each().await.remove(0);
    let mut refused = 0;
    for account in 0..25 {
        let answer = world.browser().password(&format!("a{account}@example.nl"), "wrong").await;
        refused += u32::from(answer.status == LATER);
    }
    assert_eq!(refused, 5);
}

#[tokio::test]
async fn wrong_codes_wait_and_their_owner_is_warned_once_a_day() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut thief = world.browser();
        thief.password(&anna.email, PASSWORD).await;
        for _ in 0..5 {
            let answer = thief.post("/en/sign-in/code", "/en/sign-in/code", &[("code", "000000")]).await;
            assert_eq!(answer.status, WRONG);
        }
        for _ in 0..3 {
            let answer = thief.post("/en/sign-in/code", "/en/sign-in/code", &[("code", "000000")]).await;
            assert_eq!(answer.status, LATER);
        }
        let mails = world.mail().await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].subject.contains("trying to sign in"));
        assert!(world.browser_at("198.51.100.4").sign_in(&anna).await.status == StatusCode::SEE_OTHER);
    }
}

/// The bound that `domain::delay` states: whatever strangers do, in whatever order, the owner with the right
/// password and code gets in from elsewhere at once, and from the same network within a quarter of an hour.
#[tokio::test]
async fn the_owner_gets_in_within_the_stated_bound() {
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let acts = proptest::collection::vec((0..3_usize, 0..400_i64), 40);
    for _ in 0..4 {
        let world = World::each().await.remove(0);
        let anna = world.somebody("Anna").await;
        let acts = acts.new_tree(&mut runner).expect("acts").current();
        for (network, pause) in acts {
            let at = ["203.0.113.7", "203.0.113.8", "192.0.2.1"][network];
            world.browser_at(at).password(&anna.email, "wrong").await;
            world.wait(pause);
        }
        assert_eq!(world.browser_at("198.51.100.4").sign_in(&anna).await.status, StatusCode::SEE_OTHER);
        world.wait(crate::domain::delay::LONGEST_WAIT.as_secs());
        assert_eq!(world.browser_at("192.0.2.1").sign_in(&anna).await.status, StatusCode::SEE_OTHER);
    }
}
