//! Whom the score of a municipality is put beside: groups of which only the mean and the middle half are told, and
//! only where nothing of one municipality can be worked out (`domain/groups.rs`, `domain/families.rs`).

use std::collections::BTreeSet;

use geography::{Code, Geography, Province, Region, SizeClass};
use kernel::Exact;
use web::charts::{Markup, Range, range_dots};
use web::{Arg, Tr};

use super::parts::{decimal, norm, score_words};
use crate::analysis::Analysis;
use crate::domain::groups::{may_show, shown};
use crate::domain::size_groups::size_groups;
use crate::domain::statistics::{GoalCounts, Group};
use crate::domain::tally::Distribution;
use crate::report::model::Report;
use crate::report::words::size_class;

/// A group to stand beside.
#[derive(Debug, Clone)]
pub struct Peers {
    /// Who they are: "gemeenten met 20.000 tot 50.000 inwoners".
    pub label: String,
    /// How many took part.
    pub count: u64,
    /// Their mean totals.
    pub means: Distribution,
    /// Their names, for a group that is not told by its label.
    pub names: Vec<&'static str>,
    goals: Vec<Option<Distribution>>,
}

impl Peers {
    fn of(label: String, group: &Group, may_show: impl Fn(usize) -> bool) -> Self {
        let goal = |at: usize| {
            let found = group.goals[at].total.distribution();
            (may_show(at) && found.count() > 0).then_some(found)
        };
        Self {
            label,
            count: group.respondents,
            means: group.means.distribution(),
            names: Vec::new(),
            goals: (0..group.goals.len()).map(goal).collect(),
        }
    }

    /// Everybody who took part.
    #[must_use]
    pub fn country(analysis: &Analysis, tr: Tr) -> Option<Self> {
        let all = &analysis.statistics.all;
        let safe = |at: usize| all.goal_size(at).is_safe();
        (all.respondents > 0 && all.size().is_safe()).then(|| Self::of(tr.t("peers-country"), all, safe))
    }

    /// Those of the same size.
    #[must_use]
    pub fn by_size(analysis: &Analysis, tr: Tr, class: SizeClass) -> Option<Self> {
        let groups = size_groups(&analysis.statistics);
        let holds = |first: u8, last: u8| (first..=last).contains(&class.number());
        let position =
            groups.iter().position(|group| holds(group.first, group.last) && group.group.respondents > 0)?;
        let found = &groups[position];
        let goal_is_shown = |at: usize| {
            shown(&groups.iter().map(|group| group.group.goal_size(at)).collect::<Vec<_>>())[position]
        };
        let label = tr.t1("peers-size", "size", size_class(tr.0, found.first, found.last));
        Some(Self::of(label, &found.group, goal_is_shown))
    }

    /// Those of a province.
    #[must_use]
    pub fn province(analysis: &Analysis, tr: Tr, province: Province) -> Option<Self> {
        let group = analysis.statistics.by_province.get(&province)?;
        Self::area(analysis, tr.t1("peers-province", "name", province.name()), group)
    }

    /// Those of a Veilig Thuis region.
    #[must_use]
    pub fn region(analysis: &Analysis, tr: Tr, region: Region) -> Option<Self> {
        let group = analysis.statistics.by_region.get(&region)?;
        Self::area(analysis, tr.t1("peers-region", "name", region.name()), group)
    }

    fn area(analysis: &Analysis, label: String, group: &Group) -> Option<Self> {
        let all = &analysis.statistics.all;
        let goal_is_shown =
            |at: usize| may_show(group.goal_size(at), all.goal_size(at)) && !group.goals[at].withheld;
        (group.shown && group.respondents > 0).then(|| Self::of(label, group, goal_is_shown))
    }

