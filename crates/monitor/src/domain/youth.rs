//! The short questionnaire for young people, and the one table that comes of it.
//!
//! Nobody's answers are kept: only how often each option was chosen. The table appears when filling in has ended and
//! never changes after that, so that nothing can be learned by looking twice. It is there from [`FEWEST`] answers, in
//! shares of whole steps of [`STEP`] percent; shares at the ends are not told apart, because "nobody" and "everybody"
//! would say something about each.

use kernel::Text;

use super::questionnaire::Choice;

/// From how many young people there is a table.
pub const FEWEST: u64 = 10;
/// Shares are told in steps of this many percent.
pub const STEP: u64 = 5;

/// A published version of the questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YouthQuestionnaire {
    /// Stable name.
    pub id: String,
    /// Version within the name, from 1.
    pub version: u32,
    /// Name for people.
    pub title: Text,
    /// Where its questions come from.
    pub source: String,
    /// The questions, in order.
    pub questions: Vec<YouthQuestion>,
}

/// One question, answered by one option or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YouthQuestion {
    /// Name in the form and in the tally.
    pub code: String,
    /// The question itself.
    pub text: Text,
    /// What can be chosen.
    pub options: Vec<Choice>,
}

/// How often something was chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many young people sent the form.
    pub people: u64,
    /// Per question and option: how often.
    pub chosen: Vec<(String, String, u64)>,
}

/// A share as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Share {
    /// Nobody, or nearly nobody: at most one step.
    AtMost(u64),
    /// About this many percent, a whole number of steps.
    About(u64),
    /// Everybody, or nearly.
    AtLeast(u64),
}

/// The table of one municipality and wave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// How many young people there were, down to whole tens.
    pub at_least: u64,
    /// Per question of the questionnaire, per option: the share of those who answered that question. `None` if fewer
    /// than [`FEWEST`] did.
    pub questions: Vec<Option<Vec<Share>>>,
}

/// The table of a tally; `None` from too few young people.
#[must_use]
pub fn table(questionnaire: &YouthQuestionnaire, tally: &Tally) -> Option<Table> {
    if tally.people < FEWEST {
        return None;
    }
    let times = |question: &str, option: &str| {
        let found = tally.chosen.iter().find(|(of, code, _)| of == question && code == option);
        found.map_or(0, |(_, _, times)| *times)
    };
    let question = |question: &YouthQuestion| {
        let counts: Vec<u64> =
            question.options.iter().map(|option| times(&question.code, &option.code)).collect();
        let answered: u64 = counts.iter().sum();
        // One who left a question open must not be found by counting back from the whole.
        (answered >= FEWEST).then(|| counts.iter().map(|count| share(*count, answered)).collect())
    };
    Some(Table {
        at_least: tally.people / 10 * 10,
        questions: questionnaire.questions.iter().map(question).collect(),
    })
}

/// A share to the nearest step, half up; the ends are taken together with their neighbour.
fn share(count: u64, whole: u64) -> Share {
    let steps = (200 * count + STEP * whole) / (2 * STEP * whole);
    match steps * STEP {
        percent if percent <= STEP => Share::AtMost(STEP),
        percent if percent >= 100 - STEP => Share::AtLeast(100 - STEP),
        percent => Share::About(percent),
    }
}

#[cfg(test)]
#[path = "youth_tests.rs"]
mod tests;
