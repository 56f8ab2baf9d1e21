//! Tables of the extra questions.

use documents::table::{Cell, Column, Table};
use web::Arg;

use super::{Maker, number, percent};
use crate::domain::questionnaire::ExtraKind;
use crate::report::words::{p_value, statistic};

/// Grades with their correlation, then a table per question with options.
pub fn extra(maker: &Maker<'_, '_>) -> Vec<Table> {
    let analysis = &maker.report.analysis;
    let mut tables = vec![grades(maker), correlation(maker)];
    for (question, counts) in analysis.questionnaire.extra.iter().zip(&analysis.statistics.all.extra) {
        if question.kind == ExtraKind::Grade || counts.respondents == 0 {
            continue;
        }
        let rows = question.options.iter().zip(&counts.options).map(|(option, &count)| {
            vec![
                Cell::Text(option.label.get(maker.lang).to_owned()),
                Cell::Text(option.code.clone()),
                Cell::Count(count),
                percent(count, counts.respondents),
            ]
        });
        let columns = vec![
            Column::text(maker.t("column-answer")),
            Column::text(maker.t("column-code")),
            Column::count(maker.t("column-municipalities")),
            Column::percent(maker.t("column-share")),
        ];
        let mut table = maker.table("extra", columns, rows.collect());
        table.id = question.key.replace('_', "-");
        question.title.get(maker.lang).clone_into(&mut table.title);
        let asked = question.question.get(maker.lang);
        let n = maker.with("note-answered", &[("n", Arg::from(counts.respondents.to_string()))]);
        table.note = Some(format!("{asked} {n}"));
        tables.push(table);
    }
    tables
}

fn grades(maker: &Maker<'_, '_>) -> Table {
    let analysis = &maker.report.analysis;
    let questions = analysis.questionnaire.extra.iter().zip(&analysis.statistics.all.extra);
    let rows = questions
        .filter(|(question, counts)| question.kind == ExtraKind::Grade && counts.respondents > 0)
        .map(|(question, counts)| {
            let grades = counts.grades.distribution();
            let quartiles = grades.quartiles();
            vec![
                Cell::Text(question.title.get(maker.lang).to_owned()),
                Cell::Count(counts.respondents),
                number(grades.mean()),
                number(quartiles.map(|found| found.first)),
                number(quartiles.map(|found| found.median)),
                number(quartiles.map(|found| found.third)),
            ]
        });
    let columns = vec![
        Column::text(maker.t("column-grade")),
        Column::count(maker.t("column-respondents")),
        Column::number(maker.t("column-mean")),
        Column::number(maker.t("column-first-quartile")),
        Column::number(maker.t("column-median")),
        Column::number(maker.t("column-third-quartile")),
    ];
    maker.table("grades", columns, rows.collect())
}

fn correlation(maker: &Maker<'_, '_>) -> Table {
    let found = maker.report.analysis.statistics.all.correlation();
    let rows = found.map(|found| {
        let interval = found.interval.map_or(Cell::NotAvailable, |(low, high)| {
            let (low, high) = (statistic(maker.lang, low, 2), statistic(maker.lang, high, 2));
            Cell::Text(maker.with("interval", &[("low", Arg::from(low)), ("high", Arg::from(high))]))
        });
        let p = found.p.map_or(Cell::NotAvailable, |p| Cell::Text(p_value(maker.lang, p)));
        vec![Cell::Number(found.r, 2), Cell::Count(found.n), interval, p]
    });
    let columns = vec![
        Column::number(maker.t("column-r")),
        Column::count(maker.t("column-n")),
        Column::text(maker.t("column-interval")),
        Column::text(maker.t("column-p")),
    ];
    let mut table = maker.table("correlation", columns, rows.into_iter().collect());
    table.note = Some(maker.t("note-correlation"));
    table
}
