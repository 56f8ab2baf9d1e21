//! What the database itself refuses, also from SQL by hand: each on SQLite and on PostgreSQL.

use jiff::{Timestamp, ToSpan as _};
use platform::audit::{self, Event, Who};
use platform::{Backend, Database, Keys};
use testkit::{SeededEntropy, databases};

const NOON: &str = "2026-11-22T12:00:00.000Z";
/// Seven years after noon.
const KEPT: &str = "2033-11-22T12:00:00.000Z";

fn noon() -> Timestamp {
    NOON.parse().expect("a moment")
}

async fn trail(database: &Database, events: usize) {
    let mut writer = database.write().await.expect("a writer");
    let event = Event::new("account.signed-in", noon(), Who::Nobody);
    audit::record_all(&mut writer, &vec![event; events]).await.expect("events");
    writer.commit().await.expect("a commit");
}

/// Runs one statement by hand and gives how the database refuses it.
async fn refusal(database: &Database, sql: &str) -> String {
    let mut writer = database.write().await.expect("a writer");
    let done = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned())).execute(&mut *writer).await;
    done.expect_err(sql).to_string()
}

fn insert(seq: &str, at: &str, keep_until: &str) -> String {
    format!(
        "insert into audit_events (seq, at, actor_kind, kind, detail, keep_until, hash)
         values ({seq}, '{at}', 'nobody', 'account.signed-in', '{{}}', '{keep_until}', 'x')"
    )
}

#[tokio::test]
async fn an_event_can_be_neither_changed_nor_deleted_nor_emptied_away() {
    for test in databases().await {
        let database = test.open().await;
        trail(&database, 3).await;
        for column in
            ["seq = 9", "at = 'x'", "actor_kind = 'job'", "kind = 'x'", "reason = 'x'", "hash = 'x'"]
        {
            let refused =
                refusal(&database, &format!("update audit_events set {column} where seq = 2")).await;
            assert!(refused.contains("cannot be changed"), "{column}: {refused}");
        }
        for sql in ["delete from audit_events", "delete from audit_events where seq = 3"] {
            assert!(refusal(&database, sql).await.contains("before the end of its retention"));
        }
        let mut statements = vec![
            "update or replace audit_events set seq = 1 where seq = 2".to_owned(),
            "update or ignore audit_events set kind = 'x'".to_owned(),
            insert("2", NOON, KEPT).replace("insert", "insert or replace"),
            insert("2", NOON, KEPT).replace("insert", "insert or ignore"),
            insert("2", NOON, KEPT).replace("insert", "replace"),
            insert("2", NOON, KEPT) + " on conflict (seq) do update set kind = 'x'",
        ];
        if database.backend() == Backend::PostgreSql {
            statements = vec![
                "truncate audit_events".to_owned(),
                "truncate audit_events cascade".to_owned(),
                insert("2", NOON, KEPT) + " on conflict (seq) do update set kind = 'x'",
            ];
        }
        for sql in statements {
            let refused = refusal(&database, &sql).await;
            assert!(refused.contains("audit"), "{sql}: {refused}");
        }
        assert!(audit::verify(&database, &[], &[]).await.expect("a report").problems.is_empty());
    }
}

#[tokio::test]
async fn an_event_comes_after_the_last_one_only() {
    for test in databases().await {
        let database = test.open().await;
        trail(&database, 3).await;
        for seq in ["1", "3", "5", "0", "-1", "null", "9223372036854775807"] {
            let refused = refusal(&database, &insert(seq, NOON, KEPT)).await;
            assert!(refused.contains("comes after the last one"), "{seq}: {refused}");
        }
        // One that was slipped in behind Zicht's back stops every further event, and is found.
        let mut writer = database.write().await.expect("a writer");
        let slipped = insert("4", NOON, KEPT);
        sqlx::raw_sql(sqlx::AssertSqlSafe(slipped)).execute(&mut *writer).await.expect("after the last");
        let event = Event::new("account.signed-in", noon(), Who::Nobody);
        assert!(audit::record(&mut writer, &event).await.is_err());
    }
}

#[tokio::test]
async fn an_event_is_kept_for_the_years_that_were_set() {
    for test in databases().await {
        let database = test.open().await;
        for early in [NOON, "2033-11-22T11:59:59.999Z", "2032-12-31T23:59:59.999Z", ""] {
            let refused = refusal(&database, &insert("1", NOON, early)).await;
            assert!(refused.contains("is kept for the years"), "{early}: {refused}");
        }
        assert!(refusal(&database, &insert("1", "gisteren", KEPT)).await.len() > 10);
        assert!(refusal(&database, "update audit_head set keep_years = 4").await.contains("keep_years"));
        let mut writer = database.write().await.expect("a writer");
        let job = || Who::Job("audit.retention");
        audit::set_retention(&mut writer, 10, noon(), job()).await.expect("a longer retention");
        audit::set_retention(&mut writer, 10, noon(), job()).await.expect("the same");
        writer.commit().await.expect("a commit");
        let refused = refusal(&database, &insert("2", NOON, KEPT)).await;
        assert!(refused.contains("is kept for the years"), "{refused}");
        let mut reader = database.read().await.expect("a reader");
        let all = audit::Filter { organisations: audit::Scope::All, ..audit::Filter::default() };
        let rows = audit::page(&mut reader, &all, None, 10).await.expect("a page");
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].keep_until, "2036-11-22T12:00:00.000Z");
        assert_eq!(rows[0].detail, r#"{"before":7,"years":10}"#);
    }
}

