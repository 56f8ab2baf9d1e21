//! A wave that is open and a form to fill in, for the tests of the acts.

use geography::Code;
use jiff::Timestamp;
use jiff::civil::date;
use kernel::{Actor, Entropy, PersonId, Text};
use platform::{Connection, Database};
use testkit::SeededEntropy;

use super::fill::{Answer, InHand};
use super::{Act, check};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::rule::ScoringRule;
use crate::domain::run::{Plan, Run, RunState};
use crate::domain::wave::Nature;
use crate::sample;
use crate::store::{cells, forms, runs};

/// The wave of the tests.
pub const RUN: &str = "2027";

/// When everything happens.
pub fn now() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().expect("a moment")
}

/// The municipality that fills in.
pub fn utrecht() -> Code {
    "GM0344".parse().expect("a code")
}

/// Somebody; every number is somebody else.
pub fn person(number: u64) -> Actor {
    let entropy: &dyn Entropy = &SeededEntropy::new(number);
    Actor { person: PersonId::new(now(), entropy), memberships: Vec::new() }
}

/// What somebody does now.
pub fn act(actor: &Actor) -> Act<'_> {
    Act { actor, now: now(), request: "test", by_link: false }
}

/// A plan; with four eyes or without.
pub fn plan(four_eyes: bool) -> Plan {
    Plan {
        id: RUN.to_owned(),
        year: 2027,
        title: Text { nl: "Peiling".to_owned(), en: "Wave".to_owned() },
        questionnaire: ("preventie-2017".to_owned(), 1),
        scoring_rule: "2017-a".to_owned(),
        reference_date: date(2023, 1, 1),
        period: (date(2026, 11, 1), date(2026, 12, 31)),
        invited: vec![utrecht()],
        four_eyes,
        most_reminders: 2,
        nature: Nature::Generated,
    }
}

/// Stores an open wave with one empty form.
pub async fn opened(database: &Database, four_eyes: bool) -> Run {
    let mut db = database.write().await.expect("a transaction");
    runs::insert(&mut db, &plan(four_eyes), now()).await.expect("stored");
    assert!(runs::set_state(&mut db, RUN, 0, &RunState::Open, now()).await.expect("stored"));
    assert!(forms::insert(&mut db, RUN, utrecht()).await.expect("stored"));
    let run = runs::find(&mut db, RUN).await.expect("read").expect("there");
    db.commit().await.expect("kept");
    run
}

/// The form of the wave.
pub fn in_hand(run: &Run) -> InHand<'_> {
    InHand { run, questionnaire: sample::questionnaire(), municipality: utrecht(), organisation: None }
}

/// The rule of the wave.
pub fn rule() -> &'static ScoringRule {
    sample::definitions().rule("2017-a").expect("a rule")
}

/// One answer.
pub fn answer(name: &str, value: &str) -> Answer {
    Answer { name: name.to_owned(), value: value.to_owned() }
}

/// As little as can be sent in: no goal is part of policy.
pub fn least(questionnaire: &Questionnaire) -> Vec<Answer> {
    questionnaire.goals.iter().map(|goal| answer(&format!("d{}.beleid", goal.number), "nee")).collect()
}

/// What the form says now.
pub async fn checked(db: &mut Connection) -> check::Checked {
    let kept = cells::all(db, RUN, utrecht()).await.expect("read");
    check::check(sample::questionnaire(), rule(), utrecht(), &kept)
}

/// The kinds of all events, in order.
pub async fn events(db: &mut Connection) -> Vec<String> {
    sqlx::query_scalar("select kind from audit_events order by seq").fetch_all(db).await.expect("events")
}
