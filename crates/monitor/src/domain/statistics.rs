//! Sums up a wave while its responses stream past: per goal, per size class, province and region.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use geography::{Province, Region, SizeClass};
use kernel::Exact;

use super::answers::{ExtraAnswer, GoalAnswers, Policy, Response};
use super::correlation::{Correlation, correlate};
use super::groups::{Size, joined, may_show, shown_areas, withhold_what_tells};
use super::mapping::Comparison;
use super::questionnaire::Questionnaire;
use super::rule::Parts;
use super::score::{Score, Scorer};
use super::size_groups::size_groups_of_goal;
use super::tally::Tally;

/// Everything counted over a group of respondents.
#[derive(Debug, Clone)]
pub struct Group {
    /// How many respondents.
    pub respondents: u64,
    /// How many of them did not agree to be shown by name.
    pub unnamed: u64,
    /// Whether an area may be shown to everybody; true for the whole. Size classes are joined instead
    /// ([`super::size_groups`]).
    pub shown: bool,
    /// Whether figures over all goals together mean what they mean elsewhere: not if this is an earlier wave that is
    /// seen through a questionnaire with other goals.
    pub whole: bool,
    /// Per goal, by position in the questionnaire.
    pub goals: Vec<GoalCounts>,
    /// Mean total of each respondent over the goals it answered.
    pub means: Tally,
    /// Answered every goal and has every goal in policy.
    pub all_in_policy: u64,
    /// Answered at least one goal and has none in policy.
    pub none_in_policy: u64,
    /// Per extra question, by position in the questionnaire.
    pub extra: Vec<ExtraCounts>,
    /// Pairs of mean total and own grade of now.
    pairs: HashMap<((i128, i128), u8), u64>,
}

/// What was answered on one goal, and how it scored.
#[derive(Debug, Clone, Default)]
pub struct GoalCounts {
    /// How many answered the goal.
    pub respondents: u64,
    /// How many of them did not agree to be shown by name.
    pub unnamed: u64,
    /// Whether the score on this goal is withheld of an area that is shown otherwise: who left the goal open would
    /// make it tell about others.
    pub withheld: bool,
    /// In policy, intended, not: in the order of [`Policy::ALL`].
    pub policy: [u64; 3],
    /// Recorded in at least one document.
    pub recorded: u64,
    /// Per document.
    pub documents: Vec<u64>,
    /// Per question, per option.
    pub questions: Vec<Vec<u64>>,
    /// Took a measure that the questionnaire does not name.
    pub own_measure: u64,
    /// With and without sight of reach.
    pub sight: [u64; 2],
    /// Per share reached, in the order of [`super::answers::Share::ALL`].
    pub share: [u64; 4],
    /// Heard children about it, and did not; see [`super::voice::told`].
    pub heard: [u64; 2],
    /// Points for embedding.
    pub embedding: Tally,
    /// Points for measures.
    pub measures: Tally,
    /// Points for reach.
    pub reach: Tally,
    /// Total of the parts that count.
    pub total: Tally,
}

/// What was answered on an extra question.
#[derive(Debug, Clone, Default)]
pub struct ExtraCounts {
    /// How many answered it.
    pub respondents: u64,
    /// Per option.
    pub options: Vec<u64>,
    /// Grades given.
    pub grades: Tally,
}

/// A whole wave and its fixed groups.
#[derive(Debug, Clone)]
pub struct Statistics {
    /// Which parts count in every total here.
    pub parts: Parts,
    /// Everybody.
    pub all: Group,
    /// By size class, 1 to 5.
    pub by_size: [Group; 5],
    /// By province; only respondents whose municipality is known.
    pub by_province: BTreeMap<Province, Group>,
    /// By Veilig Thuis region; only respondents whose municipality is known.
    pub by_region: BTreeMap<Region, Group>,
}

/// Province and region of a respondent.
pub type Place = (Province, Region);

