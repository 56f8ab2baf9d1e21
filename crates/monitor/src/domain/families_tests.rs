use std::collections::{BTreeMap, BTreeSet};

use geography::{Code, Geography, Region};
use proptest::prelude::*;

use super::*;
use crate::domain::answers::Policy;
use crate::domain::statistics::Accumulator;
use crate::sample::{definitions, nothing, questionnaire};

/// A wave in which these municipalities took part; whoever's turn is in `unnamed` did not agree.
fn wave(
    codes: &[Code],
    unnamed: &BTreeSet<usize>,
    open: &BTreeSet<usize>,
) -> (Statistics, Families, BTreeMap<Code, Response>) {
    let rule = definitions().rule("2017-a").unwrap();
    let scorer = Scorer::new(rule, questionnaire());
    let mut accumulator = Accumulator::new(questionnaire(), scorer.clone(), Parts::ALL);
    let mut responses = BTreeMap::new();
    for (at, code) in codes.iter().enumerate() {
        let goals = questionnaire().goals.iter().enumerate().map(|(goal, asked)| {
            let mut answers = nothing(asked.questions.len());
            answers.policy = Policy::ALL[at % 3];
            (goal > 0 || !open.contains(&at)).then_some(answers)
        });
        let response = Response {
            respondent: code.to_string(),
            size_class: Geography::built_in().get(*code).unwrap().size_class().unwrap(),
            municipality: Some(*code),
            named: !unnamed.contains(&at),
            goals: goals.collect(),
            extra: questionnaire().extra.iter().map(|_| crate::domain::answers::ExtraAnswer::Open).collect(),
        };
        let place = Geography::built_in().get(*code).map(|found| (found.province, found.region));
        accumulator.add(&response, place);
        responses.insert(*code, response);
    }
    let statistics = accumulator.finish();
    let families = Families::new(&scorer, Parts::ALL, &statistics, &responses);
    (statistics, families, responses)
}

fn some(step: usize) -> Vec<Code> {
    let date = jiff::civil::date(2023, 1, 1);
    Geography::built_in().codes_at(date).into_iter().step_by(step).collect()
}

#[test]
fn the_most_similar_ones_are_at_least_fifteen_others_of_the_same_size() {
    let codes = some(1);
    let (_, families, responses) = wave(&codes, &(0..codes.len()).collect(), &BTreeSet::new());
    let wijchen: Code = "GM0296".parse().unwrap();
    let class = responses[&wijchen].size_class;
    let similar = families.similar(wijchen, class).expect("enough of them");
    assert!(similar.codes.contains(&wijchen));
    assert!((16..=30).contains(&similar.codes.len()), "{}", similar.codes.len());
    assert_eq!(similar.means.count(), similar.codes.len() as u64);
    assert!(similar.codes.iter().all(|code| responses[code].size_class == class));
    let (own, far) = (features_of(wijchen).unwrap(), "GM0014".parse().unwrap());
    let mean: f64 =
        similar.codes.iter().map(|code| distance(&features_of(*code).unwrap(), &own)).sum::<f64>()
            / similar.codes.len() as f64;
    assert!(mean < distance(&features_of(far).unwrap(), &own), "nearer than Groningen");
}

#[test]
fn who_did_not_take_part_still_has_similar_ones() {
    let codes: Vec<Code> = some(1).into_iter().filter(|code| code.to_string() != "GM0296").collect();
    let (_, families, _) = wave(&codes, &BTreeSet::new(), &BTreeSet::new());
    let similar = families.similar("GM0296".parse().unwrap(), SizeClass::new(2).unwrap()).expect("families");
    assert!(similar.codes.len() >= SIMILAR && !similar.codes.contains(&"GM0296".parse().unwrap()));
}

#[test]
fn one_or_two_that_did_not_agree_are_never_alone_in_a_family() {
    let codes = some(1);
    for unnamed in [vec![40], vec![40, 41], vec![3, 120, 200]] {
        let unnamed: BTreeSet<usize> = unnamed.into_iter().collect();
        let (_, families, responses) = wave(&codes, &unnamed, &BTreeSet::new());
        for members in families.members() {
            let hidden = members.iter().filter(|code| !responses[code].named).count();
            assert!(hidden == 0 || hidden >= 3, "{hidden} of {}", members.len());
        }
    }
}

#[test]
fn nobody_and_a_few_have_no_families() {
    let (_, families, _) = wave(&[], &BTreeSet::new(), &BTreeSet::new());
    assert!(families.members().next().is_none());
    let (_, families, _) = wave(&some(100), &BTreeSet::new(), &BTreeSet::new());
    assert!(families.members().next().is_none());
}

#[test]
fn a_goal_that_some_left_open_has_families_of_those_who_answered_it() {
    let codes = some(1);
    let all: BTreeSet<usize> = (0..codes.len()).collect();
    let open: BTreeSet<usize> = all.iter().copied().filter(|at| at % 4 == 0).collect();
    let (_, families, _) = wave(&codes, &all, &open);
    let similar = families.similar("GM0296".parse().unwrap(), SizeClass::new(2).unwrap()).expect("families");
    let [first, second] = [&similar.goals[0], &similar.goals[1]].map(|goal| goal.as_ref().expect("shown"));
    assert!(first.count() >= 15 && second.count() >= 16);
    for family in &families.goals[0] {
        assert!(family.members.len() >= 5);
        assert!(
            family
                .members
                .iter()
                .all(|code| !open.contains(&codes.iter().position(|one| one == code).unwrap()))
        );
    }
}

