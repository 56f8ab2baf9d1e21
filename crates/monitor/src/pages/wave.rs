//! A wave: the country, or a group of it, on all goals; who took part; how scores are spread.
//! Anyone may see it (`Permission::SeePublished`). A wave that was withdrawn says why.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use documents::table::Table;
use kernel::{Exact, Norm};
use web::charts::Markup;
use web::{Arg, Frame, Page, PageError, RequestContext, Tr};

use super::home::{GoalsView, goals_view};
use super::parts::{KeyFigure, decimal, key_figures, norm, score_words, with_notice};
use super::scope::{self, Choice, Scope, size_key};
use super::site::Site;
use super::withdrawn;
use crate::domain::questionnaire::ExtraKind;
use crate::domain::size_groups::size_groups;
use crate::report::charts::{self, ResponseRow};
use crate::report::comparable;
use crate::report::model::Report;
use crate::report::tables;
use crate::report::words::{p_value, sentence, size_class, statistic};

#[derive(Template)]
#[template(path = "wave.html")]
struct View {
    frame: Frame,
    title: String,
    intro: String,
    sizes: Vec<Choice>,
    figures: Vec<KeyFigure>,
    goals: GoalsView,
    spread: Markup,
    spread_text: String,
    spread_rows: Vec<(String, u64)>,
    groups: Vec<GroupRow>,
    groups_note: Option<String>,
    response: Vec<ResponseRow>,
    by_size: Option<Table>,
    conclusions: Vec<(String, String)>,
    grades: Option<GradesView>,
    extra: Vec<ExtraView>,
    change: Option<String>,
    incomparable: Option<(String, Vec<String>)>,
    links: [(String, String); 4],
    waves: Vec<Choice>,
}

struct GroupRow {
    label: String,
    url: String,
    score: String,
    norm: &'static str,
    chart: Markup,
    respondents: String,
}

/// An extra question with its answers as bars.
struct ExtraView {
    id: String,
    title: String,
    question: String,
    rows: Vec<(String, Markup, String, u64)>,
    respondents: u64,
}

/// Own grades, and how they go with the score.
struct GradesView {
    rows: Vec<(String, String, u64)>,
    scatter: Option<Markup>,
    relation: Option<String>,
}

/// Shows a wave, or a group of it.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Path(wave): Path<String>,
    Query(query): Query<scope::Query>,
) -> Result<Response, PageError> {
    let scope = match Scope::load(&site, context.lang, &wave, query).await {
        Err(PageError::NotFound | PageError::Gone(_)) => {
            return withdrawn::show(&site, &context, &wave).await;
        }
        loaded => loaded?,
    };
    let tr = context.tr();
    let report = &scope.report;
    let wave_title = report.wave_title(context.lang);
    let title = if scope.is_part() {
        tr.t2("wave-group-title", "wave", wave_title.clone(), "group", scope.label.clone())
    } else {
        wave_title.clone()
    };
    let frame = context.frame(&title, tr.t1("wave-description", "wave", wave_title), "monitor");
    let frame = frame.crumb(tr.t("crumb-home"), Some("/")).crumb(&title, None);
    let means = scope.group().means.distribution();
    let (spread, spread_rows) = charts::spread(report, tr, &means);
    let link = |key: &str, path: &str| (tr.t(key), scope.url(&context, path));
    let waves = site.waves().await?.into_iter().map(|stored| Choice {
        on: stored.id == report.analysis.wave_id,
        url: context.url(&format!("/monitor/{}", stored.id)),
        label: stored.id,
    });
    let page = Page(View {
        frame: with_notice(frame, report.analysis.nature),
        title,
        intro: intro(&scope, tr),
        sizes: scope.sizes(&context, ""),
        figures: key_figures(&scope, tr),
        goals: goals_view(&scope, &context, ""),
        spread,
        spread_text: charts::spread_text(report, tr, &means),
        spread_rows,
        groups: groups(&scope, &context),
        groups_note: size_groups(&report.analysis.statistics)
            .iter()
            .any(|group| group.first != group.last)
            .then(|| tr.t("note-joined")),
        response: charts::response(report, tr),
        by_size: by_size(report, &context),
        conclusions: conclusions(&scope, &context),
        grades: grades(&scope, tr),
        extra: extra(&scope, &context),
        // It is about the country, not about a group of it.
        change: (!scope.is_part()).then(|| change(report, tr)).flatten(),
        incomparable: incomparable(report, tr),
        links: [
            link("nav-regions", "/regions"),
            link("nav-municipalities", "/municipalities"),
            link("nav-conclusions", "/conclusions"),
            link("nav-downloads", "/downloads"),
        ],
        waves: waves.collect(),
    });
    Ok(page.into_response())
}

fn intro(scope: &Scope, tr: Tr) -> String {
    let rule = ("rule", Arg::from(scope.report.analysis.rule.title.get(tr.0).to_owned()));
    let count = ("n", Arg::from(scope.group().respondents));
    match &scope.report.analysis.wave {
        Some(wave) if !scope.is_part() => {
            let period = [("from", wave.period.0), ("to", wave.period.1)];
            let [from, to] = period.map(|(name, date)| (name, Arg::from(day(date))));
            tr.with("wave-intro", &[count, rule, from, to])
        }
        _ => tr.with("wave-intro-short", &[count, rule]),
    }
}

