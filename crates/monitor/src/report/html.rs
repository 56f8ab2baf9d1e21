//! `report.html`: one self-contained page.

use askama::Template;
use documents::table::{Cell, Column, Table};
use kernel::Lang;
use web::Tr;
use web::charts::{Markup, Swatch, frequency_bar, legend, part_bar};

use super::document::{Block, Chapter, Cover, Printed, ScorePart, Section, chapters, cover};
use super::model::Report;

#[derive(Template)]
#[template(path = "report.html")]
struct View {
    lang: Lang,
    tr: Tr,
    title: String,
    style: &'static str,
    cover: Cover,
    chapters: Vec<Chapter>,
}

/// The report as a page.
pub fn write(report: &Report<'_>, lang: Lang) -> Result<String, askama::Error> {
    let tr = Tr(lang);
    let view = View {
        lang,
        tr,
        title: tr.t1("report-document-title", "wave", report.wave_title(lang)),
        style: web::STANDALONE_STYLESHEET,
        cover: cover(report, lang),
        chapters: chapters(report, lang),
    };
    view.render()
}

impl View {
    fn sections(chapter: &Chapter) -> Vec<&Section> {
        let sections = chapter.blocks.iter().filter_map(|block| match block {
            Block::Section(section) => Some(section),
            _ => None,
        });
        sections.collect()
    }

    fn signs(signs: &[(Swatch, String)]) -> Markup {
        legend(signs)
    }

    fn part(part: &ScorePart) -> Markup {
        part_bar(part.points, part.maximum)
    }

    fn printed(&self, printed: &Printed) -> HtmlTable {
        let table = &printed.table;
        let first = usize::from(printed.grouped);
        let mut groups: Vec<RowGroup> = Vec::new();
        for row in &table.rows {
            let name = row.first().filter(|_| printed.grouped).map(|cell| cell.print(self.lang));
            if groups.last().is_none_or(|group| group.name != name) {
                groups.push(RowGroup { name, rows: Vec::new() });
            }
            // A number is no name: the goal beside it heads its row.
            let heads = first + usize::from(matches!(row.get(first), Some(Cell::Count(_))));
            let cells = row.iter().enumerate().skip(first).map(|(at, cell)| HtmlCell {
                text: cell.print(self.lang),
                bar: bar(cell).filter(|_| printed.bar == Some(at)),
                numeric: table.columns.get(at).is_some_and(|column| column.kind.is_numeric()),
                heads: at == heads,
            });
            if let Some(group) = groups.last_mut() {
                group.rows.push(cells.collect());
            }
        }
        HtmlTable {
            title: table.title.clone(),
            caption: printed.caption,
            columns: table.columns.iter().skip(first).cloned().collect(),
            groups,
            lines: [table.note.clone(), table.source.clone()].into_iter().flatten().collect(),
        }
    }

    fn behind(&self, table: &Table) -> HtmlTable {
        self.printed(&Printed { table: table.clone(), grouped: false, bar: None, caption: true })
    }
}

/// The number of a cell as a bar.
fn bar(cell: &Cell) -> Option<Markup> {
    match cell {
        Cell::Percent(value, _) | Cell::Number(value, _) => Some(frequency_bar(*value)),
        _ => None,
    }
}

/// A table ready to print.
struct HtmlTable {
    title: String,
    caption: bool,
    columns: Vec<Column>,
    groups: Vec<RowGroup>,
    lines: Vec<String>,
}

/// Rows of a table that belong together.
struct RowGroup {
    name: Option<String>,
    rows: Vec<Vec<HtmlCell>>,
}

/// A cell and how it is set.
struct HtmlCell {
    text: String,
    bar: Option<Markup>,
    numeric: bool,
    heads: bool,
}
