//! Draws the answers of one respondent from its character.

use super::aims::{self, Aim};
use super::chance::{Chance, height, number, share};
use super::character::Character;
use crate::domain::answers::{Chosen, ExtraAnswer, GoalAnswers, Policy, Response, Share};
use crate::domain::questionnaire::{Choice, ExtraKind, ExtraQuestion, Goal, NONE, Questionnaire};

/// Measures that earn all points of a goal under the rules of 2017, over all its questions.
const FULL: f64 = 9.0;

/// Spread of character draws shares towards a half; heights are stretched to make up for it.
const STRETCH: f64 = 1.45;

/// A questionnaire with a chance for every answer.
pub struct Plan<'a> {
    questionnaire: &'a Questionnaire,
    progress: f64,
    goals: Vec<GoalPlan>,
    /// Per extra question the share or weight of each option.
    extra: Vec<Vec<f64>>,
}

struct GoalPlan {
    aim: Aim,
    questions: Vec<QuestionPlan>,
}

struct QuestionPlan {
    none: Option<usize>,
    /// How much more, or less, is done here than in the goal's other questions.
    lean: f64,
    /// Per option how often it is ticked compared with the others.
    weights: Vec<f64>,
}

impl<'a> Plan<'a> {
    /// A plan for a questionnaire, `progress` of the way from the first year of the aims (0) to the
    /// last (1).
    pub fn new(questionnaire: &'a Questionnaire, progress: f64) -> Self {
        let extra = questionnaire.extra.iter().map(|question| {
            let options = question.options.iter();
            options.map(|option| aims::extra(&question.key, &option.code, progress)).collect()
        });
        Self {
            goals: questionnaire.goals.iter().map(|goal| GoalPlan::new(goal, progress)).collect(),
            extra: extra.collect(),
            questionnaire,
            progress,
        }
    }

    /// How far along the aims.
    pub fn progress(&self) -> f64 {
        self.progress
    }

    /// The answers of one respondent. They keep to every rule for answers.
    pub fn response(&self, character: &mut Character) -> Response {
        let dormant = character.dormancy < aims::without_policy(self.progress);
        let level = character.level - if dormant { 1.6 } else { 0.0 };
        let chance = &mut character.chance;
        let goals = self.goals.iter().zip(&character.goals).map(|(goal, lean)| {
            // Who does least leaves most open.
            let open = chance.yes(goal.aim.open * (1.0 - 0.7 * level).clamp(0.1, 3.0));
            (!open).then(|| goal.answers(chance, level + lean, dormant))
        });
        let mut goals: Vec<Option<GoalAnswers>> = goals.collect();
        let goes_on = chance.yes(aims::EXTRA_ANSWERED);
        let extra =
            if goes_on { self.extra(chance, level) } else { vec![ExtraAnswer::Open; self.extra.len()] };
        // Last, so that everything else is drawn as it was before this was asked.
        if self.progress >= 1.0 && character.municipality.is_some() {
            for answers in goals.iter_mut().flatten() {
                answers.heard = (!chance.yes(0.15)).then(|| chance.yes(share(height(0.3) + 0.5 * level)));
            }
        }
        Response {
            respondent: character.respondent.clone(),
            size_class: character.size_class,
            municipality: character.municipality,
            named: character.named,
            goals,
            extra,
        }
    }

    fn extra(&self, chance: &mut Chance, level: f64) -> Vec<ExtraAnswer> {
        let opinion = 0.4 * level + 0.9 * chance.bell();
        let questions = self.questionnaire.extra.iter().zip(&self.extra);
        let answers = questions.map(|(question, shares)| match question.kind {
            _ if chance.yes(0.01) => ExtraAnswer::Open,
            ExtraKind::Grade => ExtraAnswer::Grade(self.grade(question, chance, opinion)),
            ExtraKind::One => ExtraAnswer::Chosen([chance.pick(shares)].into_iter().collect()),
            ExtraKind::Many => many(question, shares, chance, level),
        });
        answers.collect()
    }

    fn grade(&self, question: &ExtraQuestion, chance: &mut Chance, opinion: f64) -> u8 {
        let value = aims::grade(&question.key, self.progress) + opinion + 0.25 * chance.bell();
        (1..=9).rev().find(|&grade| value >= f64::from(grade) + 0.5).map_or(1, |below| below + 1)
    }
}

