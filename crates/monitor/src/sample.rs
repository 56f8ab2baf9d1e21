//! Small questionnaires, rules and answers for tests.

use geography::SizeClass;
use kernel::{Exact, Norms, Text};
use proptest::prelude::*;

use crate::definitions::{BUILT_IN, Definitions};
use crate::domain::answers::{Chosen, ExtraAnswer, GoalAnswers, Policy, Response, Share};
use crate::domain::questionnaire::{ExtraKind, NONE, Questionnaire};
use crate::domain::rule::{Counting, EmbeddingRule, MeasuresRule, ReachRule, ScoringRule};

/// The definitions in the program.
pub fn definitions() -> &'static Definitions {
    match &*BUILT_IN {
        Ok(definitions) => definitions,
        Err(findings) => panic!("the built-in definitions are not sound: {findings:#?}"),
    }
}

/// The questionnaire of 2017.
pub fn questionnaire() -> &'static Questionnaire {
    definitions().questionnaire("preventie-2017").unwrap()
}

/// Reading A with other amounts, so that a test does not lean on the file.
pub fn rule(counting: Counting, pool: Exact) -> ScoringRule {
    ScoringRule {
        id: "test".into(),
        version: 1,
        title: Text::default(),
        explanation: Text::default(),
        source: String::new(),
        embedding: EmbeddingRule {
            in_policy: Exact::whole(15),
            intended: Exact::whole(5),
            recorded: Exact::whole(10),
        },
        measures: MeasuresRule { counting, pool, own: Exact::whole(5) },
        reach: ReachRule { sight: Exact::whole(10), share: [0, 5, 10, 15].map(Exact::whole) },
        norms: Norms { low_below: Exact::whole(25), high_above: Exact::whole(75) },
    }
}

/// A goal of which nothing is done.
pub fn nothing(questions: usize) -> GoalAnswers {
    GoalAnswers {
        policy: Policy::No,
        documents: Chosen::default(),
        measures: vec![Chosen::default(); questions],
        own_measure: false,
        sight: None,
        share: None,
        heard: None,
    }
}

fn goal_answers(at: usize) -> impl Strategy<Value = GoalAnswers> {
    let goal = &questionnaire().goals[at];
    let measures: Vec<_> = goal
        .questions
        .iter()
        .map(|question| {
            let none = question.options.iter().position(|option| option.code == NONE);
            let all = question.options.len();
            (any::<bool>(), prop::collection::vec(0..all, 0..all)).prop_map(move |(nothing, positions)| {
                match none {
                    Some(none) if nothing => [none].into_iter().collect(),
                    _ => positions.into_iter().filter(|at| Some(*at) != none).collect::<Chosen>(),
                }
            })
        })
        .collect();
    let policy = prop::sample::select(Policy::ALL.to_vec());
    let share = prop::option::of(prop::sample::select(Share::ALL.to_vec()));
    (
        policy,
        prop::collection::vec(0..6_usize, 0..3),
        measures,
        any::<bool>(),
        prop::option::of(any::<bool>()),
        share,
    )
        .prop_map(|(policy, documents, measures, own_measure, sight, share)| GoalAnswers {
            policy,
            documents: if policy == Policy::Yes {
                documents.into_iter().collect()
            } else {
                Chosen::default()
            },
            measures,
            own_measure,
            sight,
            share: share.filter(|_| sight == Some(true)),
            heard: None,
        })
}

/// Any answers that keep to the rules, with goals left open now and then.
pub fn any_response() -> impl Strategy<Value = Response> {
    let goals: Vec<_> = (0..10).map(|at| prop::option::of(goal_answers(at))).collect();
    let extra: Vec<_> = questionnaire()
        .extra
        .iter()
        .map(|question| {
            let (kind, options) = (question.kind, question.options.len().max(1));
            (any::<bool>(), prop::collection::vec(0..options, 1..4), 1..=10_u8).prop_map(
                move |(open, chosen, grade)| match kind {
                    _ if open => ExtraAnswer::Open,
                    ExtraKind::Grade => ExtraAnswer::Grade(grade),
                    ExtraKind::One => ExtraAnswer::Chosen([chosen[0]].into_iter().collect()),
                    ExtraKind::Many => ExtraAnswer::Chosen(chosen.into_iter().collect()),
                },
            )
        })
        .collect();
    (1..=5_u8, goals, extra, any::<bool>()).prop_map(|(class, goals, extra, named)| Response {
        respondent: "r".into(),
        size_class: SizeClass::new(class).unwrap(),
        municipality: None,
        named,
        goals,
        extra,
    })
}