/// Sums up responses one at a time.
#[derive(Debug, Clone)]
pub struct Accumulator {
    parts: Parts,
    scorer: Scorer,
    grade: Option<usize>,
    empty: Group,
    by_size: [Group; 5],
    by_province: BTreeMap<Province, Group>,
    by_region: BTreeMap<Region, Group>,
    cells: BTreeMap<Place, Size>,
    /// How many unnamed ones by province, region and size class.
    unnamed: BTreeMap<(Province, Region, u8), u64>,
    /// The same per goal, of those who answered it.
    unnamed_goals: Vec<BTreeMap<(Province, Region, u8), u64>>,
}

impl Accumulator {
    /// Starts empty; `scorer` must have been made for the same questionnaire.
    #[must_use]
    pub fn new(questionnaire: &Questionnaire, scorer: Scorer, parts: Parts) -> Self {
        let empty = Group::empty(questionnaire);
        Self {
            parts,
            scorer,
            grade: questionnaire.extra_index("grade_now"),
            by_size: std::array::from_fn(|_| empty.clone()),
            by_province: BTreeMap::new(),
            by_region: BTreeMap::new(),
            cells: BTreeMap::new(),
            unnamed: BTreeMap::new(),
            unnamed_goals: vec![BTreeMap::new(); questionnaire.goals.len()],
            empty,
        }
    }

    /// Adds one response; `place` is where its municipality lies, if that is known. Gives the mean total
    /// of the response, or `None` if no goal was answered.
    pub fn add(&mut self, response: &Response, place: Option<Place>) -> Option<Exact> {
        let scores: Vec<Option<Score>> = response
            .goals
            .iter()
            .enumerate()
            .map(|(goal, answers)| answers.as_ref().and_then(|answers| self.scorer.score(goal, answers)))
            .collect();
        let totals = scores.iter().flatten().map(|score| score.total(self.parts));
        let answered = scores.iter().flatten().count() as u64;
        let mean = totals.sum::<Exact>().per(answered);
        let own_grade = self.grade.and_then(|at| match response.extra.get(at) {
            Some(ExtraAnswer::Grade(grade)) => Some(*grade),
            _ => None,
        });
        let observed = Observed { response, scores: &scores, mean, own_grade, parts: self.parts };
        self.by_size[usize::from(response.size_class.number()) - 1].add(&observed);
        if let Some((province, region)) = place {
            let one = Size { count: 1, unnamed: u64::from(!response.named) };
            let cell = self.cells.entry((province, region)).or_default();
            *cell = [*cell, one].into_iter().sum();
            let class = response.size_class.number();
            *self.unnamed.entry((province, region, class)).or_default() += one.unnamed;
            for (cells, _) in self.unnamed_goals.iter_mut().zip(&scores).filter(|(_, score)| score.is_some())
            {
                *cells.entry((province, region, class)).or_default() += one.unnamed;
            }
            self.by_province.entry(province).or_insert_with(|| self.empty.clone()).add(&observed);
            self.by_region.entry(region).or_insert_with(|| self.empty.clone()).add(&observed);
        }
        mean
    }

    /// The finished statistics.
    #[must_use]
    pub fn finish(mut self) -> Statistics {
        let (mut provinces, mut regions) = shown_areas(&self.cells);
        if !self.unnamed.is_empty() {
            let number = |at: usize| u8::try_from(at + 1).unwrap_or(u8::MAX);
            let classes = joined(&self.by_size.each_ref().map(Group::size));
            let classes: Vec<(u8, u8)> =
                classes.into_iter().map(|(first, last)| (number(first), number(last))).collect();
            withhold_what_tells(&self.unnamed, &classes, &mut provinces, &mut regions);
        }
        for (area, group) in &mut self.by_province {
            group.shown = provinces.contains(area);
        }
        for (area, group) in &mut self.by_region {
            group.shown = regions.contains(area);
        }
        let mut all = self.empty;
        self.by_size.iter().for_each(|group| all.merge(group));
        let mut statistics = Statistics {
            parts: self.parts,
            all,
            by_size: self.by_size,
            by_province: self.by_province,
            by_region: self.by_region,
        };
        for (goal, cells) in self.unnamed_goals.iter().enumerate().filter(|(_, cells)| !cells.is_empty()) {
            statistics.withhold_goal(goal, cells);
        }
        statistics
    }
}

