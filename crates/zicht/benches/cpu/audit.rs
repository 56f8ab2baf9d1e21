//! What an event adds to the transaction that it belongs to.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use kernel::{Clock as _, PersonId};
use platform::Database;
use platform::audit::{self, Event, Who};
use testkit::{FixedClock, SeededEntropy};

use crate::clock::{spent, tell};

const TIMES: u32 = 4000;

/// A write of one row, without and with an event, on each database that is there.
pub async fn measure() {
    let sqlite = testkit::sqlite();
    on("SQLite", &sqlite.open().await).await;
    if std::env::var_os("ZICHT_TEST_POSTGRES").is_some() {
        let postgres = testkit::postgres().await;
        on("PostgreSQL, without the server's own", &postgres.open().await).await;
    }
}

async fn on(name: &str, database: &Database) {
    let clock = FixedClock::at("2026-11-22T12:00:00Z");
    let event = Event::new(
        "account.role-given",
        clock.now(),
        Who::Person(PersonId::new(clock.now(), &SeededEntropy::new(1))),
    )
    .about("person", PersonId::new(clock.now(), &SeededEntropy::new(2)))
    .detail(serde_json::json!({ "role": "editor" }));
    let without = repeat(&format!("a transaction ({name})"), database, clock.now(), None).await;
    let with = repeat(&format!("the same with an event ({name})"), database, clock.now(), Some(&event)).await;
    println!("{:<56} {:>9} µs", "an event adds", with.saturating_sub(without).as_micros());
}

async fn repeat(what: &str, database: &Database, now: Timestamp, event: Option<&Event>) -> Duration {
    let start = spent();
    for time in 0..TIMES {
        let mut db = database.write().await.unwrap();
        let key = format!("bench:{}", time % 16);
        platform::limits::take(&mut db, &key, u32::MAX, SignedDuration::from_hours(1), now).await.unwrap();
        if let Some(event) = event {
            audit::record(&mut db, event).await.unwrap();
        }
        db.commit().await.unwrap();
    }
    tell(what, start, TIMES)
}
