//! The figures of a wave by name: what conclusions are drawn from and what earlier publications are
//! compared with.

use std::collections::BTreeMap;

use kernel::Exact;

use super::questionnaire::{NONE, Questionnaire};
use super::reference::Reference;
use super::rule::ScoringRule;
use super::size_groups::{SizeGroup, size_groups};
use super::statistics::{Group, Statistics};
use super::wave::{Nature, Wave};

/// Figures by name, such as `below_25.percent`. A figure that does not exist has no entry.
pub type Figures = BTreeMap<String, Figure>;

/// A figure and how it reads.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// A number of municipalities, or of other things.
    Count(u64),
    /// Percent.
    Percent(Exact),
    /// A difference in percentage points.
    PercentChange(Exact),
    /// Points out of 100.
    Score(Exact),
    /// A difference in points.
    ScoreChange(Exact),
    /// A school grade.
    Grade(Exact),
    /// A statistic such as r or p.
    Statistic(f64),
    /// A year.
    Year(u32),
    /// Whether something is so.
    Flag(bool),
    /// A goal, by position in the questionnaire.
    Goal(usize),
    /// Goals, by position in the questionnaire.
    Goals(Vec<usize>),
    /// Size classes, first and last number.
    Size(u8, u8),
    /// A part of the score: 0 embedding, 1 measures, 2 reach.
    Part(usize),
    /// An option of an extra question, both by position.
    Choice(usize, usize),
    /// Options of an extra question, by position.
    Choices(usize, Vec<usize>),
}

impl Figure {
    /// The number to compare with, if it is one.
    #[must_use]
    pub fn value(&self) -> Option<Exact> {
        match self {
            Self::Count(count) => i64::try_from(*count).ok().map(Exact::whole),
            Self::Percent(value)
            | Self::PercentChange(value)
            | Self::Score(value)
            | Self::ScoreChange(value)
            | Self::Grade(value) => Some(*value),
            Self::Statistic(value) => Some(Exact::near(*value)),
            Self::Flag(flag) => Some(Exact::whole(i64::from(*flag))),
            Self::Year(year) => Some(Exact::whole(i64::from(*year))),
            Self::Goals(list) | Self::Choices(_, list) => i64::try_from(list.len()).ok().map(Exact::whole),
            Self::Goal(_) | Self::Size(..) | Self::Part(_) | Self::Choice(..) => None,
        }
    }
}

/// What figures are computed from.
#[derive(Debug, Clone, Copy)]
pub struct Basis<'a> {
    /// The questionnaire of the wave.
    pub questionnaire: &'a Questionnaire,
    /// The rule that it was scored by.
    pub rule: &'a ScoringRule,
    /// The wave itself.
    pub statistics: &'a Statistics,
    /// Its definition, if there is one.
    pub wave: Option<&'a Wave>,
    /// Whether the answers are real.
    pub nature: Nature,
    /// The wave before it and its year.
    pub previous: Option<(&'a Statistics, u32)>,
    /// Published figures of an earlier year.
    pub reference: Option<&'a Reference>,
}

impl Basis<'_> {
    /// Whether the score of the goal at this position is known: always, but for a reconstruction, of
    /// which only some scores were published.
    #[must_use]
    pub fn goal_is_known(&self, at: usize) -> bool {
        self.reconstruction().is_none_or(|known| known.goals.contains(&self.questionnaire.goals[at].number))
    }

    /// Whether scores per part, sight of reach and the like are known.
    #[must_use]
    pub fn parts_are_known(&self) -> bool {
        self.reconstruction().is_none_or(|known| known.parts)
    }

    fn reconstruction(&self) -> Option<&super::wave::Reconstruction> {
        self.wave
            .and_then(|wave| wave.reconstruction.as_ref())
            .filter(|_| self.nature == Nature::Reconstruction)
    }
}

/// All figures that exist.
#[must_use]
pub fn figures(basis: &Basis<'_>) -> Figures {
    let mut figures = Figures::new();
    overall(basis, &mut figures);
    goals(basis, &mut figures);
    if basis.parts_are_known() {
        reach_and_parts(basis, &mut figures);
    }
    sizes(basis, &mut figures);
    response(basis, &mut figures);
    extra(basis, &mut figures);
    change(basis, &mut figures);
    for figure in basis.reference.iter().flat_map(|reference| &reference.figures) {
        let value = match figure.unit {
            super::reference::Unit::Count => {
                Figure::Count(u64::try_from(figure.value.rounded(0)).unwrap_or(0))
            }
            super::reference::Unit::Percent => Figure::Percent(figure.value),
            super::reference::Unit::Grade => Figure::Grade(figure.value),
        };
        figures.insert(format!("reference.{}", figure.key), value);
    }
    figures
}

