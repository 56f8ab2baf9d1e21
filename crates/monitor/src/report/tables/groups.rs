//! Tables by size class, province and region.

use documents::table::{Cell, Column, Table};

use super::{Maker, number, percent};
use crate::domain::groups::shown;
use crate::domain::size_groups::size_groups;
use crate::domain::statistics::Group;
use crate::report::words::size_class;

/// Response against all municipalities by size class; empty for a wave without definition.
pub fn response(maker: &Maker<'_, '_>) -> Table {
    let columns = vec![
        Column::text(maker.t("column-size-class")),
        Column::count(maker.t("column-all-municipalities")),
        Column::percent(maker.t("column-all-share")),
        Column::count(maker.t("column-participants")),
        Column::percent(maker.t("column-participants-share")),
        Column::percent(maker.t("column-response")),
    ];
    let mut rows = Vec::new();
    if let Some(wave) = &maker.report.analysis.wave {
        let statistics = &maker.report.analysis.statistics;
        let respondents = statistics.all.respondents;
        for ((group, all), class) in statistics.by_size.iter().zip(wave.size_classes).zip(1..) {
            rows.push(vec![
                Cell::Text(size_class(maker.lang, class, class)),
                Cell::Count(all),
                percent(all, wave.invited),
                Cell::Count(group.respondents),
                percent(group.respondents, respondents),
                percent(group.respondents, all),
            ]);
        }
        rows.push(vec![
            Cell::Text(maker.t("row-total")),
            Cell::Count(wave.invited),
            percent(wave.invited, wave.invited),
            Cell::Count(respondents),
            percent(respondents, respondents),
            percent(respondents, wave.invited),
        ]);
    }
    maker.table("response", columns, rows)
}

fn group_columns(maker: &Maker<'_, '_>, first: &str) -> Vec<Column> {
    vec![
        Column::text(maker.t(first)),
        Column::count(maker.t("column-participants")),
        Column::number(maker.t("column-mean-total")),
        Column::count(maker.t("column-low")),
        Column::percent(maker.t("column-sight")),
    ]
}

fn group_row(maker: &Maker<'_, '_>, label: String, group: &Group, show: bool) -> Vec<Cell> {
    let mut row = vec![Cell::Text(label), Cell::Count(group.respondents)];
    if show && group.respondents > 0 {
        let means = group.means.distribution();
        let sight = crate::domain::figures::sight(group);
        row.extend([
            number(means.mean()),
            Cell::Count(means.colours(&maker.report.analysis.rule.norms)[0]),
            sight.map_or(Cell::NotAvailable, |share| Cell::Percent(share.to_f64(), 0)),
        ]);
    } else {
        row.extend([Cell::NotAvailable, Cell::NotAvailable, Cell::NotAvailable]);
    }
    row
}

/// Mean total by size class, too small ones joined.
pub fn by_size(maker: &Maker<'_, '_>) -> Table {
    let groups = size_groups(&maker.report.analysis.statistics);
    let joined = groups.iter().any(|group| group.first != group.last);
    let rows = groups
        .iter()
        .map(|group| group_row(maker, size_class(maker.lang, group.first, group.last), &group.group, true));
    let mut table = maker.table("size", group_columns(maker, "column-size-class"), rows.collect());
    table.note = joined.then(|| maker.t("note-joined"));
    table
}

/// Mean total of each goal by size class.
pub fn goals_by_size(maker: &Maker<'_, '_>) -> Table {
    let groups = size_groups(&maker.report.analysis.statistics);
    let mut columns = maker.goal_columns();
    columns
        .extend(groups.iter().map(|group| Column::number(size_class(maker.lang, group.first, group.last))));
    let rows = (0..maker.report.analysis.questionnaire.goals.len()).map(|at| {
        let sizes: Vec<_> = groups.iter().map(|group| group.group.goal_size(at)).collect();
        let mut row = maker.goal(at).to_vec();
        for (group, show) in groups.iter().zip(shown(&sizes)) {
            let mean = group.group.goals[at].total.distribution().mean();
            row.push(if show { number(mean) } else { Cell::NotAvailable });
        }
        row
    });
    let rows = if groups.is_empty() { Vec::new() } else { rows.collect() };
    let mut table = maker.table("goals-by-size", columns, rows);
    table.note = Some(maker.t("note-withheld"));
    table
}

/// Mean total by province; empty if no municipality is known.
pub fn provinces(maker: &Maker<'_, '_>) -> Table {
    let groups =
        maker.report.analysis.statistics.by_province.iter().map(|(area, group)| (area.name(), group));
    areas(maker, "provinces", "column-province", &groups.collect::<Vec<_>>())
}

/// Mean total by Veilig Thuis region; empty if no municipality is known.
pub fn regions(maker: &Maker<'_, '_>) -> Table {
    let groups = maker.report.analysis.statistics.by_region.iter().map(|(area, group)| (area.name(), group));
    areas(maker, "regions", "column-region", &groups.collect::<Vec<_>>())
}

fn areas(maker: &Maker<'_, '_>, id: &str, first: &str, groups: &[(&str, &Group)]) -> Table {
    let rows = groups.iter().map(|(name, group)| group_row(maker, (*name).to_owned(), group, group.shown));
    let mut table = maker.table(id, group_columns(maker, first), rows.collect());
    table.note = Some(maker.t("note-withheld"));
    table
}
