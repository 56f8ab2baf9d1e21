//! A comparison to take along: as SVG, PNG, CSV and XLSX. Everybody of the municipality (`Permission::SeeForm`); what is
//! in a file is what its page shows.

use axum::body::Bytes;
use axum::extract::{Path, Query as FromQuery, State};
use axum::response::Response;
use documents::csv;
use documents::png;
use documents::table::{Cell, Column, Table};
use documents::xlsx::{self, Labels, Workbook};
use kernel::Exact;
use tokio::task::spawn_blocking;
use web::charts::{Comparison, ComparisonRow, Markup, comparison, standalone};
use web::{Arg, PageError, RequestContext, Tr};

use super::compare::{Compared, compare};
use super::query::Query;
use super::rows::{self, Answered, Mine};
use crate::Desk;
use crate::domain::tally::Distribution;
use crate::domain::wave::Nature;
use crate::pages::downloads::attachment;
use crate::pages::own::mean_of;
use crate::pages::parts::{norm, score_words};

/// Pixels of a PNG to each of the picture: sharp on paper too.
const SHARP: f32 = 2.0;

/// Gives a file.
pub async fn give(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((municipality, file)): Path<(String, String)>,
    FromQuery(query): FromQuery<Query>,
) -> Result<Response, PageError> {
    let mine = rows::open(&desk, &context, &municipality).await?;
    let end = file.strip_prefix("comparison.").ok_or(PageError::NotFound)?.to_owned();
    let found = mine.wave(&query)?.ok_or(PageError::NotFound)?;
    let compared = compare(&desk, &context, &mine, found, query).await?;
    let tr = context.tr();
    let name = format!("zicht-{}-{}-{}.{end}", mine.code, found.0.wave, context.lang.code());
    let (bytes, media_type) = match end.as_str() {
        "svg" => (standalone(&picture(tr, &mine, found.0, &compared)).into_bytes(), "image/svg+xml"),
        "png" => {
            let svg = standalone(&picture(tr, &mine, found.0, &compared));
            (spawn_blocking(move || png::draw(&svg, SHARP)).await??, "image/png")
        }
        "csv" => {
            (csv::write(&table(tr, &mine, found.0, &compared), csv::Form::Machine), "text/csv; charset=utf-8")
        }
        "excel.csv" => (
            csv::write(&table(tr, &mine, found.0, &compared), csv::Form::DutchExcel),
            "text/csv; charset=utf-8",
        ),
        "xlsx" => (
            workbook(tr, table(tr, &mine, found.0, &compared))?,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        _ => return Err(PageError::NotFound),
    };
    Ok(attachment(Bytes::from(bytes), media_type, &name))
}

/// Who, beside whom, and in which wave.
fn titles(tr: Tr, mine: &Mine, answered: &Answered, compared: &Compared) -> (String, String) {
    let title = tr.t2("mine-picture-title", "name", mine.municipality.name, "wave", answered.title.as_str());
    let subtitle = compared.peers.as_ref().map_or_else(
        || tr.t("mine-not-beside-fixed"),
        |peers| {
            tr.with(
                "mine-beside",
                &[("n", Arg::from(peers.count)), ("group", Arg::from(peers.label.as_str()))],
            )
        },
    );
    (title, subtitle)
}

/// Where the figures come from, and whether they are real.
fn source(tr: Tr, answered: &Answered) -> String {
    let source = tr.t1("mine-source", "wave", answered.title.as_str());
    if answered.nature == Nature::Real {
        return source;
    }
    let name = answered.nature.name();
    format!("{source} {}", tr.t(&format!("notice-{name}")))
}

/// A line: name, own score, earlier ones, and the group.
struct Line<'a> {
    name: String,
    own: Option<Exact>,
    before: Vec<Exact>,
    peers: Option<&'a Distribution>,
}

fn lines(tr: Tr, compared: &Compared) -> Vec<Line<'_>> {
    let parts = compared.scope.query.parts();
    let peers = compared.peers.as_ref();
    let mut lines = vec![Line {
        name: tr.t("own-all-goals"),
        own: mean_of(&compared.now, parts),
        before: compared.before.iter().filter_map(|scores| mean_of(scores, parts)).collect(),
        peers: peers.map(|peers| &peers.means),
    }];
    for (at, goal) in compared.scope.report.analysis.questionnaire.goals.iter().enumerate() {
        let of = |scores: &[Option<crate::domain::score::Score>]| {
            scores.get(at).copied().flatten().map(|score| score.total(parts))
        };
        let found = peers.and_then(|peers| peers.goal(at));
        lines.push(Line {
            name: format!("{} {}", goal.number, goal.title.get(tr.0)),
            own: of(&compared.now),
            before: compared.before.iter().filter_map(|scores| of(scores)).collect(),
            peers: found,
        });
    }
    lines
}

