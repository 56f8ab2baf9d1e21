//! What a municipality could do next for a goal, and exactly how many points each step would add: the goal is scored
//! once more with that one answer changed, under the same rule.

use kernel::Points;

use super::answers::{Chosen, GoalAnswers, Policy, Share};
use super::questionnaire::{Goal, NONE};
use super::rule::Parts;
use super::score::Scorer;

/// The code of the option for a measure that the question does not name.
const OTHER: &str = "anders";

/// One thing that a municipality could do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// Put the goal in policy.
    Policy,
    /// Record it in a document.
    Record,
    /// Take this measure: position of the question, and of the option in it.
    Measure(usize, usize),
    /// Take a measure that the questionnaire does not name.
    Own,
    /// See whom is reached.
    Sight,
    /// Reach this larger share.
    Share(Share),
}

/// A step with what it would add.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advised {
    /// What to do.
    pub step: Step,
    /// Points that it would add to the score of the goal, all else unchanged.
    pub adds: Points,
}

impl Step {
    /// Name in the database: codes of the questionnaire, so that it outlives a new order of options.
    #[must_use]
    pub fn code(self, goal: &Goal) -> String {
        match self {
            Self::Policy => "policy".to_owned(),
            Self::Record => "record".to_owned(),
            Self::Own => "own".to_owned(),
            Self::Sight => "sight".to_owned(),
            Self::Share(share) => format!("share:{}", share.code()),
            Self::Measure(question, option) => {
                let asked = goal.questions.get(question);
                let number = asked.map_or(0, |asked| asked.number);
                let code =
                    asked.and_then(|asked| asked.options.get(option)).map_or("", |option| &option.code);
                format!("measure:{number}:{code}")
            }
        }
    }

    /// Reads a name; nothing if the goal has no such step.
    #[must_use]
    pub fn parse(goal: &Goal, code: &str) -> Option<Self> {
        let steps = [Self::Policy, Self::Record, Self::Own, Self::Sight].into_iter();
        let shares = Share::ALL.into_iter().map(Self::Share);
        let options =
            |at: usize| (0..goal.questions[at].options.len()).map(move |option| Self::Measure(at, option));
        let measures = (0..goal.questions.len()).flat_map(options);
        steps.chain(shares).chain(measures).find(|step| step.code(goal) == code)
    }

    /// The answers with this step taken.
    #[must_use]
    pub fn taken(self, goal: &Goal, answers: &GoalAnswers) -> GoalAnswers {
        let mut taken = answers.clone();
        match self {
            Self::Policy => taken.policy = Policy::Yes,
            Self::Record => {
                taken.policy = Policy::Yes;
                taken.documents.insert(0);
            }
            Self::Measure(question, option) => {
                let none = goal.questions.get(question).and_then(super::questionnaire::MeasureQuestion::none);
                if let Some(chosen) = taken.measures.get_mut(question) {
                    *chosen = chosen.iter().filter(|at| Some(*at) != none).chain([option]).collect();
                }
            }
            Self::Own => taken.own_measure = true,
            Self::Sight => taken.sight = Some(true),
            Self::Share(share) => {
                taken.sight = Some(true);
                taken.share = Some(share);
            }
        }
        taken
    }
}

/// The measures that are taken for a goal, in the order of the questionnaire.
#[must_use]
pub fn measures(goal: &Goal, answers: &GoalAnswers) -> Vec<Step> {
    let chosen = |question: usize| answers.measures.get(question).copied().unwrap_or_default();
    let is_measure = |question: usize, option: usize| {
        goal.questions[question].options.get(option).is_some_and(|choice| choice.code != NONE)
    };
    (0..goal.questions.len())
        .flat_map(|question| chosen(question).iter().map(move |option| (question, option)))
        .filter(|(question, option)| is_measure(*question, *option))
        .map(|(question, option)| Step::Measure(question, option))
        .collect()
}

/// The answers of a goal that was left open: nothing is done.
#[must_use]
pub fn nothing(goal: &Goal) -> GoalAnswers {
    GoalAnswers {
        policy: Policy::No,
        documents: Chosen::default(),
        measures: vec![Chosen::default(); goal.questions.len()],
        own_measure: false,
        sight: None,
        share: None,
        heard: None,
    }
}

/// Every step that would add points to the goal at `position`, in the order of the questionnaire.
#[must_use]
pub fn advise(scorer: &Scorer, position: usize, goal: &Goal, answers: &GoalAnswers) -> Vec<Advised> {
    let total = |answers: &GoalAnswers| scorer.score(position, answers).map(|score| score.total(Parts::ALL));
    let Some(now) = total(answers) else { return Vec::new() };
    let mut steps = vec![if answers.policy == Policy::Yes { Step::Record } else { Step::Policy }];
    for (at, question) in goal.questions.iter().enumerate() {
        let chosen = answers.measures.get(at).copied().unwrap_or_default();
        let named = |option: &usize| {
            let code = question.options[*option].code.as_str();
            code != NONE && code != OTHER && !chosen.contains(*option)
        };
        steps.extend((0..question.options.len()).filter(named).map(|option| Step::Measure(at, option)));
    }
    steps.push(Step::Own);
    if answers.sight == Some(true) {
        let reached = answers.share.map_or(0, |share| share as usize);
        steps.extend(Share::ALL.into_iter().skip(reached + 1).take(1).map(Step::Share));
    } else {
        steps.push(Step::Sight);
    }
    let advised = |step: Step| {
        let adds = total(&step.taken(goal, answers))? - now;
        (adds > Points::ZERO).then_some(Advised { step, adds })
    };
    steps.into_iter().filter_map(advised).collect()
}

#[cfg(test)]
#[path = "advice_tests.rs"]
mod tests;
