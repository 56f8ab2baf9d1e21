//! `zicht audit`, run as a user runs it.

use std::path::Path;
use std::process::{Command, Output};

use kernel::Clock as _;
use platform::audit::{self, Event, Who};
use platform::{Database, Keys};
use testkit::{FixedClock, SeededEntropy};

fn zicht(folder: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zicht")).args(words).current_dir(folder).output().unwrap()
}

/// What a command says when all is well.
fn said(folder: &Path, words: &[&str]) -> String {
    let output = zicht(folder, words);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What a command says on both outputs when it ends with status 1.
fn failed(folder: &Path, words: &[&str]) -> String {
    let output = zicht(folder, words);
    assert_eq!(output.status.code(), Some(1), "{words:?}");
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

/// A folder with keys and a database of three events.
async fn place() -> (tempfile::TempDir, Database) {
    let folder = tempfile::tempdir().unwrap();
    Keys::generate(&SeededEntropy::new(1)).write(&folder.path().join("keys.toml")).unwrap();
    let database = Database::open(&folder.path().join("zicht.db").to_string_lossy()).await.unwrap();
    let mut db = database.write().await.unwrap();
    let clock = FixedClock::at("2026-11-22T12:00:00Z");
    let event = Event::new("account.signed-in", clock.now(), Who::Nobody);
    audit::record_all(&mut db, &[event.clone(), event.clone(), event]).await.unwrap();
    db.commit().await.unwrap();
    (folder, database)
}

#[tokio::test]
async fn a_trail_is_signed_verified_and_what_was_changed_is_named() {
    let (folder, database) = place().await;
    let folder = folder.path();
    let signed = said(folder, &["audit", "checkpoint"]);
    std::fs::write(folder.join("kept.json"), format!("\n{signed}")).unwrap();
    let key = said(folder, &["audit", "show-key"]);
    let key = key.split_whitespace().next().unwrap();
    assert_eq!(key.len(), 64);

    let whole = said(folder, &["audit", "verify"]);
    assert!(
        whole.contains("is as it was recorded: 4 events") && whole.contains("checkpoints compared: 1."),
        "{whole}"
    );
    let elsewhere = ["audit", "verify", "--checkpoint", "kept.json", "--key", key];
    assert!(said(folder, &elsewhere).contains("checkpoints compared: 2."));
    let logged = signed.trim().replacen('{', "zicht[1]: {\"message\":\"audit checkpoint\",", 1);
    std::fs::write(folder.join("log"), logged).unwrap();
    let from_log = ["audit", "verify", "--checkpoint", "log"];
    assert!(said(folder, &from_log).contains("checkpoints compared: 2."));
    assert!(said(folder, &["audit", "prune"]).contains("every event must still be kept"));

    let mut db = database.write().await.unwrap();
    sqlx::query("drop trigger audit_events_no_update").execute(&mut *db).await.unwrap();
    sqlx::query("update audit_events set kind = 'x' where seq = 2").execute(&mut *db).await.unwrap();
    db.commit().await.unwrap();
    let problems = failed(folder, &["audit", "verify"]);
    assert!(problems.contains("The trigger audit_events_no_update is missing"), "{problems}");
    assert!(problems.contains("Event 2 is not as it was recorded"), "{problems}");
    assert!(problems.contains("2 problems were found in 4 events"), "{problems}");
}

#[tokio::test]
async fn what_cannot_be_verified_is_said() {
    let (folder, _database) = place().await;
    let folder = folder.path();
    std::fs::write(folder.join("empty.json"), "").unwrap();
    std::fs::write(folder.join("other.json"), "\n{}").unwrap();
    let with = |file| failed(folder, &["audit", "verify", "--checkpoint", file]);
    assert!(with("empty.json").contains("There is no checkpoint in empty.json."));
    assert!(with("other.json").contains("Line 2 of other.json is not a checkpoint"));
    assert!(with("absent.json").contains("absent.json cannot be read"));
    assert!(failed(folder, &["audit", "verify", "--key", "x"]).contains("not a public key"));
    for command in ["verify", "checkpoint", "prune"] {
        let refused = failed(folder, &["audit", command, "--db", "absent.db"]);
        assert!(refused.contains("absent.db") && !folder.join("absent.db").exists(), "{refused}");
    }
}
