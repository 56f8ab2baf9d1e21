//! Whatever somebody with the password of the database does to the trail, `verify` says what and where: each
//! on SQLite and on PostgreSQL.

use jiff::{Timestamp, ToSpan as _};
use kernel::{OrganisationId, PersonId};
use platform::audit::{self, Checkpoint, Event, Problem, Report, Who};
use platform::{Backend, Database, Keys};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use sqlx::AssertSqlSafe;
use testkit::{SeededEntropy, TestDatabase, databases};

fn noon() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().expect("a moment")
}

fn keys() -> Keys {
    Keys::generate(&SeededEntropy::new(1))
}

/// A trail of nine events: four, the event of a checkpoint, and four more. Every column is filled.
struct Trail {
    database: Database,
    checkpoint: Checkpoint,
    _test: TestDatabase,
}

impl Trail {
    async fn new(test: TestDatabase) -> Self {
        let database = test.open().await;
        let mut writer = database.write().await.expect("a writer");
        audit::record_all(&mut writer, &events()).await.expect("events");
        let checkpoint = audit::checkpoint(&mut writer, &keys(), noon(), Who::Job("audit.checkpoint"))
            .await
            .expect("a checkpoint")
            .expect("there are events");
        audit::record_all(&mut writer, &events()).await.expect("events");
        writer.commit().await.expect("a commit");
        let trail = Self { database, checkpoint, _test: test };
        let report = trail.verify().await;
        assert_eq!((report.begin, report.last, report.events, report.checkpoints), (0, 9, 9, 1));
        assert_eq!(report.problems, [], "a trail that nobody touched");
        trail
    }

    async fn verify(&self) -> Report {
        audit::verify(&self.database, &keys().all_verifying(), &[]).await.expect("a report")
    }

    async fn problems(&self) -> Vec<Problem> {
        self.verify().await.problems
    }

    /// Runs SQL past the triggers and leaves those as they were, as a clever owner of the database would.
    async fn tamper(&self, statements: &[&str]) {
        let mut writer = self.database.write().await.expect("a writer");
        let triggers: Vec<(String, String)> = match self.database.backend() {
            Backend::Sqlite => sqlx::query_as("select name, sql from sqlite_master where type = 'trigger'")
                .fetch_all(&mut *writer)
                .await
                .expect("triggers"),
            Backend::PostgreSql => Vec::new(),
        };
        let off = triggers.iter().map(|(name, _)| format!("drop trigger {name}"));
        let back = triggers.iter().map(|(_, sql)| sql.clone());
        let replica = (self.database.backend() == Backend::PostgreSql)
            .then(|| "set local session_replication_role = replica".to_owned());
        let statements = statements.iter().map(ToString::to_string);
        for sql in replica.into_iter().chain(off).chain(statements).chain(back) {
            sqlx::raw_sql(AssertSqlSafe(sql.clone())).execute(&mut *writer).await.expect(&sql);
        }
        writer.commit().await.expect("a commit");
    }

    /// Gives every event from `seq` on the hash that it should have, as somebody would who knows how.
    async fn rewrite_from(&self, seq: i64) {
        let mut reader = self.database.read().await.expect("a reader");
        let all = audit::Filter { organisations: audit::Scope::All, ..audit::Filter::default() };
        let mut rows = audit::page(&mut reader, &all, None, 100).await.expect("events");
        rows.reverse();
        drop(reader);
        let mut previous = "0".repeat(64);
        let mut statements = Vec::new();
        for row in rows {
            if row.seq >= seq {
                let hash = Sha256::digest(format!("{previous}{}", canonical(&row)));
                previous = hash.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
                statements
                    .push(format!("update audit_events set hash = '{previous}' where seq = {}", row.seq));
            } else {
                previous = row.hash;
            }
        }
        statements.push(format!("update audit_head set hash = '{previous}'"));
        statements.push("update audit_head set seq = (select max(seq) from audit_events)".to_owned());
        self.tamper(&statements.iter().map(String::as_str).collect::<Vec<_>>()).await;
    }
}

