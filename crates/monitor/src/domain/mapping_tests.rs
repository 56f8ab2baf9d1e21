use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::domain::editing::{
    GoalTexts, Line, NewQuestion, OptionEdit, PartEdit, PartOf, QuestionEdit, QuestionOf, add_goal, copied,
    edit_part, edit_question, map_options, retire_goal,
};
use crate::domain::questionnaire::ExtraKind;
use crate::domain::score::Scorer;
use crate::sample::{any_response, definitions, questionnaire};

fn draft() -> Questionnaire {
    copied(questionnaire(), 2, "2027-01-01".parse().expect("a day"))
}

fn words(text: &str) -> Text {
    Text { nl: text.to_owned(), en: text.to_owned() }
}

/// Changes the first question of goal 1: which options go, and which are added.
fn options(draft: &mut Questionnaire, retired: &[usize], added: &[&str]) {
    let question = draft.goals[0].questions[0].clone();
    let lines = question.options.iter().enumerate().map(|(at, option)| OptionEdit {
        line: Line { order: i64::try_from(at).expect("small"), retired: retired.contains(&at) },
        label: option.label.clone(),
    });
    let edit = QuestionEdit {
        title: question.title.clone(),
        options: lines.collect(),
        added: added.iter().map(|text| words(text)).collect(),
        ..QuestionEdit::default()
    };
    edit_question(draft, QuestionOf::Measures(0, 0), edit);
}

/// Positions of two measures in the first question of goal 1.
fn two() -> (usize, usize) {
    let options = questionnaire().goals[0].questions[0].options.iter().enumerate();
    let mut measures = options.filter(|(_, option)| option.code != NONE).map(|(at, _)| at);
    (measures.next().expect("one"), measures.next().expect("another"))
}

fn compared(new: &Questionnaire) -> Comparison {
    Mapping::to_base(new, questionnaire()).compare(new, questionnaire())
}

#[test]
fn a_copy_is_comparable_in_everything() {
    let found = compared(&draft());
    assert!(found.mean(Parts::ALL) && found.gone.is_empty());
    assert!(found.options.iter().flatten().flatten().all(|comparable| *comparable));
    assert_eq!(Mapping::to_base(&draft(), questionnaire()), Mapping::same(questionnaire()));
}

#[test]
fn an_option_that_goes_or_comes_breaks_the_points_for_measures_of_its_goal_and_nothing_else() {
    let label = questionnaire().goals[0].questions[0].options[two().0].label.clone();
    for (retired, added, expected) in [
        (vec![two().0], vec![], Break::GoneOption(label)),
        (vec![], vec!["Nieuw"], Break::NewOption(words("Nieuw"))),
    ] {
        let mut draft = draft();
        options(&mut draft, &retired, &added);
        let found = compared(&draft);
        assert_eq!(found.total(0, Parts::ALL), [expected]);
        assert_eq!(found.total(0, Parts { measures: false, ..Parts::ALL }), []);
        assert!(found.same_goals() && !found.mean(Parts::ALL) && found.total(1, Parts::ALL).is_empty());
    }
}

#[test]
fn options_that_were_put_together_are_ticked_once() {
    let (one, other) = two();
    let mut draft = draft();
    let was = |draft: &Questionnaire, at: usize| draft.goals[0].questions[0].options[at].was[0].clone();
    let (gone, stays) = (was(&draft, one), was(&draft, other));
    options(&mut draft, &[one], &[]);
    map_options(&mut draft, &BTreeMap::from([(gone, Some(stays))]));
    let mapping = Mapping::to_base(&draft, questionnaire());
    assert!(mapping.compare(&draft, questionnaire()).mean(Parts::ALL));
    let mut answers = crate::sample::nothing(questionnaire().goals[0].questions.len());
    answers.measures[0] = [one, other].into_iter().collect();
    let response = Response {
        respondent: "r".into(),
        size_class: geography::SizeClass::ALL[0],
        municipality: None,
        named: false,
        goals: vec![Some(answers)],
        extra: Vec::new(),
    };
    let now = mapping.convert(&response).goals[0].clone().expect("answers");
    assert_eq!(now.measures[0].count(), 1);
}

