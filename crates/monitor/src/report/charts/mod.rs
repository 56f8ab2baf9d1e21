//! The charts of a wave with their words: what pages show and what the report prints.

mod groups;
mod map;
mod reach;
mod spread;

use kernel::{Exact, Norm, Points};
use web::charts::{Markup, PartBar, ScoreBar, Swatch, score_bar};
use web::{Arg, Tr};

use super::model::Report;
use crate::domain::figures::sight;
use crate::domain::rule::{Parts, ScoringRule};
use crate::domain::statistics::{GoalCounts, Group};

pub use groups::{ResponseRow, range, response};
pub use map::{map_signs, state};
pub use reach::{ReachView, heard, reach};
pub use spread::{scatter, spread, spread_text};

/// The norm that a score meets, when all parts count: norms are about whole scores.
#[must_use]
pub fn norm(report: &Report<'_>, score: Option<Exact>) -> Option<Norm> {
    score
        .filter(|_| report.analysis.statistics.parts.is_all())
        .map(|score| report.analysis.rule.norms.of(score))
}

/// A score as people read it: a whole number, unless that would contradict its norm.
#[must_use]
pub fn score_words(report: &Report<'_>, tr: Tr, score: Option<Exact>) -> String {
    match score {
        None => tr.t("no-answers"),
        Some(score) if report.analysis.statistics.parts.is_all() => {
            tr.score(&score, &report.analysis.rule.norms)
        }
        Some(score) => tr.decimal(&score, 1),
    }
}

/// A number with `places` decimals, or a dash.
#[must_use]
pub fn decimal(tr: Tr, value: Option<Exact>, places: u32) -> String {
    value.map_or_else(|| tr.t("no-value"), |value| tr.decimal(&value, places))
}

/// A whole percentage, or a dash.
#[must_use]
pub fn percent(tr: Tr, value: Option<Exact>) -> String {
    value.map_or_else(|| tr.t("no-value"), |value| tr.percent(&value, 0))
}

/// Mean points per part.
#[must_use]
pub fn part_means(counts: &GoalCounts) -> [Option<Exact>; 3] {
    [&counts.embedding, &counts.measures, &counts.reach].map(|tally| tally.distribution().mean())
}

/// The bar of a goal: its score against the norms, the wave before, and the parts that count.
#[must_use]
pub fn bar(report: &Report<'_>, tr: Tr, title: &str, counts: &GoalCounts, before: Option<Exact>) -> Markup {
    let analysis = &report.analysis;
    let total = counts.total.distribution().mean();
    let maximum = analysis.rule.maximum(analysis.statistics.parts);
    let parts = part_bars(&analysis.rule, analysis.statistics.parts, part_means(counts));
    let norm = norm(report, total);
    let mut label = vec![
        ("goal", Arg::from(title.to_owned())),
        ("score", Arg::from(score_words(report, tr, total))),
        ("maximum", Arg::from(tr.decimal(&maximum, 0))),
    ];
    let key = match (total, norm) {
        (None, _) => "bar-nobody",
        (_, None) => "bar-parts",
        (_, Some(norm)) => {
            label.push(("norm", Arg::from(tr.t(&format!("norm-{}", norm.name())))));
            "bar-label"
        }
    };
    let mut text = tr.with(key, &label);
    if let Some(before) = before {
        text.push_str(&tr.with("bar-before", &[("score", Arg::from(score_words(report, tr, Some(before))))]));
    }
    let cuts = [analysis.rule.norms.low_below, analysis.rule.norms.high_above].map(Exact::to_f64);
    let before: Vec<f64> = before.into_iter().map(Exact::to_f64).collect();
    score_bar(&ScoreBar {
        label: &text,
        points: total.map(Exact::to_f64),
        norm,
        cuts: if norm.is_some() { &cuts } else { &[] },
        before: &before,
        parts: &parts,
    })
}

fn part_bars(rule: &ScoringRule, on: Parts, means: [Option<Points>; 3]) -> Vec<PartBar> {
    let on = [on.embedding, on.measures, on.reach];
    let parts = means.into_iter().zip(rule.maxima()).zip(on).filter(|(_, on)| *on);
    parts
        .map(|((mean, max), _)| PartBar { points: mean.map_or(0.0, Exact::to_f64), max: max.to_f64() })
        .collect()
}

/// What the signs in the bars of goals mean; `before` is the year of the wave before.
#[must_use]
pub fn goal_signs(report: &Report<'_>, tr: Tr, before: Option<u32>) -> Vec<(Swatch, String)> {
    let mut signs = vec![(Swatch::Now, report.analysis.year().to_string())];
    signs.extend(before.map(|year| (Swatch::Before, year.to_string())));
    if report.analysis.statistics.parts.is_all() {
        signs.extend(norm_signs(tr));
    }
    signs.push((Swatch::Part, tr.t("legend-parts")));
    signs
}

/// What the colours of scores mean.
#[must_use]
pub fn norm_signs(tr: Tr) -> [(Swatch, String); 3] {
    [(Norm::Low, "column-low"), (Norm::Middle, "column-middle"), (Norm::High, "column-high")]
        .map(|(norm, key)| (Swatch::Norm(norm), tr.t(key).to_lowercase()))
}

/// A figure in the row of key figures.
#[derive(Debug, Clone)]
pub struct KeyFigure {
    /// The figure itself.
    pub value: String,
    /// What stands small beside it.
    pub beside: String,
    /// What it counts.
    pub label: String,
}

/// Who took part, the mean, who sees whom they reach, and who stays low; `invited` if the group is
/// everybody who was asked.
#[must_use]
pub fn key_figures(
    report: &Report<'_>,
    tr: Tr,
    group: &Group,
    before: Option<&Group>,
    invited: Option<u64>,
) -> Vec<KeyFigure> {
    let means = group.means.distribution();
    let mut figures = vec![KeyFigure {
        value: tr.count(&group.respondents),
        beside: invited.map_or_else(String::new, |invited| tr.t1("key-of", "n", tr.count(&invited))),
        label: tr.t("key-respondents"),
    }];
    let mean_before = before.and_then(|group| group.means.distribution().mean());
    let change = means.mean().zip(mean_before).map(|(now, then)| now - then);
    figures.push(KeyFigure {
        value: score_words(report, tr, means.mean()),
        beside: change.map_or_else(String::new, |change| tr.signed(&change, 1)),
        label: tr.t("key-mean"),
    });
    let sight_before = before.and_then(sight);
    figures.push(KeyFigure {
        value: percent(tr, sight(group)),
        beside: sight_before
            .map_or_else(String::new, |share| tr.t1("key-was", "value", tr.percent(&share, 0))),
        label: tr.t("key-sight"),
    });
    if report.analysis.statistics.parts.is_all() {
        let low = means.colours(&report.analysis.rule.norms)[0];
        figures.push(KeyFigure {
            value: tr.count(&low),
            beside: percent(tr, Exact::percent(low, group.respondents)),
            label: tr.t("key-low"),
        });
    }
    figures
}
