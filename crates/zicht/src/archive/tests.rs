//! Archives on both databases, and what happens when something is wrong with one.

use std::fs;
use std::path::Path;

use age::secrecy::SecretString;
use platform::audit::{self, Event, Who};
use platform::{Connection, Database};
use proptest::prelude::*;
use serde_json::json;
use testkit::FixedClock;

use super::catalogue::{self, quoted};
use super::lock::{Lock, Unlock};
use super::read::Reader;
use super::*;

fn now() -> jiff::Timestamp {
    kernel::Clock::now(&FixedClock::at("2026-11-22T12:00:00Z"))
}

async fn run(db: &mut Connection, sql: &'static str) {
    sqlx::query(sql).execute(db).await.expect(sql);
}

/// The demonstration, and rows with everything that is hard to carry over: a reference to a later row, bytes,
/// nothing, quotes, an audit trail of which the beginning was pruned.
async fn filled(database: &Database) {
    monitor::fill_demo(database, &FixedClock::at("2026-11-22T12:00:00Z")).await.expect("the demonstration");
    filled_a_little(database).await;
}

async fn filled_a_little(database: &Database) {
    let mut db = database.write().await.expect("a transaction");
    run(&mut db, "insert into organisations (id, kind, name, search, valid_from) values ('b', 'national', 'Eén \"land\"', 'een', '2000-01-01')").await;
    run(&mut db, "insert into organisations (id, kind, name, search, valid_from, successor) values ('a', 'municipality', 'Oud;, ''s-Oord', 'oud', '2000-01-01', 'b')").await;
    sqlx::query(
        "insert into people (id, name, email, email_index, lang, state, created_at)
         values ('p', $1, $2, 'x', 'nl', 'active', '2026-01-01T00:00:00Z')",
    )
    .bind(vec![0_u8, 1, 254, 255])
    .bind(Vec::<u8>::new())
    .execute(&mut *db)
    .await
    .expect("a person");
    run(&mut db, "update audit_head set seq = 41, keep_years = 5 where id = 1").await;
    for number in 0..30 {
        let event = Event::new("account.signed-in", now(), Who::Operator("ops".to_owned()));
        audit::record(&mut db, &event.detail(json!({ "number": number }))).await.expect("an event");
    }
    // From here on events are kept for longer than those before.
    run(&mut db, "update audit_head set keep_years = 10 where id = 1").await;
    run(&mut db, "insert into audit_checkpoints (seq, at, hash, key_id, signature) select seq, '2026-11-22T12:00:00.000Z', hash, 'k', 's' from audit_head").await;
    db.commit().await.expect("a commit");
}

/// Every table with its rows, as lines.
async fn rows(database: &Database) -> Vec<String> {
    let mut db = database.read().await.expect("a reader");
    let mut lines = Vec::new();
    for table in catalogue::tables(&mut db, database.backend()).await.expect("the tables") {
        let key = catalogue::quoted_list(&table.key);
        let columns = catalogue::quoted_list(table.columns.iter().map(|column| &column.name));
        let sql = format!("select {columns} from {} order by {key}", quoted(&table.name));
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(&mut *db).await.expect("rows");
        for row in &rows {
            lines.push(format!("{} {columns} {:?}", table.name, cell::Cell::all(row).expect("values")));
        }
    }
    lines
}

