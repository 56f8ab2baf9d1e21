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
#[derive(Debug, Clone, Default)]
pub struct CheckedGoal {
    /// How many of its answers are filled in, without how children were heard.
    pub filled: usize,
    /// How many of its questions about measures are put and have no answer. They may stay empty, and earn nothing.
    pub open: usize,
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
    let mut reading = Reading::new(questionnaire, rule, municipality, cells);
    let goals = (0..questionnaire.goals.len()).map(|at| reading.goal(at)).collect();
    let (extra, open_extra) = reading.extra();
    Checked { goals, extra, open_extra, hidden: reading.hidden }
}

/// Reads one goal of a form, or without a goal its other questions; everything else is left empty. For who saves: a
/// large form takes no longer than a small one.
#[must_use]
pub fn check_part(
    questionnaire: &Questionnaire,
    rule: &ScoringRule,
    municipality: Code,
    cells: &Cells,
    goal: Option<usize>,
) -> Checked {
    let mut reading = Reading::new(questionnaire, rule, municipality, cells);
    let read = |at| if goal == Some(at) { reading.goal(at) } else { CheckedGoal::default() };
    let goals = (0..questionnaire.goals.len()).map(read).collect();
    let (extra, open_extra) = if goal.is_none() { reading.extra() } else { Default::default() };
    Checked { goals, extra, open_extra, hidden: reading.hidden }
}

/// A form that is being read.
struct Reading<'c> {
    questionnaire: &'c Questionnaire,
    scorer: Scorer,
    reader: ResponseReader<'c>,
    code: String,
    cells: &'c Cells,
    hidden: BTreeSet<String>,
}

impl<'c> Reading<'c> {
    fn new(
        questionnaire: &'c Questionnaire,
        rule: &'c ScoringRule,
        municipality: Code,
        cells: &'c Cells,
    ) -> Self {
        let answer = |name: &str| cells.get(name).map(|kept| kept.value.as_str());
        Self {
            questionnaire,
            scorer: Scorer::new(rule, questionnaire),
            reader: ResponseReader::new(questionnaire, None),
            code: municipality.to_string(),
            cells,
            hidden: conditions::hidden(questionnaire, answer),
        }
    }

    /// The answers that count, of columns that begin with `prefix`.
    fn counted(&self, prefix: &str) -> BTreeMap<&'c str, &'c str> {
        let own = self.cells.range(prefix.to_owned()..);
        own.take_while(|(name, _)| name.starts_with(prefix))
            .map(|(name, kept)| (name.as_str(), kept.value.as_str()))
            .filter(|(name, value)| !value.is_empty() && !self.hidden.contains(*name))
            .collect()
    }

    fn goal(&mut self, at: usize) -> CheckedGoal {
        let goal = &self.questionnaire.goals[at];
        let prefix = format!("d{}.", goal.number);
        let own = self.counted(&prefix);
        let policy = format!("{prefix}beleid");
        let (is_begun, filled) =
            (own.contains_key(policy.as_str()), own.keys().filter(|name| !is_voice(name)).count());
        let columns = goal.questions.iter().map(|question| measures_column(goal.number, question.number));
        let is_open = |name: &String| !own.contains_key(name.as_str()) && !self.hidden.contains(name);
        let open = columns.filter(is_open).count();
        let mut checked = CheckedGoal { filled, open, ..CheckedGoal::default() };
        match read(&mut self.reader, &self.code, own) {
            Ok(mut response) => checked.answers = response.goals.get_mut(at).and_then(Option::take),
            Err(findings) => checked.findings = findings,
        }
        checked.score = checked.answers.as_ref().and_then(|answers| self.scorer.explain(at, answers));
        if let Some((_, reasons)) = &mut checked.score {
            // A question that is not put earns nothing, and nothing can be done about that.
            reasons.retain(|reason| {
                !matches!(reason.what, What::Question { position, .. }
                if self.hidden.contains(&measures_column(goal.number, goal.questions[position].number)))
            });
        }
        if !is_begun && checked.findings.is_empty() {
            checked.findings.push(
                Finding::error("form-goal-open", Place::default().column(policy))
                    .with("goal", goal.number.to_string()),
            );
        }
        checked
    }

    /// What is wrong with the other questions, and the columns of those that are open.
    fn extra(&mut self) -> (Vec<Finding>, Vec<String>) {
        let questions = &self.questionnaire.extra;
        let is_extra =
            |name: &str| name == "openbaar" || questions.iter().any(|question| is_of(question, name));
        let own = self.counted("").into_iter().filter(|(name, _)| is_extra(name)).collect();
        let found = read(&mut self.reader, &self.code, own).err().unwrap_or_default();
        let put =
            questions.iter().map(|question| &question.column).filter(|name| !self.hidden.contains(*name));
        let open = put.filter(|name| self.cells.get(*name).is_none_or(|kept| kept.value.is_empty()));
        (found, open.cloned().collect())
    }
}

fn is_of(question: &crate::domain::questionnaire::ExtraQuestion, name: &str) -> bool {
    question.column == name || question.text_column.as_deref() == Some(name)
}

fn read<'a>(
    reader: &mut ResponseReader<'_>,
    code: &'a str,
    mut own: BTreeMap<&'a str, &'a str>,
) -> Result<Response, Vec<Finding>> {
    own.insert("respondent", code);
    own.insert("gemeente", code);
    reader.forget();
    reader.part(code, &own)
}

#[cfg(test)]
mod tests {
    use kernel::PersonId;

    use super::*;
    use crate::domain::form::Kept;
    use crate::sample::{definitions, questionnaire};

    fn cells(answers: &[(&str, &str)]) -> Cells {
        let by: PersonId = "00000000-0000-7000-8000-000000000000".parse().expect("an id");
        let kept = |value: &str| Kept { value: value.to_owned(), revision: 1, by };
        answers.iter().map(|(name, value)| ((*name).to_owned(), kept(value))).collect()
    }

    #[test]
    fn a_part_by_itself_says_what_it_says_in_the_whole_form() {
        let (rule, code) = (definitions().rule("2017-a").expect("a rule"), "GM0344".parse().expect("a code"));
        let answers =
            cells(&[("d1.beleid", "ja"), ("d2.beleid", "misschien"), ("d3.bereik", "alles"), ("x1", "12")]);
        let whole = check(questionnaire(), rule, code, &answers);
        for (at, goal) in whole.goals.iter().enumerate() {
            let part = check_part(questionnaire(), rule, code, &answers, Some(at));
            assert_eq!(format!("{:?}", part.goals[at]), format!("{goal:?}"));
            assert_eq!(part.hidden, whole.hidden);
        }
        let part = check_part(questionnaire(), rule, code, &answers, None);
        assert_eq!((part.extra, part.open_extra), (whole.extra, whole.open_extra));
        assert!(whole.goals[1].findings.iter().any(|finding| finding.severity == Severity::Error));
    }

    #[test]
    fn a_goal_of_which_only_the_policy_is_answered_has_empty_questions() {
        let (rule, code) = (definitions().rule("2017-a").expect("a rule"), "GM0344".parse().expect("a code"));
        let questions = questionnaire().goals[0].questions.len();
        let first = measures_column(1, questionnaire().goals[0].questions[0].number);
        let one = check(questionnaire(), rule, code, &cells(&[("d1.beleid", "ja")]));
        assert_eq!((one.goals[0].open, one.done()), (questions, 1));
        let two = check(questionnaire(), rule, code, &cells(&[("d1.beleid", "ja"), (&first, "geen")]));
        assert_eq!(two.goals[0].open, questions - 1);
    }
}
