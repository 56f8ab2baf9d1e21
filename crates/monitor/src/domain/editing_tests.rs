use proptest::prelude::*;

use super::*;
use crate::definitions::{read_questionnaire, write};
use crate::sample;

fn draft() -> Questionnaire {
    copied(sample::questionnaire(), 2, "2027-01-01".parse().expect("a day"))
}

fn words(text: &str) -> Text {
    Text { nl: text.to_owned(), en: text.to_owned() }
}

fn lines(orders: &[i64]) -> Vec<Line> {
    orders.iter().map(|order| Line { order: *order, retired: *order < 0 }).collect()
}

fn part(draft: &Questionnaire, goal: usize, orders: &[i64]) -> PartEdit {
    PartEdit { texts: GoalTexts::of(&draft.goals[goal]), lines: lines(orders), added: None }
}

#[test]
fn a_copy_is_sound_and_knows_what_everything_was() {
    let draft = draft();
    assert_eq!(draft.base, Some(("preventie-2017".to_owned(), 1)));
    assert!(draft.goals.iter().all(|goal| goal.was == Some(goal.number)));
    assert_eq!(draft.goals[0].questions[0].options[0].was.len(), 1);
    assert_eq!(read_questionnaire(&write(&draft).0), Ok(draft));
}

#[test]
fn a_question_that_moves_is_numbered_again_and_takes_its_past_and_what_hangs_on_it_along() {
    let mut draft = draft();
    let first = draft.goals[0].questions[0].clone();
    let code = first.options[0].code.clone();
    draft.goals[1].questions[0].shown = Some(Condition { column: measures_column(1, 1), code });
    let count = draft.goals[0].questions.len();
    let mut orders: Vec<i64> = (1..=i64::try_from(count).expect("small")).collect();
    orders[0] = 99;
    let edit = part(&draft, 0, &orders);
    edit_part(&mut draft, PartOf::Goal(0), edit);
    let last = draft.goals[0].questions.last().expect("a question");
    assert_eq!((last.number as usize, &last.title, &last.options), (count, &first.title, &first.options));
    let shown = draft.goals[1].questions[0].shown.as_ref().expect("a condition");
    assert_eq!(shown.column, measures_column(1, last.number));
    assert_eq!(read_questionnaire(&write(&draft).0), Ok(draft));
}

#[test]
fn what_hangs_on_a_question_that_goes_is_told() {
    let mut draft = draft();
    let code = draft.goals[0].questions[0].options[0].code.clone();
    draft.extra[0].shown = Some(Condition { column: measures_column(1, 1), code });
    let edit = part(&draft, 0, &[-1]);
    edit_part(&mut draft, PartOf::Goal(0), edit);
    let findings = read_questionnaire(&write(&draft).0).expect_err("a finding");
    assert_eq!(findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["definition-shown"]);
}

#[test]
fn options_are_reworded_moved_retired_and_added() {
    let mut draft = draft();
    let before = draft.goals[0].questions[0].clone();
    let mut options: Vec<OptionEdit> = before
        .options
        .iter()
        .zip(1..)
        .map(|(option, order)| OptionEdit {
            line: Line { order, retired: false },
            label: option.label.clone(),
        })
        .collect();
    options[0].label = words("Anders gezegd");
    options[1].line.retired = true;
    options[2].line.order = 0;
    let edit = QuestionEdit {
        title: before.title.clone(),
        options,
        added: vec![
            words("Een nieuwe maatregel: één!"),
            Text::default(),
            words("Een nieuwe maatregel: één!"),
        ],
        ..QuestionEdit::default()
    };
    edit_question(&mut draft, QuestionOf::Measures(0, 0), edit);
    let after = &draft.goals[0].questions[0].options;
    assert_eq!(after.len(), before.options.len() + 1);
    assert_eq!(after[0], before.options[2]);
    assert_eq!((&after[1].label, &after[1].was), (&words("Anders gezegd"), &before.options[0].was));
    assert!(!after.iter().any(|option| option.code == before.options[1].code));
    let added: Vec<&str> =
        after.iter().filter(|option| option.was.is_empty()).map(|option| option.code.as_str()).collect();
    assert_eq!(added, ["een-nieuwe-maatregel-een", "een-nieuwe-maatregel-een-2"]);
    assert_ne!(after.last().map(|option| option.code.as_str()), Some("een-nieuwe-maatregel-een"));
}

