//! A slow, obvious second calculation over random answers, with goals left open and groups empty.

#![expect(clippy::cast_possible_truncation, reason = "counts of a handful of answers")]

use super::*;
use crate::sample::{any_response, definitions, questionnaire};
use proptest::prelude::*;

use crate::domain::answers::Share;

fn accumulate(responses: &[Response], parts: Parts) -> Statistics {
    let rule = definitions().rule("2017-a").unwrap();
    let mut accumulator = Accumulator::new(questionnaire(), Scorer::new(rule, questionnaire()), parts);
    for response in responses {
        accumulator.add(response, None);
    }
    accumulator.finish()
}

/// The score of reading A, worked out from scratch in floating point.
fn slow_score(goal: usize, answers: &GoalAnswers) -> [f64; 3] {
    let mut embedding = match answers.policy {
        Policy::Yes => 15.0,
        Policy::Intended => 5.0,
        Policy::No => 0.0,
    };
    if answers.documents.count() > 0 {
        embedding += 10.0;
    }
    let questions = &questionnaire().goals[goal].questions;
    let mut measures = if answers.own_measure { 5.0 } else { 0.0 };
    for (question, chosen) in questions.iter().zip(&answers.measures) {
        let ticked = question
            .options
            .iter()
            .enumerate()
            .filter(|(at, option)| option.code != "geen" && chosen.contains(*at));
        measures += (ticked.count() as f64 * 5.0).min(45.0 / questions.len() as f64);
    }
    let mut reach = if answers.sight == Some(true) { 10.0 } else { 0.0 };
    reach += match answers.share {
        Some(Share::Everybody) => 15.0,
        Some(Share::MoreThanHalf) => 10.0,
        Some(Share::LessThanHalf) => 5.0,
        _ => 0.0,
    };
    [embedding, measures, reach]
}

fn slow_mean(response: &Response) -> Option<f64> {
    let totals: Vec<f64> = response
        .goals
        .iter()
        .enumerate()
        .filter_map(|(at, answers)| Some(slow_score(at, answers.as_ref()?).iter().sum()))
        .collect();
    (!totals.is_empty()).then(|| totals.iter().sum::<f64>() / totals.len() as f64)
}

fn near(exact: Option<Exact>, slow: &[f64]) -> bool {
    match exact {
        None => slow.is_empty(),
        Some(exact) => (exact.to_f64() - slow.iter().sum::<f64>() / slow.len() as f64).abs() < 1e-9,
    }
}

