//! Scores one goal: embedding 25, measures 50, reach 25 points; and says why.
//!
//! Source: Kinderombudsman/NJi 2017 (KOM012/2017), section 3.3; reading of the measures rule in
//! `docs/method.md`.

use kernel::Points;

use super::answers::{Chosen, GoalAnswers, Policy, Share};
use super::questionnaire::{Goal, Questionnaire};
use super::rule::{Counting, Parts, ScoringRule};

/// A goal's points, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// In policy and recorded.
    pub embedding: Points,
    /// Measures taken.
    pub measures: Points,
    /// Sight of reach and the share reached.
    pub reach: Points,
}

impl Score {
    /// Sum of the parts that count.
    #[must_use]
    pub fn total(&self, parts: Parts) -> Points {
        let counted =
            [(parts.embedding, self.embedding), (parts.measures, self.measures), (parts.reach, self.reach)];
        counted.into_iter().filter(|(on, _)| *on).map(|(_, points)| points).sum()
    }
}

/// What earned points, or could have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// In policy, intended or not.
    Policy(Policy),
    /// Recorded in a document or not.
    Recorded(bool),
    /// The measures ticked in the question at this position.
    Question {
        /// Position of the question in the goal.
        position: usize,
        /// How many measures were ticked, `geen` not counted.
        ticked: u32,
    },
    /// A measure that the questionnaire does not name.
    OwnMeasure(bool),
    /// Sight of reach.
    Sight(bool),
    /// The share reached.
    Share(Option<Share>),
}

/// One line of the explanation of a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    /// The answer.
    pub what: What,
    /// Points it earned.
    pub earned: Points,
    /// Points that the cap of the question took away.
    pub capped: Points,
    /// Points that the next step here would add: one measure more, the best share, being in policy.
    pub next: Points,
}

/// A scoring rule made ready for a questionnaire: per goal all points as whole multiples of one
/// unit fraction, so that a million answers a second need no fraction arithmetic.
#[derive(Debug, Clone)]
pub struct Scorer {
    goals: Vec<Prepared>,
}

#[derive(Debug, Clone)]
struct Prepared {
    /// Every amount below is a number of `1/unit` points.
    unit: i64,
    in_policy: i64,
    intended: i64,
    recorded: i64,
    /// `None` when one measure earns the whole question.
    each: Option<i64>,
    cap: i64,
    own: i64,
    sight: i64,
    share: [i64; 4],
    /// Per question the position of `geen`, which earns nothing.
    none: Vec<Option<usize>>,
}

impl Scorer {
    /// Prepares `rule` for every goal of `questionnaire`.
    #[must_use]
    pub fn new(rule: &ScoringRule, questionnaire: &Questionnaire) -> Self {
        Self { goals: questionnaire.goals.iter().map(|goal| Prepared::new(rule, goal)).collect() }
    }

    /// The score on the goal at `position`, or `None` if the questionnaire has no such goal.
    #[must_use]
    pub fn score(&self, position: usize, answers: &GoalAnswers) -> Option<Score> {
        let goal = self.goals.get(position)?;
        let measures: i64 = goal.questions(answers).map(|(_, ticked)| goal.question(ticked).0).sum();
        Some(Score {
            embedding: goal.points(goal.policy(answers.policy) + goal.recorded(answers)),
            measures: goal.points(measures + goal.own(answers)),
            reach: goal.points(goal.sight(answers) + goal.share(answers.share)),
        })
    }