#[test]
fn a_set_of_goals_can_be_added_and_goes_with_its_last_goal() {
    let mut draft = draft();
    let number = add_goal(&mut draft, words("Huisverbod"), Err(words("Huiselijk geweld")));
    let second = add_goal(&mut draft, words("Opvang"), Ok(1));
    assert_eq!((number, second, draft.sets.len(), draft.goals.len()), (11, 12, 2, 12));
    assert_eq!(draft.sets[1].id, "huiselijk-geweld");
    retire_goal(&mut draft, 10);
    retire_goal(&mut draft, 10);
    assert_eq!((draft.sets.len(), draft.goals.len()), (1, 10));
    retire_goal(&mut draft, 99);
    assert_eq!(draft, self::draft());
}

#[test]
fn an_extra_question_gets_a_column_of_its_own() {
    let mut draft = draft();
    let added = NewQuestion { title: words("Cijfer"), kind: ExtraKind::One };
    let orders: Vec<i64> = (1..=draft.extra.len()).map(|at| i64::try_from(at).expect("small")).collect();
    edit_part(
        &mut draft,
        PartOf::Extra,
        PartEdit { lines: lines(&orders), added: Some(added), ..PartEdit::default() },
    );
    let last = draft.extra.last().expect("a question");
    assert_eq!((last.column.as_str(), last.key.as_str()), ("x7.cijfer", "cijfer"));
}

#[test]
fn an_option_that_goes_can_live_on_in_another_or_in_none() {
    let mut draft = draft();
    let options = &draft.goals[0].questions[0].options;
    let (first, second) = (options[0].was[0].clone(), options[1].was[0].clone());
    let said = [(first.clone(), Some(second.clone())), (second.clone(), Some(second.clone()))].into();
    map_options(&mut draft, &said);
    let options = &draft.goals[0].questions[0].options;
    assert_eq!(options[0].was, Vec::<String>::new());
    let mut both = vec![first.clone(), second];
    both.sort();
    assert_eq!(options[1].was, both);
    map_options(&mut draft, &[(first, None)].into());
    assert_eq!(draft.goals[0].questions[0].options[1].was.len(), 1);
}

proptest! {
    #[test]
    fn a_code_is_plain_and_not_taken(words in "\\PC{0,60}", taken in prop::collection::vec("[a-z]{1,3}", 0..3)) {
        let taken: Vec<&str> = taken.iter().map(String::as_str).collect();
        let code = code_of(&words, &taken);
        let is_plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        prop_assert!(!code.is_empty() && code != NONE && code.chars().all(is_plain));
        prop_assert!(!taken.contains(&code.as_str()));
        prop_assert_ne!(code_of(&words, &[&code]), code);
    }

    #[test]
    fn in_whatever_order_every_question_stays_once_with_its_past(orders in prop::collection::vec(-3_i64..9, 0..8)) {
        let mut draft = draft();
        let before: Vec<Vec<Choice>> = draft.goals[3].questions.iter().map(|one| one.options.clone()).collect();
        let edit = part(&draft, 3, &orders);
        let kept = before.len() - orders.iter().take(before.len()).filter(|order| **order < 0).count();
        edit_part(&mut draft, PartOf::Goal(3), edit);
        let after = &draft.goals[3].questions;
        prop_assert_eq!(after.len(), kept);
        prop_assert!(after.iter().all(|one| before.contains(&one.options)));
        prop_assert!(after.iter().zip(1_u32..).all(|(one, number)| one.number == number));
    }
}
