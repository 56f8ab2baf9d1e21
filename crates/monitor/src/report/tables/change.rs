//! Tables that look outside the wave: the wave before, published figures, and what is concluded.

use documents::table::{Cell, Column, Table};
use kernel::Exact;

use super::{Maker, number, percent};
use crate::domain::figures::Figure;
use crate::domain::reference::Unit;
use crate::report::words::sentence;

/// Mean total and sight of reach per goal, then and now.
pub fn change(maker: &Maker<'_, '_>) -> Table {
    let Some(previous) = &maker.report.previous else { return maker.table("change", Vec::new(), Vec::new()) };
    let year = |text: &str, year: u32| format!("{text} {year}");
    let (then, now) = (previous.year(), maker.report.analysis.year());
    let mut columns = maker.goal_columns();
    columns.extend([
        Column::number(year(&maker.t("column-total"), then)),
        Column::number(year(&maker.t("column-total"), now)),
        Column::number(maker.t("column-change")),
        Column::percent(year(&maker.t("column-sight"), then)),
        Column::percent(year(&maker.t("column-sight"), now)),
    ]);
    let goals = previous.statistics.all.goals.iter().zip(&maker.report.analysis.statistics.all.goals);
    let rows = goals.enumerate().map(|(at, (then, now))| {
        let means = (then.total.distribution().mean(), now.total.distribution().mean());
        let change = means.0.zip(means.1).map(|(then, now)| now - then);
        let mut row = maker.goal(at).to_vec();
        row.extend([number(means.0), number(means.1), number(change)]);
        row.extend([percent(then.sight[0], then.respondents), percent(now.sight[0], now.respondents)]);
        row
    });
    maker.table("change", columns, rows.collect())
}

/// Published figures of the measurement before, and ours where we compute the same.
pub fn reference(maker: &Maker<'_, '_>) -> Table {
    let Some(reference) = maker.report.reference else {
        return maker.table("reference", Vec::new(), Vec::new());
    };
    let cell = |unit: Unit, value: Exact| match unit {
        Unit::Count => Cell::Count(u64::try_from(value.rounded(0)).unwrap_or(0)),
        Unit::Percent => Cell::Percent(value.to_f64(), 0),
        Unit::Grade => Cell::Number(value.to_f64(), 1),
    };
    let rows = reference.figures.iter().map(|figure| {
        let ours = maker.report.figures.get(&figure.key).and_then(Figure::value);
        vec![
            Cell::Text(figure.title.get(maker.lang).to_owned()),
            cell(figure.unit, figure.value),
            figure.also.map_or(Cell::Empty, |also| cell(figure.unit, also)),
            ours.map_or(Cell::Empty, |ours| cell(figure.unit, ours)),
            Cell::Text(figure.source.clone()),
        ]
    });
    let columns = vec![
        Column::text(maker.t("column-figure")),
        Column::number(reference.year.to_string()),
        Column::number(maker.t("column-also")),
        Column::number(maker.report.analysis.year().to_string()),
        Column::text(maker.t("column-source")),
    ];
    let mut table = maker.table("reference", columns, rows.collect());
    table.note = Some(reference.note.get(maker.lang).to_owned());
    table.source = Some(reference.source.clone());
    table
}

/// Figures that the source prints otherwise than they work out.
pub fn published(maker: &Maker<'_, '_>) -> Table {
    let wave = maker.report.analysis.wave.as_ref();
    let rows = wave.into_iter().flat_map(|wave| &wave.published).map(|published| {
        vec![
            Cell::Text(published.figure.clone()),
            Cell::Text(published.printed.clone()),
            Cell::Text(published.ours.clone()),
            Cell::Text(published.note.get(maker.lang).to_owned()),
        ]
    });
    let columns = ["column-figure", "column-printed", "column-ours", "column-why"];
    let columns = columns.into_iter().map(|key| Column::text(maker.t(key))).collect();
    maker.table("published", columns, rows.collect())
}

/// The conclusions that hold, and what to keep in mind.
pub fn conclusions(maker: &Maker<'_, '_>) -> Table {
    let row = |kind: &str, id: &str, text: String| {
        vec![Cell::Text(maker.t(kind)), Cell::Text(id.to_owned()), Cell::Text(text)]
    };
    let conclusions = maker.report.conclusions.iter().map(|conclusion| {
        row(
            "kind-conclusion",
            &conclusion.id,
            sentence(maker.lang, conclusion.text.get(maker.lang), maker.report),
        )
    });
    let caveats = maker
        .report
        .caveats
        .iter()
        .map(|caveat| row("kind-caveat", &caveat.id, caveat.text.get(maker.lang).to_owned()));
    let columns = ["column-kind", "column-name", "column-sentence"];
    let columns = columns.into_iter().map(|key| Column::text(maker.t(key))).collect();
    maker.table("conclusions", columns, conclusions.chain(caveats).collect())
}
