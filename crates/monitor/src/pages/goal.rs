//! A goal in a wave: score, spread, reach, what municipalities do, by size, and the change.
//! Anyone may see it (`Permission::SeePublished`).

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::{Exact, Norm};
use web::charts::{Markup, frequency_bar, part_bar};
use web::{Arg, Frame, Page, PageError, RequestContext, Tr};

use super::parts::{Switch, decimal, norm, part_means, percent, score_words, switches, with_notice};
use super::scope::{self, Choice, Scope};
use super::site::Site;
use crate::domain::groups::shown;
use crate::domain::questionnaire::NONE;
use crate::domain::size_groups::size_groups;
use crate::domain::statistics::GoalCounts;
use crate::report::charts::{self, ReachView};
use crate::report::comparable;
use crate::report::words::{PARTS, size_class};

#[derive(Template)]
#[template(path = "goal.html")]
struct View {
    frame: Frame,
    title: String,
    explanation: String,
    why: String,
    target_group: String,
    sizes: Vec<Choice>,
    switches: Vec<Switch>,
    score: String,
    norm: &'static str,
    norm_text: String,
    maximum: String,
    before: Option<String>,
    parts: Vec<PartRow>,
    spread: Markup,
    spread_text: String,
    spread_rows: Vec<(String, u64)>,
    policy: Vec<FrequencyRow>,
    documents: Vec<FrequencyRow>,
    reach: Option<ReachView>,
    questions: Vec<QuestionView>,
    own_measure: FrequencyRow,
    groups: Vec<GroupRow>,
    regions: Vec<(String, String, u64)>,
    /// In how many municipalities children were heard, in words.
    heard: Option<String>,
    respondents: u64,
    reconstructed: Option<String>,
    neighbours: Vec<(String, String)>,
    source: String,
    /// The good examples at the goal: words and address.
    examples: Option<(String, String)>,
}

struct PartRow {
    label: String,
    bar: Markup,
    points: String,
    maximum: String,
}

struct FrequencyRow {
    label: String,
    bar: Markup,
    share: String,
    count: u64,
    /// The share in the wave before, or that it can't be compared.
    before: String,
}

struct QuestionView {
    title: String,
    rows: Vec<FrequencyRow>,
    none: Option<(String, u64)>,
}

struct GroupRow {
    label: String,
    chart: Option<Markup>,
    score: String,
    norm: &'static str,
}

/// Shows a goal.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Path((wave, number)): Path<(String, u32)>,
    Query(query): Query<scope::Query>,
) -> Result<Page<impl Template>, PageError> {
    let scope = Scope::load(&site, context.lang, &wave, query).await?;
    let (tr, lang, report) = (context.tr(), context.lang, &scope.report);
    let at = report.analysis.questionnaire.goal_index(number).ok_or(PageError::NotFound)?;
    let goal = &report.analysis.questionnaire.goals[at];
    if !scope.may_show_goal(at) {
        return Err(PageError::NotFound);
    }
    let counts = &scope.group().goals[at];
    let path = format!("/goals/{number}");
    let title = goal.title.get(lang).to_owned();
    let page_title = format!("{title} ({})", report.wave_title(lang));
    let crumb = tr.t2("goal-crumb", "number", number.to_string(), "group", scope.label.clone());
    let frame = context
        .frame(page_title, goal.explanation.get(lang), "monitor")
        .crumb(tr.t("crumb-home"), Some("/"))
        .crumb(report.wave_title(lang), Some(&format!("/monitor/{wave}{}", scope.query.address())))
        .crumb(crumb, None);
    let examples = site.examples(number).await?;
    let total = counts.total.distribution();
    let mean = total.mean();
    let (spread, spread_rows) = charts::spread(report, tr, &total);
    let before = scope.before().and_then(|group| group.goals[at].total.distribution().mean());
    let met = norm(report, mean);
    Ok(Page(View {
        frame: with_notice(frame, report.analysis.nature),
        explanation: goal.explanation.get(lang).to_owned(),
        why: goal.why.get(lang).to_owned(),
        target_group: goal.target_group.get(lang).to_owned(),
        sizes: scope.sizes(&context, &path),
        switches: switches(&scope, &context, &path),
        score: score_words(report, tr, mean),
        norm: met.map_or("", Norm::name),
        norm_text: met.map_or_else(String::new, |norm| tr.t(&format!("norm-{}-explained", norm.name()))),
        maximum: tr.decimal(&report.analysis.rule.maximum(report.analysis.statistics.parts), 0),
        before: before
            .map(|score| before_text(&scope, tr, score))
            .or_else(|| comparable::goal(report, lang, at)),
        parts: parts(&scope, tr, counts),
        spread,
        spread_text: charts::spread_text(report, tr, &total),
        spread_rows,
        policy: policy(tr, counts),
        documents: documents(&scope, tr, counts),
        reach: charts::reach(tr, counts, "reach-bar"),
        questions: questions(&scope, &context, at, counts),
        own_measure: frequency(tr, tr.t("own-measure-explained"), counts.own_measure, counts.respondents),
        groups: groups(&scope, &context, at),
        regions: regions(&scope, tr, at),
        heard: charts::heard(tr, counts),
        respondents: counts.respondents,
        reconstructed: (!report.basis().goal_is_known(at)).then(|| tr.t("goal-reconstructed")),
        neighbours: neighbours(&scope, &context, at),
        source: goal.source.clone(),
        examples: (examples > 0).then(|| {
            (tr.t1("goal-examples", "n", examples), context.url(&format!("/examples?goal={number}")))
        }),
        title,
    }))
}