/// The form of `docs/decisions/0007-audit-trail.md`, written down once more.
fn canonical(row: &audit::Row) -> String {
    let columns = [
        Some(&row.at),
        Some(&row.actor_kind),
        row.actor.as_ref(),
        row.on_behalf_of.as_ref(),
        row.organisation.as_ref(),
        Some(&row.kind),
        row.about_kind.as_ref(),
        row.about.as_ref(),
        row.reason.as_ref(),
        Some(&row.detail),
        row.request.as_ref(),
        Some(&row.keep_until),
    ];
    let lengths = columns.map(|column| column.map_or(";".to_owned(), |text| format!("{};", text.len())));
    let texts: String = columns.into_iter().flatten().map(String::as_str).collect();
    let lengths = lengths.concat();
    format!("{};{lengths}{texts}", row.seq)
}

fn events() -> Vec<Event> {
    let entropy = SeededEntropy::new(1);
    let event = |number: i64| {
        Event::new(
            "account.role-given",
            noon() + number.seconds(),
            Who::Person(PersonId::new(noon(), &entropy)),
        )
        .organisation(OrganisationId::new(noon(), &entropy))
        .on_behalf_of(PersonId::new(noon(), &entropy))
        .about("person", PersonId::new(noon(), &entropy))
        .because("é, een collega")
        .detail(json!({ "role": "editor" }))
        .request("a1b2")
    };
    (0..4).map(event).collect()
}

#[tokio::test]
async fn a_changed_column_is_found_whichever_it_is() {
    for test in databases().await {
        let trail = Trail::new(test).await;
        for column in [
            "at",
            "actor_kind",
            "actor",
            "on_behalf_of",
            "organisation",
            "kind",
            "about_kind",
            "about",
            "reason",
            "detail",
            "request",
            "keep_until",
        ] {
            let other = match column {
                "actor_kind" => "'operator'",
                "at" | "keep_until" => "'2090-01-01T00:00:00.000Z'",
                _ => "'x'",
            };
            let nothing = match column {
                "at" | "actor_kind" | "kind" | "detail" | "keep_until" => other,
                _ => "null",
            };
            for value in [other, nothing] {
                let before = format!("(select old.{column} from audit_old old where old.seq = 3)");
                trail
                    .tamper(&[
                        "create table audit_old as select * from audit_events",
                        &format!("update audit_events set {column} = {value} where seq = 3"),
                    ])
                    .await;
                assert_eq!(trail.problems().await, [Problem::Changed { seq: 3 }], "{column} = {value}");
                trail
                    .tamper(&[
                        &format!("update audit_events set {column} = {before} where seq = 3"),
                        "drop table audit_old",
                    ])
                    .await;
                assert_eq!(trail.problems().await, [], "{column} is what it was");
            }
        }
        trail.tamper(&["update audit_events set hash = 'x' where seq = 3"]).await;
        assert_eq!(trail.problems().await, [Problem::Changed { seq: 3 }, Problem::Changed { seq: 4 }]);
    }
}

#[tokio::test]
async fn text_moved_from_one_column_to_another_is_found() {
    for test in databases().await {
        let trail = Trail::new(test).await;
        trail.tamper(&["update audit_events set about = about || reason, reason = '' where seq = 3"]).await;
        assert_eq!(trail.problems().await, [Problem::Changed { seq: 3 }]);
    }
}

#[tokio::test]
async fn a_removed_event_is_found() {
    for test in databases().await {
        let trail = Trail::new(test).await;
        trail.tamper(&["delete from audit_events where seq in (2, 3, 7)"]).await;
        let problems = trail.problems().await;
        assert_eq!(problems, [Problem::Missing { from: 2, to: 3 }, Problem::Missing { from: 7, to: 7 }]);
        assert_eq!(problems[0].to_string(), "Events 2 to 3 are missing: they were removed.");
    }
}

#[tokio::test]
async fn a_removed_event_is_found_also_when_the_others_move_up() {
    for test in databases().await {
        let trail = Trail::new(test).await;
        trail
            .tamper(&[
                "delete from audit_events where seq = 8",
                "update audit_events set seq = 8 where seq = 9",
                "update audit_head set seq = 8",
            ])
            .await;
        assert_eq!(trail.problems().await, [Problem::Changed { seq: 8 }]);
    }
}

