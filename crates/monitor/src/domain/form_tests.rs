use proptest::prelude::*;
use testkit::SeededEntropy;

use super::*;

fn somebody(seed: u64) -> PersonId {
    PersonId::new("2027-10-04T09:00:00Z".parse().expect("a moment"), &SeededEntropy::new(seed))
}

fn signed(by: PersonId) -> Signed {
    Signed { by, at: "2027-10-04T10:00:00Z".parse().expect("a moment") }
}

#[derive(Debug, Clone)]
enum Step {
    Submit(u64, usize),
    Approve(u64),
    Reopen(String),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (1_u64..4, 0_usize..2).prop_map(|(by, problems)| Step::Submit(by, problems)),
        (1_u64..4).prop_map(Step::Approve),
        "[ a]{0,2}".prop_map(Step::Reopen),
    ]
}

proptest! {
    #[test]
    fn with_four_eyes_nobody_approves_the_own_work_in_any_order(steps in proptest::collection::vec(step(), 0..14)) {
        let mut state = FormState::Filling;
        for step in steps {
            let next = match step {
                Step::Submit(by, problems) => state.submit(signed(somebody(by)), problems, true),
                Step::Approve(by) => state.approve(signed(somebody(by))),
                Step::Reopen(because) => state.reopen(&because),
            };
            state = next.unwrap_or(state);
            if let FormState::Approved { submitted, approved } = state {
                prop_assert_ne!(submitted.by, approved.by);
            }
        }
    }

    #[test]
    fn no_answer_of_somebody_else_is_ever_lost_unseen(
        saves in proptest::collection::vec((0_u64..3, 0_i64..8, "[abc]?"), 0..20)
    ) {
        let (mut kept, mut revision): (Option<Kept>, i64) = (None, 0);
        for (who, behind, value) in saves {
            let (by, seen) = (somebody(who), (revision - behind).max(0));
            match weigh(kept.as_ref(), by, seen, &value) {
                Saving::Keep => {
                    if let Some(before) = &kept {
                        prop_assert!(before.by == by || before.revision <= seen, "written over unseen");
                    }
                    revision += 1;
                    kept = Some(Kept { value, revision, by });
                }
                Saving::Same => prop_assert_eq!(kept.as_ref().map_or("", |kept| &kept.value), value),
                Saving::Conflict(theirs) => {
                    prop_assert_ne!(&theirs.value, &value);
                    prop_assert_eq!(Some(theirs), kept.clone());
                }
            }
        }
    }
}

#[test]
fn without_four_eyes_submitting_is_approving() {
    let editor = somebody(1);
    let state = FormState::Filling.submit(signed(editor), 0, false);
    assert_eq!(state, Ok(FormState::Approved { submitted: signed(editor), approved: signed(editor) }));
}

#[test]
fn what_is_wrong_is_not_submitted_and_what_is_sent_back_has_a_reason() {
    let editor = somebody(1);
    assert_eq!(FormState::Filling.submit(signed(editor), 3, true), Err(FormRefusal::Findings));
    let submitted = FormState::Submitted(signed(editor));
    assert_eq!(submitted.reopen("  "), Err(FormRefusal::NoReason));
    assert_eq!(submitted.reopen("Doel 3 klopt niet"), Ok(FormState::Filling));
    assert_eq!(submitted.approve(signed(editor)), Err(FormRefusal::OwnWork));
}
