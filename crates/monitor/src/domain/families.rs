//! Families of municipalities that are like each other: of the same size class, then by inhabitants, urbanity and
//! share of children. "The most similar ones" are always whole families, so that what two municipalities see never
//! differs by less than a family, and nothing of a family can be worked out (ADR 0010, `docs/method.md`).

use std::collections::{BTreeMap, BTreeSet};

use geography::{Code, Geography, Municipality, SizeClass};
use kernel::Exact;

use super::answers::{GoalAnswers, Response};
use super::elimination::told;
use super::groups::{SMALLEST, Size};
use super::rule::Parts;
use super::score::Scorer;
use super::size_groups::{size_groups, size_groups_of_goal};
use super::statistics::{Group, Statistics};
use super::tally::{Distribution, Tally};

/// How many others the most similar ones are, at least.
pub const SIMILAR: usize = 15;

/// Participants with a known place in families: one division for mean totals, and one for each goal, since not
/// everybody answers every goal.
#[derive(Debug, Clone, Default)]
pub struct Families {
    means: Vec<Family>,
    goals: Vec<Vec<Family>>,
}

#[derive(Debug, Clone)]
struct Family {
    /// First and last size class of the group that it is a part of.
    classes: (u8, u8),
    members: Vec<Code>,
    centre: [f64; 3],
    scores: Tally,
}

/// The municipalities most like one.
#[derive(Debug, Clone)]
pub struct Similar {
    /// Which ones they are: that they took part is no secret.
    pub codes: BTreeSet<Code>,
    /// Their mean totals.
    pub means: Distribution,
    /// Per goal the scores of those who answered it, if they may be shown.
    pub goals: Vec<Option<Distribution>>,
}

/// What counts for likeness, each on a scale on which municipalities differ by about as much.
fn features(municipality: &Municipality) -> Option<[f64; 3]> {
    let inhabitants = f64::from(municipality.population?);
    let (urbanity, children) = (f64::from(municipality.urbanity?), f64::from(municipality.share_0_15?));
    // Standard deviations over the municipalities of 2023: 0.8 in the logarithm, 1.1 classes, 1.8 percentage points.
    Some([inhabitants.max(1.0).ln() / 0.8, urbanity / 1.1, children / 1.8])
}