#[test]
fn questions_and_goals_that_come_and_go_are_told() {
    let mut draft = draft();
    let title = draft.goals[1].questions[0].title.clone();
    let texts = GoalTexts::of(&draft.goals[1]);
    let added = NewQuestion { title: words("Vraag"), kind: ExtraKind::One };
    let lines = vec![Line { order: 0, retired: true }];
    edit_part(&mut draft, PartOf::Goal(1), PartEdit { texts, lines, added: Some(added) });
    let gone = draft.goals[3].title.clone();
    retire_goal(&mut draft, 3);
    add_goal(&mut draft, words("Doel"), Ok(0));
    let found = compared(&draft);
    assert_eq!(found.total(1, Parts::ALL), [Break::NewQuestion(words("Vraag")), Break::GoneQuestion(title)]);
    assert_eq!(found.gone, [Break::GoneGoal(gone)]);
    assert_eq!(found.total(9, Parts { measures: false, ..Parts::ALL }), [Break::NewGoal]);
    assert!(!found.same_goals());
}

#[test]
fn a_question_that_moves_or_is_put_to_others_is_told_only_if_that_matters() {
    let mut moved = draft();
    let count = moved.goals[0].questions.len();
    let lines =
        (0..count).rev().map(|order| Line { order: i64::try_from(order).expect("small"), retired: false });
    let texts = GoalTexts::of(&moved.goals[0]);
    edit_part(&mut moved, PartOf::Goal(0), PartEdit { texts, lines: lines.collect(), added: None });
    assert!(compared(&moved).mean(Parts::ALL));
    let title = moved.goals[0].questions[1].title.clone();
    moved.goals[0].questions[1].shown = Some(Condition { column: "d1.beleid".into(), code: "ja".into() });
    assert_eq!(compared(&moved).total(0, Parts::ALL), [Break::Asked(title)]);
}

#[test]
fn what_was_taken_out_and_put_back_is_new() {
    let base = draft();
    let mut second = base.clone();
    options(&mut second, &[two().0], &[]);
    let mut third = copied(&second, 3, second.valid_from);
    options(&mut third, &[], &["Terug"]);
    let through = Mapping::to_base(&third, &second).then(&Mapping::to_base(&second, &base));
    let found = through.compare(&third, &base);
    assert_eq!(found.total(0, Parts::ALL).len(), 2, "{found:?}");
    assert!(found.total(1, Parts::ALL).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_answer_to_the_same_questions_is_carried_over_as_it_is(response in any_response()) {
        prop_assert_eq!(Mapping::to_base(&draft(), questionnaire()).convert(&response), response);
    }

    #[test]
    fn what_is_comparable_scores_as_it_did_then(
        response in any_response(),
        retired in prop::collection::vec(0..6_usize, 0..3),
        adds in any::<bool>(),
        orders in prop::collection::vec(0..9_i64, 0..5),
    ) {
        let mut draft = draft();
        options(&mut draft, &retired, if adds { &["Nieuw"] } else { &[] });
        let texts = GoalTexts::of(&draft.goals[2]);
        let lines = orders.iter().map(|order| Line { order: *order, retired: *order > 7 }).collect();
        edit_part(&mut draft, PartOf::Goal(2), PartEdit { texts, lines, added: None });
        let mapping = Mapping::to_base(&draft, questionnaire());
        let found = mapping.compare(&draft, questionnaire());
        let rule = definitions().rule("2017-a").expect("a rule");
        let (then, now) = (Scorer::new(rule, questionnaire()), Scorer::new(rule, &draft));
        let converted = mapping.convert(&response);
        for at in 0..draft.goals.len() {
            let score = |scorer: &Scorer, response: &Response| {
                response.goals[at].as_ref().and_then(|answers| scorer.score(at, answers))
            };
            let (before, after) = (score(&then, &response), score(&now, &converted));
            prop_assert_eq!(before.map(|one| (one.embedding, one.reach)), after.map(|one| (one.embedding, one.reach)));
            if found.total(at, Parts::ALL).is_empty() {
                prop_assert_eq!(before, after);
            }
        }
    }
}
