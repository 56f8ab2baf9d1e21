use std::io::Cursor;
use std::ops::RangeInclusive;

use documents::read::Rows;
use kernel::Finding;

use super::*;
use crate::analysis;
use crate::domain::rule::Parts;
use crate::domain::statistics::{Accumulator, Group, Statistics};
use crate::import::responses::Accepted;
use crate::import::{Listener, read_rows};
use crate::sample::{definitions, questionnaire};

struct Collect(Accumulator);

impl Listener for Collect {
    fn accept(&mut self, _: u64, accepted: Accepted) {
        analysis::add(&mut self.0, &accepted.response);
    }
    fn problem(&mut self, finding: Finding) {
        panic!("{finding:?}");
    }
}

fn imported(bytes: Vec<u8>, wave: Option<&Wave>) -> Statistics {
    let rows = Rows::from_input("demo.csv", Cursor::new(bytes), None).unwrap();
    let rule = definitions().rule("2017-a").unwrap();
    let mut collect = Collect(analysis::accumulator(questionnaire(), rule, Parts::ALL));
    assert_eq!(read_rows(rows, questionnaire(), wave, &mut collect).problems, 0);
    collect.0.finish()
}

fn wave(id: &str) -> &'static Wave {
    definitions().demo_waves.iter().find(|wave| wave.id == id).unwrap()
}

fn statistics(id: &str, seed: u64) -> Statistics {
    imported(answers(questionnaire(), wave(id), seed), Some(wave(id)))
}

fn mean(group: &Group) -> f64 {
    group.means.distribution().mean().unwrap().to_f64()
}

fn goal_means(statistics: &Statistics) -> Vec<f64> {
    statistics.all.goals.iter().map(|goal| goal.total.distribution().mean().unwrap().to_f64()).collect()
}

fn sight(statistics: &Statistics) -> f64 {
    let sum = |with: fn(&crate::domain::statistics::GoalCounts) -> u64| -> f64 {
        statistics.all.goals.iter().map(with).sum::<u64>() as f64
    };
    100.0 * sum(|goal| goal.sight[0]) / sum(|goal| goal.respondents)
}

#[test]
fn show() {
    for seed in [SEED, 1, 2, 3] {
        for id in ["2022", "2026"] {
            let s = statistics(id, seed);
            let g: Vec<String> = goal_means(&s).iter().map(|m| format!("{m:.1}")).collect();
            println!("{seed} {id} n {} mean {:.1} sight {:.1} goals {g:?}", s.all.respondents, mean(&s.all), sight(&s));
            println!("  open {:?}", s.all.goals.iter().map(|g| 100 * (s.all.respondents - g.respondents) / s.all.respondents).collect::<Vec<_>>());
            println!("  parts {:?}", s.all.goals.iter().map(|g| [&g.embedding, &g.measures, &g.reach].map(|t| t.distribution().mean().unwrap().rounded(0))).collect::<Vec<_>>());
            println!("  sight {:?}", s.all.goals.iter().map(|g| 100 * g.sight[0] / g.respondents).collect::<Vec<_>>());
            println!("  own {:?}", s.all.goals.iter().map(|g| 100 * g.own_measure / g.respondents).collect::<Vec<_>>());
            println!("  colours {:?} none {} all {} named {} r {:?}", s.all.means.distribution().colours(&definitions().rule("2017-a").unwrap().norms), s.all.none_in_policy, s.all.all_in_policy, s.all.respondents - s.all.unnamed, s.all.correlation().map(|c| (c.r, c.n)));
            println!("  sizes {:?}", s.by_size.each_ref().map(|g| (g.respondents, mean(g).round())));
            println!("  regions {:?}", s.by_region.values().map(|g| mean(g).round()).collect::<Vec<_>>());
            println!("  extra {:?}", s.all.extra.iter().map(|e| (e.respondents, e.options.clone(), e.grades.distribution().mean().map(|m| m.rounded(1)))).collect::<Vec<_>>());
            println!("  q1 {:?}", s.all.goals[0].questions);
            println!("  q10 {:?}", s.all.goals[9].questions);
        }
    }
    let n = 2000;
    let t = std::time::Instant::now();
    let bytes: usize = large(questionnaire(), n).map(|l| l.len()).sum();
    println!("row {} in {:?}", bytes as f64 / n as f64, t.elapsed());
}