/// The comparison as one picture.
pub fn picture(tr: Tr, mine: &Mine, answered: &Answered, compared: &Compared) -> Markup {
    let report = &compared.scope.report;
    let (title, subtitle) = titles(tr, mine, answered, compared);
    let lines = lines(tr, compared);
    let words: Vec<[String; 2]> = lines
        .iter()
        .map(|line| {
            let mean = line.peers.and_then(Distribution::mean);
            let mean = if mean.is_some() { score_words(report, tr, mean) } else { tr.t("no-value") };
            [score_words(report, tr, line.own), mean]
        })
        .collect();
    let before: Vec<Vec<f64>> =
        lines.iter().map(|line| line.before.iter().map(|score| score.to_f64()).collect()).collect();
    let rows: Vec<ComparisonRow<'_>> = lines
        .iter()
        .zip(&words)
        .zip(&before)
        .map(|((line, words), before)| ComparisonRow {
            name: &line.name,
            own: line.own.map(|own| (own.to_f64(), norm(report, Some(own)))),
            before,
            band: line
                .peers
                .and_then(Distribution::quartiles)
                .map(|found| (found.first.to_f64(), found.third.to_f64())),
            mean: line.peers.and_then(Distribution::mean).map(Exact::to_f64),
            words: [&words[0], &words[1]],
        })
        .collect();
    let years: Vec<String> = compared.years.iter().map(ToString::to_string).collect();
    let earlier =
        if years.is_empty() { String::new() } else { tr.t1("mine-sign-before", "years", years.join(", ")) };
    let own = if compared.scope.query.parts().is_all() { "mine-sign-picture" } else { "column-score" };
    let (own, band, mean) = (tr.t(own), tr.t("mine-sign-band"), tr.t("mine-sign-mean"));
    let source = source(tr, answered);
    comparison(&Comparison {
        label: &format!("{title}. {subtitle}"),
        title: &title,
        subtitle: &subtitle,
        columns: [&tr.t("column-score"), &tr.t("column-mean")],
        rows: &rows,
        signs: [&own, &earlier, &band, &mean],
        source: &source,
        scale: report.analysis.rule.maximum(compared.scope.query.parts()).to_f64(),
    })
}

/// The comparison as a table.
fn table(tr: Tr, mine: &Mine, answered: &Answered, compared: &Compared) -> Table {
    let (title, subtitle) = titles(tr, mine, answered, compared);
    let number =
        |value: Option<Exact>| value.map_or(Cell::NotAvailable, |value| Cell::Number(value.to_f64(), 1));
    let mut columns = vec![Column::text(tr.t("column-goal")), Column::number(tr.t("mine-column-own"))];
    columns.extend(
        compared.years.iter().map(|year| Column::number(format!("{} {year}", tr.t("mine-column-own")))),
    );
    for key in ["column-mean", "column-first-quartile", "column-median", "column-third-quartile"] {
        columns.push(Column::number(tr.t(key)));
    }
    let parts = compared.scope.query.parts();
    let mut rows = Vec::new();
    for (at, line) in lines(tr, compared).into_iter().enumerate() {
        let mut row = vec![Cell::Text(line.name), number(line.own)];
        for scores in &compared.before {
            let then = match at.checked_sub(1) {
                None => mean_of(scores, parts),
                Some(goal) => scores.get(goal).copied().flatten().map(|score| score.total(parts)),
            };
            row.push(number(then));
        }
        let quartiles = line.peers.and_then(Distribution::quartiles);
        row.push(number(line.peers.and_then(Distribution::mean)));
        row.push(number(quartiles.map(|found| found.first)));
        row.push(number(quartiles.map(|found| found.median)));
        row.push(number(quartiles.map(|found| found.third)));
        rows.push(row);
    }
    Table {
        id: "comparison".to_owned(),
        title,
        columns,
        rows,
        note: Some(subtitle),
        source: Some(source(tr, answered)),
    }
}

fn workbook(tr: Tr, table: Table) -> Result<Vec<u8>, PageError> {
    let [contents, sheet, name, note, source] =
        ["report-contents", "report-sheet", "report-table", "report-note", "column-source"]
            .map(|key| tr.t(key));
    let labels = Labels { contents: &contents, sheet: &sheet, table: &name, note: &note, source: &source };
    let intro: Vec<String> = table.note.iter().chain(&table.source).cloned().collect();
    let title = table.title.clone();
    let workbook =
        Workbook { lang: tr.0, title: &title, author: "Zicht", intro: &intro, labels, tables: &[table] };
    Ok(xlsx::write(&workbook)?)
}