fn put(figures: &mut Figures, name: &str, figure: Option<Figure>) {
    if let Some(figure) = figure {
        figures.insert(name.to_owned(), figure);
    }
}

fn count_and_share(figures: &mut Figures, name: &str, count: u64, of: u64) {
    put(figures, &format!("{name}.count"), Some(Figure::Count(count)));
    put(figures, &format!("{name}.percent"), Exact::percent(count, of).map(Figure::Percent));
}

fn overall(basis: &Basis<'_>, figures: &mut Figures) {
    let group = &basis.statistics.all;
    let means = group.means.distribution();
    let [low, _, high] = means.colours(&basis.rule.norms);
    put(figures, "respondents", Some(Figure::Count(group.respondents)));
    put(figures, "mean_total", means.mean().map(Figure::Score));
    count_and_share(figures, "below_25", low, group.respondents);
    count_and_share(figures, "above_75", high, group.respondents);
    count_and_share(figures, "without_policy", group.none_in_policy, group.respondents);
    if basis.parts_are_known() {
        count_and_share(figures, "all_ten", group.all_in_policy, group.respondents);
    }
    let correlation = group.correlation();
    put(figures, "r_total_grade", correlation.map(|found| Figure::Statistic(found.r)));
    put(figures, "r_total_grade.n", correlation.map(|found| Figure::Count(found.n)));
    put(figures, "r_total_grade.p", correlation.and_then(|found| found.p).map(Figure::Statistic));
}

fn goals(basis: &Basis<'_>, figures: &mut Figures) {
    let mut means: Vec<(Exact, usize)> = (0..basis.questionnaire.goals.len())
        .filter(|&at| basis.goal_is_known(at))
        .filter_map(|at| Some((basis.statistics.all.goals[at].total.distribution().mean()?, at)))
        .collect();
    means.sort();
    let between = |from: i64, to: i64| {
        let inside =
            means.iter().filter(move |(mean, _)| *mean >= Exact::whole(from) && *mean < Exact::whole(to));
        inside.map(|&(_, at)| at).collect::<Vec<_>>()
    };
    if means.is_empty() {
        return;
    }
    for (name, list) in
        [("goals_few", between(0, 40)), ("goals_some", between(40, 60)), ("goals_many", between(60, 101))]
    {
        figures.insert(format!("{name}.count"), Figure::Count(list.len() as u64));
        figures.insert(name.to_owned(), Figure::Goals(list));
    }
    for (name, extreme) in [("worst_goal", means.first()), ("best_goal", means.last())] {
        put(figures, name, extreme.map(|&(_, at)| Figure::Goal(at)));
        put(figures, &format!("{name}.mean"), extreme.map(|&(mean, _)| Figure::Score(mean)));
    }
}

/// Share of all answered goals with sight of reach; nothing where the goals are not those of this questionnaire.
#[must_use]
pub fn sight(group: &Group) -> Option<Exact> {
    if !group.whole {
        return None;
    }
    let (with, all) =
        group.goals.iter().fold((0, 0), |(with, all), goal| (with + goal.sight[0], all + goal.respondents));
    Exact::percent(with, all)
}

