use geography::Code;
use kernel::{Actor, PersonId, Text};
use platform::{Database, Writer};
use proptest::prelude::*;
use testkit::SeededEntropy;

use super::*;
use crate::definitions::BUILT_IN;
use crate::domain::run::Plan;
use crate::domain::wave::Nature;
use crate::domain::youth::Share;

const NOON: &str = "2027-10-04T12:00:00Z";

fn now() -> Timestamp {
    NOON.parse().expect("a moment")
}

fn definitions() -> &'static Definitions {
    BUILT_IN.as_ref().expect("the definitions are sound")
}

/// Arnhem, in an open wave of October 2027.
async fn arnhem(database: &Database) -> (Run, Code) {
    let day = |text: &str| text.parse().expect("a day");
    let plan = Plan {
        id: "2027".to_owned(),
        year: 2027,
        title: Text { nl: "Peiling 2027".to_owned(), en: "Wave of 2027".to_owned() },
        questionnaire: ("preventie-2017".to_owned(), 1),
        scoring_rule: "2017-a".to_owned(),
        reference_date: day("2023-01-01"),
        period: (day("2027-10-01"), day("2027-10-31")),
        invited: Vec::new(),
        four_eyes: true,
        most_reminders: 2,
        nature: Nature::Real,
    };
    let code = "GM0202".parse().expect("a code");
    let mut db = database.write().await.expect("a transaction");
    runs::insert(&mut db, &plan, now()).await.expect("a wave");
    runs::set_state(&mut db, "2027", 0, &RunState::Open, now()).await.expect("open");
    forms::insert(&mut db, "2027", code).await.expect("a form");
    db.commit().await.expect("kept");
    let mut db = database.read().await.expect("a connection");
    (runs::find(&mut db, "2027").await.expect("a wave").expect("there"), code)
}

async fn link(db: &mut Writer, run: &Run, municipality: Code) -> Result<Link, ActError> {
    let entropy = SeededEntropy::new(3);
    let actor = Actor { person: PersonId::new(now(), &entropy), memberships: Vec::new() };
    let act = Act { actor: &actor, now: now(), request: "r", by_link: false };
    let questionnaire = definitions().questionnaire("preventie-2017").expect("a questionnaire");
    let form = InHand { run, questionnaire, municipality, organisation: None };
    make_link(db, &act, form, definitions(), &entropy).await
}

fn chosen(option: &str) -> Vec<(String, String)> {
    vec![("weet-waar".to_owned(), option.to_owned()), ("niet-van-ons".to_owned(), "x".to_owned())]
}

#[tokio::test]
async fn answers_are_counted_and_told_only_when_the_wave_has_closed_and_there_are_ten() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let (run, code) = arnhem(&database).await;
        let mut db = database.write().await.expect("a transaction");
        assert_eq!(heard(&mut db, definitions(), &run, code).await.expect("told"), Heard::NotAsked);
        let made = link(&mut db, &run, code).await.expect("a link");
        for (times, option) in [(6, "ja"), (3, "nee")] {
            for _ in 0..times {
                let counted = answer(&mut db, definitions(), &made.token, &chosen(option), now()).await;
                assert!(counted.expect("counted"));
            }
        }
        let closed = Run { state: RunState::Closed, ..run.clone() };
        let open = heard(&mut db, definitions(), &run, code).await.expect("told");
        assert_eq!(open, Heard::Coming { enough: false });
        assert_eq!(heard(&mut db, definitions(), &closed, code).await.expect("told"), Heard::TooFew);

        answer(&mut db, definitions(), &made.token, &chosen("ja"), now()).await.expect("counted");
        let open = heard(&mut db, definitions(), &run, code).await.expect("told");
        assert_eq!(open, Heard::Coming { enough: true }, "no figure while answers come in");
        let Heard::Table(_, table) = heard(&mut db, definitions(), &closed, code).await.expect("told") else {
            panic!("ten make a table")
        };
        assert_eq!(table.at_least, 10);
        assert_eq!(table.questions[0], Some(vec![Share::About(70), Share::AtMost(5), Share::About(30)]));
        assert!(table.questions[1..].iter().all(Option::is_none), "nobody answered those");
    }
}

#[tokio::test]
async fn a_link_is_there_once_and_stops_with_the_wave_or_by_hand() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let (run, code) = arnhem(&database).await;
        let mut db = database.write().await.expect("a transaction");
        let made = link(&mut db, &run, code).await.expect("a link");
        assert!(matches!(link(&mut db, &run, code).await, Err(ActError::Changed)));
        let late = "2027-11-01T12:00:00Z".parse().expect("a moment");
        let refused = asked(&mut db, definitions(), &made.token, late).await;
        assert!(matches!(refused, Err(ActError::Form(FormRefusal::Closed))));
        let unknown = asked(&mut db, definitions(), "aaaa-aaaa-aaaa-aaaa", now()).await;
        assert!(matches!(unknown, Err(ActError::NotThere)));

        youth::end(&mut db, "2027", code, now()).await.expect("ended");
        let refused = answer(&mut db, definitions(), &made.token, &chosen("ja"), now()).await;
        assert!(matches!(refused, Err(ActError::Form(FormRefusal::Closed))));
    }
}

#[tokio::test]
async fn a_form_with_nothing_in_it_is_not_counted() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let (run, code) = arnhem(&database).await;
        let mut db = database.write().await.expect("a transaction");
        let made = link(&mut db, &run, code).await.expect("a link");
        for nothing in [vec![], chosen("iets-anders")] {
            let counted = answer(&mut db, definitions(), &made.token, &nothing, now()).await;
            assert!(!counted.expect("an answer"));
        }
        assert_eq!(youth::tally(&mut db, "2027", code).await.expect("a tally").people, 0);
    }
}

proptest! {
    #[test]
    fn a_token_is_sixteen_letters_that_do_not_look_alike(random in any::<[u8; 10]>()) {
        let token = word(&random);
        prop_assert_eq!(token.len(), 19);
        prop_assert!(token.chars().all(|letter| letter == '-' || letter.is_ascii_lowercase() || letter.is_ascii_digit()));
        prop_assert!(!token.contains(['l', 'o', '0', '1']));
    }
}