#[test]
fn nobody_gives_counts_of_zero_and_no_means() {
    let statistics = accumulate(&[], Parts::ALL);
    assert_eq!(statistics.all.respondents, 0);
    assert_eq!(statistics.all.goals.len(), 10);
    assert!(statistics.all.goals.iter().all(|goal| goal.total.distribution().mean().is_none()));
    assert!(statistics.all.correlation().is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn every_figure_is_that_of_the_slow_calculation(responses in prop::collection::vec(any_response(), 0..25)) {
        let statistics = accumulate(&responses, Parts::ALL);
        let all = &statistics.all;
        prop_assert_eq!(all.respondents as usize, responses.len());

        for (at, counts) in all.goals.iter().enumerate() {
            let answered: Vec<&GoalAnswers> = responses.iter().filter_map(|r| r.goals[at].as_ref()).collect();
            prop_assert_eq!(counts.respondents as usize, answered.len());
            let count = |test: &dyn Fn(&GoalAnswers) -> bool| answered.iter().filter(|a| test(a)).count() as u64;
            prop_assert_eq!(counts.policy, Policy::ALL.map(|policy| count(&|a| a.policy == policy)));
            prop_assert_eq!(counts.share, Share::ALL.map(|share| count(&|a| a.share == Some(share))));
            prop_assert_eq!(counts.sight, [count(&|a| a.sight == Some(true)), count(&|a| a.sight == Some(false))]);
            prop_assert_eq!(counts.recorded, count(&|a| a.documents.count() > 0));
            for (question, options) in counts.questions.iter().enumerate() {
                for (option, &found) in options.iter().enumerate() {
                    prop_assert_eq!(found, count(&|a| a.measures[question].contains(option)));
                }
            }
            let scores: Vec<[f64; 3]> = answered.iter().map(|a| slow_score(at, a)).collect();
            let part = |part: usize| scores.iter().map(|score| score[part]).collect::<Vec<_>>();
            prop_assert!(near(counts.embedding.distribution().mean(), &part(0)));
            prop_assert!(near(counts.measures.distribution().mean(), &part(1)));
            prop_assert!(near(counts.reach.distribution().mean(), &part(2)));
            let totals: Vec<f64> = scores.iter().map(|score| score.iter().sum()).collect();
            prop_assert!(near(counts.total.distribution().mean(), &totals));
        }

        let means: Vec<f64> = responses.iter().filter_map(slow_mean).collect();
        prop_assert!(near(all.means.distribution().mean(), &means));
        let norms = definitions().rule("2017-a").unwrap().norms;
        let [low, middle, high] = all.means.distribution().colours(&norms);
        // A mean within a billionth of a norm is decided by the exact figure alone.
        if means.iter().all(|mean| (mean - 25.0).abs() > 1e-9 && (mean - 75.0).abs() > 1e-9) {
            prop_assert_eq!(low as usize, means.iter().filter(|mean| **mean < 25.0).count());
            prop_assert_eq!(high as usize, means.iter().filter(|mean| **mean > 75.0).count());
        }
        prop_assert_eq!((low + middle + high) as usize, means.len());

        let none = responses.iter().filter(|r| r.goals.iter().flatten().count() > 0
            && r.goals.iter().flatten().all(|a| a.policy != Policy::Yes)).count();
        let every = responses.iter().filter(|r| r.goals.iter().all(|a| a.as_ref().is_some_and(|a| a.policy == Policy::Yes))).count();
        prop_assert_eq!((all.none_in_policy as usize, all.all_in_policy as usize), (none, every));

        for class in 1..=5_u8 {
            let inside: Vec<&Response> = responses.iter().filter(|r| r.size_class.number() == class).collect();
            let group = &statistics.by_size[usize::from(class) - 1];
            prop_assert_eq!(group.respondents as usize, inside.len());
            let means: Vec<f64> = inside.iter().filter_map(|r| slow_mean(r)).collect();
            prop_assert!(near(group.means.distribution().mean(), &means));
        }

        let grade_at = questionnaire().extra_index("grade_now").unwrap();
        let pairs: Vec<(f64, f64)> = responses.iter().filter_map(|r| match r.extra[grade_at] {
            ExtraAnswer::Grade(grade) => Some((slow_mean(r)?, f64::from(grade))),
            _ => None,
        }).collect();
        if let Some(found) = all.correlation() {
            let n = pairs.len() as f64;
            let (sx, sy) = pairs.iter().fold((0.0, 0.0), |(x, y), pair| (x + pair.0, y + pair.1));
            let sxy: f64 = pairs.iter().map(|(x, y)| x * y).sum();
            let (sxx, syy) = pairs.iter().fold((0.0, 0.0), |(x, y), pair| (x + pair.0 * pair.0, y + pair.1 * pair.1));
            let r = (n * sxy - sx * sy) / ((n * sxx - sx * sx).sqrt() * (n * syy - sy * sy).sqrt());
            prop_assert_eq!(found.n as usize, pairs.len());
            prop_assert!((found.r - r).abs() < 1e-6);
        }
        for (at, counts) in all.extra.iter().enumerate() {
            let answered = responses.iter().filter(|r| r.extra[at] != ExtraAnswer::Open).count();
            prop_assert_eq!(counts.respondents as usize, answered);
        }
    }

    #[test]
    fn groups_add_up_to_the_whole_whatever_parts_count(
        responses in prop::collection::vec(any_response(), 1..15), embedding: bool, measures: bool, reach: bool,
    ) {
        let parts = Parts { embedding, measures, reach };
        let statistics = accumulate(&responses, parts);
        let mut sum = Group::empty(questionnaire());
        for group in &statistics.by_size {
            sum.merge(group);
        }
        prop_assert_eq!(sum.respondents, statistics.all.respondents);
        prop_assert_eq!(sum.means.distribution(), statistics.all.means.distribution());
        for (mine, theirs) in sum.goals.iter().zip(&statistics.all.goals) {
            prop_assert_eq!(mine.total.distribution(), theirs.total.distribution());
        }
    }
}
