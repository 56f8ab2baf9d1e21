//! `cargo bench -p monitor`: scoring a goal, plain and with its explanation.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use monitor::definitions::BUILT_IN;
use monitor::domain::answers::{Chosen, GoalAnswers, Policy, Share};
use monitor::domain::score::Scorer;

fn scoring(criterion: &mut Criterion) {
    let Ok(definitions) = &*BUILT_IN else { return };
    let (Some(questionnaire), Some(rule)) =
        (definitions.questionnaire("preventie-2017"), definitions.rule("2017-a"))
    else {
        return;
    };
    let scorer = Scorer::new(rule, questionnaire);
    let answers = |at: usize| GoalAnswers {
        policy: Policy::Yes,
        documents: [0].into_iter().collect(),
        measures: questionnaire.goals[at]
            .questions
            .iter()
            .map(|_| [1, 2, 3].into_iter().collect::<Chosen>())
            .collect(),
        own_measure: true,
        sight: Some(true),
        heard: None,
        share: Some(Share::MoreThanHalf),
    };
    let goals: Vec<GoalAnswers> = (0..questionnaire.goals.len()).map(answers).collect();
    let mut group = criterion.benchmark_group("goal answers");
    group.throughput(Throughput::Elements(goals.len() as u64));
    group.bench_function("score", |bencher| {
        bencher.iter(|| {
            for (at, answers) in goals.iter().enumerate() {
                black_box(scorer.score(at, black_box(answers)));
            }
        });
    });
    group.bench_function("explain", |bencher| {
        bencher.iter(|| {
            for (at, answers) in goals.iter().enumerate() {
                black_box(scorer.explain(at, black_box(answers)));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, scoring);
criterion_main!(benches);