impl Statistics {
    /// Takes out the scores that can't be compared with those of a later wave, so that nothing can be worked out from
    /// them: what can't be compared is not known.
    pub fn forget(&mut self, comparison: &Comparison) {
        let parts = self.parts;
        let areas = self.by_province.values_mut().chain(self.by_region.values_mut());
        for group in std::iter::once(&mut self.all).chain(&mut self.by_size).chain(areas) {
            group.whole = comparison.same_goals();
            if !comparison.mean(parts) {
                group.means = Tally::default();
                group.pairs = HashMap::new();
            }
            for (at, goal) in group.goals.iter_mut().enumerate() {
                if comparison.goals.get(at).is_some_and(|breaks| !breaks.is_empty()) {
                    goal.measures = Tally::default();
                }
                if !comparison.total(at, parts).is_empty() {
                    goal.total = Tally::default();
                }
            }
        }
    }
}

struct Observed<'a> {
    response: &'a Response,
    scores: &'a [Option<Score>],
    mean: Option<Exact>,
    own_grade: Option<u8>,
    parts: Parts,
}

impl Group {
    /// A group of nobody.
    #[must_use]
    pub fn empty(questionnaire: &Questionnaire) -> Self {
        let goals = questionnaire.goals.iter().map(|goal| GoalCounts {
            documents: vec![0; questionnaire.documents.len()],
            questions: goal.questions.iter().map(|question| vec![0; question.options.len()]).collect(),
            ..GoalCounts::default()
        });
        let extra = questionnaire.extra.iter().map(|question| ExtraCounts {
            options: vec![0; question.options.len()],
            ..ExtraCounts::default()
        });
        Self {
            respondents: 0,
            unnamed: 0,
            shown: true,
            whole: true,
            goals: goals.collect(),
            means: Tally::default(),
            all_in_policy: 0,
            none_in_policy: 0,
            extra: extra.collect(),
            pairs: HashMap::new(),
        }
    }

    fn add(&mut self, observed: &Observed) {
        let response = observed.response;
        self.respondents += 1;
        self.unnamed += u64::from(!response.named);
        let mut in_policy = 0;
        for ((counts, answers), score) in self.goals.iter_mut().zip(&response.goals).zip(observed.scores) {
            if let (Some(answers), Some(score)) = (answers, score) {
                in_policy += usize::from(answers.policy == Policy::Yes);
                counts.add(answers, score, observed.parts);
                counts.unnamed += u64::from(!response.named);
            }
        }
        self.all_in_policy += u64::from(in_policy > 0 && in_policy == response.goals.len());
        for (counts, answer) in self.extra.iter_mut().zip(&response.extra) {
            counts.add(*answer);
        }
        let Some(mean) = observed.mean else { return };
        self.none_in_policy += u64::from(in_policy == 0);
        self.means.add(mean);
        if let Some(grade) = observed.own_grade {
            *self.pairs.entry((mean.parts(), grade)).or_default() += 1;
        }
    }

    /// Adds everything that `other` counted; both must be of the same questionnaire.
    pub fn merge(&mut self, other: &Self) {
        self.respondents += other.respondents;
        self.unnamed += other.unnamed;
        self.all_in_policy += other.all_in_policy;
        self.none_in_policy += other.none_in_policy;
        self.means.merge(&other.means);
        self.goals.iter_mut().zip(&other.goals).for_each(|(mine, theirs)| mine.merge(theirs));
        self.extra.iter_mut().zip(&other.extra).for_each(|(mine, theirs)| mine.merge(theirs));
        for (pair, count) in &other.pairs {
            *self.pairs.entry(*pair).or_default() += count;
        }
    }

    /// Pearson's r between the mean total and the own grade of now.
    #[must_use]
    pub fn correlation(&self) -> Option<Correlation> {
        correlate(&self.pairs())
    }

    /// Each pair of mean total and own grade with how often it occurs, in order.
    #[must_use]
    pub fn pairs(&self) -> Vec<(Exact, u8, u64)> {
        let mut pairs: Vec<_> = self
            .pairs
            .iter()
            .map(|(&((top, bottom), grade), &count)| (Exact::from_parts(top, bottom), grade, count))
            .collect();
        // Sums of floating point numbers depend on their order; the same answers must give the same r.
        pairs.sort_unstable();
        pairs
    }
}