/// The unnamed members of every group that anybody can see.
fn shown(
    statistics: &Statistics,
    families: &Families,
    responses: &BTreeMap<Code, Response>,
) -> Vec<BTreeSet<Code>> {
    let geography = Geography::built_in();
    let hidden = |belongs: &dyn Fn(Code) -> bool| -> BTreeSet<Code> {
        responses.iter().filter(|(code, one)| !one.named && belongs(**code)).map(|(code, _)| *code).collect()
    };
    let mut groups = vec![hidden(&|_| true)];
    for code in responses.keys() {
        let similar = families.similar(*code, responses[code].size_class);
        groups.extend(similar.map(|similar| hidden(&|code| similar.codes.contains(&code))));
    }
    for group in size_groups(statistics) {
        groups
            .push(hidden(&|code| (group.first..=group.last).contains(&responses[&code].size_class.number())));
    }
    let region = |code: Code| -> Option<Region> { geography.get(code).map(|found| found.region) };
    for (at, _) in statistics.by_region.iter().filter(|(_, group)| group.shown) {
        groups.push(hidden(&|code| region(code) == Some(*at)));
    }
    for (at, _) in statistics.by_province.iter().filter(|(_, group)| group.shown) {
        groups.push(hidden(&|code| geography.get(code).map(|found| found.province) == Some(*at)));
    }
    groups.sort();
    groups.dedup();
    groups
}

/// How many unknown scores are left when groups are added and subtracted.
fn left(groups: &[&[i8]], signs: &[i8]) -> usize {
    (0..groups[0].len())
        .filter(|&at| groups.iter().zip(signs).map(|(group, sign)| group[at] * sign).sum::<i8>() != 0)
        .count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    #[test]
    fn no_two_or_three_shown_groups_subtract_to_one_score_nor_to_one_beside_the_own(
        turn in 0_usize..3, share in 2_usize..40, shift in 0_usize..40
    ) {
        let codes: Vec<Code> = some(1 + turn);
        let unnamed = (0..codes.len()).filter(|at| (at * 7 + shift) % 40 < share).collect();
        let (statistics, families, responses) = wave(&codes, &unnamed, &BTreeSet::new());
        // A chosen group holds only named ones, so that it leaves no unknown score and adds nothing here.
        let groups = shown(&statistics, &families, &responses);
        let groups: Vec<Vec<i8>> = groups
            .iter()
            .map(|group| responses.keys().map(|code| i8::from(group.contains(code))).collect())
            .collect();
        for (at, a) in groups.iter().enumerate() {
            prop_assert!(!(1..=2).contains(&left(&[a], &[1])), "a group alone");
            for (other, b) in groups.iter().enumerate().skip(at + 1) {
                let both = left(&[a, b], &[1, -1]);
                prop_assert!(!(1..=2).contains(&both), "two of them leave {both}");
                for c in groups.iter().skip(other + 1).step_by(5) {
                    for signs in [[1, -1, -1], [-1, 1, -1], [-1, -1, 1]] {
                        let three = left(&[a, b, c], &signs);
                        prop_assert!(!(1..=2).contains(&three), "three of them leave {three}");
                    }
                }
            }
        }
    }
}

/// The unnamed members, of those who answered the first goal, of every group whose score on it is shown.
fn shown_of_goal(
    statistics: &Statistics,
    families: &Families,
    responses: &BTreeMap<Code, Response>,
) -> Vec<Vec<i8>> {
    let geography = Geography::built_in();
    let hidden = |belongs: &dyn Fn(Code) -> bool| -> Vec<i8> {
        let counts = |(code, one): (&Code, &Response)| !one.named && one.goals[0].is_some() && belongs(*code);
        responses.iter().map(|one| i8::from(counts(one))).collect()
    };
    let mut groups = vec![hidden(&|_| true)];
    groups.extend(families.goals[0].iter().map(|family| hidden(&|code| family.members.contains(&code))));
    for (first, last) in size_groups_of_goal(statistics, 0) {
        groups.push(hidden(&|code| (first..=last).contains(&responses[&code].size_class.number())));
    }
    let is_shown = |group: &Group| group.shown && !group.goals[0].withheld;
    for (at, _) in statistics.by_region.iter().filter(|(_, group)| is_shown(group)) {
        groups.push(hidden(&|code| geography.get(code).map(|found| found.region) == Some(*at)));
    }
    for (at, _) in statistics.by_province.iter().filter(|(_, group)| is_shown(group)) {
        groups.push(hidden(&|code| geography.get(code).map(|found| found.province) == Some(*at)));
    }
    groups
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]
    #[test]
    fn who_leaves_a_goal_open_tells_nothing_about_who_answered_it(
        share in 5_usize..40, shift in 0_usize..40, open in 2_usize..9
    ) {
        let codes: Vec<Code> = some(1);
        let unnamed = (0..codes.len()).filter(|at| (at * 7 + shift) % 40 < share).collect();
        let left_open = (0..codes.len()).filter(|at| at % open == 0).collect();
        let (statistics, families, responses) = wave(&codes, &unnamed, &left_open);
        let groups = shown_of_goal(&statistics, &families, &responses);
        for (at, a) in groups.iter().enumerate() {
            prop_assert!(!(1..=2).contains(&left(&[a], &[1])), "a group alone");
            for b in &groups[at + 1..] {
                prop_assert!(!(1..=2).contains(&left(&[a, b], &[1, -1])), "two of them");
            }
        }
    }
}
