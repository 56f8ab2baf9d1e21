use jiff::SignedDuration;
use platform::Database;
use platform::keys::Keys;
use testkit::SeededEntropy;

use super::super::sign::{Signing, sign};
use super::super::trials::{self, act, in_hand, opened, person, rule, utrecht};
use super::*;
use crate::acts::fill::save;

const PART: &str = "goals/3";

fn link() -> Attachment {
    Attachment::link("Nota", "https://example.org/nota").expect("a link")
}

fn file() -> Attachment {
    Attachment::file("Plan", Some(("plan.pdf", b"%PDF-1.7 \x00\xff %%EOF"))).expect("a file")
}

struct World {
    database: Database,
    keys: Keys,
    entropy: SeededEntropy,
}

impl World {
    async fn add(&self, act: &Act<'_>, form: InHand<'_>, what: Attachment) -> Result<AttachmentId, ActError> {
        let mut db = self.database.write().await.expect("a transaction");
        let done = add(&mut db, act, form, PART, what, (&self.keys, &self.entropy)).await;
        if done.is_ok() {
            db.commit().await.expect("kept");
        }
        done
    }

    async fn all(&self) -> Vec<Stored> {
        let mut db = self.database.read().await.expect("a connection");
        let place = attachments::Place { run: trials::RUN, municipality: utrecht(), part: PART };
        attachments::of(&mut db, place).await.expect("read")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_and_notes_are_found_back_and_notes_are_sealed() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let entropy = SeededEntropy::new(5);
        let world = World { database, keys: Keys::generate(&entropy), entropy };
        let run = opened(&world.database, true).await;
        let (esra, form) = (person(1), in_hand(&run));
        let added = world.add(&act(&esra), form, link()).await.expect("a link");
        let id = world.add(&act(&esra), form, file()).await.expect("a file");
        let note = Attachment::note("Bel Jan, 06-12345678").expect("a note");
        let note = world.add(&act(&esra), form, note).await.expect("a note");
        let all = world.all().await;
        assert_eq!(all.iter().map(|one| one.id).collect::<Vec<_>>(), [added, id, note]);
        let sealed = all[2].note.as_deref().expect("a text");
        assert!(!sealed.windows(3).any(|bytes| bytes == b"Jan"));
        let opened = world.keys.open_text(note_cell(&note.to_string()), sealed).expect("opened");
        assert_eq!(opened.as_str(), "Bel Jan, 06-12345678");
        let mut db = world.database.read().await.expect("a connection");
        let place = attachments::Place { run: trials::RUN, municipality: utrecht(), part: PART };
        let kept = attachments::content(&mut db, place, id).await.expect("read").expect("there");
        assert_eq!(kept, ("plan.pdf".to_owned(), b"%PDF-1.7 \x00\xff %%EOF".to_vec()));
        let elsewhere = attachments::Place { part: "goals/4", ..place };
        assert_eq!(attachments::content(&mut db, elsewhere, id).await.expect("read"), None);
        let counts = attachments::counts(&mut db, trials::RUN, utrecht()).await.expect("read");
        assert_eq!(counts.get(PART), Some(&(2, 1)));
        let kinds = trials::events(&mut db).await;
        assert_eq!(
            kinds[kinds.len() - 3..],
            ["form.evidence-added", "form.evidence-added", "form.note-added"]
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_goes_only_by_who_wrote_it_and_a_file_takes_its_content_along() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let entropy = SeededEntropy::new(5);
        let world = World { database, keys: Keys::generate(&entropy), entropy };
        let run = opened(&world.database, true).await;
        let (esra, mirjam, form) = (person(1), person(2), in_hand(&run));
        let note =
            world.add(&act(&esra), form, Attachment::note("Let op").expect("a note")).await.expect("kept");
        let plan = world.add(&act(&esra), form, file()).await.expect("kept");
        let mut db = world.database.write().await.expect("a transaction");
        assert!(matches!(remove(&mut db, &act(&mirjam), form, PART, note).await, Err(ActError::NotThere)));
        assert!(matches!(remove(&mut db, &act(&esra), form, "goals/4", note).await, Err(ActError::NotThere)));
        remove(&mut db, &act(&mirjam), form, PART, plan).await.expect("removed");
        remove(&mut db, &act(&esra), form, PART, note).await.expect("removed");
        db.commit().await.expect("kept");
        assert_eq!(world.all().await, []);
        let mut db = world.database.read().await.expect("a connection");
        let left: i64 =
            sqlx::query_scalar("select count(*) from form_files").fetch_one(&mut *db).await.expect("a count");
        assert_eq!(left, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_stays_as_it_is_while_somebody_approves_and_after_the_wave() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let entropy = SeededEntropy::new(5);
        let world = World { database, keys: Keys::generate(&entropy), entropy };
        let run = opened(&world.database, true).await;
        let (esra, form) = (person(1), in_hand(&run));
        let late = Act { now: trials::now() + SignedDuration::from_hours(24 * 90), ..act(&esra) };
        let closed = world.add(&late, form, link()).await;
        assert!(matches!(closed, Err(ActError::Form(FormRefusal::Closed))), "{closed:?}");
        let mut db = world.database.write().await.expect("a transaction");
        let least = trials::least(form.questionnaire);
        save(&mut db, &act(&esra), form, 0, &least).await.expect("saved");
        sign(&mut db, &act(&esra), form, rule(), Signing::Submit).await.expect("submitted");
        db.commit().await.expect("kept");
        let submitted = world.add(&act(&esra), form, link()).await;
        assert!(matches!(submitted, Err(ActError::Form(FormRefusal::State))), "{submitted:?}");
        assert!(world.add(&act(&esra), form, Attachment::note("Klaar?").expect("a note")).await.is_ok());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn there_is_an_end_to_what_one_goal_holds() {
    let test = testkit::sqlite();
    let database = test.open().await;
    let entropy = SeededEntropy::new(5);
    let world = World { database, keys: Keys::generate(&entropy), entropy };
    let run = opened(&world.database, true).await;
    let (esra, form) = (person(1), in_hand(&run));
    for _ in 0..MOST {
        world.add(&act(&esra), form, link()).await.expect("kept");
    }
    let more = world.add(&act(&esra), form, link()).await;
    assert!(matches!(more, Err(ActError::Findings(findings)) if findings[0].code == "attachment-many"));
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_gets_another_name_and_a_note_has_none() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let entropy = SeededEntropy::new(5);
        let world = World { database, keys: Keys::generate(&entropy), entropy };
        let run = opened(&world.database, true).await;
        let (esra, form) = (person(1), in_hand(&run));
        let plan = world.add(&act(&esra), form, file()).await.expect("kept");
        let note = Attachment::note("Let op").expect("a note");
        let note = world.add(&act(&esra), form, note).await.expect("kept");
        let mut db = world.database.write().await.expect("a transaction");
        rename(&mut db, &act(&esra), form, PART, (plan, "Nota 2026")).await.expect("renamed");
        let refused = rename(&mut db, &act(&esra), form, PART, (note, "Nota")).await;
        assert!(matches!(refused, Err(ActError::NotThere)));
        let elsewhere = rename(&mut db, &act(&esra), form, "goals/4", (plan, "Nota")).await;
        assert!(matches!(elsewhere, Err(ActError::NotThere)));
        assert_eq!(trials::events(&mut db).await.last().map(String::as_str), Some("form.evidence-renamed"));
        db.commit().await.expect("kept");
        assert_eq!(world.all().await[0].title.as_deref(), Some("Nota 2026"));
    }
}
