use geography::Geography;

use super::*;
use crate::acts::world::{World, mail_to};

fn place() -> Place {
    Place::Region(Geography::built_in().region("gelderland-zuid").expect("a region"))
}

fn of(code: &str) -> Party {
    Party::Municipality(code.parse().expect("a code"))
}

fn speaker(world: &World, party: Party) -> Speaker<'_> {
    Speaker { party, organisation: None, post: world.post() }
}

async fn asked(world: &World, party: Party, audience: Audience, typed: &str) -> Result<i64, ActError> {
    let mut db = world.write().await;
    let number = ask(&mut db, &world.act(), speaker(world, party), (place(), audience), typed).await?;
    db.commit().await.expect("a commit");
    Ok(number)
}

async fn answered(world: &World, party: Party, number: i64, typed: &str) -> Result<usize, ActError> {
    let mut db = world.write().await;
    let done = answer(&mut db, &world.act(), speaker(world, party), (place(), number), typed).await?;
    db.commit().await.expect("a commit");
    Ok(done)
}

async fn kept(world: &World, number: i64) -> StoredThread {
    let mut db = world.database.read().await.expect("a connection");
    threads::find(&mut db, place(), number).await.expect("an answer").expect("a question")
}

#[tokio::test]
async fn a_question_is_answered_closed_and_then_answered_no_more() {
    for world in World::each().await {
        let number = asked(&world, of("GM0296"), Audience::Everybody, " Wie heeft een nota? ").await.unwrap();
        let new = kept(&world, number).await;
        assert!(new.waits_elsewhere(&[of("GM0296")]) && !new.waits_elsewhere(&[of("GM0225")]));
        assert_eq!(answered(&world, of("GM0225"), number, "Wij.").await.unwrap(), 2);
        assert!(!kept(&world, number).await.waits_elsewhere(&[of("GM0296")]), "somebody answered");
        assert_eq!(answered(&world, Party::Coordinator, number, "Ik ook.").await.unwrap(), 3);
        let found = kept(&world, number).await;
        assert_eq!(found.said(), [of("GM0296"), of("GM0225"), Party::Coordinator]);
        let keys = world.post().keys;
        assert_eq!(opened(keys, &found, 0).unwrap(), "Wie heeft een nota?");
        assert_eq!(opened(keys, &found, 1).unwrap(), "Wij.");
        let bytes = &found.messages[1].text;
        assert!(!bytes.windows(4).any(|part| part == b"Wij."), "what was said is sealed");
        let mut db = world.write().await;
        let at = (place(), number);
        let done = turn(&mut db, &world.act(), speaker(&world, of("GM0225")), at, Turn::Close).await;
        assert!(matches!(done, Err(ActError::NotThere)), "not theirs to close");
        turn(&mut db, &world.act(), speaker(&world, of("GM0296")), at, Turn::Close).await.unwrap();
        db.commit().await.unwrap();
        let late = answered(&world, of("GM0225"), number, "Nog iets").await;
        assert!(matches!(late, Err(ActError::Findings(found)) if found[0].code == "thread-closed"));
        assert_eq!(
            world.events().await,
            ["question.asked", "question.answered", "question.answered", "question.closed"]
        );
    }
}

#[tokio::test]
async fn a_closed_question_is_opened_again_by_who_closed_it_and_then_answered() {
    for world in World::each().await {
        let number = asked(&world, of("GM0296"), Audience::Everybody, "Wie heeft een nota?").await.unwrap();
        let at = (place(), number);
        let mut db = world.write().await;
        let who = |party| speaker(&world, party);
        turn(&mut db, &world.act(), who(Party::Coordinator), at, Turn::Close).await.unwrap();
        for party in [of("GM0296"), of("GM0225")] {
            let refused = turn(&mut db, &world.act(), who(party), at, Turn::Reopen).await;
            assert!(matches!(refused, Err(ActError::NotThere)), "{party} did not close it");
        }
        turn(&mut db, &world.act(), who(Party::Coordinator), at, Turn::Reopen).await.unwrap();
        let again = turn(&mut db, &world.act(), who(Party::Coordinator), at, Turn::Reopen).await;
        assert!(matches!(again, Err(ActError::NotThere)), "it is open already");
        db.commit().await.unwrap();
        let found = kept(&world, number).await;
        assert!(found.thread.is_open() && found.closed_at.is_none());
        assert_eq!(answered(&world, of("GM0225"), number, "Wij.").await.unwrap(), 2);
        let told = ["question.asked", "question.closed", "question.reopened", "question.answered"];
        assert_eq!(world.events().await, told);
    }
}

