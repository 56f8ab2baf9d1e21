use std::collections::BTreeMap;

use super::*;
use crate::sample;

/// The questionnaire of 2017 with the second question of goal 1 hanging on an answer of the first, and the first of
/// goal 2 on the second.
fn hanging() -> Questionnaire {
    let mut questionnaire = sample::questionnaire().clone();
    let on = |questionnaire: &Questionnaire, question: usize| Condition {
        column: measures_column(1, questionnaire.goals[0].questions[question].number),
        code: questionnaire.goals[0].questions[question].options[0].code.clone(),
    };
    let (first, second) = (on(&questionnaire, 0), on(&questionnaire, 1));
    questionnaire.goals[0].questions[1].shown = Some(first);
    questionnaire.goals[1].questions[0].shown = Some(second);
    questionnaire
}

fn hidden_given(questionnaire: &Questionnaire, answers: &[(&Condition, &str)]) -> BTreeSet<String> {
    let given: BTreeMap<String, String> = answers
        .iter()
        .map(|(condition, more)| (condition.column.clone(), format!("{}{more}", condition.code)))
        .collect();
    hidden(questionnaire, |column| given.get(column).map(String::as_str))
}

#[test]
fn nothing_is_hidden_where_nothing_hangs_on_an_answer() {
    assert_eq!(hidden(sample::questionnaire(), |_| None), BTreeSet::new());
}

#[test]
fn a_question_is_put_to_who_gave_the_answer_among_others() {
    let questionnaire = hanging();
    let first = questionnaire.goals[0].questions[1].shown.as_ref().expect("a condition");
    let column = measures_column(1, questionnaire.goals[0].questions[1].number);
    assert!(hidden_given(&questionnaire, &[]).contains(&column));
    assert!(hidden_given(&questionnaire, &[]).contains(&format!("{column}.anders-tekst")));
    assert!(!hidden_given(&questionnaire, &[(first, ";iets-anders")]).contains(&column));
    assert!(hidden_given(&questionnaire, &[(first, "x")]).contains(&column), "another code that begins so");
}

#[test]
fn what_hangs_on_a_question_that_is_not_put_is_not_put_either() {
    let questionnaire = hanging();
    let first = questionnaire.goals[0].questions[1].shown.as_ref().expect("a condition");
    let second = questionnaire.goals[1].questions[0].shown.as_ref().expect("a condition");
    let column = measures_column(2, questionnaire.goals[1].questions[0].number);
    assert!(hidden_given(&questionnaire, &[(second, "")]).contains(&column));
    assert!(!hidden_given(&questionnaire, &[(first, ""), (second, "")]).contains(&column));
}

#[test]
fn a_question_hangs_only_on_an_answer_that_can_be_given_before_it() {
    let questionnaire = hanging();
    let own = measures_column(1, questionnaire.goals[0].questions[0].number);
    let on = |column: &str, code: &str| Condition { column: column.to_owned(), code: code.to_owned() };
    assert!(can_hang_on(&questionnaire, &own, &on("d1.beleid", "ja")));
    assert!(!can_hang_on(&questionnaire, &own, &on("d1.beleid", "misschien")));
    assert!(!can_hang_on(&questionnaire, &own, &on("d1.bereik", "iedereen")), "it comes after");
    assert!(!can_hang_on(&questionnaire, &own, &on(&own, "geen")), "itself");
    assert!(can_hang_on(&questionnaire, "d2.maatregelen.1", &on("d1.bereik", "iedereen")));
}
