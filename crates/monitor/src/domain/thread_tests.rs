use proptest::prelude::*;

use super::*;

fn of(code: &str) -> Party {
    Party::Municipality(code.parse().expect("a code"))
}

fn thread(asked_by: Party, audience: Audience) -> Thread {
    Thread::new(asked_by, audience)
}

#[test]
fn a_municipality_asks_the_coordinator_or_everybody_and_never_one_neighbour() {
    let (wijchen, druten) = (of("GM0296"), of("GM0225"));
    assert!(Thread::may_ask(wijchen, Audience::Everybody));
    assert!(Thread::may_ask(wijchen, Audience::One(Party::Coordinator)));
    assert!(!Thread::may_ask(wijchen, Audience::One(druten)));
    assert!(Thread::may_ask(Party::Coordinator, Audience::One(druten)));
    assert!(!Thread::may_ask(Party::Coordinator, Audience::One(Party::Coordinator)));
}

#[test]
fn what_is_asked_of_the_coordinator_is_seen_by_no_other_municipality() {
    let (wijchen, druten) = (of("GM0296"), of("GM0225"));
    let asked = thread(wijchen, Audience::One(Party::Coordinator));
    assert!(asked.is_seen_by(wijchen) && asked.is_seen_by(Party::Coordinator));
    assert!(!asked.is_seen_by(druten) && !asked.takes_from(druten));
    assert!(thread(wijchen, Audience::Everybody).is_seen_by(druten));
}

#[test]
fn who_asked_closes_and_the_coordinator_what_everybody_sees() {
    let (wijchen, druten) = (of("GM0296"), of("GM0225"));
    let everybody = thread(wijchen, Audience::Everybody);
    assert!(everybody.may_close(wijchen) && everybody.may_close(Party::Coordinator));
    assert!(!everybody.may_close(druten));
    let closed = Thread { closed_by: Some(wijchen), ..everybody };
    assert!(!closed.may_close(wijchen) && !closed.takes_from(druten) && closed.is_seen_by(druten));
    assert!(!thread(wijchen, Audience::One(Party::Coordinator)).may_close(Party::Coordinator));
}

#[test]
fn who_closed_it_opens_it_again_and_nobody_else_does() {
    let (wijchen, druten) = (of("GM0296"), of("GM0225"));
    let asked = thread(wijchen, Audience::Everybody);
    assert!(!asked.may_reopen(wijchen), "it is open");
    let by_who_asked = Thread { closed_by: Some(wijchen), ..asked };
    assert!(by_who_asked.may_reopen(wijchen));
    assert!(!by_who_asked.may_reopen(druten) && !by_who_asked.may_reopen(Party::Coordinator));
    let by_coordinator = Thread { closed_by: Some(Party::Coordinator), ..asked };
    assert!(by_coordinator.may_reopen(Party::Coordinator) && !by_coordinator.may_reopen(wijchen));
}

#[test]
fn a_question_waits_for_who_is_asked_until_they_answer_and_then_for_who_asked() {
    let (wijchen, druten) = (of("GM0296"), of("GM0225"));
    let asked = thread(wijchen, Audience::Everybody);
    assert!(asked.waits_for(druten, &[wijchen]) && !asked.waits_for(wijchen, &[wijchen]));
    let answered = [wijchen, druten];
    assert!(!asked.waits_for(druten, &answered) && asked.waits_for(wijchen, &answered));
    assert!(asked.waits_for(Party::Coordinator, &answered), "one answer is not that of another");
    assert!(asked.waits_for(druten, &[wijchen, druten, wijchen]), "asked once more");
    assert!(!Thread { closed_by: Some(wijchen), ..asked }.waits_for(druten, &[wijchen]));
}

#[test]
fn what_is_said_is_something_and_not_too_much() {
    assert_eq!(text(" Wie heeft\neen kadernota? "), Ok("Wie heeft\neen kadernota?"));
    assert_eq!(text(" \n").map_err(|found| found[0].code), Err("thread-text"));
    assert_eq!(text(&"é".repeat(LONGEST + 1)).map_err(|found| found[0].code), Err("thread-long"));
}

fn party() -> impl Strategy<Value = Party> {
    prop_oneof![
        Just(Party::Coordinator),
        (0_u16..9999)
            .prop_map(|number| Party::Municipality(format!("GM{number:04}").parse().expect("a code"))),
    ]
}

fn audience() -> impl Strategy<Value = Audience> {
    prop_oneof![Just(Audience::Everybody), party().prop_map(Audience::One)]
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(party in party(), audience in audience()) {
        prop_assert_eq!(party.to_string().parse(), Ok(party));
        prop_assert_eq!(audience.to_string().parse(), Ok(audience));
    }

    #[test]
    fn nobody_says_closes_or_waits_for_what_they_do_not_see(
        asked_by in party(), audience in audience(), who in party(), closed_by in prop::option::of(party()),
        said in prop::collection::vec(party(), 0..5),
    ) {
        let thread = Thread { asked_by, audience, closed_by };
        let does = thread.takes_from(who) || thread.may_close(who) || thread.waits_for(who, &said);
        prop_assert!(!does || (thread.is_seen_by(who) && thread.is_open()));
        prop_assert!(!(thread.may_turn(Turn::Close, who) && thread.may_turn(Turn::Reopen, who)));
    }
}

#[test]
fn a_place_is_read_back() {
    let region = Geography::built_in().region("gelderland-zuid").expect("a region");
    assert_eq!(Place::Region(region).to_string().parse(), Ok(Place::Region(region)));
    let id = "0190d3c4-0000-7000-8000-000000000001".parse().expect("an id");
    assert_eq!(Place::Example(id).to_string().parse(), Ok(Place::Example(id)));
    assert_eq!("region:nergens".parse::<Place>(), Err(Unknown));
}