#[tokio::test]
async fn an_inserted_event_is_found() {
    const COPY: &str = "insert into audit_events
        select 3, at, actor_kind, actor, on_behalf_of, organisation, kind, about_kind, about, reason, detail,
               request, keep_until, hash
          from audit_events where seq = 2";
    for test in databases().await {
        let trail = Trail::new(test).await;
        trail
            .tamper(&[
                "update audit_events set seq = -seq where seq > 2",
                "update audit_events set seq = 1 - seq where seq < 0",
                COPY,
                "update audit_head set seq = 10",
            ])
            .await;
        let problems = trail.problems().await;
        assert_eq!(problems[..2], [Problem::Changed { seq: 3 }, Problem::Changed { seq: 4 }], "{problems:?}");
    }
}

#[tokio::test]
async fn an_event_put_before_the_beginning_or_after_the_end_is_found() {
    for test in databases().await {
        let trail = Trail::new(test).await;
        trail.tamper(&["update audit_events set seq = -7 where seq = 1"]).await;
        assert_eq!(
            trail.problems().await,
            [Problem::BeforeBeginning { seq: -7 }, Problem::Missing { from: 1, to: 1 }]
        );
        trail
            .tamper(&["update audit_events set seq = 1 where seq = -7", "update audit_head set seq = 7"])
            .await;
        assert_eq!(trail.problems().await, [Problem::AfterEnd { from: 8, to: 9 }]);
    }
}

#[tokio::test]
async fn events_in_another_order_are_found() {
    for test in databases().await {
        let trail = Trail::new(test).await;
        trail
            .tamper(&[
                "update audit_events set seq = 100 where seq = 7",
                "update audit_events set seq = 7 where seq = 8",
                "update audit_events set seq = 8 where seq = 100",
            ])
            .await;
        let seqs = [7, 8, 9].map(|seq| Problem::Changed { seq });
        assert_eq!(trail.problems().await, seqs);
    }
}

#[tokio::test]
async fn an_event_that_is_no_text_is_found() {
    for test in databases().await {
        let trail = Trail::new(test).await;
        // PostgreSQL keeps no such text.
        if trail.database.backend() == Backend::Sqlite {
            trail.tamper(&["update audit_events set reason = cast(x'ff' as text) where seq = 3"]).await;
            assert_eq!(trail.problems().await, [Problem::Unreadable { seq: 3 }]);
        }
    }
}

#[tokio::test]
async fn an_end_that_was_cut_off_is_found_by_the_head() {
    for test in databases().await {
        let trail = Trail::new(test).await;
        trail.tamper(&["delete from audit_events where seq > 7"]).await;
        assert_eq!(trail.problems().await, [Problem::CutOff { from: 8, to: 9 }]);
        trail.tamper(&["update audit_head set seq = 7"]).await;
        assert_eq!(trail.problems().await, [Problem::EndChanged { seq: 7 }]);
        trail.tamper(&["delete from audit_head"]).await;
        assert_eq!(trail.problems().await, [Problem::NoEnd]);
    }
}

#[tokio::test]
async fn an_end_that_was_cut_off_neatly_is_found_by_the_last_checkpoint() {
    for test in databases().await {
        let trail = Trail::new(test).await;
        trail.tamper(&["delete from audit_events where seq > 2"]).await;
        trail.rewrite_from(3).await;
        let at = trail.checkpoint.at.clone();
        assert_eq!(trail.problems().await, [Problem::ShorterThanCheckpoint { last: 2, seq: 4, at }]);
    }
}

#[tokio::test]
async fn without_its_checkpoint_too_it_is_found_by_one_that_was_kept_elsewhere() {
    for test in databases().await {
        let trail = Trail::new(test).await;
        let kept = Checkpoint::from_json(&trail.checkpoint.to_json()).expect("the JSON of a checkpoint");
        trail.tamper(&["delete from audit_events where seq > 2", "delete from audit_checkpoints"]).await;
        trail.rewrite_from(3).await;
        assert_eq!(trail.problems().await, [], "nothing in the database can tell");
        let keys = keys().all_verifying();
        let report = audit::verify(&trail.database, &keys, &[kept]).await.expect("a report");
        let at = trail.checkpoint.at.clone();
        assert_eq!(report.problems, [Problem::ShorterThanCheckpoint { last: 2, seq: 4, at }]);
    }
}