fn distance(a: &[f64; 3], b: &[f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum()
}

fn features_of(code: Code) -> Option<[f64; 3]> {
    Geography::built_in().get(code).and_then(features)
}

fn centre(members: &[Code]) -> [f64; 3] {
    let all: Vec<[f64; 3]> = members.iter().filter_map(|code| features_of(*code)).collect();
    let count = all.len().max(1) as f64;
    std::array::from_fn(|at| all.iter().map(|one| one[at]).sum::<f64>() / count)
}

impl Families {
    /// Divides participants whose municipality is known; `statistics` are those of the whole wave.
    #[must_use]
    pub fn new(
        scorer: &Scorer,
        parts: Parts,
        statistics: &Statistics,
        responses: &BTreeMap<Code, Response>,
    ) -> Self {
        let scores = |response: &Response| -> Vec<Option<Exact>> {
            let score = |(at, answers): (usize, &Option<GoalAnswers>)| {
                Some(scorer.score(at, answers.as_ref()?)?.total(parts))
            };
            response.goals.iter().enumerate().map(score).collect()
        };
        let scores: BTreeMap<Code, Vec<Option<Exact>>> =
            responses.iter().map(|(code, response)| (*code, scores(response))).collect();
        let division = |goal: Option<usize>, of: &dyn Fn(&[Option<Exact>]) -> Option<Exact>| {
            let known: BTreeMap<Code, Exact> =
                scores.iter().filter_map(|(code, all)| Some((*code, of(all)?))).collect();
            Division { statistics, responses, goal, known }.families()
        };
        let mean = |all: &[Option<Exact>]| {
            all.iter().flatten().copied().sum::<Exact>().per(all.iter().flatten().count() as u64)
        };
        let goals = scores.values().next().map_or(0, Vec::len);
        Self {
            means: division(None, &mean),
            goals: (0..goals).map(|at| division(Some(at), &move |all: &[Option<Exact>]| all[at])).collect(),
        }
    }

    /// The families most like a municipality of a size class, its own first, until there are [`SIMILAR`] others; or
    /// all of that size, if there are fewer. Nothing if its size has no families.
    #[must_use]
    pub fn similar(&self, code: Code, class: SizeClass) -> Option<Similar> {
        let own = features_of(code)?;
        let (codes, means) = nearest(&self.means, code, &own, class)?;
        let goal = |families: &Vec<Family>| nearest(families, code, &own, class).map(|(_, scores)| scores);
        Some(Similar { codes, means, goals: self.goals.iter().map(goal).collect() })
    }

    /// The members of each family by mean total, for tests of what can be worked out.
    #[cfg(test)]
    pub fn members(&self) -> impl Iterator<Item = &[Code]> {
        self.means.iter().map(|family| family.members.as_slice())
    }
}

/// The families nearest to a municipality, added up.
fn nearest(
    families: &[Family],
    code: Code,
    own: &[f64; 3],
    class: SizeClass,
) -> Option<(BTreeSet<Code>, Distribution)> {
    let fits = |family: &&Family| (family.classes.0..=family.classes.1).contains(&class.number());
    let mut near: Vec<&Family> = families.iter().filter(fits).collect();
    near.sort_by(|a, b| {
        let key = |family: &Family| (!family.members.contains(&code), distance(&family.centre, own));
        let ((a, x), (b, y)) = (key(a), key(b));
        a.cmp(&b).then(x.total_cmp(&y))
    });
    let (mut codes, mut scores) = (BTreeSet::new(), Tally::default());
    for family in near {
        if codes.iter().filter(|other| **other != code).count() >= SIMILAR {
            break;
        }
        codes.extend(family.members.iter().copied());
        scores.merge(&family.scores);
    }
    (!codes.is_empty()).then(|| (codes, scores.distribution()))
}

type Draft = ((u8, u8), Vec<Code>);

/// Cuts a size group into families of five to nine: the one farthest from the middle with the four nearest to it,
/// again and again (maximum distance to average, as in microaggregation).
fn divide(mut left: Vec<Code>) -> Vec<Vec<Code>> {
    let smallest = usize::try_from(SMALLEST).unwrap_or(5);
    let mut families = Vec::new();
    while left.len() >= 2 * smallest {
        let middle = centre(&left);
        let away = |code: &Code, from: &[f64; 3]| features_of(*code).map_or(0.0, |own| distance(&own, from));
        let far = left.iter().max_by(|a, b| away(a, &middle).total_cmp(&away(b, &middle)));
        let Some(edge) = far.and_then(|code| features_of(*code)) else { break };
        left.sort_by(|a, b| away(a, &edge).total_cmp(&away(b, &edge)).then(a.cmp(b)));
        families.push(left.drain(..smallest).collect());
    }
    if !left.is_empty() {
        families.push(left);
    }
    families
}

/// Joins a family with the nearest of its size; the last one of its size goes.
fn merge(drafts: &mut Vec<Draft>, at: usize) {
    let (classes, members) = drafts.remove(at);
    let own = centre(&members);
    let near = drafts
        .iter_mut()
        .filter(|(other, _)| *other == classes)
        .min_by(|(_, a), (_, b)| distance(&centre(a), &own).total_cmp(&distance(&centre(b), &own)));
    if let Some((_, with)) = near {
        with.extend(members);
    }
}

/// What stands in the way of showing families.
enum Trouble {
    /// This family is too small, or tells about a member.
    In(usize),
    /// They tell about somebody who is in none of them.
    Elsewhere,
}

/// Scores to be divided into families: all of one kind, mean totals or those of one goal.
struct Division<'a> {
    statistics: &'a Statistics,
    responses: &'a BTreeMap<Code, Response>,
    /// The goal, if it is one.
    goal: Option<usize>,
    known: BTreeMap<Code, Exact>,
}

