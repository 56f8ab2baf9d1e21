use super::*;
use crate::sample::{any_response, nothing, questionnaire, rule};
use kernel::Exact;
use proptest::prelude::*;

fn each() -> ScoringRule {
    rule(Counting::Each(Exact::whole(5)), Exact::whole(45))
}

/// Position of goal 1, which has four questions.
const FIRST: usize = 0;

fn ticked(counts: &[usize]) -> GoalAnswers {
    let mut answers = nothing(4);
    for (question, &count) in counts.iter().enumerate() {
        // Position 0 is `geen`.
        answers.measures[question] = (1..=count).collect();
    }
    answers
}

fn score(rule: &ScoringRule, answers: &GoalAnswers) -> Score {
    Scorer::new(rule, questionnaire()).score(FIRST, answers).unwrap()
}

#[test]
fn a_third_measure_in_a_question_of_four_earns_only_the_rest() {
    assert_eq!(score(&each(), &ticked(&[2])).measures, Exact::whole(10));
    assert_eq!(score(&each(), &ticked(&[3])).measures, Exact::new(45, 4));
    assert_eq!(score(&each(), &ticked(&[3, 1])).measures, Exact::new(65, 4));
}

#[test]
fn in_reading_b_one_measure_earns_the_whole_question() {
    let any = rule(Counting::Any, Exact::whole(45));
    assert_eq!(score(&any, &ticked(&[1])).measures, Exact::new(45, 4));
    assert_eq!(score(&any, &ticked(&[3, 1])).measures, Exact::new(45, 2));
}

#[test]
fn no_part_of_policy_earns_nothing() {
    let mut answers = nothing(4);
    answers.measures[0] = [0].into_iter().collect();
    assert_eq!(score(&each(), &answers).measures, Exact::ZERO);
}

#[test]
fn policy_its_record_and_reach_add_up() {
    let mut answers = nothing(4);
    answers.policy = Policy::Intended;
    assert_eq!(score(&each(), &answers).embedding, Exact::whole(5));
    answers.policy = Policy::Yes;
    answers.documents = [0, 3].into_iter().collect();
    answers.sight = Some(true);
    assert_eq!(score(&each(), &answers).total(Parts::ALL), Exact::whole(35));
    answers.share = Some(Share::Everybody);
    answers.own_measure = true;
    assert_eq!(score(&each(), &answers).total(Parts::ALL), Exact::whole(55));
    let without_reach = Parts { reach: false, ..Parts::ALL };
    assert_eq!(score(&each(), &answers).total(without_reach), Exact::whole(30));
}

#[test]
fn the_explanation_tells_what_was_capped_and_what_one_more_would_earn() {
    let (_, reasons) = Scorer::new(&each(), questionnaire()).explain(FIRST, &ticked(&[3, 2])).unwrap();
    let question = |at: usize| {
        *reasons.iter().find(|r| matches!(r.what, What::Question { position, .. } if position == at)).unwrap()
    };
    assert_eq!((question(0).capped, question(0).next), (Exact::new(15, 4), Exact::ZERO));
    assert_eq!((question(1).capped, question(1).next), (Exact::ZERO, Exact::new(5, 4)));
    assert_eq!((question(2).earned, question(2).next), (Exact::ZERO, Exact::whole(5)));
}

#[test]
fn a_goal_that_does_not_exist_has_no_score() {
    assert_eq!(Scorer::new(&each(), questionnaire()).score(99, &nothing(4)), None);
}

proptest! {
    #[test]
    fn reasons_add_up_to_the_score_and_no_part_passes_its_maximum(response in any_response()) {
        for counting in [Counting::Each(Exact::whole(5)), Counting::Any] {
            let rule = rule(counting, Exact::whole(45));
            let scorer = Scorer::new(&rule, questionnaire());
            let [embedding, measures, reach] = rule.maxima();
            for (at, answers) in response.goals.iter().enumerate() {
                let Some(answers) = answers else { continue };
                let (score, reasons) = scorer.explain(at, answers).unwrap();
                prop_assert_eq!(reasons.iter().map(|reason| reason.earned).sum::<Exact>(), score.total(Parts::ALL));
                prop_assert!(score.embedding <= embedding && score.measures <= measures && score.reach <= reach);
            }
        }
    }

    #[test]
    fn more_measures_never_score_less(response in any_response(), question in 0..2_usize, extra in 1..3_usize) {
        let scorer = Scorer::new(&each(), questionnaire());
        for (at, answers) in response.goals.iter().enumerate() {
            let Some(answers) = answers else { continue };
            let mut more = answers.clone();
            if more.measures[question].contains(0) { continue }
            more.measures[question].insert(extra);
            prop_assert!(scorer.score(at, &more).unwrap().measures >= scorer.score(at, answers).unwrap().measures);
        }
    }
}