#[tokio::test]
async fn a_trail_that_was_rewritten_with_the_right_hashes_is_found_by_a_checkpoint() {
    for test in databases().await {
        let trail = Trail::new(test).await;
        trail.tamper(&["update audit_events set reason = 'x' where seq = 2"]).await;
        trail.rewrite_from(2).await;
        let at = trail.checkpoint.at.clone();
        assert_eq!(trail.problems().await, [Problem::Rewritten { seq: 4, at }]);
        // With one hash only, the next event does not fit.
        trail
            .tamper(&["update audit_events set hash = 'x' where seq = 9", "update audit_head set hash = 'x'"])
            .await;
        assert!(trail.problems().await.contains(&Problem::Changed { seq: 9 }));
    }
}

#[tokio::test]
async fn a_checkpoint_that_is_changed_foreign_or_gone_is_found() {
    for test in databases().await {
        let trail = Trail::new(test).await;
        for column in ["at", "hash", "signature"] {
            let saved = format!("create table saved as select {column} as kept from audit_checkpoints");
            trail.tamper(&[&saved, &format!("update audit_checkpoints set {column} = 'x'")]).await;
            assert_eq!(trail.problems().await, [Problem::WrongSignature { seq: 4 }], "{column}");
            let back = format!("update audit_checkpoints set {column} = (select kept from saved)");
            trail.tamper(&[&back, "drop table saved"]).await;
        }
        let others = Keys::generate(&SeededEntropy::new(2)).all_verifying();
        let report = audit::verify(&trail.database, &others, &[]).await.expect("a report");
        let key = trail.checkpoint.key_id.clone();
        assert_eq!(report.problems, [Problem::ForeignSignature { seq: 4, key }]);
        trail.tamper(&["update audit_checkpoints set seq = 3"]).await;
        let problems = [Problem::CheckpointMissing { seq: 4 }, Problem::WrongSignature { seq: 3 }];
        assert_eq!(trail.problems().await, problems);
        trail.tamper(&["delete from audit_checkpoints"]).await;
        assert_eq!(trail.problems().await, [Problem::CheckpointMissing { seq: 4 }]);
    }
}

#[tokio::test]
async fn what_an_earlier_key_signed_stays_good() {
    for test in databases().await {
        let trail = Trail::new(test).await;
        let newer = keys().with_new_signing_key(&SeededEntropy::new(3));
        let read_back = Keys::from_toml(&newer.to_toml()).expect("keys");
        let report = audit::verify(&trail.database, &read_back.all_verifying(), &[]).await.expect("a report");
        assert_eq!(report.problems, []);
    }
}

#[tokio::test]
async fn a_trigger_that_is_gone_off_changed_or_not_ours_is_found() {
    for test in databases().await {
        let trail = Trail::new(test).await;
        let (cases, ours): (&[(&str, bool)], _) = match trail.database.backend() {
            Backend::Sqlite => (
                &[
                    ("drop trigger audit_events_no_update", true),
                    (
                        "create trigger audit_events_no_update before update on audit_events begin select 1; end",
                        false,
                    ),
                    ("drop trigger audit_events_no_update", true),
                    (
                        "create trigger audit_events_no_update before update on audit_events begin \
                      select raise(abort, 'an audit event cannot be changed'); end",
                        false,
                    ),
                ],
                "create trigger quiet after insert on audit_events begin delete from audit_events; end",
            ),
            Backend::PostgreSql => (
                &[
                    ("alter table audit_events disable trigger audit_events_no_update", false),
                    ("drop trigger audit_events_no_update on audit_events", true),
                    (
                        "create trigger audit_events_no_update before update on audit_events \
                      for each row execute function zicht_audit_delete()",
                        false,
                    ),
                    ("drop trigger audit_events_no_update on audit_events", true),
                    (
                        "create trigger audit_events_no_update before update on audit_events \
                      for each row execute function zicht_refuse('an audit event cannot be changed')",
                        false,
                    ),
                ],
                "create rule quiet as on insert to audit_events do instead nothing",
            ),
        };
        let name = || "audit_events_no_update".to_owned();
        for (number, (sql, gone)) in cases.iter().enumerate() {
            let mut writer = trail.database.write().await.expect("a writer");
            sqlx::raw_sql(AssertSqlSafe(sql.to_string())).execute(&mut *writer).await.expect(sql);
            writer.commit().await.expect("a commit");
            let expected = match (number + 1 == cases.len(), gone) {
                (true, _) => vec![],
                (false, true) => vec![Problem::TriggerMissing { name: name() }],
                (false, false) => vec![Problem::TriggerChanged { name: name() }],
            };
            assert_eq!(trail.problems().await, expected, "{sql}");
        }
        trail.tamper(&[ours]).await;
        assert_eq!(trail.problems().await, [Problem::TriggerChanged { name: "quiet".to_owned() }]);
        if trail.database.backend() == Backend::PostgreSql {
            trail.tamper(&["drop rule quiet on audit_events"]).await;
            let hollow = "create or replace function zicht_audit_delete() returns trigger language plpgsql \
                          as $$ begin return old; end $$";
            trail.tamper(&[hollow]).await;
            let name = "zicht_audit_delete".to_owned();
            assert_eq!(trail.problems().await, [Problem::TriggerChanged { name }]);
        }
    }
}