fn reach_and_parts(basis: &Basis<'_>, figures: &mut Figures) {
    let group = &basis.statistics.all;
    put(figures, "sight.percent", sight(group).map(Figure::Percent));
    let mut shares: Vec<(Exact, usize)> = group
        .goals
        .iter()
        .enumerate()
        .filter_map(|(at, goal)| Some((Exact::percent(goal.sight[0], goal.respondents)?, at)))
        .collect();
    shares.sort();
    for (name, extreme) in [("sight_lowest_goal", shares.first()), ("sight_highest_goal", shares.last())] {
        put(figures, name, extreme.map(|&(_, at)| Figure::Goal(at)));
        put(figures, &format!("{name}.percent"), extreme.map(|&(share, _)| Figure::Percent(share)));
    }
    let mut parts = Vec::new();
    for (at, (name, maximum)) in
        ["embedding", "measures", "reach"].into_iter().zip(basis.rule.maxima()).enumerate()
    {
        let tallies = group.goals.iter().map(|goal| [&goal.embedding, &goal.measures, &goal.reach][at]);
        let (points, count) =
            tallies.map(super::tally::Tally::distribution).fold((Exact::ZERO, 0), |(sum, n), one| {
                (sum + one.mean().unwrap_or(Exact::ZERO).times(one.count()), n + one.count())
            });
        let (top, bottom) = maximum.parts();
        if let (Some(mean), true) = (points.per(count), top > 0) {
            let share = mean * Exact::from_parts(bottom * 100, top);
            put(figures, &format!("{name}.share"), Some(Figure::Percent(share)));
            parts.push((share, at));
        }
    }
    put(figures, "parts_lowest", parts.iter().min().map(|&(_, at)| Figure::Part(at)));
}

fn sizes(basis: &Basis<'_>, figures: &mut Figures) {
    let groups = size_groups(basis.statistics);
    let mean = |group: &SizeGroup| group.group.means.distribution().mean();
    let means: Vec<(Exact, &SizeGroup)> =
        groups.iter().filter_map(|group| Some((mean(group)?, group))).collect();
    if means.len() < 2 {
        return;
    }
    let low = means.iter().min_by_key(|(mean, _)| *mean);
    let high = means.iter().max_by_key(|(mean, _)| *mean);
    for (name, extreme) in [("size_lowest", low), ("size_highest", high)] {
        put(figures, name, extreme.map(|(_, group)| Figure::Size(group.first, group.last)));
        put(figures, &format!("{name}.mean"), extreme.map(|(mean, _)| Figure::Score(*mean)));
    }
    put(figures, "size_rises", Some(Figure::Flag(means.windows(2).all(|pair| pair[0].0 < pair[1].0))));
    let Some((previous, _)) = basis.previous else { return };
    let before = size_groups(previous);
    let mut growth: Vec<(Exact, &SizeGroup)> = Vec::new();
    for (now, group) in &means {
        let same = before.iter().find(|other| (other.first, other.last) == (group.first, group.last));
        if let Some(then) = same.and_then(mean) {
            growth.push((*now - then, group));
        }
    }
    if growth.len() < 2 {
        return;
    }
    let least = growth.iter().min_by_key(|(change, _)| *change);
    let most = growth.iter().max_by_key(|(change, _)| *change);
    for (name, extreme) in [("growth_least_size", least), ("growth_most_size", most)] {
        put(figures, name, extreme.map(|(_, group)| Figure::Size(group.first, group.last)));
        put(figures, &format!("{name}.change"), extreme.map(|(change, _)| Figure::ScoreChange(*change)));
    }
}

fn response(basis: &Basis<'_>, figures: &mut Figures) {
    put(figures, "response.respondents", Some(Figure::Count(basis.statistics.all.respondents)));
    for (group, class) in basis.statistics.by_size.iter().zip(1..) {
        put(figures, &format!("size.{class}"), Some(Figure::Count(group.respondents)));
    }
    for (goal, counts) in basis.questionnaire.goals.iter().zip(&basis.statistics.all.goals) {
        let share = Exact::percent(counts.policy[0], counts.respondents);
        put(figures, &format!("goal_{}_in_policy.percent", goal.number), share.map(Figure::Percent));
    }
    let Some(wave) = basis.wave else { return };
    let share = Exact::percent(basis.statistics.all.respondents, wave.invited);
    put(figures, "response.invited", Some(Figure::Count(wave.invited)));
    put(figures, "response.percent", share.map(Figure::Percent));
    let shares = basis.statistics.by_size.iter().zip(wave.size_classes).zip(1_u8..);
    let shares: Vec<(Exact, u8)> = shares
        .filter_map(|((group, all), class)| Some((Exact::percent(group.respondents, all)?, class)))
        .collect();
    for (name, extreme) in
        [("response_lowest_size", shares.iter().min()), ("response_highest_size", shares.iter().max())]
    {
        put(figures, name, extreme.map(|&(_, class)| Figure::Size(class, class)));
        put(figures, &format!("{name}.percent"), extreme.map(|&(share, _)| Figure::Percent(share)));
    }
}

