//! The score of a goal as it stands now, with its reason in words.

use askama::Template;
use kernel::Norm;
use web::{RequestContext, Tr};

use super::rows::Opened;
use crate::acts::check::Checked;
use crate::domain::rule::Parts;
use crate::pages::explain::{self, explain};

/// The score of a goal so far; also sent by itself, to take the place of the one on the page.
#[derive(Debug, Clone, Template)]
#[template(path = "forms/score.html")]
pub struct Score {
    /// Words.
    pub tr: Tr,
    /// Points, such as `57,5 van 100 punten`; a sentence if there is no score yet.
    pub words: String,
    /// Name of the norm that it meets, or nothing.
    pub norm: &'static str,
    /// The norm in words.
    pub norm_word: String,
    /// Where the points come from.
    pub parts: Vec<explain::Part>,
}

/// The score of the goal at `at`.
#[must_use]
pub fn score(context: &RequestContext, opened: &Opened, checked: &Checked, at: usize) -> Score {
    let tr = context.tr();
    let goal = checked.goals.get(at);
    let answers = goal.and_then(|goal| goal.answers.as_ref());
    let Some((score, parts)) =
        answers.and_then(|answers| explain(tr, &opened.questionnaire, opened.rule, at, answers))
    else {
        let key = match goal {
            Some(goal) if goal.filled > 0 => "form-score-wrong",
            _ => "form-score-open",
        };
        return Score { tr, words: tr.t(key), norm: "", norm_word: String::new(), parts: Vec::new() };
    };
    let total = score.total(Parts::ALL);
    let norm = opened.rule.norms.of(total);
    Score {
        tr,
        words: tr.t1("own-points", "points", explain::points(tr, total)),
        norm: norm.name(),
        norm_word: word(tr, norm),
        parts: parts.into(),
    }
}

/// A norm in words.
fn word(tr: Tr, norm: Norm) -> String {
    tr.t(&format!("norm-{}", norm.name()))
}
