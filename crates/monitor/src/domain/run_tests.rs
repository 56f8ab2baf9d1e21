use proptest::prelude::*;

use super::*;

/// A plan for October 2027.
fn plan() -> Plan {
    let day = |text: &str| text.parse().expect("a day");
    Plan {
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
    }
}

#[derive(Debug, Clone)]
enum Step {
    Open(i16),
    Close,
    Publish(u64),
    Withdraw(String),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (-40_i16..40).prop_map(Step::Open),
        Just(Step::Close),
        (0_u64..3).prop_map(Step::Publish),
        "[ a]{0,3}".prop_map(Step::Withdraw),
    ]
}

proptest! {
    #[test]
    fn in_any_order_of_steps_nothing_is_published_that_was_not_closed(steps in proptest::collection::vec(step(), 0..12)) {
        let plan = plan();
        let (mut state, mut opened, mut closed) = (RunState::Draft, false, false);
        for step in steps {
            let day = |after: i16| plan.period.1.saturating_add(jiff::Span::new().days(i64::from(after)));
            let next = match &step {
                Step::Open(after) => state.clone().open(&plan, day(*after)),
                Step::Close => state.clone().close(),
                Step::Publish(approved) => state.clone().publish(*approved),
                Step::Withdraw(because) => state.clone().withdraw(because),
            };
            let Ok(next) = next else { continue };
            match step {
                Step::Open(after) => { prop_assert!(after <= 0 && !opened); opened = true; }
                Step::Close => { prop_assert!(opened && !closed); closed = true; }
                Step::Publish(approved) => prop_assert!(closed && approved > 0),
                Step::Withdraw(because) => prop_assert!(!because.trim().is_empty()),
            }
            prop_assert_eq!(RunState::read(next.name(), because(&next)), Some(next.clone()));
            state = next;
        }
    }
}

fn because(state: &RunState) -> Option<String> {
    if let RunState::Withdrawn { because } = state { Some(because.clone()) } else { None }
}

#[test]
fn answers_are_taken_from_the_first_day_to_the_last_or_the_extension() {
    let since = "2027-09-01T00:00:00Z".parse().expect("a moment");
    let run = Run { plan: plan(), state: RunState::Open, since, changed: 0 };
    let day = |text: &str| -> Date { text.parse().expect("a day") };
    assert!(!run.takes_answers(None, day("2027-09-30")));
    assert!(run.takes_answers(None, day("2027-10-01")) && run.takes_answers(None, day("2027-10-31")));
    assert!(!run.takes_answers(None, day("2027-11-01")));
    assert!(run.takes_answers(Some(day("2027-11-07")), day("2027-11-07")));
    let closed = Run { state: RunState::Closed, ..run };
    assert!(!closed.takes_answers(Some(day("2027-11-07")), day("2027-11-01")));
}