fn before_text(scope: &Scope, tr: Tr, score: Exact) -> String {
    let year =
        scope.report.previous.as_ref().map_or_else(String::new, |previous| previous.year().to_string());
    tr.with(
        "goal-before",
        &[("year", Arg::from(year)), ("score", Arg::from(score_words(&scope.report, tr, Some(score))))],
    )
}

fn parts(scope: &Scope, tr: Tr, counts: &GoalCounts) -> Vec<PartRow> {
    let on = scope.query.parts();
    let on = [on.embedding, on.measures, on.reach];
    let rows = part_means(counts).into_iter().zip(scope.report.analysis.rule.maxima()).enumerate();
    rows.filter(|(at, _)| on[*at])
        .map(|(at, (mean, maximum))| PartRow {
            label: tr.t(PARTS[at]),
            bar: part_bar(mean.map_or(0.0, Exact::to_f64), maximum.to_f64()),
            points: decimal(tr, mean, 1),
            maximum: tr.decimal(&maximum, 0),
        })
        .collect()
}

fn frequency(tr: Tr, label: String, count: u64, of: u64) -> FrequencyRow {
    let share = Exact::percent(count, of);
    FrequencyRow {
        label,
        bar: frequency_bar(share.map_or(0.0, Exact::to_f64)),
        share: percent(tr, share),
        count,
        before: String::new(),
    }
}

fn policy(tr: Tr, counts: &GoalCounts) -> Vec<FrequencyRow> {
    let keys = ["column-in-policy", "column-intended", "column-not-in-policy"];
    let mut rows: Vec<FrequencyRow> = keys
        .into_iter()
        .zip(counts.policy)
        .map(|(key, count)| frequency(tr, tr.t(key), count, counts.respondents))
        .collect();
    rows.push(frequency(tr, tr.t("column-recorded"), counts.recorded, counts.respondents));
    rows
}

fn documents(scope: &Scope, tr: Tr, counts: &GoalCounts) -> Vec<FrequencyRow> {
    let choices = scope.report.analysis.questionnaire.documents.iter().zip(&counts.documents);
    let mut rows: Vec<FrequencyRow> = choices
        .filter(|(_, count)| **count > 0)
        .map(|(choice, &count)| frequency(tr, choice.label.get(tr.0).to_owned(), count, counts.respondents))
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.count));
    rows
}

