//! What changed since the wave before, and what is missing in the answers of this one.

use kernel::Exact;
use web::{Arg, Tr};

use crate::domain::answers::{GoalAnswers, Policy, Response};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::rule::Parts;
use crate::domain::score::Score;

/// A goal whose score changed.
pub struct Change {
    /// Number and title.
    pub goal: String,
    /// The same place on the page.
    pub anchor: String,
    /// Then, now and the difference, in words.
    pub words: String,
}

/// The goals whose score changed, those that changed most first.
#[must_use]
pub fn changes(
    tr: Tr,
    questionnaire: &Questionnaire,
    parts: Parts,
    now: &[Option<Score>],
    then: &[Option<Score>],
) -> Vec<Change> {
    let mut found: Vec<(Exact, usize, Exact, Exact)> = now
        .iter()
        .zip(then)
        .enumerate()
        .filter_map(|(at, (now, then))| Some((at, now.as_ref()?.total(parts), then.as_ref()?.total(parts))))
        .filter(|(_, now, then)| now != then)
        .map(|(at, now, then)| (if now > then { now - then } else { then - now }, at, now, then))
        .collect();
    found.sort_by(|(a, first, ..), (b, second, ..)| b.cmp(a).then(first.cmp(second)));
    let change = |(_, at, now, then): (Exact, usize, Exact, Exact)| {
        let goal = questionnaire.goals.get(at)?;
        let args = [
            ("then", Arg::from(tr.decimal(&then, 0))),
            ("now", Arg::from(tr.decimal(&now, 0))),
            ("change", Arg::from(tr.signed(&(now - then), 1))),
        ];
        Some(Change {
            goal: format!("{} {}", goal.number, goal.title.get(tr.0)),
            anchor: format!("#goal-{}", goal.number),
            words: tr.with("mine-change", &args),
        })
    };
    found.into_iter().filter_map(change).collect()
}

/// Something that several goals miss.
pub struct Missing {
    /// What, in a sentence.
    pub words: String,
    /// The goals: number with title, and their place on the page.
    pub goals: Vec<(String, String)>,
}

/// What is missing, from silence to sight.
#[must_use]
pub fn missing(tr: Tr, questionnaire: &Questionnaire, response: &Response) -> Vec<Missing> {
    type Lacks = fn(Option<&GoalAnswers>) -> bool;
    let kinds: [(&str, Lacks); 5] = [
        ("unanswered", |goal| goal.is_none()),
        ("policy", |goal| goal.is_some_and(|goal| goal.policy != Policy::Yes)),
        ("recorded", |goal| goal.is_some_and(|goal| goal.policy == Policy::Yes && goal.documents.is_empty())),
        ("sight", |goal| goal.is_some_and(|goal| goal.sight != Some(true))),
        ("share", |goal| goal.is_some_and(|goal| goal.sight == Some(true) && goal.share.is_none())),
    ];
    let kind = |(name, lacks): (&str, Lacks)| {
        let goals: Vec<(String, String)> = questionnaire
            .goals
            .iter()
            .enumerate()
            .filter(|(at, _)| lacks(response.goals.get(*at).and_then(Option::as_ref)))
            .map(|(_, goal)| {
                (format!("{} {}", goal.number, goal.title.get(tr.0)), format!("#goal-{}", goal.number))
            })
            .collect();
        let words = tr.t1(&format!("mine-missing-{name}"), "n", goals.len());
        (!goals.is_empty()).then_some(Missing { words, goals })
    };
    kinds.into_iter().filter_map(kind).collect()
}
