use kernel::Exact;
use proptest::prelude::*;

use super::*;
use crate::sample::{any_response, definitions, questionnaire};

fn scorer() -> Scorer {
    Scorer::new(definitions().rule("2017-a").unwrap(), questionnaire())
}

#[test]
fn a_third_measure_in_a_question_of_four_adds_only_the_rest() {
    let goal = &questionnaire().goals[0];
    let mut answers = nothing(goal);
    answers.measures[0] = [1, 2].into_iter().collect();
    let advised = advise(&scorer(), 0, goal, &answers);
    let adds = |step| advised.iter().find(|one| one.step == step).map(|one| one.adds);
    assert_eq!(adds(Step::Measure(0, 3)), Some(Exact::new(5, 4)));
    assert_eq!(adds(Step::Measure(1, 1)), Some(Exact::whole(5)));
    assert_eq!(adds(Step::Policy), Some(Exact::whole(15)));
    assert_eq!(adds(Step::Record), None, "first policy");
    assert_eq!(adds(Step::Measure(0, 1)), None, "it is done already");
}

#[test]
fn a_measure_in_a_full_question_adds_nothing_and_is_not_advised() {
    let goal = &questionnaire().goals[0];
    let mut answers = nothing(goal);
    answers.measures[0] = [1, 2, 3].into_iter().collect();
    let advised = advise(&scorer(), 0, goal, &answers);
    assert!(advised.iter().all(|one| !matches!(one.step, Step::Measure(0, _))));
}

#[test]
fn sight_comes_before_a_share_and_a_share_goes_one_up() {
    let goal = &questionnaire().goals[1];
    let mut answers = nothing(goal);
    let steps = |answers: &GoalAnswers| -> Vec<Step> {
        advise(&scorer(), 1, goal, answers).into_iter().map(|one| one.step).collect()
    };
    assert!(steps(&answers).contains(&Step::Sight));
    (answers.sight, answers.share) = (Some(true), Some(Share::LessThanHalf));
    assert!(steps(&answers).contains(&Step::Share(Share::MoreThanHalf)));
    assert!(!steps(&answers).contains(&Step::Share(Share::Everybody)));
}

#[test]
fn every_step_reads_back_from_its_code() {
    for goal in &questionnaire().goals {
        let mut steps =
            vec![Step::Policy, Step::Record, Step::Own, Step::Sight, Step::Share(Share::Everybody)];
        for (at, question) in goal.questions.iter().enumerate() {
            steps.extend((0..question.options.len()).map(|option| Step::Measure(at, option)));
        }
        for step in steps {
            assert_eq!(Step::parse(goal, &step.code(goal)), Some(step));
        }
        assert_eq!(Step::parse(goal, "measure:1:x"), None);
    }
}

proptest! {
    #[test]
    fn taking_a_step_adds_what_was_said_and_taking_all_ends_at_the_most(response in any_response()) {
        let scorer = scorer();
        let maximum = definitions().rule("2017-a").unwrap().maximum(Parts::ALL);
        for (at, goal) in questionnaire().goals.iter().enumerate() {
            let mut answers = response.goals[at].clone().unwrap_or_else(|| nothing(goal));
            let total = |answers: &GoalAnswers| scorer.score(at, answers).unwrap().total(Parts::ALL);
            for _ in 0..200 {
                let before = total(&answers);
                let Some(next) = advise(&scorer, at, goal, &answers).first().copied() else { break };
                prop_assert!(next.adds > Exact::ZERO);
                answers = next.step.taken(goal, &answers);
                prop_assert_eq!(total(&answers), before + next.adds);
                prop_assert!(total(&answers) <= maximum);
            }
            prop_assert_eq!(advise(&scorer, at, goal, &answers), vec![]);
        }
    }
}

#[test]
fn measures_that_are_taken_are_those_of_the_questionnaire_and_never_the_option_for_nothing() {
    let goal = &questionnaire().goals[0];
    let mut answers = nothing(goal);
    assert!(measures(goal, &answers).is_empty());
    let none = goal.questions[0].options.iter().position(|option| option.code == NONE).unwrap();
    answers.measures[0] = [none].into_iter().collect();
    answers.measures[1] = [2, 1].into_iter().collect();
    assert_eq!(measures(goal, &answers), [Step::Measure(1, 1), Step::Measure(1, 2)]);
}
