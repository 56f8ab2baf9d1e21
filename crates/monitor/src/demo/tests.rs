use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::ops::RangeInclusive;

use documents::read::Rows;
use geography::Municipality;
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

/// Cells by column name, per municipality.
fn rows(id: &str, seed: u64) -> BTreeMap<String, BTreeMap<String, String>> {
    let text = String::from_utf8(answers(questionnaire(), wave(id), seed)).unwrap();
    let mut lines = text.lines().map(|line| line.split(',').map(str::to_owned));
    let header: Vec<String> = lines.next().unwrap().collect();
    lines
        .map(|cells| {
            let row: BTreeMap<String, String> = header.iter().cloned().zip(cells).collect();
            (row["gemeente"].clone(), row)
        })
        .collect()
}

fn assert_in(bands: &[RangeInclusive<f64>], values: &[f64]) {
    assert_eq!(bands.len(), values.len());
    for (at, (band, value)) in bands.iter().zip(values).enumerate() {
        assert!(band.contains(value), "{value} at {at} lies outside {band:?}");
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    let bytes = |seed| answers(questionnaire(), wave("2026"), seed);
    assert_eq!(bytes(1), bytes(1));
    assert_ne!(bytes(1), bytes(2));
}

#[test]
fn any_seed_gives_answers_that_import_without_a_finding() {
    for seed in [0, 1, 7, u64::MAX] {
        for id in ["2022", "2026"] {
            let found = statistics(id, seed);
            assert!((200..=260).contains(&found.all.respondents));
            assert!((35.0..=60.0).contains(&mean(&found.all)), "{id} {seed} {}", mean(&found.all));
        }
    }
}

#[test]
fn the_demonstration_shows_the_picture_that_was_aimed_at() {
    let (then, now) = (statistics("2022", SEED), statistics("2026", SEED));
    assert_eq!((then.all.respondents, now.all.respondents), (226, 246));
    assert_in(&[43.0..=47.0, 48.0..=52.0], &[mean(&then.all), mean(&now.all)]);
    assert_in(&[32.0..=36.0, 39.0..=43.0], &[sight(&then), sight(&now)]);
    let around = |middles: [f64; 10]| middles.map(|middle| middle - 3.0..=middle + 3.0);
    let aims = around([43.0, 33.0, 37.0, 60.0, 65.0, 40.0, 80.0, 55.0, 50.0, 53.0]);
    assert_in(&aims, &goal_means(&now));
    for (now, then) in goal_means(&now).into_iter().zip(goal_means(&then)) {
        assert!((0.5..=10.5).contains(&(now - then)), "from {then} to {now}");
    }
}

#[test]
fn every_kind_of_outcome_occurs() {
    let norms = definitions().rule("2017-a").unwrap().norms;
    for id in ["2022", "2026"] {
        let all = statistics(id, SEED).all;
        let [low, _, high] = all.means.distribution().colours(&norms);
        assert!(low >= 10 && high >= 5, "{id}: {low} low, {high} high");
        assert!((3..=20).contains(&all.none_in_policy), "{id}: {} without policy", all.none_in_policy);
        assert!(all.all_in_policy > 0);
        let agreed = 100 * (all.respondents - all.unnamed) / all.respondents;
        assert!((55..=65).contains(&agreed), "{id}: {agreed}% agreed");
        let extra = all.extra.iter().map(|extra| 100 * extra.respondents / all.respondents);
        assert!(extra.clone().all(|share| (78..=92).contains(&share)), "{:?}", extra.collect::<Vec<_>>());
        let correlation = all.correlation().unwrap();
        assert!((0.38..=0.52).contains(&correlation.r), "{id}: r {}", correlation.r);
        for goal in &all.goals {
            let open = 100.0 * (1.0 - goal.respondents as f64 / all.respondents as f64);
            assert!((1.0..=8.0).contains(&open), "{id}: {open}% left a goal open");
            assert!(goal.policy.iter().all(|&count| count > 0) && goal.recorded > 0);
            assert!(goal.share.iter().sum::<u64>() < goal.sight[0], "a few leave the share open");
            assert!(goal.questions.iter().flatten().all(|&count| count > 0), "each option is ticked");
        }
    }
}

#[test]
fn more_municipalities_let_young_people_take_part() {
    let share = |id| {
        let all = statistics(id, SEED).all;
        let youth = &all.extra[questionnaire().extra_index("youth_participation").unwrap()];
        100.0 * youth.options[0] as f64 / youth.respondents as f64
    };
    assert_in(&[19.0..=29.0, 26.0..=36.0], &[share("2022"), share("2026")]);
}

#[test]
fn larger_municipalities_score_higher_and_take_part_more_often() {
    for id in ["2022", "2026"] {
        let found = statistics(id, SEED);
        let means: Vec<f64> = found.by_size.iter().map(mean).collect();
        assert!(means.windows(2).all(|pair| pair[0] < pair[1]), "{id}: {means:?}");
        let part: Vec<f64> = (found.by_size.iter().zip(wave(id).size_classes))
            .map(|(group, all)| group.respondents as f64 / all as f64)
            .collect();
        assert!(part[0] < part[1] && part[1] < part[2] && part[2] <= part[4], "{id}: {part:?}");
        assert!(found.by_region.len() == 25);
    }
}

#[test]
fn the_later_wave_continues_the_earlier_one() {
    let (then, now) = (rows("2022", SEED), rows("2026", SEED));
    let both: BTreeSet<&String> = then.keys().filter(|code| now.contains_key(*code)).collect();
    assert!(both.len() * 100 >= then.len() * 80 && both.len() < then.len());
    assert!(both.iter().all(|code| then[*code] != now[*code]));
    let measures = |row: &BTreeMap<String, String>| {
        let cells = row.iter().filter(|(column, _)| column.contains("maatregelen"));
        let codes = cells.flat_map(|(_, cell)| cell.split(';')).filter(|code| !["", "geen"].contains(code));
        codes.count() as f64
    };
    let pairs: Vec<(f64, f64)> =
        both.iter().map(|code| (measures(&then[*code]), measures(&now[*code]))).collect();
    let centre = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / pairs.len() as f64;
    let (x, y) = (centre(|pair| pair.0), centre(|pair| pair.1));
    let sum = |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|pair| of(pair.0 - x, pair.1 - y)).sum::<f64>();
    let r = sum(&|a, b| a * b) / (sum(&|a, _| a * a) * sum(&|_, b| b * b)).sqrt();
    assert!(r > 0.6, "what a municipality does is much the same four years later: r {r}");
}