#[tokio::test]
async fn an_event_of_29_february_is_kept_until_march() {
    for test in databases().await {
        let database = test.open().await;
        let mut writer = database.write().await.expect("a writer");
        let leap: Timestamp = "2028-02-29T23:30:00.5Z".parse().expect("a moment");
        audit::record(&mut writer, &Event::new("account.signed-in", leap, Who::Nobody)).await.expect("kept");
        let until: String = sqlx::query_scalar("select keep_until from audit_events")
            .fetch_one(&mut *writer)
            .await
            .expect("one");
        assert_eq!(until, "2035-03-01T23:30:00.500Z");
    }
}

#[tokio::test]
async fn the_head_follows_the_events_only() {
    for test in databases().await {
        let database = test.open().await;
        trail(&database, 3).await;
        let mut statements = vec![
            "update audit_head set seq = 2",
            "update audit_head set seq = 4",
            "update audit_head set hash = 'x'",
            "update audit_head set id = 2",
            "update audit_head set seq = 2, hash = (select hash from audit_events where seq = 2)",
            "delete from audit_head",
            "insert into audit_head (id, seq, hash, keep_years) values (1, 0, 'x', 7)",
            "insert into audit_head (id, seq, hash, keep_years) values (1, 0, 'x', 7) on conflict (id) do update set seq = 0",
        ];
        match database.backend() {
            Backend::Sqlite => statements.extend([
                "replace into audit_head (id, seq, hash, keep_years) values (1, 0, 'x', 7)",
                "update or replace audit_head set seq = 0",
            ]),
            Backend::PostgreSql => statements.push("truncate audit_head"),
        }
        for sql in statements {
            let refused = refusal(&database, sql).await;
            assert!(
                refused.contains("the end of the audit trail") || refused.contains("has one end"),
                "{sql}: {refused}"
            );
        }
    }
}

#[tokio::test]
async fn a_checkpoint_can_be_neither_changed_nor_deleted_nor_made_up_for_another_trail() {
    for test in databases().await {
        let database = test.open().await;
        trail(&database, 3).await;
        let keys = Keys::generate(&SeededEntropy::new(1));
        let mut writer = database.write().await.expect("a writer");
        audit::checkpoint(&mut writer, &keys, noon(), Who::Job("audit.checkpoint"))
            .await
            .expect("a checkpoint");
        writer.commit().await.expect("a commit");
        let values = |seq: &str, hash: &str| {
            format!(
                "into audit_checkpoints (seq, at, hash, key_id, signature) values ({seq}, 'x', {hash}, 'x', 'x')"
            )
        };
        let fourth = "(select hash from audit_events where seq = 4)";
        let mut statements = vec![
            "update audit_checkpoints set signature = 'x'".to_owned(),
            "delete from audit_checkpoints".to_owned(),
            format!("insert {}", values("3", "'x'")),
            format!("insert {}", values("2", "(select hash from audit_events where seq = 2)")),
            format!("insert {}", values("4", "'x'")),
            format!("insert {}", values("5", fourth)),
            format!("insert {}", values("null", fourth)),
            format!("insert {} on conflict (seq) do update set at = 'y'", values("3", "'x'")),
        ];
        match database.backend() {
            Backend::Sqlite => statements.extend([
                format!("replace {}", values("3", "'x'")),
                format!("insert or ignore {}", values("3", "'x'")),
                "update or replace audit_checkpoints set seq = 2".to_owned(),
            ]),
            Backend::PostgreSql => statements.push("truncate audit_checkpoints".to_owned()),
        }
        for sql in statements {
            let refused = refusal(&database, &sql).await;
            assert!(refused.contains("audit checkpoint") || refused.contains("not-null"), "{sql}: {refused}");
        }
    }
}

#[tokio::test]
async fn events_go_by_pruning_only_and_only_from_the_beginning() {
    for test in databases().await {
        let database = test.open().await;
        let keys = Keys::generate(&SeededEntropy::new(1));
        let old = noon() - (20 * 366 * 24).hours();
        let mut writer = database.write().await.expect("a writer");
        for at in [old, old, noon(), old] {
            audit::record(&mut writer, &Event::new("account.signed-in", at, Who::Nobody))
                .await
                .expect("kept");
        }
        writer.commit().await.expect("a commit");
        let refused = refusal(&database, "delete from audit_events where seq = 1").await;
        assert!(refused.contains("only be deleted by zicht audit prune"), "{refused}");

        let prune = async || {
            let mut writer = database.write().await.expect("a writer");
            let pruned =
                audit::prune(&mut writer, &keys, noon(), Who::Job("audit.prune")).await.expect("done");
            writer.commit().await.expect("a commit");
            pruned
        };
        let pruned = prune().await.expect("something to take away");
        assert_eq!((pruned.through, pruned.events), (2, 2));
        assert_eq!(prune().await, None, "the third must be kept, and holds the fourth");
        let refused = refusal(&database, "delete from audit_events where seq = 4").await;
        assert!(refused.contains("only be deleted by zicht audit prune"), "{refused}");
        let report = audit::verify(&database, &keys.all_verifying(), &[]).await.expect("a report");
        assert_eq!((report.begin, report.last, report.events), (2, 5, 3));
        assert_eq!(report.problems, []);
    }
}

#[tokio::test]
async fn an_empty_trail_can_begin_where_an_imported_one_did() {
    for test in databases().await {
        let database = test.open().await;
        let mut writer = database.write().await.expect("a writer");
        sqlx::query("update audit_head set seq = 50, hash = 'abc', keep_years = 9")
            .execute(&mut *writer)
            .await
            .expect("set");
        writer.commit().await.expect("a commit");
        assert!(refusal(&database, "update audit_head set seq = 0").await.contains("follows its events"));
        trail(&database, 1).await;
        let mut writer = database.write().await.expect("a writer");
        let event = Event::new("account.signed-in", noon(), Who::Nobody);
        assert_eq!(audit::record(&mut writer, &event).await.expect("kept"), 52);
    }
}
