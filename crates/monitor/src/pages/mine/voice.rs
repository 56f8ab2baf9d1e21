//! How the municipality says that children and young people were heard, in words for its own people.

use web::Tr;

use super::rows::Answered;
use crate::domain::voice;
use crate::pages::forms::questions::{Part, questions};

/// What is told of one goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// Number of the goal.
    pub goal: u32,
    /// Its title.
    pub title: String,
    /// Whether children were heard, and how.
    pub how: String,
    /// What was changed because of it, in the words of the municipality; empty if nothing was said.
    pub change: String,
}

/// Every goal of which it is known, in the order of the questionnaire.
#[must_use]
pub fn heard(tr: Tr, answered: &Answered) -> Vec<Heard> {
    let questionnaire = &*answered.questionnaire;
    let goals = questionnaire.goals.iter().enumerate();
    goals
        .filter_map(|(at, goal)| {
            let [heard, how, change] = voice::columns(goal.number);
            let said = answered.voices.get(&heard)?;
            let asked = questions(tr, questionnaire, Part::Goal(at));
            let words = |column: &str| {
                let value = answered.voices.get(column).map(String::as_str).filter(|value| !value.is_empty());
                let question = asked.iter().find(|question| question.name == column);
                value.zip(question).map_or_else(String::new, |(value, question)| question.words(tr, value))
            };
            let yes = said == "ja";
            Some(Heard {
                goal: goal.number,
                title: goal.title.get(tr.0).to_owned(),
                how: match words(&how) {
                    _ if !yes => tr.t("heard-no"),
                    ways if ways.is_empty() => tr.t("heard-yes"),
                    ways => tr.t1("heard-yes-how", "ways", ways),
                },
                change: if yes { words(&change) } else { String::new() },
            })
        })
        .collect()
}