fn questions(scope: &Scope, context: &RequestContext, at: usize, counts: &GoalCounts) -> Vec<QuestionView> {
    let (tr, lang) = (context.tr(), context.lang);
    let goal = &scope.report.analysis.questionnaire.goals[at];
    let questions = goal.questions.iter().zip(&counts.questions).enumerate();
    let questions = questions.map(|(position, (question, options))| {
        let mut rows = Vec::new();
        let mut none = None;
        for (number, (option, &count)) in question.options.iter().zip(options).enumerate() {
            if option.code == NONE {
                none = Some((percent(tr, Exact::percent(count, counts.respondents)), count));
            } else {
                let row = frequency(tr, option.label.get(lang).to_owned(), count, counts.respondents);
                let before = before_share(scope, tr, (at, position, number));
                rows.push(FrequencyRow { before, ..row });
            }
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.count));
        QuestionView { title: question.title.get(lang).to_owned(), rows, none }
    });
    questions.collect()
}

/// The share of an option in the wave before, in words; empty without one.
fn before_share(scope: &Scope, tr: Tr, (goal, question, option): (usize, usize, usize)) -> String {
    let (Some(before), Some(previous)) = (scope.before(), &scope.report.previous) else {
        return String::new();
    };
    let year = previous.year().to_string();
    match comparable::share(&scope.report, before, goal, question, option) {
        Some(share) => tr.t2("comparable-share", "year", year, "share", percent(tr, Some(share))),
        None if before.goals.get(goal).is_some_and(|counts| counts.respondents == 0) => String::new(),
        None => tr.t1("comparable-share-not", "year", year),
    }
}

fn groups(scope: &Scope, context: &RequestContext, at: usize) -> Vec<GroupRow> {
    let (report, tr) = (&scope.report, context.tr());
    let country = report.analysis.statistics.all.goals[at].total.distribution().mean();
    let groups = size_groups(&report.analysis.statistics);
    let show = shown(&groups.iter().map(|group| group.group.goal_size(at)).collect::<Vec<_>>());
    let rows = groups.iter().zip(show).filter(|(group, _)| group.group.goals[at].respondents > 0);
    rows.map(|(group, show)| {
        let label = size_class(context.lang, group.first, group.last);
        if !show {
            return GroupRow { label, chart: None, score: tr.t("withheld"), norm: "" };
        }
        let total = group.group.goals[at].total.distribution();
        let mean = total.mean();
        let score = score_words(report, tr, mean);
        let chart = charts::range(report, tr, &label, &total, country);
        GroupRow { label, chart: Some(chart), score, norm: norm(report, mean).map_or("", Norm::name) }
    })
    .collect()
}

/// Name, score and respondents per Veilig Thuis region, high to low; regions that may not be shown are left out.
fn regions(scope: &Scope, tr: Tr, at: usize) -> Vec<(String, String, u64)> {
    let groups: Vec<_> = scope.report.analysis.statistics.by_region.iter().collect();
    let show = shown(&groups.iter().map(|(_, group)| group.goal_size(at)).collect::<Vec<_>>());
    let mut rows: Vec<(Option<Exact>, &str, u64)> = groups
        .into_iter()
        .zip(show)
        .filter(|((_, group), show)| {
            *show && group.shown && !group.goals[at].withheld && group.goals[at].respondents > 0
        })
        .map(|((region, group), _)| {
            let goal = &group.goals[at];
            (goal.total.distribution().mean(), region.name(), goal.respondents)
        })
        .collect();
    rows.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    rows.into_iter()
        .map(|(mean, name, n)| (name.to_owned(), score_words(&scope.report, tr, mean), n))
        .collect()
}

/// The goal before and the goal after, for going on.
fn neighbours(scope: &Scope, context: &RequestContext, at: usize) -> Vec<(String, String)> {
    let goals = &scope.report.analysis.questionnaire.goals;
    let around = [at.checked_sub(1), Some(at + 1)];
    let found = around.into_iter().flatten().filter_map(|at| goals.get(at));
    found
        .map(|goal| {
            let label = format!("{} {}", goal.number, goal.title.get(context.lang));
            (label, scope.url(context, &format!("/goals/{}", goal.number)))
        })
        .collect()
}
