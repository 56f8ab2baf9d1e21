use platform::Database;
use testkit::{SeededEntropy, TestDatabase};

use super::*;
use crate::acts::fill::save;
use crate::acts::sign::{Signing, sign};
use crate::acts::trials::{RUN, act, answer, events, in_hand, least, now, opened, person, rule, utrecht};
use crate::sample::questionnaire;

fn wanted() -> Wanted {
    let last_day = "2026-12-01".parse().expect("a day");
    Wanted { goal: 3, name: "Noor (GGD)".to_owned(), last_day, email: None }
}

fn later(days: i64) -> Timestamp {
    now() + SignedDuration::from_hours(24 * days)
}

/// A database with an open wave, somebody who fills in, and the link that they made.
struct Made {
    _test: TestDatabase,
    database: Database,
    run: Run,
    esra: Actor,
    keys: Keys,
    token: String,
    share: Share,
}

async fn each() -> Vec<Made> {
    let mut all = Vec::new();
    for test in testkit::databases().await {
        let database = test.open().await;
        let (run, esra, entropy) = (opened(&database, true).await, person(1), SeededEntropy::new(5));
        let keys = Keys::generate(&entropy);
        let mut db = database.write().await.expect("a transaction");
        let made = make(&mut db, &act(&esra), in_hand(&run), &wanted(), (&keys, &entropy)).await;
        let (token, share) = made.expect("a link");
        db.commit().await.expect("a commit");
        all.push(Made { _test: test, database, run, esra, keys, token, share });
    }
    all
}

#[tokio::test]
async fn a_link_works_until_its_last_day_or_until_somebody_ends_it() {
    for Made { database, run, esra, keys, token, share, .. } in &each().await {
        let mut db = database.write().await.expect("a transaction");
        assert_eq!(token.len(), 64);
        let kept: Vec<String> =
            sqlx::query_scalar("select token_hash from form_shares").fetch_all(&mut *db).await.expect("rows");
        assert!(!kept.contains(token), "only a digest is kept");
        assert_eq!(name_of(keys, share).expect("a name"), "Noor (GGD)");
        assert!(!String::from_utf8_lossy(&share.name).contains("Noor"), "sealed");
        assert!(held(&mut db, token, later(9)).await.is_ok());
        assert!(matches!(held(&mut db, token, later(10)).await, Err(ActError::Form(FormRefusal::Closed))));
        assert!(matches!(held(&mut db, "0", now()).await, Err(ActError::NotThere)));
        end(&mut db, &act(esra), in_hand(run), share.id).await.expect("ended");
        assert!(matches!(held(&mut db, token, now()).await, Err(ActError::Form(FormRefusal::Closed))));
        let twice = end(&mut db, &act(esra), in_hand(run), share.id).await;
        assert!(matches!(twice, Err(ActError::NotThere)));
        assert_eq!(events(&mut db).await, ["form.shared", "form.share-ended"]);
    }
}

#[tokio::test]
async fn whoever_has_a_link_says_to_be_done_and_may_go_on() {
    for Made { database, run, token, share, .. } in &each().await {
        let mut db = database.write().await.expect("a transaction");
        let whoever = actor(share);
        for days in [1, 2] {
            let by_link = Act { by_link: true, now: later(days), ..act(&whoever) };
            ready(&mut db, &by_link, in_hand(run), share).await.expect("noted");
            let kept = held(&mut db, token, later(days)).await.expect("it still works");
            assert_eq!(kept.share.ready_at, Some(later(days)));
        }
        assert_eq!(events(&mut db).await, ["form.shared", "form.share-ready", "form.share-ready"]);
    }
}

#[tokio::test]
async fn what_is_saved_by_a_link_is_known_as_that_and_conflicts_as_every_answer() {
    for Made { database, run, esra, token, share, .. } in &each().await {
        let mut db = database.write().await.expect("a transaction");
        let whoever = actor(share);
        let by_link = Act { by_link: true, ..act(&whoever) };
        used(&mut db, &by_link, in_hand(run), share).await.expect("noted");
        may_save(&mut db, token, now()).await.expect("allowed");
        save(&mut db, &by_link, in_hand(run), 0, &[answer("d3.beleid", "ja")]).await.expect("saved");
        let theirs = save(&mut db, &act(esra), in_hand(run), 0, &[answer("d3.beleid", "nee")]).await;
        let conflicts = theirs.expect("saved").conflicts;
        assert_eq!(conflicts[0].1.by, share.id);
        let (who, detail): (String, String) =
            sqlx::query_as("select actor_kind, detail from audit_events where kind = 'form.saved'")
                .fetch_one(&mut *db)
                .await
                .expect("an event");
        assert!(detail.contains(&share.id.to_string()) && who == "nobody", "{who} {detail}");
    }
}

#[tokio::test]
async fn sending_in_ends_every_link_for_good() {
    for Made { database, run, esra, token, .. } in &each().await {
        let mut db = database.write().await.expect("a transaction");
        save(&mut db, &act(esra), in_hand(run), 0, &least(questionnaire())).await.expect("saved");
        sign(&mut db, &act(esra), in_hand(run), rule(), Signing::Submit).await.expect("sent in");
        let back = Signing::Reopen("Een fout");
        sign(&mut db, &act(&person(2)), in_hand(run), rule(), back).await.expect("sent back");
        assert!(matches!(held(&mut db, token, now()).await, Err(ActError::Form(FormRefusal::Closed))));
        let all = shares::of(&mut db, RUN, utrecht()).await.expect("rows");
        assert!(all[0].ended_at.is_some());
    }
}
