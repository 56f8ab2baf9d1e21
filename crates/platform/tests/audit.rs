//! The audit trail, each test on SQLite and on PostgreSQL.

use jiff::Timestamp;
use kernel::{OrganisationId, PersonId};
use platform::Database;
use platform::audit::{self, Event, Who};
use serde_json::json;
use testkit::{SeededEntropy, databases};

fn noon() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().expect("a moment")
}

fn event() -> Event {
    let entropy = SeededEntropy::new(1);
    Event::new("account.role-given", noon(), Who::Person(PersonId::new(noon(), &entropy)))
        .organisation(OrganisationId::new(noon(), &entropy))
        .about("person", PersonId::new(noon(), &entropy))
        .because("nieuwe collega")
        .detail(json!({ "role": "editor" }))
        .request("a1b2")
}

async fn record(database: &Database, event: &Event) -> i64 {
    let mut writer = database.write().await.expect("a writer");
    let seq = audit::record(&mut writer, event).await.expect("an event");
    writer.commit().await.expect("a commit");
    seq
}

#[tokio::test]
async fn events_are_numbered_in_their_order() {
    for test in databases().await {
        let database = test.open().await;
        assert_eq!(record(&database, &event()).await, 1);
        assert_eq!(record(&database, &event()).await, 2);
        let mut writer = database.write().await.expect("a writer");
        let last = audit::record_all(&mut writer, &[event(), event()]).await.expect("two events");
        assert_eq!(last, 4);
    }
}
