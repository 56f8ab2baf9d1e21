//! What a form says: the answers, the score of each goal with its reasons, and everything that is wrong.

use std::collections::{BTreeMap, BTreeSet};

use geography::Code;
use kernel::{Finding, Place, Severity};

use crate::domain::answers::{GoalAnswers, Response};
use crate::domain::conditions;
use crate::domain::questionnaire::{Questionnaire, measures_column};
use crate::domain::rule::ScoringRule;
use crate::domain::score::{Reason, Score, Scorer, What};
use crate::domain::voice::is_voice;
use crate::import::responses::ResponseReader;
use crate::store::cells::Cells;

/// One goal of a form.
#[derive(Debug, Clone)]
pub struct CheckedGoal {
    /// How many of its answers are filled in, without how children were heard.
    pub filled: usize,
    /// Its answers, if it has any and they keep to the rules.
    pub answers: Option<GoalAnswers>,
    /// Its score with a reason for every point.
    pub score: Option<(Score, Vec<Reason>)>,
    /// What is wrong with it, each at its column.
    pub findings: Vec<Finding>,
}

/// A form, read.
#[derive(Debug, Clone)]
pub struct Checked {
    /// Per goal of the questionnaire.
    pub goals: Vec<CheckedGoal>,
    /// What is wrong with the other questions.
    pub extra: Vec<Finding>,
    /// Columns of the other questions that are still open.
    pub open_extra: Vec<String>,
    /// Columns of questions that are not put, given the other answers.
    pub hidden: BTreeSet<String>,
}

impl Checked {
    /// Everything that keeps the form from being submitted, in the order of the questionnaire.
    pub fn problems(&self) -> impl Iterator<Item = &Finding> {
        let all = self.goals.iter().flat_map(|goal| &goal.findings).chain(&self.extra);
        all.filter(|finding| finding.severity == Severity::Error)
    }

    /// How many goals are answered without anything wrong.
    #[must_use]
    pub fn done(&self) -> usize {
        self.goals.iter().filter(|goal| goal.findings.is_empty() && goal.answers.is_some()).count()
    }
}

/// Reads a form: a goal with something wrong does not keep the others from being scored.
#[must_use]
pub fn check(
    questionnaire: &Questionnaire,
    rule: &ScoringRule,
    municipality: Code,
    cells: &Cells,
) -> Checked {
    let scorer = Scorer::new(rule, questionnaire);
    let answer = |name: &str| cells.get(name).map(|kept| kept.value.as_str());
    let hidden = conditions::hidden(questionnaire, answer);
    let counted = || filled(cells).filter(|(name, _)| !hidden.contains(*name));
    let mut reader = ResponseReader::new(questionnaire, None);
    let code = municipality.to_string();
    let goals = questionnaire.goals.iter().enumerate().map(|(at, goal)| {
        let prefix = format!("d{}.", goal.number);
        let own: BTreeMap<&str, &str> = counted().filter(|(name, _)| name.starts_with(&prefix)).collect();
        let policy = format!("{prefix}beleid");
        let read = read(&mut reader, &code, own.clone());
        let mut checked = CheckedGoal {
            filled: own.keys().filter(|name| !is_voice(name)).count(),
            answers: None,
            score: None,
            findings: Vec::new(),
        };
        match read {
            Ok(mut response) => checked.answers = response.goals.get_mut(at).and_then(Option::take),
            Err(findings) => checked.findings = findings,
        }
        checked.score = checked.answers.as_ref().and_then(|answers| scorer.explain(at, answers));
        if let Some((_, reasons)) = &mut checked.score {
            // A question that is not put earns nothing, and nothing can be done about that.
            reasons.retain(|reason| {
                !matches!(reason.what, What::Question { position, .. }
                if hidden.contains(&measures_column(goal.number, goal.questions[position].number)))
            });
        }
        if !own.contains_key(policy.as_str()) && checked.findings.is_empty() {
            checked.findings.push(
                Finding::error("form-goal-open", Place::default().column(policy))
                    .with("goal", goal.number.to_string()),
            );
        }
        checked
    });
    let goals = goals.collect();
    let is_extra =
        |name: &str| name == "openbaar" || questionnaire.extra.iter().any(|question| is_of(question, name));
    let own = counted().filter(|(name, _)| is_extra(name)).collect();
    let extra = read(&mut reader, &code, own).err().unwrap_or_default();
    let open =
        questionnaire.extra.iter().map(|question| &question.column).filter(|name| !hidden.contains(*name));
    let open = open.filter(|name| cells.get(*name).is_none_or(|kept| kept.value.is_empty()));
    let open_extra = open.cloned().collect();
    Checked { goals, extra, open_extra, hidden }
}

fn is_of(question: &crate::domain::questionnaire::ExtraQuestion, name: &str) -> bool {
    question.column == name || question.text_column.as_deref() == Some(name)
}

fn filled(cells: &Cells) -> impl Iterator<Item = (&str, &str)> {
    cells
        .iter()
        .map(|(name, kept)| (name.as_str(), kept.value.as_str()))
        .filter(|(_, value)| !value.is_empty())
}

fn read<'c>(
    reader: &mut ResponseReader<'_>,
    code: &'c str,
    mut own: BTreeMap<&'c str, &'c str>,
) -> Result<Response, Vec<Finding>> {
    own.insert("respondent", code);
    own.insert("gemeente", code);
    reader.forget();
    reader.part(code, &own)
}