    /// The same score with a reason for every point, in the order of the questionnaire.
    #[must_use]
    pub fn explain(&self, position: usize, answers: &GoalAnswers) -> Option<(Score, Vec<Reason>)> {
        let goal = self.goals.get(position)?;
        let reason = |what, earned: i64, capped: i64, best: i64| Reason {
            what,
            earned: goal.points(earned),
            capped: goal.points(capped),
            next: goal.points((best - earned).max(0)),
        };
        let mut reasons = Vec::with_capacity(5 + goal.none.len());
        reasons.push(reason(What::Policy(answers.policy), goal.policy(answers.policy), 0, goal.in_policy));
        let recorded = !answers.documents.is_empty();
        reasons.push(reason(What::Recorded(recorded), goal.recorded(answers), 0, goal.recorded));
        for (position, ticked) in goal.questions(answers) {
            let (earned, capped) = goal.question(ticked);
            let (with_one_more, _) = goal.question(ticked + 1);
            reasons.push(reason(What::Question { position, ticked }, earned, capped, with_one_more));
        }
        reasons.push(reason(What::OwnMeasure(answers.own_measure), goal.own(answers), 0, goal.own));
        let sight = answers.sight == Some(true);
        reasons.push(reason(What::Sight(sight), goal.sight(answers), 0, goal.sight));
        let best = goal.share.into_iter().max().unwrap_or(0);
        reasons.push(reason(What::Share(answers.share), goal.share(answers.share), 0, best));
        Some((self.score(position, answers)?, reasons))
    }
}

impl Prepared {
    fn new(rule: &ScoringRule, goal: &Goal) -> Self {
        let questions = goal.questions.len() as u64;
        let cap = rule.measures.pool.per(questions).unwrap_or(Points::ZERO);
        let each = match rule.measures.counting {
            Counting::Each(points) => Some(points),
            Counting::Any => None,
        };
        let amounts = [
            rule.embedding.in_policy,
            rule.embedding.intended,
            rule.embedding.recorded,
            each.unwrap_or(Points::ZERO),
            cap,
            rule.measures.own,
            rule.reach.sight,
        ];
        let unit =
            amounts.iter().chain(&rule.reach.share).fold(1, |unit, points| lcm(unit, points.parts().1));
        let units = |points: Points| {
            let (top, bottom) = points.parts();
            i64::try_from(top * (unit / bottom)).unwrap_or(i64::MAX / 1024)
        };
        Self {
            unit: i64::try_from(unit).unwrap_or(i64::MAX),
            in_policy: units(rule.embedding.in_policy),
            intended: units(rule.embedding.intended),
            recorded: units(rule.embedding.recorded),
            each: each.map(units),
            cap: units(cap),
            own: units(rule.measures.own),
            sight: units(rule.reach.sight),
            share: rule.reach.share.map(units),
            none: goal.questions.iter().map(super::questionnaire::MeasureQuestion::none).collect(),
        }
    }

    fn points(&self, units: i64) -> Points {
        if units % self.unit == 0 { Points::whole(units / self.unit) } else { Points::new(units, self.unit) }
    }

    fn policy(&self, policy: Policy) -> i64 {
        match policy {
            Policy::Yes => self.in_policy,
            Policy::Intended => self.intended,
            Policy::No => 0,
        }
    }

    fn recorded(&self, answers: &GoalAnswers) -> i64 {
        if answers.documents.is_empty() { 0 } else { self.recorded }
    }

    /// Per question its position and how many measures were ticked.
    fn questions(&self, answers: &GoalAnswers) -> impl Iterator<Item = (usize, u32)> {
        self.none.iter().enumerate().map(|(position, none)| {
            let chosen = answers.measures.get(position).copied().unwrap_or(Chosen::default());
            let nothing = none.is_some_and(|none| chosen.contains(none));
            (position, chosen.count() - u32::from(nothing))
        })
    }

    /// What `ticked` measures earn in a question, and what its cap takes away.
    fn question(&self, ticked: u32) -> (i64, i64) {
        match self.each {
            None => (if ticked > 0 { self.cap } else { 0 }, 0),
            Some(each) => {
                let full = each * i64::from(ticked);
                (full.min(self.cap), (full - self.cap).max(0))
            }
        }
    }

    fn own(&self, answers: &GoalAnswers) -> i64 {
        if answers.own_measure { self.own } else { 0 }
    }

    fn sight(&self, answers: &GoalAnswers) -> i64 {
        if answers.sight == Some(true) { self.sight } else { 0 }
    }

    fn share(&self, share: Option<Share>) -> i64 {
        share.map_or(0, |share| self.share[share as usize])
    }
}

/// Least common multiple of two positive numbers.
fn lcm(a: i128, b: i128) -> i128 {
    let (mut x, mut y) = (a, b);
    while y != 0 {
        (x, y) = (y, x % y);
    }
    a / x * b
}

#[cfg(test)]
#[path = "score_tests.rs"]
mod tests;