#[tokio::test]
async fn what_was_closed_before_it_was_kept_by_whom_is_opened_again_by_who_asked() {
    for world in World::each().await {
        let number = asked(&world, of("GM0296"), Audience::Everybody, "Wie?").await.unwrap();
        let mut db = world.write().await;
        sqlx::query("update threads set closed_at = made_at").execute(&mut *db).await.unwrap();
        turn(&mut db, &world.act(), speaker(&world, of("GM0296")), (place(), number), Turn::Reopen)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn no_question_is_opened_again_where_too_many_are_open() {
    for world in World::each().await {
        let number = asked(&world, of("GM0296"), Audience::Everybody, "Wie?").await.unwrap();
        let (who, at) = (speaker(&world, of("GM0296")), (place(), number));
        let mut db = world.write().await;
        turn(&mut db, &world.act(), who, at, Turn::Close).await.unwrap();
        for _ in 0..MOST_OPEN {
            ask(&mut db, &world.act(), who, (place(), Audience::Everybody), "Wie?").await.unwrap();
        }
        let refused = turn(&mut db, &world.act(), who, at, Turn::Reopen).await;
        assert!(matches!(refused, Err(ActError::Findings(found)) if found[0].code == "thread-many"));
    }
}

#[tokio::test]
async fn a_question_to_the_coordinator_is_not_there_for_another_municipality() {
    for world in World::each().await {
        let to = Audience::One(Party::Coordinator);
        let number = asked(&world, of("GM0296"), to, "Mag ik u bellen?").await.unwrap();
        let done = answered(&world, of("GM0225"), number, "Ja").await;
        assert!(matches!(done, Err(ActError::NotThere)));
        assert_eq!(kept(&world, number).await.messages.len(), 1);
    }
}

#[tokio::test]
async fn open_questions_come_before_closed_ones_each_the_newest_first() {
    for world in World::each().await {
        for text in ["een", "twee", "drie"] {
            asked(&world, of("GM0296"), Audience::Everybody, text).await.unwrap();
        }
        let mut db = world.write().await;
        let (who, at) = (speaker(&world, Party::Coordinator), (place(), 3));
        turn(&mut db, &world.act(), who, at, Turn::Close).await.unwrap();
        let all = threads::of_place(&mut db, place()).await.unwrap();
        assert_eq!(all.iter().map(|one| one.number).collect::<Vec<_>>(), [2, 1, 3]);
        assert!(all.iter().all(|one| one.messages.len() == 1));
        assert!(all[0].waits_for_one_of(&[of("GM0225")]) && !all[2].waits_for_one_of(&[of("GM0225")]));
    }
}

#[tokio::test]
async fn nothing_is_said_with_nothing_and_a_mail_goes_out_once() {
    for world in World::each().await {
        assert!(matches!(
            asked(&world, of("GM0296"), Audience::Everybody, "  ").await,
            Err(ActError::Findings(_))
        ));
        let number = asked(&world, of("GM0296"), Audience::Everybody, "Wie?").await.unwrap();
        let person = world.somebody();
        let notices = [Notice { person, mail: mail_to(person, "GM0225").mail }];
        for _ in 0..2 {
            let mut db = world.write().await;
            let at = (place(), number, 1);
            notify(&mut db, &world.act(), world.post(), at, &notices).await.unwrap();
            db.commit().await.unwrap();
        }
        assert_eq!(world.jobs("question:%").await, 1);
    }
}

#[test]
fn what_is_said_goes_to_the_other_side() {
    let thread = Thread::new(of("GM0296"), Audience::Everybody);
    assert_eq!(other_side(thread, of("GM0296")), Audience::Everybody);
    assert_eq!(other_side(thread, of("GM0225")), Audience::One(of("GM0296")));
}