#[tokio::test]
async fn a_beginning_that_zicht_did_not_take_away_is_found() {
    for test in databases().await {
        let trail = Trail::new(test).await;
        trail.tamper(&["delete from audit_events where seq <= 2"]).await;
        assert_eq!(trail.problems().await, [Problem::Missing { from: 1, to: 2 }]);
        // With an event that says so, and the right hash in it, but without our signature.
        let hash = {
            let mut reader = trail.database.read().await.expect("a reader");
            let all = audit::Filter { organisations: audit::Scope::All, ..audit::Filter::default() };
            let rows = audit::page(&mut reader, &all, Some(4), 1).await.expect("the third event");
            rows[0].hash.clone()
        };
        let others = Keys::generate(&SeededEntropy::new(2));
        let key = platform::keys::key_id(&others.verifying());
        let detail = json!({ "through": 3, "hash": hash, "events": 3, "key": key, "signature": "00" });
        let mut writer = trail.database.write().await.expect("a writer");
        let forged =
            Event::new("audit.pruned", noon(), Who::Job("audit.prune")).about("event", 3).detail(detail);
        audit::record(&mut writer, &forged).await.expect("an event");
        writer.commit().await.expect("a commit");
        trail.tamper(&["delete from audit_events where seq <= 3"]).await;
        assert_eq!(trail.problems().await, [Problem::UnsignedPruning { seq: 10 }]);
    }
}

#[tokio::test]
async fn events_that_come_back_after_pruning_are_found() {
    for test in databases().await {
        let database = test.open().await;
        let mut writer = database.write().await.expect("a writer");
        let old: Timestamp = "2001-01-01T00:00:00Z".parse().expect("a moment");
        let event = Event::new("account.signed-in", old, Who::Nobody);
        audit::record_all(&mut writer, &vec![event; 5]).await.expect("events");
        audit::checkpoint(&mut writer, &keys(), noon(), Who::Job("audit.checkpoint")).await.expect("one");
        audit::prune(&mut writer, &keys(), noon(), Who::Job("audit.prune")).await.expect("done");
        writer.commit().await.expect("a commit");
        let trail = Trail { database, checkpoint: Checkpoint::from_json(SOME).expect("one"), _test: test };
        let report = trail.verify().await;
        assert_eq!((report.begin, report.last, report.events), (5, 7, 2));
        assert_eq!(report.problems, []);
        trail.tamper(&["update audit_events set seq = 4 where seq = 6"]).await;
        assert_eq!(
            trail.problems().await,
            [Problem::BeforeBeginning { seq: 4 }, Problem::Missing { from: 6, to: 6 }]
        );
    }
}

const SOME: &str = r#"{"seq":1,"at":"","hash":"","key":"","signature":""}"#;

#[tokio::test]
async fn of_many_problems_a_hundred_are_named_and_all_are_counted() {
    for test in databases().await {
        let database = test.open().await;
        let mut writer = database.write().await.expect("a writer");
        audit::record_all(&mut writer, &vec![events()[0].clone(); 2500]).await.expect("events");
        writer.commit().await.expect("a commit");
        let trail = Trail { database, checkpoint: Checkpoint::from_json(SOME).expect("one"), _test: test };
        trail.tamper(&["update audit_events set reason = 'x'"]).await;
        let report = trail.verify().await;
        assert_eq!((report.problems.len(), report.more), (100, 2400));
    }
}
