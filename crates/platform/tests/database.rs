//! Opening, migrating, reading and writing, each on SQLite and on PostgreSQL.

use std::time::Duration;

use platform::{Backend, Database, DatabaseError, Opening};
use testkit::databases;
use tokio::time::timeout;

async fn count(database: &Database) -> i64 {
    let mut reader = database.read().await.expect("a reader");
    sqlx::query_scalar("select count(*) from boundaries").fetch_one(&mut *reader).await.expect("a count")
}

async fn insert(database: &Database, code: &str) -> platform::Writer {
    let mut writer = database.write().await.expect("a writer");
    sqlx::query("insert into boundaries (code, path) values ($1, $2)")
        .bind(code)
        .bind("M0 0")
        .execute(&mut *writer)
        .await
        .expect("an insert");
    writer
}

async fn execute(database: &Database, sql: &'static str) -> Result<u64, sqlx::Error> {
    let mut writer = database.write().await.expect("a writer");
    let done = sqlx::query(sql).execute(&mut *writer).await?;
    writer.commit().await?;
    Ok(done.rows_affected())
}

async fn text(database: &Database, sql: &'static str) -> String {
    let mut writer = database.write().await.expect("a writer");
    sqlx::query_scalar(sql).fetch_one(&mut *writer).await.expect("a text")
}

#[tokio::test]
async fn what_was_committed_is_there_after_opening_again() {
    for test in databases().await {
        let database = test.open().await;
        insert(&database, "GM0001").await.commit().await.expect("a commit");
        database.close().await;
        assert_eq!(count(&test.open().await).await, 1);
    }
}

#[tokio::test]
async fn a_dropped_transaction_leaves_nothing() {
    for test in databases().await {
        let database = test.open().await;
        drop(insert(&database, "GM0001").await);
        insert(&database, "GM0002").await.rollback().await.expect("a rollback");
        assert_eq!(count(&database).await, 0);
    }
}

#[tokio::test]
async fn a_reader_does_not_wait_for_a_writer_and_does_not_see_its_half_work() {
    for test in databases().await {
        let database = test.open().await;
        let writer = insert(&database, "GM0001").await;
        assert_eq!(count(&database).await, 0);
        writer.commit().await.expect("a commit");
        assert_eq!(count(&database).await, 1);
    }
}

