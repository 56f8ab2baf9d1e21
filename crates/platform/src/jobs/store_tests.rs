use testkit::SeededEntropy;

use super::*;
use crate::{Database, Writer};

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + seconds).expect("a moment")
}

/// A database with one job of the kind `a`.
async fn queue(folder: &tempfile::TempDir, entropy: &SeededEntropy) -> Database {
    let file = folder.path().join("zicht.db");
    let database = Database::open(&file.to_string_lossy()).await.expect("a database");
    let keys = Keys::generate(entropy);
    let job = NewJob { kind: "a", key: None, payload: Vec::new(), run_at: at(0) };
    let mut writer = database.write().await.expect("a writer");
    enqueue(&mut writer, &keys, &job, at(0), entropy).await.expect("an insert");
    writer.commit().await.expect("a commit");
    database
}

async fn next(db: &mut Writer, seconds: i64, entropy: &SeededEntropy) -> Option<Claim> {
    claim(db, Backend::Sqlite, ",a,", at(seconds), entropy).await.expect("a query")
}

#[tokio::test]
async fn a_claim_that_is_renewed_is_kept() {
    let (folder, entropy) = (tempfile::tempdir().expect("a folder"), SeededEntropy::new(1));
    let database = queue(&folder, &entropy).await;
    let mut db = database.write().await.expect("a writer");
    let claim = next(&mut db, 0, &entropy).await.expect("the job is due");
    assert!(next(&mut db, 59, &entropy).await.is_none());
    assert!(renew(&mut db, &claim, at(50)).await.expect("an update"));
    assert!(next(&mut db, 109, &entropy).await.is_none());
    assert!(finish(&mut db, &claim, at(109)).await.expect("an update"));
    assert!(next(&mut db, 500, &entropy).await.is_none());
}

#[tokio::test]
async fn who_lost_a_claim_changes_nothing_any_more() {
    let (folder, entropy) = (tempfile::tempdir().expect("a folder"), SeededEntropy::new(1));
    let database = queue(&folder, &entropy).await;
    let mut db = database.write().await.expect("a writer");
    let first = next(&mut db, 0, &entropy).await.expect("the job is due");
    let second = next(&mut db, 60, &entropy).await.expect("the claim has ended");
    assert_eq!((first.attempt, second.attempt), (1, 2));
    assert!(!renew(&mut db, &first, at(61)).await.expect("an update"));
    assert!(!finish(&mut db, &first, at(61)).await.expect("an update"));
    fail(&mut db, &first, &Failure::Never(Reason::new("late")), at(61)).await.expect("an update");
    assert!(renew(&mut db, &second, at(62)).await.expect("an update"));
    assert!(finish(&mut db, &second, at(63)).await.expect("an update"));
}
