//! Every table of a report, in the language of its readers. Groups that tell about single municipalities
//! are withheld here: tables are for everybody.

mod change;
mod extra;
mod goals;
mod groups;
mod measures;

use documents::table::{Cell, Column, Table};
use kernel::{Exact, Lang};
use web::{Arg, t, t_with};

use super::model::Report;

pub use groups::goals_by_size;

/// All tables, in the order of the report. Tables without a row are left out.
#[must_use]
pub fn tables(report: &Report<'_>, lang: Lang) -> Vec<Table> {
    let maker = Maker { report, lang };
    let mut tables = vec![
        groups::response(&maker),
        goals::scores(&maker),
        goals::spread(&maker),
        goals::distribution(&maker),
        goals::embedding(&maker),
        goals::documents(&maker),
        goals::reach(&maker),
        goals::heard(&maker),
        groups::by_size(&maker),
        groups::goals_by_size(&maker),
        groups::provinces(&maker),
        groups::regions(&maker),
    ];
    tables.extend(measures::measures(&maker));
    tables.extend(extra::extra(&maker));
    tables.extend([
        change::change(&maker),
        change::reference(&maker),
        change::published(&maker),
        change::conclusions(&maker),
    ]);
    tables.retain(|table| !table.rows.is_empty());
    tables
}

/// A report and the language it is put in.
#[derive(Clone, Copy)]
pub struct Maker<'r, 'd> {
    /// The report.
    pub report: &'r Report<'d>,
    /// The language of its words.
    pub lang: Lang,
}

impl Maker<'_, '_> {
    /// A word of the locale files.
    pub fn t(&self, key: &str) -> String {
        t(self.lang, key)
    }

    /// A sentence of the locale files with values.
    pub fn with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        t_with(self.lang, key, args)
    }

    /// A table whose title is `table-<id>`, with the source of all our figures.
    pub fn table(&self, id: &str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Table {
        let key = format!("table-{id}");
        Table {
            id: id.to_owned(),
            title: self.t(&key),
            columns,
            rows,
            note: None,
            source: Some(self.source()),
        }
    }

    /// Where every figure of this wave comes from.
    pub fn source(&self) -> String {
        let analysis = &self.report.analysis;
        self.with(
            "table-source",
            &[
                ("wave", Arg::from(self.report.wave_title(self.lang))),
                ("rule", Arg::from(analysis.rule.id.clone())),
                ("snapshot", Arg::from(self.report.snapshot.clone())),
            ],
        )
    }

    /// Number and short title of the goal at a position.
    pub fn goal(&self, at: usize) -> [Cell; 2] {
        let goal = &self.report.analysis.questionnaire.goals[at];
        [Cell::Count(u64::from(goal.number)), Cell::Text(goal.title.get(self.lang).to_owned())]
    }

    /// The two columns of [`Maker::goal`].
    pub fn goal_columns(&self) -> Vec<Column> {
        vec![Column::count(self.t("column-number")), Column::text(self.t("column-goal"))]
    }
}

/// A score or mean with one decimal.
pub fn number(value: Option<Exact>) -> Cell {
    value.map_or(Cell::NotAvailable, |value| Cell::Number(value.to_f64(), 1))
}

/// A whole percentage of a count.
pub fn percent(part: u64, whole: u64) -> Cell {
    Exact::percent(part, whole).map_or(Cell::NotAvailable, |share| Cell::Percent(share.to_f64(), 0))
}
