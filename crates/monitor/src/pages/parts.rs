//! Pieces that several pages show: the notice, the switches for parts, the list of goals, key figures.

use kernel::{Exact, Norm};
use web::charts::Markup;
use web::{Frame, RequestContext, Tr, number};

use super::scope::{Choice, Scope};
use crate::domain::rule::Parts;
use crate::domain::statistics::GoalCounts;
use crate::domain::wave::Nature;
use crate::report::charts;
use crate::report::model::Report;
use crate::report::words::PARTS;

pub use crate::report::charts::{KeyFigure, bar, decimal, norm, part_means, percent, score_words};

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

/// Says on a page of a wave that is held here, if it is one, that it is a trial.
pub fn with_trial(frame: Frame, nature: Nature) -> Frame {
    if nature == Nature::Real {
        return frame;
    }
    let tr = frame.tr;
    frame.notice(tr.t("run-trial-notice"), tr.t("run-trial-text"))
}

/// The switches of the three parts. The last part that is on can't be switched off.
#[must_use]
pub fn switches(scope: &Scope, context: &RequestContext, path: &str) -> Vec<Switch> {
    switches_to(scope, context, |parts| scope.url_with(context, path, &scope.query.with_parts(parts)))
}

/// The same on a page that is not about a wave alone.
#[must_use]
pub fn switches_to(scope: &Scope, context: &RequestContext, url: impl Fn(Parts) -> String) -> Vec<Switch> {
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
                    url: url(parts),
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
    let mut order: Vec<(Option<Exact>, usize)> = scope
        .group()
        .goals
        .iter()
        .enumerate()
        .map(|(at, goal)| {
            // A withheld score must not show by its place in the row either.
            (goal.total.distribution().mean().filter(|_| scope.may_show_goal(at)), at)
        })
        .collect();
    order.sort_by(|(a, first), (b, second)| b.cmp(a).then(first.cmp(second)));
    order.into_iter().map(|(_, at)| goal_row(scope, report, context, at)).collect()
}

fn goal_row(scope: &Scope, report: &Report<'_>, context: &RequestContext, at: usize) -> GoalRow {
    let goal = &report.analysis.questionnaire.goals[at];
    let withheld = !scope.may_show_goal(at);
    let empty = GoalCounts::default();
    let counts = if withheld { &empty } else { &scope.group().goals[at] };
    let total = counts.total.distribution().mean();
    let before = scope.before().and_then(|group| group.goals[at].total.distribution().mean());
    let title = goal.title.get(context.lang).to_owned();
    let norm = norm(report, total);
    GoalRow {
        number: goal.number,
        url: scope.url_with(
            context,
            &format!("/goals/{}", goal.number),
            &if withheld { scope.query.with_group(None) } else { scope.query.clone() },
        ),
        bar: bar(report, context.tr(), &title, counts, before),
        score: if withheld { context.tr().t("withheld") } else { score_words(report, context.tr(), total) },
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

/// The key figures of a scope.
#[must_use]
pub fn key_figures(scope: &Scope, tr: Tr) -> Vec<KeyFigure> {
    let invited = scope.report.analysis.wave.as_ref().filter(|_| !scope.is_part()).map(|wave| wave.invited);
    charts::key_figures(&scope.report, tr, scope.group(), scope.before(), invited)
}
