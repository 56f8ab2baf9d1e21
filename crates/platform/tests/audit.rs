//! The audit trail, each test on SQLite and on PostgreSQL.

use jiff::Timestamp;
use kernel::{OrganisationId, PersonId};
use platform::Database;
use platform::audit::{self, Event, Export, Filter, Scope, Who};
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

#[tokio::test]
async fn events_are_found_by_each_filter_and_counted_exactly() {
    for test in databases().await {
        let database = test.open().await;
        let entropy = SeededEntropy::new(2);
        let (ours, theirs) = (OrganisationId::new(noon(), &entropy), OrganisationId::new(noon(), &entropy));
        let person = PersonId::new(noon(), &entropy);
        let hour = jiff::SignedDuration::from_hours(1);
        record(&database, &event().organisation(ours)).await;
        record(&database, &event().organisation(theirs)).await;
        record(&database, &Event::new("account.sign-in-failed", noon() + hour, Who::Nobody)).await;
        record(
            &database,
            &Event::new("account.signed-in", noon() + hour, Who::Person(person)).about("session", "s1"),
        )
        .await;
        let all = Filter { organisations: Scope::All, ..Filter::default() };
        let mut reader = database.read().await.expect("a reader");
        for (filter, found) in [
            (all.clone(), vec![4, 3, 2, 1]),
            (Filter::default(), vec![]),
            (Filter { organisations: Scope::Only(vec![ours]), ..Filter::default() }, vec![1]),
            (Filter { organisations: Scope::Only(vec![ours, theirs]), ..Filter::default() }, vec![2, 1]),
            (Filter { actor: Some(person.to_string()), ..all.clone() }, vec![4]),
            (Filter { about: Some("s1".to_owned()), ..all.clone() }, vec![4]),
            (Filter { kind: Some("account.role-given".to_owned()), ..all.clone() }, vec![2, 1]),
            (Filter { from: Some(noon() + hour), ..all.clone() }, vec![4, 3]),
            (Filter { until: Some(noon() + hour), ..all.clone() }, vec![2, 1]),
            (
                Filter { until: Some(noon()), kind: Some("account.role-given".to_owned()), ..all.clone() },
                vec![],
            ),
        ] {
            let rows = audit::page(&mut reader, &filter, None, 10).await.expect("a page");
            assert_eq!(rows.iter().map(|row| row.seq).collect::<Vec<_>>(), found, "{filter:?}");
            assert_eq!(audit::count(&mut reader, &filter).await.expect("a count"), found.len() as u64);
        }
        let second = audit::page(&mut reader, &all, Some(3), 1).await.expect("a page");
        assert_eq!(second[0].seq, 2);
        assert_eq!(second[0].words(), "audit-kind-account-role-given");
        assert_eq!(second[0].moment(), Some(noon()));
    }
}

#[tokio::test]
async fn an_export_gives_every_event_once_even_while_others_come() {
    for test in databases().await {
        let database = test.open().await;
        let mut writer = database.write().await.expect("a writer");
        audit::record_all(&mut writer, &vec![event(); 2000]).await.expect("events");
        writer.commit().await.expect("a commit");
        let mut export = Export::new(Filter { organisations: Scope::All, ..Filter::default() });
        let mut seen = Vec::new();
        loop {
            let mut reader = database.read().await.expect("a reader");
            let rows = export.next(&mut reader).await.expect("events");
            if rows.is_empty() {
                break;
            }
            seen.extend(rows.into_iter().map(|row| row.seq));
            drop(reader);
            record(&database, &event()).await;
        }
        assert!(seen.into_iter().eq((1..=2000).rev()));
    }
}

#[tokio::test]
async fn events_of_many_writers_make_one_chain_and_undone_ones_leave_no_gap() {
    for test in databases().await {
        let database = test.open().await;
        let tasks: Vec<_> = (0..40)
            .map(|number| {
                let database = database.clone();
                tokio::spawn(async move {
                    let mut writer = database.write().await.expect("a writer");
                    audit::record_all(&mut writer, &[event(), event()]).await.expect("events");
                    if number % 4 != 0 {
                        writer.commit().await.expect("a commit");
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.expect("a writer");
        }
        let report = audit::verify(&database, &[], &[]).await.expect("a report");
        assert_eq!((report.events, report.last), (60, 60));
        assert_eq!(report.problems, []);
    }
}

#[tokio::test]
async fn an_event_with_a_character_that_a_database_refuses_is_kept() {
    for test in databases().await {
        let database = test.open().await;
        assert_eq!(record(&database, &event().because("a\0b")).await, 1);
        let report = audit::verify(&database, &[], &[]).await.expect("a report");
        assert_eq!(report.problems, []);
    }
}

#[tokio::test]
async fn an_empty_trail_is_whole_and_has_nothing_to_sign_or_to_take_away() {
    for test in databases().await {
        let database = test.open().await;
        let keys = platform::Keys::generate(&SeededEntropy::new(1));
        let mut writer = database.write().await.expect("a writer");
        assert_eq!(audit::record_all(&mut writer, &[]).await.expect("nothing"), 0);
        assert_eq!(audit::checkpoint(&mut writer, &keys, noon(), Who::Nobody).await.expect("nothing"), None);
        assert_eq!(audit::prune(&mut writer, &keys, noon(), Who::Nobody).await.expect("nothing"), None);
        writer.commit().await.expect("a commit");
        let report = audit::verify(&database, &keys.all_verifying(), &[]).await.expect("a report");
        assert_eq!((report.events, report.last, report.problems), (0, 0, vec![]));
    }
}

#[tokio::test]
async fn what_was_found_last_is_known_and_a_damaged_word_of_it_proves_nothing() {
    for test in databases().await {
        let database = test.open().await;
        record(&database, &event()).await;
        let mut db = database.write().await.expect("a writer");
        assert_eq!(audit::last_verified(&mut db).await.expect("an answer"), None);
        db.commit().await.expect("a commit");
        let report = audit::verify(&database, &[], &[]).await.expect("a report");
        let mut db = database.write().await.expect("a writer");
        audit::record_verified(&mut db, &report, noon(), Who::Job("audit.verify")).await.expect("an event");
        let verified = audit::last_verified(&mut db).await.expect("an answer").expect("a time");
        assert_eq!((verified.at, verified.whole), (noon(), true));
        let broken = audit::Report { more: 3, ..report };
        audit::record_verified(&mut db, &broken, noon(), Who::Job("audit.verify")).await.expect("an event");
        assert!(!audit::last_verified(&mut db).await.expect("an answer").expect("a time").whole);
        let worse = Event::new("audit.verified", noon(), Who::Nobody).detail(json!({ "problems": "none" }));
        audit::record(&mut db, &worse).await.expect("an event");
        assert!(!audit::last_verified(&mut db).await.expect("an answer").expect("a time").whole);
    }
}