impl Division<'_> {
    fn families(&self) -> Vec<Family> {
        let mut drafts: Vec<Draft> = Vec::new();
        for classes in size_groups(self.statistics).iter().map(|group| (group.first, group.last)) {
            let fits = |code: &&Code| {
                (classes.0..=classes.1).contains(&self.class(**code)) && features_of(**code).is_some()
            };
            let members = self.known.keys().filter(fits).copied().collect();
            drafts.extend(divide(members).into_iter().map(|members| (classes, members)));
        }
        while let Some(trouble) = self.trouble(&drafts) {
            match trouble {
                Trouble::In(at) => merge(&mut drafts, at),
                // The fixed groups tell it already: families would only add to that.
                Trouble::Elsewhere => drafts.clear(),
            }
        }
        let family = |(classes, members): Draft| {
            let mut scores = Tally::default();
            members.iter().filter_map(|code| self.known.get(code)).for_each(|score| scores.add(*score));
            Family { classes, centre: centre(&members), members, scores }
        };
        drafts.into_iter().map(family).collect()
    }

    /// The first family that is too small, or of which somebody can be worked out.
    fn trouble(&self, drafts: &[Draft]) -> Option<Trouble> {
        if drafts.is_empty() {
            return None;
        }
        if let Some(small) = drafts.iter().position(|(_, members)| !self.size(members).is_safe()) {
            return Some(Trouble::In(small));
        }
        let told = self.told(drafts)?;
        let family = drafts.iter().position(|(_, members)| members.contains(&told));
        Some(family.map_or(Trouble::Elsewhere, Trouble::In))
    }

    fn size(&self, members: &[Code]) -> Size {
        Size {
            count: members.len() as u64,
            unnamed: members.iter().filter(|code| self.is_unnamed(**code)).count() as u64,
        }
    }

    fn is_unnamed(&self, code: Code) -> bool {
        self.responses.get(&code).is_some_and(|response| !response.named)
    }

    fn class(&self, code: Code) -> u8 {
        self.responses.get(&code).map_or(0, |response| response.size_class.number())
    }

    /// Whom families, size groups and shown areas tell together.
    fn told(&self, drafts: &[Draft]) -> Option<Code> {
        let unknown: Vec<Code> = self.known.keys().copied().filter(|code| self.is_unnamed(*code)).collect();
        let of = |belongs: &dyn Fn(Code) -> bool| -> Vec<usize> {
            (0..unknown.len()).filter(|at| belongs(unknown[*at])).collect()
        };
        let mut sums: Vec<Vec<usize>> =
            drafts.iter().map(|(_, members)| of(&|code| members.contains(&code))).collect();
        let classes = match self.goal {
            Some(goal) => size_groups_of_goal(self.statistics, goal),
            None => size_groups(self.statistics).iter().map(|group| (group.first, group.last)).collect(),
        };
        sums.push((0..unknown.len()).collect());
        sums.extend(
            classes.iter().map(|(first, last)| of(&|code| (first..=last).contains(&&self.class(code)))),
        );
        let is_shown = |group: &Group| {
            group.shown
                && self.goal.is_none_or(|goal| group.goals.get(goal).is_some_and(|goal| !goal.withheld))
        };
        let geography = Geography::built_in();
        let provinces = self.statistics.by_province.iter().filter(|(_, group)| is_shown(group));
        for (province, _) in provinces {
            sums.push(of(&|code| geography.get(code).is_some_and(|found| found.province == *province)));
        }
        let regions = self.statistics.by_region.iter().filter(|(_, group)| is_shown(group));
        for (region, _) in regions {
            sums.push(of(&|code| geography.get(code).is_some_and(|found| found.region == *region)));
        }
        told(&sums, unknown.len()).map(|at| unknown[at])
    }
}

#[cfg(test)]
#[path = "families_tests.rs"]
mod tests;
