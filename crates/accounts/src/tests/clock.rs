use axum::http::StatusCode;

use super::world::World;
use crate::domain::links::Purpose;

const YEAR: i64 = 365 * 24 * 3600;

#[tokio::test]
async fn half_an_hour_of_silence_and_twelve_hours_end_a_session() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        world.wait(29 * 60);
        assert!(browser.is_signed_in().await);
        world.wait(31 * 60);
        assert!(!browser.is_signed_in().await);
        browser.sign_in(&anna).await;
        for _ in 0..28 {
            world.wait(25 * 60);
            assert!(browser.is_signed_in().await);
        }
        world.wait(25 * 60);
        assert!(!browser.is_signed_in().await, "after twelve hours it ends however busy");
    }
}

#[tokio::test]
async fn a_clock_that_ran_ahead_leaves_no_session_and_no_link_for_a_year() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        world.wait(YEAR);
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        let link = world.link(Purpose::Reset, anna.id).await;
        assert!(browser.is_signed_in().await);
        world.wait(-YEAR);
        assert!(!browser.is_signed_in().await);
        assert_eq!(browser.get(&format!("/en/reset/{link}")).await.status, StatusCode::GONE);
        browser.sign_in(&anna).await;
        assert!(browser.is_signed_in().await, "codes of now are taken again");
    }
}

#[tokio::test]
async fn a_clock_that_jumps_forward_asks_to_sign_in_again_and_no_more() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        world.wait(YEAR);
        assert!(!browser.is_signed_in().await);
        browser.sign_in(&anna).await;
        assert!(browser.is_signed_in().await);
    }
}

#[tokio::test]
async fn two_instances_may_differ_by_some_minutes() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        world.wait(-180);
        assert!(browser.is_signed_in().await);
    }
}

#[tokio::test]
async fn looking_at_pages_writes_at_most_once_a_minute() {
    for world in World::each().await {
        let anna = world.somebody("Anna").await;
        let mut browser = world.browser();
        browser.sign_in(&anna).await;
        let seen = async || {
            let mut db = world.site.database().read().await.expect("a connection");
            let row: (String,) =
                sqlx::query_as("select seen_at from sessions").fetch_one(&mut *db).await.expect("a session");
            row.0
        };
        world.wait(59);
        browser.get("/en/account").await;
        assert_eq!(seen().await, "2026-11-22T12:00:00Z");
        world.wait(1);
        browser.get("/en/account").await;
        assert_eq!(seen().await, "2026-11-22T12:01:00Z");
    }
}
