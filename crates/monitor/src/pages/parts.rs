//! Pieces that several pages show: the notice, the switches for parts, the list of goals, key figures.

use kernel::{Exact, Norm, Points};
use web::charts::{Markup, PartBar, ScoreBar, score_bar};
use web::{Arg, Frame, RequestContext, Tr, number};

use super::scope::{Choice, Scope};
use crate::domain::figures::sight;
use crate::domain::rule::{Parts, ScoringRule};
use crate::domain::statistics::GoalCounts;
use crate::domain::wave::Nature;
use crate::report::model::Report;
use crate::report::words::PARTS;

/// A frame with the loud strip that answers that are not real ask for.
#[must_use]
pub fn with_notice(frame: Frame, nature: Nature) -> Frame {
    if nature == Nature::Real {
        return frame;
    }
    let tr = frame.tr;
    let strong = tr.t(&format!("notice-{}", nature.name()));
    let text = tr.t(&format!("notice-{}-text", nature.name()));
    frame.notice(strong, text)
}

/// The switches of the three parts. The last part that is on can't be switched off.
#[must_use]
pub fn switches(scope: &Scope, context: &RequestContext, path: &str) -> Vec<Switch> {
    let parts = scope.query.parts();
    let on = [parts.embedding, parts.measures, parts.reach];
    let maxima = scope.report.analysis.rule.maxima();
    (0..3)
        .map(|at| {
            let mut turned = on;
            turned[at] = !on[at];
            let [embedding, measures, reach] = turned;
            let last = !turned.contains(&true);
            let parts = if last { parts } else { Parts { embedding, measures, reach } };
            Switch {
                choice: Choice {
                    label: context.tr().t(PARTS[at]).to_lowercase(),
                    url: scope.url_with(context, path, &scope.query.with_parts(parts)),
                    on: on[at],
                },
                maximum: number::decimal(context.lang, maxima[at], 0),
                hint: context.tr().t(if on[at] { "switch-off" } else { "switch-on" }),
            }
        })
        .collect()
}

/// A switch of a part.
#[derive(Debug, Clone)]
pub struct Switch {
    /// Its name, where it leads and whether it is on.
    pub choice: Choice,
    /// Points that the part can earn.
    pub maximum: String,
    /// What following it does, for who can't see that it is on.
    pub hint: String,
}

/// A goal in the list of goals.
#[derive(Debug, Clone)]
pub struct GoalRow {
    /// Its number.
    pub number: u32,
    /// Its short title.
    pub title: String,
    /// Its page.
    pub url: String,
    /// Its score as a bar.
    pub bar: Markup,
    /// Its score in words.
    pub score: String,
    /// Name of the norm it meets, or nothing when not all parts count.
    pub norm: &'static str,
    /// Name of the norm in words, in brackets after the score in tables.
    pub norm_word: String,
    /// Points per part.
    pub parts: [String; 3],
    /// Score in the wave before.
    pub before: String,
    /// How many answered.
    pub respondents: u64,
    /// Percent with sight of reach.
    pub sight: String,
    /// Set if the score was only reconstructed, never published.
    pub reconstructed: bool,
}

/// The goals of a scope, from strong to weak; goals that nobody answered come last.
#[must_use]
pub fn goal_rows(scope: &Scope, context: &RequestContext) -> Vec<GoalRow> {
    let report = &scope.report;
    let mut order: Vec<(Option<Exact>, usize)> =
        scope.group().goals.iter().enumerate().map(|(at, goal)| (goal.total.distribution().mean(), at)).collect();
    order.sort_by(|(a, first), (b, second)| b.cmp(a).then(first.cmp(second)));
    order.into_iter().map(|(_, at)| goal_row(scope, report, context, at)).collect()
}

fn goal_row(scope: &Scope, report: &Report<'_>, context: &RequestContext, at: usize) -> GoalRow {
    let goal = &report.analysis.questionnaire.goals[at];
    let counts = &scope.group().goals[at];
    let total = counts.total.distribution().mean();
    let before = scope.before().and_then(|group| group.goals[at].total.distribution().mean());
    let title = goal.title.get(context.lang).to_owned();
    let norm = norm(report, total);
    GoalRow {
        number: goal.number,
        url: scope.url(context, &format!("/goals/{}", goal.number)),
        bar: bar(report, context.tr(), &title, counts, before),
        score: score_words(report, context.tr(), total),
        norm: norm.map_or("", Norm::name),
        norm_word: norm.map_or_else(String::new, |norm| context.tr().t(&format!("norm-{}", norm.name()))),
        parts: part_means(counts).map(|mean| decimal(context.tr(), mean, 1)),
        before: decimal(context.tr(), before, 1),
        respondents: counts.respondents,
        sight: percent(context.tr(), Exact::percent(counts.sight[0], counts.respondents)),
        reconstructed: !report.basis().goal_is_known(at),
        title,
    }
}

/// The norm that a score meets, when all parts count: norms are about whole scores.
#[must_use]
pub fn norm(report: &Report<'_>, score: Option<Exact>) -> Option<Norm> {
    score.filter(|_| report.analysis.statistics.parts.is_all()).map(|score| report.analysis.rule.norms.of(score))
}

/// A score as people read it: a whole number, unless that would contradict its norm.
#[must_use]
pub fn score_words(report: &Report<'_>, tr: Tr, score: Option<Exact>) -> String {
    match score {
        None => tr.t("no-answers"),
        Some(score) if report.analysis.statistics.parts.is_all() => tr.score(&score, &report.analysis.rule.norms),
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

/// Who took part, the mean, who sees whom they reach, and who stays low.
#[must_use]
pub fn key_figures(scope: &Scope, tr: Tr) -> Vec<KeyFigure> {
    let (report, group) = (&scope.report, scope.group());
    let means = group.means.distribution();
    let before = scope.before();
    let invited = report.analysis.wave.as_ref().filter(|_| !scope.is_part()).map(|wave| wave.invited);
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