fn extra(basis: &Basis<'_>, figures: &mut Figures) {
    let group = &basis.statistics.all;
    for (name, key) in
        [("grades.past", "grade_past"), ("grades.now", "grade_now"), ("grades.next", "grade_next")]
    {
        let at = basis.questionnaire.extra_index(key);
        put(figures, name, at.and_then(|at| group.extra[at].grades.distribution().mean()).map(Figure::Grade));
    }
    let share = |key: &str, codes: &[&str]| {
        let at = basis.questionnaire.extra_index(key)?;
        let options = basis.questionnaire.extra[at].options.iter().zip(&group.extra[at].options);
        let count =
            options.filter(|(option, _)| codes.contains(&option.code.as_str())).map(|(_, count)| count).sum();
        Exact::percent(count, group.extra[at].respondents).map(Figure::Percent)
    };
    for (name, key, codes) in [
        ("cooperation.improved.percent", "cooperation", &["enigszins", "sterk"][..]),
        ("cooperation.strong.percent", "cooperation", &["sterk"]),
        ("youth.percent", "youth_participation", &["ja"]),
        ("youth.not.percent", "youth_participation", &["nee"]),
        ("regional_vision.yes.percent", "regional_vision", &["ja"]),
        ("regional_vision.centre.percent", "regional_vision", &["centrumgemeente"]),
        ("regional_vision.no.percent", "regional_vision", &["nee"]),
        ("target_groups.none.percent", "target_groups", &[NONE]),
        ("target_groups.kinderen-in-armoede.percent", "target_groups", &["kinderen-in-armoede"]),
        ("target_groups.kinderen-azc.percent", "target_groups", &["kinderen-azc"]),
    ] {
        put(figures, name, share(key, codes));
    }
    if basis.parts_are_known() {
        put(figures, "risk_groups.none.percent", share("risk_groups", &[NONE]));
        risk_groups(basis, figures);
    }
    if let Some(at) = basis.questionnaire.extra_index("target_groups") {
        let options = basis.questionnaire.extra[at].options.iter().zip(&group.extra[at].options).enumerate();
        let most =
            options.filter(|(_, (option, _))| option.code != NONE).max_by_key(|(_, (_, count))| **count);
        let most = most.filter(|_| group.extra[at].respondents > 0);
        put(figures, "target_groups.most", most.map(|(option, _)| Figure::Choice(at, option)));
        let share = most.and_then(|(_, (_, count))| Exact::percent(*count, group.extra[at].respondents));
        put(figures, "target_groups.most.percent", share.map(Figure::Percent));
    }
}

fn risk_groups(basis: &Basis<'_>, figures: &mut Figures) {
    let Some(at) = basis.questionnaire.extra_index("risk_groups") else { return };
    let counts = &basis.statistics.all.extra[at];
    if counts.respondents == 0 {
        return;
    }
    let options = basis.questionnaire.extra[at].options.iter().zip(&counts.options).enumerate();
    let known = options.filter(|(_, (option, _))| option.code != NONE);
    let (over, under): (Vec<_>, Vec<_>) = known.partition(|(_, (_, count))| **count * 2 > counts.respondents);
    for (name, list) in [("risk_groups_over_half", over), ("risk_groups_under_half", under)] {
        let positions: Vec<usize> = list.into_iter().map(|(option, _)| option).collect();
        figures.insert(format!("{name}.count"), Figure::Count(positions.len() as u64));
        figures.insert(name.to_owned(), Figure::Choices(at, positions));
    }
}

fn change(basis: &Basis<'_>, figures: &mut Figures) {
    let Some((previous, year)) = basis.previous else { return };
    put(figures, "previous.year", Some(Figure::Year(year)));
    let mean = |statistics: &Statistics| statistics.all.means.distribution().mean();
    if let (Some(now), Some(then)) = (mean(basis.statistics), mean(previous)) {
        put(figures, "change.mean_total", Some(Figure::ScoreChange(now - then)));
    }
    if let (Some(now), Some(then), true) =
        (sight(&basis.statistics.all), sight(&previous.all), basis.parts_are_known())
    {
        put(figures, "change.sight", Some(Figure::PercentChange(now - then)));
    }
}
