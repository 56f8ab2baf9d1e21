//! Tables with a row for each goal.

use documents::table::{Cell, Column, Table};

use super::{Maker, number, percent};
use crate::domain::answers::Share;
use crate::domain::tally::{Distribution, Tally, class_limit};
use crate::domain::voice;

fn mean(tally: &Tally) -> Cell {
    number(tally.distribution().mean())
}

fn quartile_cells(distribution: &Distribution) -> [Cell; 3] {
    let found = distribution.quartiles();
    [
        number(found.map(|found| found.first)),
        number(found.map(|found| found.median)),
        number(found.map(|found| found.third)),
    ]
}

/// Mean total and parts per goal.
pub fn scores(maker: &Maker<'_, '_>) -> Table {
    let mut columns = maker.goal_columns();
    columns.push(Column::count(maker.t("column-respondents")));
    for key in ["column-total", "part-embedding", "part-measures", "part-reach"] {
        columns.push(Column::number(maker.t(key)));
    }
    columns.push(Column::text(maker.t("column-norm")));
    let basis = maker.report.basis();
    let rows = maker.report.analysis.statistics.all.goals.iter().enumerate().map(|(at, goal)| {
        let total = goal.total.distribution().mean();
        let norm = total
            .map(|total| maker.t(&format!("norm-{}", maker.report.analysis.rule.norms.of(total).name())));
        let mut row = maker.goal(at).to_vec();
        row.push(Cell::Count(goal.respondents));
        row.extend([number(total), mean(&goal.embedding), mean(&goal.measures), mean(&goal.reach)]);
        row.push(norm.map_or(Cell::NotAvailable, Cell::Text));
        row
    });
    let mut table = maker.table("goals", columns, rows.collect());
    if !basis.parts_are_known() {
        table.note =
            maker.report.analysis.wave.as_ref().and_then(|wave| {
                wave.reconstruction.as_ref().map(|known| known.note.get(maker.lang).to_owned())
            });
    }
    table
}

/// Quartiles and colours per goal.
pub fn spread(maker: &Maker<'_, '_>) -> Table {
    let mut columns = maker.goal_columns();
    for key in ["column-first-quartile", "column-median", "column-third-quartile"] {
        columns.push(Column::number(maker.t(key)));
    }
    for key in ["column-low", "column-middle", "column-high"] {
        columns.push(Column::count(maker.t(key)));
    }
    columns.push(Column::percent(maker.t("column-low-share")));
    let norms = &maker.report.analysis.rule.norms;
    let rows = maker.report.analysis.statistics.all.goals.iter().enumerate().map(|(at, goal)| {
        let total = goal.total.distribution();
        let colours = total.colours(norms);
        let mut row = maker.goal(at).to_vec();
        row.extend(quartile_cells(&total));
        row.extend(colours.map(Cell::Count));
        row.push(percent(colours[0], total.count()));
        row
    });
    maker.table("spread", columns, rows.collect())
}

/// Municipalities per class of their mean total.
pub fn distribution(maker: &Maker<'_, '_>) -> Table {
    let all = &maker.report.analysis.statistics.all;
    let means = all.means.distribution();
    let maximum = maker.report.analysis.rule.maximum(maker.report.analysis.statistics.parts);
    let rows = means.histogram(maximum).into_iter().enumerate().map(|(class, count)| {
        let limit = |class: usize| web::number::decimal(maker.lang, class_limit(class, maximum), 0);
        let label = format!("{} – {}", limit(class), limit(class + 1));
        vec![Cell::Text(label), Cell::Count(count), percent(count, means.count())]
    });
    let columns = vec![
        Column::text(maker.t("column-score-class")),
        Column::count(maker.t("column-municipalities")),
        Column::percent(maker.t("column-share")),
    ];
    let rows = if means.count() == 0 { Vec::new() } else { rows.collect() };
    maker.table("distribution", columns, rows)
}

/// In policy, intended, not, and recorded.
pub fn embedding(maker: &Maker<'_, '_>) -> Table {
    let mut columns = maker.goal_columns();
    columns.push(Column::count(maker.t("column-respondents")));
    for key in ["column-in-policy", "column-intended", "column-not-in-policy", "column-recorded"] {
        columns.push(Column::count(maker.t(key)));
        columns.push(Column::percent(format!("{} (%)", maker.t(key))));
    }
    let rows = maker.report.analysis.statistics.all.goals.iter().enumerate().map(|(at, goal)| {
        let mut row = maker.goal(at).to_vec();
        row.push(Cell::Count(goal.respondents));
        for count in goal.policy.into_iter().chain([goal.recorded]) {
            row.extend([Cell::Count(count), percent(count, goal.respondents)]);
        }
        row
    });
    maker.table("embedding", columns, rows.collect())
}

/// In which documents goals are recorded.
pub fn documents(maker: &Maker<'_, '_>) -> Table {
    let mut columns = maker.goal_columns();
    let questionnaire = &maker.report.analysis.questionnaire;
    columns.extend(questionnaire.documents.iter().map(|choice| Column::count(choice.label.get(maker.lang))));
    let rows = maker.report.analysis.statistics.all.goals.iter().enumerate().map(|(at, goal)| {
        let mut row = maker.goal(at).to_vec();
        row.extend(goal.documents.iter().map(|count| Cell::Count(*count)));
        row
    });
    maker.table("documents", columns, rows.collect())
}

/// Sight of reach and the share reached.
pub fn reach(maker: &Maker<'_, '_>) -> Table {
    let mut columns = maker.goal_columns();
    columns.extend([
        Column::count(maker.t("column-respondents")),
        Column::count(maker.t("column-with-sight")),
        Column::percent(format!("{} (%)", maker.t("column-with-sight"))),
        Column::count(maker.t("column-without-sight")),
    ]);
    columns.extend(Share::ALL.map(|share| Column::count(maker.t(&format!("share-{}", share.code())))));
    let rows = maker.report.analysis.statistics.all.goals.iter().enumerate().map(|(at, goal)| {
        let mut row = maker.goal(at).to_vec();
        row.push(Cell::Count(goal.respondents));
        row.extend([
            Cell::Count(goal.sight[0]),
            percent(goal.sight[0], goal.respondents),
            Cell::Count(goal.sight[1]),
        ]);
        row.extend(goal.share.map(Cell::Count));
        row
    });
    maker.table("reach", columns, rows.collect())
}

/// In how many municipalities children were heard; without a row where that may not be told.
pub fn heard(maker: &Maker<'_, '_>) -> Table {
    let mut columns = maker.goal_columns();
    columns.extend([
        Column::count(maker.t("column-respondents")),
        Column::count(maker.t("column-heard")),
        Column::percent(format!("{} (%)", maker.t("column-heard"))),
    ]);
    let rows = maker.report.analysis.statistics.all.goals.iter().enumerate().filter_map(|(at, goal)| {
        let (yes, answered) = voice::told(goal.heard)?;
        let mut row = maker.goal(at).to_vec();
        row.extend([Cell::Count(answered), Cell::Count(yes), percent(yes, answered)]);
        Some(row)
    });
    maker.table("heard", columns, rows.collect())
}
