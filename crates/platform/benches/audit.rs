//! How long it takes to verify a long audit trail: `cargo bench -p platform --bench audit [-- EVENTS]`, on
//! SQLite and, if `ZICHT_TEST_POSTGRES` names a server, on PostgreSQL. docs/performance.md keeps the figures.
#![expect(clippy::unwrap_used, reason = "a measurement that can't go on stops")]

use std::time::{Duration, Instant};

use jiff::{Timestamp, ToSpan as _};
use kernel::{Entropy, OrganisationId, PersonId};
use platform::audit::{self, Event, Who};
use platform::{Database, Keys};
use serde_json::json;
use testkit::SeededEntropy;

/// So many events, and a checkpoint, in a transaction, so that making the trail does not take all day.
const AT_ONCE: usize = 500;

#[tokio::main]
async fn main() {
    // `cargo bench` passes words of its own beside the number.
    let events = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(1_000_000);
    let sqlite = testkit::sqlite();
    on("SQLite", &sqlite.open().await, events).await;
    if std::env::var_os("ZICHT_TEST_POSTGRES").is_some() {
        let postgres = testkit::postgres().await;
        on("PostgreSQL", &postgres.open().await, events).await;
    }
}

async fn on(name: &str, database: &Database, events: usize) {
    let entropy = SeededEntropy::new(1);
    let keys = Keys::generate(&entropy);
    let mut now: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
    let start = Instant::now();
    let mut left = events;
    while left > 0 {
        let batch: Vec<_> = (0..left.min(AT_ONCE)).map(|_| event(now, &entropy)).collect();
        left -= batch.len();
        let mut db = database.write().await.unwrap();
        audit::record_all(&mut db, &batch).await.unwrap();
        audit::checkpoint(&mut db, &keys, now, Who::Job("audit.checkpoint")).await.unwrap();
        db.commit().await.unwrap();
        now = now.checked_add(24.hours()).unwrap();
    }
    tell(name, "made", events, start.elapsed());
    for _ in 0..3 {
        let (start, cpu) = (Instant::now(), cpu());
        let report = audit::verify(database, &keys.all_verifying(), &[]).await.unwrap();
        assert!(report.problems.is_empty());
        tell(name, "verified", events, start.elapsed());
        println!(
            "{name}: of which processor time of this program {:.1} s",
            self::cpu().saturating_sub(cpu).as_secs_f64()
        );
    }
}

fn event(now: Timestamp, entropy: &dyn Entropy) -> Event {
    Event::new("account.role-given", now, Who::Person(PersonId::new(now, entropy)))
        .organisation(OrganisationId::new(now, entropy))
        .about("person", PersonId::new(now, entropy))
        .because("nieuwe collega")
        .detail(json!({ "role": "editor" }))
        .request("018f3b2e5c7a7d3e9b1a2c3d4e5f6071")
}

fn tell(name: &str, what: &str, events: usize, took: Duration) {
    println!("{name}: {events} events {what} in {:.1} s", took.as_secs_f64());
}

/// Processor time of this program until now, on Linux; nothing elsewhere.
fn cpu() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks: u64 = stat
        .rsplit(')')
        .next()
        .into_iter()
        .flat_map(|rest| rest.split_whitespace().skip(11).take(2))
        .filter_map(|ticks| ticks.parse::<u64>().ok())
        .sum();
    // Linux counts in hundredths of a second, whatever the machine.
    Duration::from_millis(ticks * 10)
}