    /// Those most like a municipality.
    #[must_use]
    pub fn similar(analysis: &Analysis, tr: Tr, code: Code, class: SizeClass) -> Option<Self> {
        let found = analysis.families.similar(code, class)?;
        Some(Self {
            label: tr.t("peers-similar"),
            count: found.codes.len() as u64,
            means: found.means,
            names: names(&found.codes),
            goals: found.goals,
        })
    }

    /// A group of municipalities that all agreed to be shown by name: whatever is told of them is public already.
    #[must_use]
    pub fn chosen(tr: Tr, group: &Group, codes: &BTreeSet<Code>) -> Option<Self> {
        let peers = Self::of(tr.t("peers-chosen"), group, |_| true);
        (group.respondents > 1 && group.unnamed == 0).then(|| Self { names: names(codes), ..peers })
    }

    /// How they score on the goal at a position, if that may be shown.
    #[must_use]
    pub fn goal(&self, at: usize) -> Option<&Distribution> {
        self.goals.get(at)?.as_ref()
    }
}

fn names(codes: &BTreeSet<Code>) -> Vec<&'static str> {
    let mut names: Vec<&str> =
        codes.iter().filter_map(|code| Some(Geography::built_in().get(*code)?.name)).collect();
    names.sort_unstable();
    names
}

/// An own score beside a group: a line of a comparison.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    /// What was scored.
    pub label: &'a str,
    /// The own score.
    pub own: Option<Exact>,
    /// The own scores of earlier waves.
    pub before: &'a [Exact],
    /// Who they are.
    pub group: &'a str,
    /// How the group scores.
    pub peers: &'a Distribution,
}

impl Beside<'_> {
    /// The line in words.
    #[must_use]
    pub fn text(&self, report: &Report<'_>, tr: Tr) -> String {
        let quartiles = self.peers.quartiles();
        tr.with(
            "peers-range",
            &[
                ("goal", Arg::from(self.label)),
                ("score", Arg::from(score_words(report, tr, self.own))),
                ("group", Arg::from(self.group)),
                ("mean", Arg::from(score_words(report, tr, self.peers.mean()))),
                ("low", Arg::from(decimal(tr, quartiles.map(|found| found.first), 0))),
                ("high", Arg::from(decimal(tr, quartiles.map(|found| found.third), 0))),
            ],
        )
    }

    /// The line as a picture.
    #[must_use]
    pub fn range(&self, report: &Report<'_>, tr: Tr) -> Markup {
        let quartiles = self.peers.quartiles();
        let before: Vec<f64> = self.before.iter().map(|score| score.to_f64()).collect();
        range_dots(&Range {
            label: &self.text(report, tr),
            value: self.own.map(Exact::to_f64),
            norm: norm(report, self.own),
            band: quartiles.map(|found| (found.first.to_f64(), found.third.to_f64())),
            reference: self.peers.mean().map(Exact::to_f64),
            before: &before,
            scale: report.analysis.rule.maximum(report.analysis.statistics.parts).to_f64(),
        })
    }
}

/// The middle half of a group in words: `30 – 52`.
#[must_use]
pub fn middle(tr: Tr, peers: Option<&Distribution>) -> String {
    let found = peers.and_then(Distribution::quartiles);
    found.map_or_else(
        || tr.t("no-value"),
        |found| format!("{} – {}", tr.decimal(&found.first, 0), tr.decimal(&found.third, 0)),
    )
}

/// What those of the same size answered on the goal at a position, if that may be shown.
#[must_use]
pub fn size_counts(analysis: &Analysis, class: SizeClass, at: usize) -> Option<GoalCounts> {
    let groups = size_groups(&analysis.statistics);
    let show = shown(&groups.iter().map(|group| group.group.goal_size(at)).collect::<Vec<_>>());
    let position = groups.iter().position(|group| (group.first..=group.last).contains(&class.number()))?;
    let counts = groups.into_iter().nth(position)?.group.goals.into_iter().nth(at)?;
    (show[position] && counts.respondents > 0).then_some(counts)
}
