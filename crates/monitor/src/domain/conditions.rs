//! Which questions are put, given the answers so far: a question can hang on an answer that comes before it.
//!
//! What hangs on a question that is not put, is not put either. An answer on a question that is not put is kept,
//! but does not count.

use std::collections::BTreeSet;

use super::answers::{Policy, Share};
use super::questionnaire::{Condition, Questionnaire, measures_column};

/// A question with answers that can be chosen, on which another can hang.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosable<'q> {
    /// Its column.
    pub column: String,
    /// The goal that it belongs to, by position; none for an extra question.
    pub goal: Option<usize>,
    /// The codes that can be chosen.
    pub codes: Vec<&'q str>,
}

/// Every question on which another can hang, in the order of filling in.
#[must_use]
pub fn choosable(questionnaire: &Questionnaire) -> Vec<Choosable<'_>> {
    let mut all = Vec::new();
    for (at, goal) in questionnaire.goals.iter().enumerate() {
        let d = format!("d{}", goal.number);
        let mut add = |column, codes| all.push(Choosable { column, goal: Some(at), codes });
        add(format!("{d}.beleid"), Policy::ALL.iter().map(|policy| policy.code()).collect());
        for question in &goal.questions {
            let codes = question.options.iter().map(|option| option.code.as_str()).collect();
            add(measures_column(goal.number, question.number), codes);
        }
        add(format!("{d}.zicht-op-bereik"), vec!["ja", "nee"]);
        add(format!("{d}.bereik"), Share::ALL.iter().map(|share| share.code()).collect());
    }
    all.extend(questionnaire.extra.iter().map(|question| Choosable {
        column: question.column.clone(),
        goal: None,
        codes: question.options.iter().map(|option| option.code.as_str()).collect(),
    }));
    all
}

/// Whether the question in `column` can hang on this answer: it can be given, and comes before.
#[must_use]
pub fn can_hang_on(questionnaire: &Questionnaire, column: &str, condition: &Condition) -> bool {
    choosable(questionnaire)
        .iter()
        .take_while(|known| known.column != column)
        .any(|known| known.column == condition.column && known.codes.contains(&condition.code.as_str()))
}

/// The columns of every question that is not put, given the answer in a column.
#[must_use]
pub fn hidden<'c>(
    questionnaire: &Questionnaire,
    answer: impl Fn(&str) -> Option<&'c str>,
) -> BTreeSet<String> {
    let mut hidden = BTreeSet::new();
    let is_put = |hidden: &BTreeSet<String>, condition: &Condition| {
        let given = || answer(&condition.column).unwrap_or_default();
        !hidden.contains(&condition.column) && given().split(';').any(|code| code.trim() == condition.code)
    };
    for goal in &questionnaire.goals {
        for question in &goal.questions {
            if question.shown.as_ref().is_some_and(|condition| !is_put(&hidden, condition)) {
                let column = measures_column(goal.number, question.number);
                hidden.insert(format!("{column}.anders-tekst"));
                hidden.insert(column);
            }
        }
    }
    for question in &questionnaire.extra {
        if question.shown.as_ref().is_some_and(|condition| !is_put(&hidden, condition)) {
            hidden.insert(question.column.clone());
            hidden.extend(question.text_column.clone());
        }
    }
    hidden
}

#[cfg(test)]
#[path = "conditions_tests.rs"]
mod tests;
