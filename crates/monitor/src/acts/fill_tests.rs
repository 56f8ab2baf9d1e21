use std::collections::BTreeMap;

use kernel::PersonId;

use super::*;
use crate::acts::trials::{RUN, act, answer, checked, events, in_hand, opened, person, utrecht};
use crate::store::runs;

async fn value(db: &mut Connection, name: &str) -> Option<String> {
    cells::find(db, RUN, utrecht(), name).await.expect("read").map(|kept| kept.value)
}

#[tokio::test]
async fn what_is_saved_is_there_tidy_and_recorded_without_content() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let (run, esra) = (opened(&database, true).await, person(1));
        let mut db = database.write().await.expect("a transaction");
        let answers = [answer("d1.beleid", " ja "), answer("d1.document", "regiovisie;")];
        let saved = save(&mut db, &act(&esra), in_hand(&run), 0, &answers).await.expect("saved");
        assert_eq!((saved.revision, saved.conflicts.len()), (1, 0));
        assert_eq!(value(&mut db, "d1.beleid").await.as_deref(), Some("ja"));
        assert_eq!(value(&mut db, "d1.document").await.as_deref(), Some("regiovisie"));
        // The same again is no event.
        save(&mut db, &act(&esra), in_hand(&run), 1, &answers).await.expect("saved");
        assert_eq!(events(&mut db).await, ["form.saved"]);
        let detail: String =
            sqlx::query_scalar("select detail from audit_events").fetch_one(&mut *db).await.expect("a row");
        assert!(detail.contains("d1.beleid") && !detail.contains("regiovisie"), "{detail}");
    }
}

#[tokio::test]
async fn an_answer_that_keeps_to_no_rule_is_kept_and_told() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let (run, esra) = (opened(&database, true).await, person(1));
        let mut db = database.write().await.expect("a transaction");
        let answers = [answer("d1.beleid", "nee"), answer("d1.document", "regiovisie")];
        save(&mut db, &act(&esra), in_hand(&run), 0, &answers).await.expect("saved");
        let found = checked(&mut db).await;
        let codes: Vec<_> = found.goals[0].findings.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, ["recorded-without-policy"]);
        assert!(found.goals[0].score.is_none() && found.goals[1].findings[0].code == "form-goal-open");
        save(&mut db, &act(&esra), in_hand(&run), 1, &[answer("d1.document", "")]).await.expect("saved");
        assert!(checked(&mut db).await.goals[0].score.is_some());
    }
}

#[tokio::test]
async fn an_answer_of_somebody_else_is_never_written_over_unseen() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let (run, esra, bram) = (opened(&database, true).await, person(1), person(2));
        let mut db = database.write().await.expect("a transaction");
        save(&mut db, &act(&esra), in_hand(&run), 0, &[answer("d1.beleid", "ja")]).await.expect("saved");
        let ours = [answer("d1.beleid", "nee"), answer("d2.beleid", "ja")];
        let saved = save(&mut db, &act(&bram), in_hand(&run), 0, &ours).await.expect("saved");
        let [(mine, theirs)] = saved.conflicts.as_slice() else { panic!("{saved:?}") };
        assert_eq!((mine.value.as_str(), theirs.value.as_str(), theirs.by), ("nee", "ja", esra.person));
        assert_eq!(value(&mut db, "d1.beleid").await.as_deref(), Some("ja"));
        assert_eq!(value(&mut db, "d2.beleid").await.as_deref(), Some("ja"), "the others are kept");
        let chosen = save(&mut db, &act(&bram), in_hand(&run), saved.revision, &ours).await.expect("saved");
        assert_eq!(chosen.conflicts, []);
        assert_eq!(value(&mut db, "d1.beleid").await.as_deref(), Some("nee"));
    }
}

#[tokio::test]
async fn nothing_is_kept_after_the_last_day_or_when_it_was_closed() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let (mut run, esra) = (opened(&database, true).await, person(1));
        let mut db = database.write().await.expect("a transaction");
        let answers = [answer("d1.beleid", "ja")];
        let late = Act { now: "2027-01-01T00:00:00Z".parse().expect("a moment"), ..act(&esra) };
        let refused = save(&mut db, &late, in_hand(&run), 0, &answers).await;
        assert!(matches!(refused, Err(ActError::Form(FormRefusal::Closed))));
        forms::extend(&mut db, RUN, utrecht(), "2027-01-07".parse().expect("a day"), "x")
            .await
            .expect("stored");
        assert!(save(&mut db, &late, in_hand(&run), 0, &answers).await.is_ok());
        run.state = run.state.close().expect("closed");
        let refused = save(&mut db, &act(&esra), in_hand(&run), 0, &answers).await;
        assert!(matches!(refused, Err(ActError::Form(FormRefusal::Closed))));
    }
}