#[test]
fn a_large_file_has_rows_of_the_usual_length_and_imports_without_a_finding() {
    let lines: Vec<String> = large(questionnaire(), 500).collect();
    assert_eq!(lines.len(), 501);
    assert!(!lines[0].contains("gemeente"));
    let length = lines[1..].iter().map(String::len).sum::<usize>() / 500;
    assert!((1080..=1220).contains(&length), "{length} bytes a row");
    let found = imported(lines.concat().into_bytes(), None);
    assert_eq!(found.all.respondents, 500);
    assert!(found.by_size.iter().all(|group| group.respondents > 0) && found.by_region.is_empty());
}

#[test]
fn a_share_and_its_height_belong_together() {
    for aim in [0.05, 0.3, 0.5, 0.94] {
        assert!((chance::share(chance::height(aim)) - aim).abs() < 1e-12);
    }
}

#[test]
fn only_size_class_region_and_code_make_a_character() {
    let municipality = Geography::built_in().at(wave("2026").reference_date)[0];
    let other = Municipality {
        name: "Elders",
        population: municipality.population.map(|population| population + 1),
        share_0_15: None,
        households: None,
        urbanity: None,
        tile: None,
        ..municipality.clone()
    };
    let character = |municipality| format!("{:?}", Character::of(municipality, 10, SEED, 2026));
    assert_eq!(character(municipality), character(&other));
}