fn many(question: &ExtraQuestion, shares: &[f64], chance: &mut Chance, level: f64) -> ExtraAnswer {
    let none = none(&question.options);
    let options = shares.iter().enumerate().filter(|(at, _)| Some(*at) != none);
    let chosen: Chosen = options
        .filter(|(_, aim)| chance.yes(share(height(**aim) * STRETCH + 0.7 * level)))
        .map(|(at, _)| at)
        .collect();
    match none {
        Some(none) if chosen.is_empty() => ExtraAnswer::Chosen([none].into_iter().collect()),
        None if chosen.is_empty() => ExtraAnswer::Open,
        _ => ExtraAnswer::Chosen(chosen),
    }
}

fn none(options: &[Choice]) -> Option<usize> {
    options.iter().position(|option| option.code == NONE)
}

impl GoalPlan {
    fn new(goal: &Goal, progress: f64) -> Self {
        let count = goal.questions.len() as f64;
        let options: usize = goal.questions.iter().map(|question| question.options.len()).sum();
        let questions = goal.questions.iter().enumerate().map(|(at, question)| QuestionPlan {
            none: question.none(),
            // More is ticked where more can be ticked, and in what is asked first.
            lean: (0.25 * (question.options.len() as f64 - options as f64 / count)).clamp(-0.9, 0.9)
                + 0.25 * ((count - 1.0) / 2.0 - at as f64),
            weights: weights(&question.options),
        });
        Self { aim: aims::goal(goal.number, progress), questions: questions.collect() }
    }

    fn answers(&self, chance: &mut Chance, level: f64, dormant: bool) -> GoalAnswers {
        let aim = self.aim;
        let stands = |aim: f64| share(height(aim) * STRETCH + level);
        let in_policy = stands(aim.policy);
        let policy = match chance.share() {
            drawn if drawn < in_policy && !dormant => Policy::Yes,
            _ if chance.yes(0.45) => Policy::Intended,
            _ => Policy::No,
        };
        let has_it = policy == Policy::Yes;
        let documents =
            if has_it && chance.yes(0.55 + 0.35 * in_policy) { documents(chance) } else { Chosen::default() };
        // Who has it in policy does more, who has not does less: over everybody it evens out.
        let follows = 0.7 * (f64::from(u8::from(has_it)) - in_policy);
        let done = height(aim.measures) * STRETCH + level + follows;
        let full = FULL / self.questions.len().max(1) as f64;
        let measures = self.questions.iter().map(|question| question.ticked(chance, done, full));
        let measures = measures.collect();
        let own_measure = chance.yes(0.35 * stands(aim.measures));
        let sight = chance.yes(stands(aim.sight));
        GoalAnswers {
            policy,
            documents,
            measures,
            own_measure,
            sight: Some(sight),
            share: sight.then(|| reached(chance, level)).flatten(),
            heard: None,
        }
    }
}

/// One document, now and then two: the first ones more often.
fn documents(chance: &mut Chance) -> Chosen {
    const WEIGHTS: [f64; 6] = [0.34, 0.16, 0.14, 0.20, 0.10, 0.06];
    (0..=usize::from(chance.yes(0.25))).map(|_| chance.pick(&WEIGHTS)).collect()
}

/// The share reached by who sees it; a few leave it open.
fn reached(chance: &mut Chance, level: f64) -> Option<Share> {
    let more = (1.0 + 0.4 * level).clamp(0.3, 1.8);
    let drawn = chance.pick(&[0.03, 0.30, 0.44 * more, 0.19 * more, 0.04]);
    Share::ALL.get(drawn).copied()
}

/// How often each option is ticked: less further down the list, with a fixed whim of its own.
fn weights(options: &[Choice]) -> Vec<f64> {
    let mut before = 1.0;
    let weight = options.iter().map(|option| match option.code.as_str() {
        NONE => 0.0,
        "anders" => 0.18,
        code => {
            before *= 0.78;
            before * (0.55 + 0.9 * Chance::of(&[number(code)]).share())
        }
    });
    weight.collect()
}

impl QuestionPlan {
    /// Ticks as many measures as fit a height of `done`, or `geen`; `full` measures earn all points.
    fn ticked(&self, chance: &mut Chance, done: f64, full: f64) -> Chosen {
        let aimed = share(done + self.lean + 1.9 * chance.bell()) * full;
        let options = self.weights.iter().filter(|weight| **weight > 0.0).count();
        let mut count = chance.count(aimed, options);
        // Some do more than the score can reward.
        while count < options && count as f64 + 0.5 > full && chance.yes(0.45) {
            count += 1;
        }
        let mut weights = self.weights.clone();
        let mut chosen = Chosen::default();
        for _ in 0..count {
            let at = chance.pick(&weights);
            weights[at] = 0.0;
            chosen.insert(at);
        }
        if let (true, Some(none)) = (chosen.is_empty(), self.none) {
            chosen.insert(none);
        }
        chosen
    }
}