#[tokio::test]
async fn two_writers_take_turns() {
    for test in databases().await {
        let database = test.open().await;
        let tasks: Vec<_> = (0..20)
            .map(|number| {
                let database = database.clone();
                tokio::spawn(async move {
                    insert(&database, &format!("GM{number:04}")).await.commit().await.expect("a commit");
                })
            })
            .collect();
        for task in tasks {
            task.await.expect("a writer");
        }
        assert_eq!(count(&database).await, 20);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_new_database_may_be_opened_by_several_at_once() {
    for test in databases().await {
        let address = std::sync::Arc::new(test.address.clone());
        let tasks: Vec<_> = (0..8)
            .map(|_| {
                let address = address.clone();
                tokio::spawn(async move { Database::open(&address).await.map(|_| ()) })
            })
            .collect();
        for task in tasks {
            task.await.expect("a task").expect("a database");
        }
        assert_eq!(count(&test.open().await).await, 0);
    }
}

#[tokio::test]
async fn a_save_is_durable_once_it_is_acknowledged() {
    for test in databases().await {
        let database = test.open().await;
        match database.backend() {
            Backend::Sqlite => {
                assert_eq!(text(&database, "select journal_mode from pragma_journal_mode").await, "wal");
                assert_eq!(
                    text(&database, "select cast(synchronous as text) from pragma_synchronous").await,
                    "2"
                );
                assert_eq!(
                    text(&database, "select cast(foreign_keys as text) from pragma_foreign_keys").await,
                    "1"
                );
            }
            Backend::PostgreSql => {
                execute(&database, CARELESS_SERVER).await.expect("a setting");
                let database = test.open().await;
                assert_eq!(text(&database, "select current_setting('synchronous_commit')").await, "on");
            }
        }
    }
}

const CARELESS_SERVER: &str = "do $$ begin
    execute format('alter database %I set synchronous_commit = off', current_database()); end $$";

#[tokio::test]
async fn a_wave_takes_its_responses_along() {
    for test in databases().await {
        let database = test.open().await;
        execute(&database, INSERT_WAVE).await.expect("a wave");
        execute(&database, INSERT_RESPONSES).await.expect("responses");
        assert_eq!(execute(&database, "delete from waves").await.expect("a deletion"), 1);
        let mut reader = database.read().await.expect("a reader");
        let left: i64 = sqlx::query_scalar("select count(*) from responses")
            .fetch_one(&mut *reader)
            .await
            .expect("a count");
        assert_eq!(left, 0);
    }
}

#[tokio::test]
async fn a_municipality_answers_once_in_a_wave_and_many_may_be_unnamed() {
    for test in databases().await {
        let database = test.open().await;
        execute(&database, INSERT_WAVE).await.expect("a wave");
        execute(&database, INSERT_RESPONSES).await.expect("responses");
        for sql in [
            "insert into responses values ('2026', 4, 'r4', 1, 'GM0001', 0, '{}')",
            "insert into responses values ('2026', 4, 'r1', 1, null, 0, '{}')",
            "insert into responses values ('2026', 1, 'r4', 1, null, 0, '{}')",
        ] {
            let error = execute(&database, sql).await.expect_err(sql);
            assert!(
                error.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation),
                "{sql}: {error}"
            );
        }
    }
}

const INSERT_WAVE: &str = "insert into waves
    values ('2026', 2026, 'preventie-2017', 1, null, 'generated', 'h', 3, '2026-11-22T12:00:00Z', 'test')";
const INSERT_RESPONSES: &str = "insert into responses (wave, row, respondent, size_class, municipality, named, answers)
    values ('2026', 1, 'r1', 1, 'GM0001', 1, '{}'), ('2026', 2, 'r2', 1, null, 0, '{}'), ('2026', 3, 'r3', 1, null, 0, '{}')";

#[tokio::test]
async fn text_sorts_by_its_bytes_on_both() {
    for test in databases().await {
        let database = test.open().await;
        for code in ["a", "B", "é", "Z"] {
            insert(&database, code).await.commit().await.expect("a commit");
        }
        let mut reader = database.read().await.expect("a reader");
        let codes: Vec<String> = sqlx::query_scalar("select code from boundaries order by code")
            .fetch_all(&mut *reader)
            .await
            .expect("codes");
        assert_eq!(codes, ["B", "Z", "a", "é"]);
    }
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_refused_untouched() {
    for test in databases().await {
        let database = test.open().await;
        let newer = match database.backend() {
            Backend::Sqlite => {
                "insert into _sqlx_migrations values (9999, 'later', current_timestamp, 1, x'00', 1)"
            }
            Backend::PostgreSql => {
                "insert into _sqlx_migrations values (9999, 'later', now(), true, '\\x00', 1)"
            }
        };
        execute(&database, newer).await.expect("a later step");
        database.close().await;
        let error = Database::open(&test.address).await.expect_err("a refusal");
        assert!(matches!(error, DatabaseError::NewerThanProgram), "{error}");
        assert!(error.to_string().starts_with("This database was made by a newer version of Zicht."));
    }
}

#[tokio::test]
async fn a_step_that_was_changed_afterwards_is_refused() {
    for test in databases().await {
        let database = test.open().await;
        let changed = match database.backend() {
            Backend::Sqlite => "update _sqlx_migrations set checksum = x'00'",
            Backend::PostgreSql => "update _sqlx_migrations set checksum = '\\x00'",
        };
        execute(&database, changed).await.expect("a change");
        database.close().await;
        let error = Database::open(&test.address).await.expect_err("a refusal");
        assert!(matches!(error, DatabaseError::ChangedMigration(1)), "{error}");
    }
}

#[tokio::test]
async fn a_reader_of_a_file_cannot_write() {
    let test = testkit::sqlite();
    let database = test.open().await;
    let mut reader = database.read().await.expect("a reader");
    assert!(sqlx::query("delete from boundaries").execute(&mut *reader).await.is_err());
}

#[tokio::test]
async fn who_holds_every_connection_can_still_ask_beside() {
    for test in databases().await {
        let database = test.open().await;
        let mut held = Vec::new();
        while let Ok(reader) = timeout(Duration::from_millis(500), database.read()).await {
            held.push(reader.expect("a reader"));
        }
        assert!(held.len() > 1);
        assert_eq!(count(&database.beside()).await, 0);
    }
}

#[tokio::test]
async fn opening_does_not_wait_for_a_writer() {
    for test in databases().await {
        let database = test.open().await;
        let writer = insert(&database, "GM0001").await;
        assert_eq!(count(&test.open().await).await, 0);
        writer.commit().await.expect("a commit");
    }
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_in_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("brief.db");
    std::fs::write(&file, "Geachte heer, mevrouw, ".repeat(100)).expect("a file");
    let error = Database::open(&file.to_string_lossy()).await.expect_err("a refusal");
    assert!(error.to_string().ends_with("brief.db cannot be used: it is not a SQLite database."), "{error}");
    let error = Database::open(&folder.path().to_string_lossy()).await.expect_err("a refusal");
    assert!(error.to_string().ends_with("it is a folder."), "{error}");
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_named_without_the_password() {
    let error =
        Database::open("postgres://ada:geheim@127.0.0.1:9/zicht").await.expect_err("a refusal").to_string();
    assert!(
        error.starts_with("No PostgreSQL server answers at postgres://ada@127.0.0.1:9/zicht: "),
        "{error}"
    );
}

#[tokio::test]
async fn a_missing_database_and_an_unknown_user_are_told_apart() {
    let test = testkit::postgres().await;
    let missing = format!("{}_missing", test.address);
    let error = Database::open(&missing).await.expect_err("a refusal");
    assert!(matches!(error, DatabaseError::NoSuchDatabase { .. }), "{error}");

    let (_, host) = test.address.split_once('@').expect("a user in the address");
    let error = Database::open(&format!("postgres://niemand:geheim@{host}")).await.expect_err("a refusal");
    assert!(matches!(error, DatabaseError::AccessDenied { .. }), "{error}");
    assert!(!error.to_string().contains("geheim"), "{error}");
}

#[tokio::test]
async fn an_opening_that_may_not_migrate_tells_the_steps_and_changes_nothing() {
    for test in databases().await {
        let looked = Database::open_as(&test.address, Opening::AsItIs).await.expect("it opens");
        let steps = looked.missing_steps().await.expect("the steps");
        assert_eq!(steps.first(), Some(&"0001_monitor"));
        looked.close().await;
        let refused =
            Database::open_as(&test.address, Opening::UpToDate).await.expect_err("steps are missing");
        assert!(
            refused.to_string().contains("zicht migrate") && refused.to_string().contains("0001_monitor")
        );
        let again = Database::open_as(&test.address, Opening::AsItIs).await.expect("it opens");
        assert_eq!(again.missing_steps().await.expect("the steps"), steps);
        again.close().await;

        let older = Database::open_as(&test.address, Opening::UpTo(1)).await.expect("it opens");
        assert_eq!(older.missing_steps().await.expect("the steps"), steps[1..]);
        older.close().await;
        test.open().await.close().await;
        let current = Database::open_as(&test.address, Opening::UpToDate).await.expect("nothing is missing");
        assert!(current.missing_steps().await.expect("the steps").is_empty());
    }
}
