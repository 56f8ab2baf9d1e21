//! What is wrong with an answer, in words for somebody who fills in a form: no columns, no files.

use kernel::Finding;
use web::Tr;

use super::questions::{Part, question};
use crate::acts::check::Checked;
use crate::domain::questionnaire::Questionnaire;

/// The code of a goal of which nothing is filled in yet.
pub const OPEN: &str = "form-goal-open";

/// The same finding with words for a form.
#[must_use]
pub fn told(finding: &Finding) -> Finding {
    let code = match finding.code {
        "code-unknown" | "code-twice" => "form-choice",
        "none-with-others" => "form-none-with-others",
        "goal-without-policy" => "form-policy-missing",
        "recorded-without-policy" => "form-recorded",
        "share-without-sight" => "form-share",
        "grade-range" => "form-grade",
        other => other,
    };
    Finding { code, ..finding.clone() }
}

/// Everything that is wrong with a part, what is only open left out.
#[must_use]
pub fn of_part(checked: &Checked, part: Part) -> Vec<Finding> {
    let findings = match part {
        Part::Goal(at) => checked.goals.get(at).map_or(&[][..], |goal| &goal.findings),
        Part::Other => &checked.extra,
    };
    findings.iter().filter(|finding| finding.code != OPEN).map(told).collect()
}

/// A problem with its question, to be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The name of the part.
    pub part: String,
    /// The question; empty for a goal as a whole.
    pub question: String,
    /// What is wrong.
    pub text: String,
    /// Its field, below the address of the form.
    pub path: String,
}

/// A finding with the part and the field that it is about.
#[must_use]
pub fn problem(tr: Tr, questionnaire: &Questionnaire, finding: &Finding) -> Problem {
    let column = finding.place.column.as_deref().unwrap_or_default();
    let part = Part::of(questionnaire, column);
    let told = told(finding);
    let text = web::finding_text(tr.0, &Finding { place: kernel::Place::default(), ..told });
    let asked = question(tr, questionnaire, column).filter(|_| finding.code != OPEN);
    Problem {
        part: part.title(tr, questionnaire),
        question: asked.map_or_else(String::new, |question| question.label),
        text,
        path: format!("{}#field-{column}", part.path(questionnaire)),
    }
}
