//! Limits over several instances, on SQLite and on PostgreSQL.

use jiff::{SignedDuration, Timestamp};
use kernel::Clock as _;
use platform::Database;
use platform::limits::{self, Allowed};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use testkit::{HandClock, databases};

const WINDOW: SignedDuration = SignedDuration::from_secs(60);

async fn take(database: &Database, key: &str, most: u32, now: Timestamp) -> Allowed {
    let mut writer = database.write().await.expect("a writer");
    let allowed = limits::take(&mut writer, key, most, WINDOW, now).await.expect("a count");
    writer.commit().await.expect("a commit");
    allowed
}

async fn look(database: &Database, key: &str, most: u32, now: Timestamp) -> Allowed {
    let mut reader = database.read().await.expect("a reader");
    limits::look(&mut reader, key, most, now).await.expect("a count")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_instances_at_once_allow_exactly_the_limit_together() {
    for test in databases().await {
        let instances = [test.open().await, test.open().await];
        let now = HandClock::at("2026-11-22T12:00:00Z").now();
        let tries: Vec<_> = (0..100)
            .map(|number| {
                let database = instances[number % 2].clone();
                tokio::spawn(async move { take(&database, "a", 30, now).await })
            })
            .collect();
        let mut allowed = 0;
        for tried in tries {
            allowed += u32::from(tried.await.expect("a try") == Allowed::Yes);
        }
        assert_eq!(allowed, 30);
        assert_eq!(take(&instances[0], "b", 30, now).await, Allowed::Yes, "another key has its own count");
    }
}

#[tokio::test]
async fn what_is_refused_may_when_the_window_has_passed() {
    for test in databases().await {
        let (database, clock) = (test.open().await, HandClock::at("2026-11-22T12:00:00Z"));
        assert_eq!(take(&database, "a", 1, clock.now()).await, Allowed::Yes);
        let until = clock.now() + WINDOW;
        // Knocking on does not make it longer.
        for _ in 0..5 {
            clock.advance(SignedDuration::from_secs(11));
            assert_eq!(look(&database, "a", 1, clock.now()).await, Allowed::No { until });
            assert_eq!(take(&database, "a", 1, clock.now()).await, Allowed::No { until });
        }
        clock.advance(SignedDuration::from_secs(5));
        assert_eq!(look(&database, "a", 1, clock.now()).await, Allowed::Yes);
        assert_eq!(take(&database, "a", 1, clock.now()).await, Allowed::Yes);
        assert_ne!(take(&database, "a", 1, clock.now()).await, Allowed::Yes);
    }
}

#[tokio::test]
async fn a_clock_that_was_a_year_ahead_locks_nobody_out_for_a_year() {
    for test in databases().await {
        let (database, clock) = (test.open().await, HandClock::at("2027-11-22T12:00:00Z"));
        assert_eq!(take(&database, "a", 1, clock.now()).await, Allowed::Yes);
        clock.advance(SignedDuration::from_hours(-365 * 24));
        assert_eq!(take(&database, "a", 1, clock.now()).await, Allowed::Yes);
        assert_ne!(take(&database, "a", 1, clock.now()).await, Allowed::Yes);
    }
}

#[tokio::test]
async fn what_is_forgotten_or_swept_is_gone() {
    for test in databases().await {
        let (database, clock) = (test.open().await, HandClock::at("2026-11-22T12:00:00Z"));
        take(&database, "a", 1, clock.now()).await;
        take(&database, "b", 1, clock.now()).await;
        let mut writer = database.write().await.expect("a writer");
        limits::forget(&mut writer, "a").await.expect("a delete");
        assert_eq!(limits::sweep(&mut writer, clock.now()).await.expect("a delete"), 0);
        assert_eq!(limits::sweep(&mut writer, clock.now() + WINDOW).await.expect("a delete"), 1);
        writer.commit().await.expect("a commit");
        assert_eq!(take(&database, "a", 1, clock.now()).await, Allowed::Yes);
    }
}

/// Tries at random moments: one that begins a window is allowed, and so are the next until there are `most`.
#[test]
fn in_a_window_never_more_and_never_less_than_the_limit_are_allowed() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let test = testkit::sqlite();
    let database = runtime.block_on(test.open());
    let mut keys = 0_u32..;
    let tries = (1_u32..5, prop::collection::vec(0_i64..40, 1..30));
    let keys = std::cell::RefCell::new(&mut keys);
    let checked = TestRunner::new(ProptestConfig::with_cases(64)).run(&tries, |(most, pauses)| {
        let key = keys.borrow_mut().next().unwrap_or_default().to_string();
        let clock = HandClock::at("2026-11-22T12:00:00Z");
        let (mut begun, mut count) = (None, 0);
        for pause in pauses {
            clock.advance(SignedDuration::from_secs(pause));
            let now = clock.now();
            if begun.is_none_or(|begun| now >= begun + WINDOW) {
                (begun, count) = (Some(now), 0);
            }
            count += 1;
            let allowed = runtime.block_on(take(&database, &key, most, now)) == Allowed::Yes;
            prop_assert_eq!(allowed, count <= most);
        }
        Ok(())
    });
    checked.expect("the limit holds");
}