fn key() -> (Lock, Unlock) {
    let key = age::x25519::Identity::generate();
    (Lock::Recipients(vec![key.to_public()]), Unlock::Keys(vec![key]))
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_goes_from_one_database_to_the_other_and_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let (first, second, third) = (testkit::sqlite(), testkit::postgres().await, testkit::sqlite());
    let database = first.open().await;
    filled(&database).await;
    let before = rows(&database).await;
    assert!(before.len() > 500, "{}", before.len());
    let one = folder.path().join("one");
    write_plain(&database, now(), &one).await.expect("an export");
    let there = put_back(&second.address, &|| open_plain(&one)).await.expect("an import").database;
    assert_eq!(rows(&there).await, before);
    let two = folder.path().join("two");
    write_plain(&there, now(), &two).await.expect("an export");
    let back = put_back(&third.address, &|| open_plain(&two)).await.expect("an import").database;
    assert_eq!(rows(&back).await, before);
    // But for the first line, which tells where it came from, the two files are the same.
    let lines =
        |path| fs::read_to_string(path).expect("a file").split_once('\n').expect("lines").1.to_owned();
    assert_eq!(lines(&one), lines(&two));
    // References hold again at once, as they did.
    let mut db = there.write().await.expect("a transaction");
    assert!(
        sqlx::query("update organisations set successor = 'c' where id = 'a'")
            .execute(&mut *db)
            .await
            .is_err()
    );
    db.rollback().await.expect("a rollback");
    there.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archive_goes_only_into_an_empty_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let source = testkit::sqlite();
    let database = source.open().await;
    filled(&database).await;
    let file = folder.path().join("backup");
    let (lock, unlock) = key();
    write_sealed(&database, now(), None, &lock, &file).await.expect("a backup");
    for test in testkit::databases().await {
        // Tables that are there, and empty, are no hindrance.
        test.open().await.close().await;
        let back =
            put_back(&test.address, &|| open_sealed(&file, &unlock)).await.expect("a restore").database;
        let before = rows(&back).await;
        back.close().await;
        let refused =
            put_back(&test.address, &|| open_sealed(&file, &unlock)).await.expect_err("it is filled");
        assert!(
            refused.to_string().contains("not empty") && refused.to_string().contains("people"),
            "{refused}"
        );
        assert_eq!(rows(&test.open().await).await, before);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flipped_byte_anywhere_in_a_backup_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let source = testkit::sqlite();
    let database = source.open().await;
    filled_a_little(&database).await;
    let file = folder.path().join("backup");
    let (lock, unlock) = key();
    write_sealed(&database, now(), Some("keys".to_owned()), &lock, &file).await.expect("a backup");
    let good = fs::read(&file).expect("the backup");
    let damaged = folder.path().join("damaged");
    let sound = |bytes: &[u8]| {
        fs::write(&damaged, bytes).expect("a file");
        open_sealed(&damaged, &unlock).and_then(Reader::verify)
    };
    assert_eq!(sound(&good).expect("sound").0.keys.as_deref(), Some("keys"));
    let mut rng = fastrand::Rng::with_seed(7);
    let places = (0..60)
        .map(|_| rng.usize(..good.len()))
        .chain((0..400).step_by(7))
        .chain(good.len() - 20..good.len());
    for place in places.collect::<Vec<_>>() {
        let mut bytes = good.clone();
        bytes[place] ^= 1 << rng.u8(..8);
        assert!(sound(&bytes).is_err(), "byte {place} of {} was flipped", good.len());
    }
    for length in [0, 1, 100, good.len() / 2, good.len() - 1] {
        assert!(sound(&good[..length]).is_err(), "cut off at {length}");
    }
    assert!(sound(&[&good[..], b"x"].concat()).is_err(), "a byte more");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_export_leaves_nothing_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    let source = testkit::sqlite();
    let database = source.open().await;
    filled(&database).await;
    let file = folder.path().join("export");
    write_plain(&database, now(), &file).await.expect("an export");
    let good = fs::read_to_string(&file).expect("the export");
    let without = |part: &str| -> String {
        good.lines().filter(|line| !line.contains(part)).flat_map(|line| [line, "\n"]).collect()
    };
    for (bad, said) in [
        (good.replacen("reconstruction", "real", 1), "checksum"),
        (without("\"complete\""), "cut off"),
        (without("account.signed-in\",null"), "rows are missing"),
        (good.replacen("\"people\":1", "\"people\":2", 1), "rows are missing"),
        (format!("{good}[1]\n"), "more after the end"),
        (good.replacen("everything/1", "everything/2", 1), "does not know"),
        ("id;name\n".to_owned(), "not an archive"),
        (String::new(), "not an archive"),
        (good.replacen("\"step\":", "\"step\":9", 1), "newer version"),
    ] {
        fs::write(&file, bad).expect("a file");
        let target = folder.path().join("new.db");
        let refused = put_back(&target.to_string_lossy(), &|| open_plain(&file)).await.expect_err(said);
        assert!(refused.to_string().contains(said), "{said}: {refused}");
        assert!(!target.exists(), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_opens_with_its_passphrase_and_with_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let source = testkit::sqlite();
    let database = source.open().await;
    let file = folder.path().join("backup");
    let passphrase = |text: &str| SecretString::from(text.to_owned());
    let lock = Lock::Passphrase(passphrase("a long passphrase"), 2);
    write_sealed(&database, now(), None, &lock, &file).await.expect("a backup");
    let opened = |unlock: &Unlock| open_sealed(&file, unlock).and_then(Reader::verify).map(|_| ());
    assert!(opened(&Unlock::Passphrase(passphrase("a long passphrase"))).is_ok());
    assert!(opened(&Unlock::Passphrase(passphrase("another passphrase"))).is_err());
    assert!(opened(&key().1).is_err());
    let taken = write_sealed(&database, now(), None, &lock, &file).await.expect_err("the name is taken");
    assert!(taken.to_string().contains("is there already"));
    assert_eq!(names(folder.path()), ["backup"]);
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[tokio::test(flavor = "multi_thread")]
async fn every_table_of_the_migrations_is_in_an_archive() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let mut db = database.write().await.expect("a transaction");
        // SQLite's strict tables and PostgreSQL have one whole number in common.
        run(&mut db, "create table later (id text not null primary key, made_up integer)").await;
        run(&mut db, "insert into later (id, made_up) values ('x', 1)").await;
        db.commit().await.expect("a commit");
        let mut lines = Vec::new();
        write::write(&database, now(), None, &mut lines).await.expect("an archive");
        let reader = Reader::new(&lines[..]).expect("an archive");
        assert_eq!(reader.header().tables.get("later"), Some(&1));
        assert!(reader.header().tables.contains_key("people") && reader.header().tables.contains_key("jobs"));
    }
}

proptest! {
    #[test]
    fn whatever_stands_in_a_file_is_refused_or_read(bytes in any::<Vec<u8>>(), text in "[\\[\\]{}\":,a-z0-9\n]{0,200}") {
        let header = b"{\"archive\":{\"format\":\"zicht/everything/1\",\"program\":\"0\",\"from\":\"x\",\"at\":\"x\",\"step\":1,\"tables\":{}}}\n";
        for rest in [&bytes[..], text.as_bytes()] {
            let _ = Reader::new(rest).and_then(Reader::verify);
            let _ = Reader::new(&[header, rest].concat()[..]).and_then(Reader::verify);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn whatever_stands_in_a_backup_is_refused_and_never_stops_the_program(
        bytes in any::<Vec<u8>>(),
        line in "-> (X25519|scrypt|[a-zA-Z0-9]{0,9}) [A-Za-z0-9+/ ]{0,60}\n[A-Za-z0-9+/]{0,64}\n",
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("backup.age");
        let key = age::x25519::Identity::generate();
        let unlocks = [Unlock::Keys(vec![key]), Unlock::Passphrase(SecretString::from("a"))];
        let almost = [b"age-encryption.org/v1\n", line.as_bytes(), b"--- AAAA\n", &bytes].concat();
        for text in [&bytes, &almost] {
            fs::write(&file, text).expect("a file");
            for unlock in &unlocks {
                prop_assert!(open_sealed(&file, unlock).and_then(Reader::verify).is_err());
            }
        }
    }
}