/// A day in figures, which reads the same in both languages.
fn day(date: jiff::civil::Date) -> String {
    format!("{}-{}-{}", date.day(), date.month(), date.year())
}

fn groups(scope: &Scope, context: &RequestContext) -> Vec<GroupRow> {
    let (report, tr) = (&scope.report, context.tr());
    let country = report.mean();
    let rows =
        size_groups(&report.analysis.statistics).into_iter().filter(|group| group.group.respondents > 0);
    rows.map(|group| {
        let means = group.group.means.distribution();
        let label = size_class(context.lang, group.first, group.last);
        let query = scope.query.with_group(Some(("size", size_key(group.first, group.last).into_owned())));
        GroupRow {
            chart: charts::range(report, tr, &label, &means, country),
            url: scope.url_with(context, "", &query),
            norm: norm(report, means.mean()).map_or("", Norm::name),
            score: score_words(report, tr, means.mean()),
            respondents: tr.count(&group.group.respondents),
            label,
        }
    })
    .collect()
}

fn by_size(report: &Report<'_>, context: &RequestContext) -> Option<Table> {
    let table = tables::goals_by_size(&tables::Maker { report, lang: context.lang });
    (!table.rows.is_empty()).then_some(table)
}

fn conclusions(scope: &Scope, context: &RequestContext) -> Vec<(String, String)> {
    if scope.is_part() || !scope.report.analysis.statistics.parts.is_all() {
        return Vec::new();
    }
    let first = scope.report.conclusions.iter().take(5);
    first
        .map(|conclusion| {
            let text = sentence(context.lang, conclusion.text.get(context.lang), &scope.report);
            (text, super::conclusions::link(scope, context, &conclusion.link))
        })
        .collect()
}

fn grades(scope: &Scope, tr: Tr) -> Option<GradesView> {
    let group = scope.group();
    let questions = scope.report.analysis.questionnaire.extra.iter().zip(&group.extra);
    let rows: Vec<_> = questions
        .filter(|(question, counts)| question.kind == ExtraKind::Grade && counts.respondents > 0)
        .map(|(question, counts)| {
            let mean = decimal(tr, counts.grades.distribution().mean(), 1);
            (question.title.get(tr.0).to_owned(), mean, counts.respondents)
        })
        .collect();
    let found = group.correlation();
    let relation = found.map(|found| {
        let interval = found.interval.map_or_else(String::new, |(low, high)| {
            let (low, high) = (statistic(tr.0, low, 2), statistic(tr.0, high, 2));
            tr.t2("grades-interval", "low", low, "high", high)
        });
        let p = found.p.map_or_else(|| tr.t("no-value"), |p| p_value(tr.0, p));
        tr.with(
            "grades-relation",
            &[
                ("r", Arg::from(statistic(tr.0, found.r, 2))),
                ("n", Arg::from(found.n)),
                ("interval", Arg::from(interval)),
                ("p", Arg::from(p)),
            ],
        )
    });
    (!rows.is_empty()).then(|| GradesView {
        rows,
        scatter: charts::scatter(&scope.report, tr, group),
        relation,
    })
}

fn extra(scope: &Scope, context: &RequestContext) -> Vec<ExtraView> {
    let (tr, lang) = (context.tr(), context.lang);
    let questions = scope.report.analysis.questionnaire.extra.iter().zip(&scope.group().extra);
    let answered =
        questions.filter(|(question, counts)| counts.respondents > 0 && !question.options.is_empty());
    answered
        .map(|(question, counts)| {
            let mut rows: Vec<_> = question.options.iter().zip(&counts.options).collect();
            rows.sort_by(|(_, a), (_, b)| b.cmp(a));
            let rows = rows.into_iter().map(|(option, &count)| {
                let share = Exact::percent(count, counts.respondents).unwrap_or_default();
                let bar = web::charts::frequency_bar(share.to_f64());
                (option.label.get(lang).to_owned(), bar, tr.percent(&share, 0), count)
            });
            ExtraView {
                id: question.key.replace('_', "-"),
                title: question.title.get(lang).to_owned(),
                question: question.question.get(lang).to_owned(),
                rows: rows.collect(),
                respondents: counts.respondents,
            }
        })
        .collect()
}

/// What can't be compared with the wave before: the sentence above it, and each with its reasons.
fn incomparable(report: &Report<'_>, tr: Tr) -> Option<(String, Vec<String>)> {
    let broken = comparable::sentences(report, tr.0);
    let year = report.previous.as_ref()?.year().to_string();
    (!broken.is_empty()).then(|| (tr.t1("comparable-intro", "year", year), broken))
}

/// How the municipalities that took part twice changed, where it is known which ones did.
fn change(report: &Report<'_>, tr: Tr) -> Option<String> {
    let previous = report.previous.as_ref()?;
    let comparison = crate::report::twice::twice(&report.analysis, previous)?;
    Some(tr.with(
        "wave-twice",
        &[
            ("year", Arg::from(previous.year().to_string())),
            ("n", Arg::from(comparison.both)),
            ("comparable", Arg::from(comparison.comparable)),
        ],
    ))
}