impl GoalCounts {
    fn add(&mut self, answers: &GoalAnswers, score: &Score, parts: Parts) {
        self.respondents += 1;
        self.policy[answers.policy as usize] += 1;
        self.recorded += u64::from(!answers.documents.is_empty());
        count(&mut self.documents, answers.documents.iter());
        for (counts, chosen) in self.questions.iter_mut().zip(&answers.measures) {
            count(counts, chosen.iter());
        }
        self.own_measure += u64::from(answers.own_measure);
        if let Some(sight) = answers.sight {
            self.sight[usize::from(!sight)] += 1;
        }
        if let Some(share) = answers.share {
            self.share[share as usize] += 1;
        }
        if let Some(heard) = answers.heard {
            self.heard[usize::from(!heard)] += 1;
        }
        self.embedding.add(score.embedding);
        self.measures.add(score.measures);
        self.reach.add(score.reach);
        self.total.add(score.total(parts));
    }

    fn merge(&mut self, other: &Self) {
        self.respondents += other.respondents;
        self.unnamed += other.unnamed;
        self.recorded += other.recorded;
        self.own_measure += other.own_measure;
        merge_counts(&mut self.policy, &other.policy);
        merge_counts(&mut self.documents, &other.documents);
        merge_counts(&mut self.sight, &other.sight);
        merge_counts(&mut self.share, &other.share);
        merge_counts(&mut self.heard, &other.heard);
        self.questions.iter_mut().zip(&other.questions).for_each(|(mine, theirs)| merge_counts(mine, theirs));
        self.embedding.merge(&other.embedding);
        self.measures.merge(&other.measures);
        self.reach.merge(&other.reach);
        self.total.merge(&other.total);
    }
}

impl ExtraCounts {
    fn add(&mut self, answer: ExtraAnswer) {
        match answer {
            ExtraAnswer::Open => return,
            ExtraAnswer::Chosen(chosen) => count(&mut self.options, chosen.iter()),
            ExtraAnswer::Grade(grade) => self.grades.add(Exact::whole(i64::from(grade))),
        }
        self.respondents += 1;
    }

    fn merge(&mut self, other: &Self) {
        self.respondents += other.respondents;
        merge_counts(&mut self.options, &other.options);
        self.grades.merge(&other.grades);
    }
}

impl Statistics {
    /// The group of one size class.
    #[must_use]
    pub fn size(&self, class: SizeClass) -> &Group {
        &self.by_size[usize::from(class.number()) - 1]
    }

    /// Withholds a goal of areas, until no combination of what is shown of it tells anything. `cells` are the unnamed
    /// ones who answered it.
    fn withhold_goal(&mut self, goal: usize, cells: &BTreeMap<(Province, Region, u8), u64>) {
        let whole = self.all.goal_size(goal);
        let safe = |group: &Group| group.shown && may_show(group.goal_size(goal), whole);
        let mut provinces: BTreeSet<Province> =
            self.by_province.iter().filter(|(_, group)| safe(group)).map(|(area, _)| *area).collect();
        let mut regions: BTreeSet<Region> =
            self.by_region.iter().filter(|(_, group)| safe(group)).map(|(area, _)| *area).collect();
        let mut classes = size_groups_of_goal(self, goal);
        // Everybody together is shown too.
        classes.push((1, 5));
        withhold_what_tells(cells, &classes, &mut provinces, &mut regions);
        for (area, group) in &mut self.by_province {
            group.goals[goal].withheld = !provinces.contains(area);
        }
        for (area, group) in &mut self.by_region {
            group.goals[goal].withheld = !regions.contains(area);
        }
    }
}

fn count(counts: &mut [u64], positions: impl Iterator<Item = usize>) {
    for position in positions {
        if let Some(count) = counts.get_mut(position) {
            *count += 1;
        }
    }
}

fn merge_counts(mine: &mut [u64], theirs: &[u64]) {
    mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| *mine += theirs);
}

#[cfg(test)]
#[path = "statistics_tests.rs"]
mod tests;