#[tokio::test]
async fn what_no_page_of_ours_sends_is_refused_as_a_whole() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let (run, esra) = (opened(&database, true).await, person(1));
        let mut db = database.write().await.expect("a transaction");
        let long = "x".repeat(LONGEST + 1);
        for (name, text) in
            [("gemeente", "GM0014"), ("d99.beleid", "ja"), ("d1.eigen-maatregel-tekst", &long)]
        {
            let answers = [answer("d1.beleid", "ja"), answer(name, text)];
            let refused = save(&mut db, &act(&esra), in_hand(&run), 0, &answers).await;
            assert!(matches!(refused, Err(ActError::Findings(_))), "{name}");
        }
        assert_eq!(value(&mut db, "d1.beleid").await, None);
    }
}

/// A save that was acknowledged.
struct Acknowledged {
    name: String,
    value: String,
    by: PersonId,
    seen: i64,
    revision: i64,
}

#[tokio::test(flavor = "multi_thread")]
async fn two_editors_at_once_lose_nothing_and_write_over_nothing_unseen() {
    const SAVES: usize = 40;
    for test in testkit::databases().await {
        let database = test.open().await;
        opened(&database, true).await;
        let edit = |number: u64| {
            let database = database.clone();
            tokio::spawn(async move {
                let (editor, mut kept) = (person(number), Vec::new());
                for turn in 0..SAVES {
                    let mut db = database.read().await.expect("a connection");
                    let seen =
                        forms::find(&mut db, RUN, utrecht()).await.expect("read").expect("there").revision;
                    let run = runs::find(&mut db, RUN).await.expect("read").expect("there");
                    drop(db);
                    // So that the other one comes in between now and then.
                    tokio::task::yield_now().await;
                    let ours = answer(
                        &format!("d{}.eigen-maatregel-tekst", turn % 3 + 1),
                        &format!("{number}:{turn}"),
                    );
                    let mut db = database.write().await.expect("a transaction");
                    let act = act(&editor);
                    let saved = save(&mut db, &act, in_hand(&run), seen, std::slice::from_ref(&ours)).await;
                    let saved = saved.expect("saved");
                    db.commit().await.expect("acknowledged");
                    if saved.conflicts.is_empty() {
                        let Answer { name, value } = ours;
                        kept.push(Acknowledged {
                            name,
                            value,
                            by: editor.person,
                            seen,
                            revision: saved.revision,
                        });
                    }
                }
                kept
            })
        };
        let (first, second) = (edit(1), edit(2));
        let mut all = first.await.expect("the first editor");
        all.extend(second.await.expect("the second editor"));
        all.sort_by_key(|save| save.revision);
        assert!(all.len() >= SAVES, "{} of {} saves", all.len(), 2 * SAVES);
        let mut db = database.read().await.expect("a connection");
        for goal in 1..=3 {
            let name = format!("d{goal}.eigen-maatregel-tekst");
            let saves: Vec<&Acknowledged> = all.iter().filter(|save| save.name == name).collect();
            for pair in saves.windows(2) {
                let [before, after] = pair else { continue };
                let seen = before.by == after.by || after.seen >= before.revision;
                assert!(seen, "{} was written over unseen by {}", before.value, after.value);
            }
            let last = saves.last().map(|save| save.value.clone());
            assert_eq!(value(&mut db, &name).await, last, "the last save is there");
        }
    }
}

#[tokio::test]
async fn what_was_taken_over_can_be_put_back_until_something_else_is_saved_there() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let (run, esra) = (opened(&database, true).await, person(1));
        let mut db = database.write().await.expect("a transaction");
        let mut saved = async |value: &str, takes: bool| {
            let answers = [answer("d3.beleid", value), answer("d4.beleid", "nee")];
            let saved = save(&mut db, &act(&esra), in_hand(&run), i64::MAX, &answers).await.expect("saved");
            if takes {
                let done = note_taken(&mut db, in_hand(&run), &saved, |name| name == "d3.beleid").await;
                done.expect("noted");
            }
            cells::taken(&mut db, &run.plan.id, utrecht()).await.expect("rows")
        };
        assert!(saved("nee", false).await.is_empty());
        let before = |value: &str| BTreeMap::from([("d3.beleid".to_owned(), value.to_owned())]);
        assert_eq!(saved("ja", true).await, before("nee"));
        assert_eq!(saved("ja", false).await, before("nee"), "nothing was saved there");
        assert!(saved("nee", false).await.is_empty(), "it was put back, or another answer was given");
    }
}
