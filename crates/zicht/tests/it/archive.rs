//! Backup, restore, export and import, as an administrator types them.

use std::fs;
use std::path::Path;

use crate::program::{self, ANSWERS, stderr, stdout, zicht};

/// A folder with keys, a database with answers in it, and a key for backups.
async fn filled(folder: &Path, db: &str) {
    program::keys(folder);
    let words =
        ["import", "answers", "--questionnaire", "preventie-2017", "--wave", "2017", "--db", db, ANSWERS];
    assert!(zicht(folder, &words).status.success());
    assert!(zicht(folder, &["backup-key", "backup.key"]).status.success());
}

fn report(folder: &Path, db: &str, out: &str) -> Vec<u8> {
    let done = zicht(folder, &["report", "--db", db, "--wave", "2017", "--out", out, "--only", "json"]);
    assert!(done.status.success(), "{}", stderr(&done));
    fs::read(folder.join(out).join("report.json")).unwrap()
}

async fn kinds(address: &str) -> Vec<String> {
    let database = platform::Database::open(address).await.unwrap();
    let mut db = database.read().await.unwrap();
    let kinds: Vec<(String,)> =
        sqlx::query_as("select kind from audit_events order by seq").fetch_all(&mut *db).await.unwrap();
    kinds.into_iter().map(|(kind,)| kind).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_goes_by_command_to_the_other_database_and_back_with_the_same_report() {
    let folder = tempfile::tempdir().unwrap();
    let (folder, server) = (folder.path(), testkit::postgres().await);
    filled(folder, "one.db").await;
    for (from, to, file) in [("one.db", server.address.as_str(), "a"), (&server.address, "two.db", "b")] {
        let done = zicht(folder, &["export", "--everything", "--db", from, "--to", file]);
        assert!(done.status.success(), "{}", stderr(&done));
        let done = zicht(folder, &["import", "--everything", file, "--db", to]);
        assert!(done.status.success() && stdout(&done).contains("trail is whole"), "{}", stderr(&done));
    }
    let first = report(folder, "one.db", "r1");
    assert_eq!(first, report(folder, &server.address, "r2"));
    assert_eq!(first, report(folder, "two.db", "r3"));
    let two = folder.join("two.db");
    assert_eq!(kinds(&two.to_string_lossy()).await, ["data.imported", "data.imported"]);
    let again = zicht(folder, &["import", "--everything", "b", "--db", "two.db"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(stderr(&again).contains("not empty"), "{}", stderr(&again));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_comes_back_on_a_new_machine_with_its_keys() {
    for test in testkit::databases().await {
        let (old, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (old, new) = (old.path(), new.path());
        filled(old, &test.address).await;
        let words = ["backup", "--db", &test.address, "--to", "b", "--key-file", "backup.key", "--with-keys"];
        let made = zicht(old, &words);
        assert!(made.status.success() && stdout(&made).contains("read back"), "{}", stderr(&made));
        assert!(kinds(&test.address).await.contains(&"backup.made".to_owned()));
        assert!(stderr(&zicht(old, &words)).contains("is there already"));
        let text = fs::read(old.join("b")).unwrap();
        assert!(!String::from_utf8_lossy(&text).contains("people"), "it is not encrypted");

        for name in ["b", "backup.key"] {
            fs::copy(old.join(name), new.join(name)).unwrap();
        }
        let restore = ["restore", "--from", "b", "--key-file", "backup.key"];
        let checked = zicht(new, &[&restore[..], &["--check"]].concat());
        assert!(checked.status.success() && stdout(&checked).contains("is whole"), "{}", stderr(&checked));
        assert!(stdout(&checked).contains("The keys of the installation are in it."), "{}", stdout(&checked));
        let back = zicht(new, &[&restore[..], &["--db", "new.db"]].concat());
        assert!(back.status.success() && stdout(&back).contains("trail is whole"), "{}", stderr(&back));
        assert_eq!(fs::read(old.join("keys.toml")).unwrap(), fs::read(new.join("keys.toml")).unwrap());
        assert_eq!(report(old, &test.address, "r"), report(new, "new.db", "r"));
        let new_db = new.join("new.db");
        assert_eq!(kinds(&new_db.to_string_lossy()).await, ["backup.restored"]);
    }
}

#[test]
fn a_backup_without_a_key_is_not_made_and_without_keys_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    program::keys(folder);
    let bare = zicht(folder, &["backup", "--db", "z.db", "--to", "b"]);
    assert!(!bare.status.success() && stderr(&bare).contains("--recipient"), "{}", stderr(&bare));
    let missing = zicht(folder, &["backup", "--db", "z.db", "--to", "b", "--key-file", "k"]);
    assert!(stderr(&missing).contains("k: there is no such file"), "{}", stderr(&missing));
    let recipient = stdout(&zicht(folder, &["backup-key", "k"]));
    let words = ["backup", "--db", "z.db", "--to", "b", "--recipient", recipient.trim()];
    let nothing = zicht(folder, &words);
    assert!(stderr(&nothing).contains("no database at z.db"), "{}", stderr(&nothing));
    assert!(!folder.join("z.db").exists());
    let words_of_import =
        ["import", "answers", "--questionnaire", "preventie-2017", "--wave", "2017", "--db", "z.db", ANSWERS];
    assert!(zicht(folder, &words_of_import).status.success());
    let made = zicht(folder, &words);
    assert!(stdout(&made).contains("THE KEYS ARE NOT IN IT"), "{}", stderr(&made));
    let checked = zicht(folder, &["restore", "--check", "--from", "b", "--key-file", "k"]);
    assert!(stdout(&checked).contains("are not in it"), "{}", stdout(&checked));
    let other = zicht(folder, &["backup-key", "other"]);
    assert!(other.status.success());
    let shut = zicht(folder, &["restore", "--from", "b", "--key-file", "other", "--db", "y.db"]);
    assert!(stderr(&shut).contains("cannot be opened"), "{}", stderr(&shut));
    assert!(!folder.join("y.db").exists());
}

/// A database with more in it than fits in the small places of the tests below, however it is compressed.
async fn large(folder: &Path) {
    program::keys(folder);
    assert!(zicht(folder, &["backup-key", "k"]).status.success());
    let database = platform::Database::open(&folder.join("z.db").to_string_lossy()).await.unwrap();
    let mut rng = fastrand::Rng::with_seed(5);
    let mut db = database.write().await.unwrap();
    for code in 0..40 {
        let path: String = (0..10_000).map(|_| rng.alphanumeric()).collect();
        sqlx::query("insert into boundaries (code, path) values ($1, $2)")
            .bind(code.to_string())
            .bind(path)
            .execute(&mut *db)
            .await
            .unwrap();
    }
    db.commit().await.unwrap();
    database.close().await;
}

/// Runs a command in a shell, after `before`.
fn shell(folder: &Path, before: &str, words: &str) -> std::process::Output {
    let script = format!("{before} exec {} {words}", env!("CARGO_BIN_EXE_zicht"));
    std::process::Command::new("bash").args(["-c", &script]).current_dir(folder).output().unwrap()
}

const WRITING: [&str; 2] =
    ["export --everything --db z.db --to small/out", "backup --db z.db --to small/out --key-file k"];

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_may_not_grow_leaves_no_half_backup_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    large(folder).await;
    fs::create_dir(folder.join("small")).unwrap();
    for words in WRITING {
        // With the signal ignored, writing fails with an error.
        let full = shell(folder, "trap '' XFSZ; ulimit -f 100;", words);
        assert_eq!(full.status.code(), Some(1), "{}", stderr(&full));
        assert!(stderr(&full).contains("nothing was left behind"), "{}", stderr(&full));
        assert_eq!(fs::read_dir(folder.join("small")).unwrap().count(), 0, "{words}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_leaves_no_half_backup_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    large(folder).await;
    fs::create_dir(folder.join("small")).unwrap();
    for words in WRITING {
        // A name space of its own: the small disk is gone with the shell. Not everybody may make one.
        let script = "mount -t tmpfs -o size=100k tmpfs small || exit 77; \
                      \"$0\" $@; code=$?; ls -A small >&3; exit $code";
        let full = std::process::Command::new("unshare")
            .args(["--mount", "--map-root-user", "bash", "-c", &format!("exec 3>left; {script}")])
            .arg(env!("CARGO_BIN_EXE_zicht"))
            .args(words.split(' '))
            .current_dir(folder)
            .output()
            .unwrap();
        if full.status.code() == Some(77) || stderr(&full).contains("unshare") {
            eprintln!("no small disk can be made here: only the limit on files is tried");
            return;
        }
        assert_eq!(full.status.code(), Some(1), "{}", stderr(&full));
        assert!(stderr(&full).contains("the disk is full; nothing was left behind"), "{}", stderr(&full));
        assert_eq!(fs::read_to_string(folder.join("left")).unwrap(), "", "{words}");
    }
}

/// `max_page_count` is what SQLite knows of a full disk.
#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_under_the_database_loses_nothing_and_goes_on_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    large(folder.path()).await;
    let file = folder.path().join("z.db");
    let database = platform::Database::open(&file.to_string_lossy()).await.unwrap();
    let count = async || {
        let mut db = database.read().await.unwrap();
        let rows: i64 =
            sqlx::query_scalar("select count(*) from boundaries").fetch_one(&mut *db).await.unwrap();
        rows
    };
    let insert = async |code: &'static str| {
        let mut db = database.write().await.unwrap();
        let row = sqlx::query("insert into boundaries (code, path) values ($1, $2)")
            .bind(code)
            .bind("M".repeat(50_000));
        let done = row.execute(&mut *db).await.map_err(platform::DatabaseError::from);
        match done {
            Ok(_) => db.commit().await.map_err(platform::DatabaseError::from),
            Err(error) => Err(error),
        }
    };
    let limit = async |pages: &'static str| {
        let mut db = database.write().await.unwrap();
        sqlx::query(pages).execute(&mut *db).await.unwrap();
        db.commit().await.unwrap();
    };
    limit("pragma max_page_count = 1").await;
    let refused = insert("x").await.unwrap_err();
    assert!(refused.to_string().contains("full") && platform::is_away(&refused), "{refused}");
    assert_eq!(count().await, 40);
    limit("pragma max_page_count = 1000000").await;
    insert("x").await.unwrap();
    assert_eq!(count().await, 41);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_tells_the_steps_and_changes_nothing() {
    for test in testkit::databases().await {
        let folder = tempfile::tempdir().unwrap();
        let older = platform::Database::open_as(&test.address, platform::Opening::UpTo(1)).await.unwrap();
        let steps = older.missing_steps().await.unwrap();
        older.close().await;
        let dry = zicht(folder.path(), &["migrate", "--dry-run", "--db", &test.address]);
        assert!(dry.status.success(), "{}", stderr(&dry));
        for step in &steps {
            assert!(stdout(&dry).contains(step), "{}", stdout(&dry));
        }
        let looked = platform::Database::open_as(&test.address, platform::Opening::AsItIs).await.unwrap();
        assert_eq!(looked.missing_steps().await.unwrap(), steps);
        looked.close().await;
        let done = zicht(folder.path(), &["migrate", "--db", &test.address]);
        assert!(done.status.success(), "{}", stderr(&done));
        assert_eq!(kinds(&test.address).await, ["migrated"]);
        assert!(stdout(&zicht(folder.path(), &["migrate", "--db", &test.address])).contains("is up to date"));
    }
}
