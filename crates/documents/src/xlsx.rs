//! Writes tables as an Excel workbook: a list of contents, then a sheet for each table.
//!
//! The same tables give the same bytes: the file states a fixed date of making.

use std::collections::HashSet;

use kernel::Lang;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder};
use rust_xlsxwriter::{Url, Workbook as Writer, Worksheet, XlsxError};
use thiserror::Error;

use crate::table::{Cell, Column, Kind, Table, not_available};

/// What goes into a workbook, in the language of its readers.
#[derive(Debug, Clone)]
pub struct Workbook<'a> {
    /// Language of all text.
    pub lang: Lang,
    /// Title of the file and heading of the first sheet.
    pub title: &'a str,
    /// Who publishes it.
    pub author: &'a str,
    /// Lines under the heading: what this is, from when, what to keep in mind.
    pub intro: &'a [String],
    /// Words of the list of contents.
    pub labels: Labels<'a>,
    /// A sheet each, in this order, named by their `id`.
    pub tables: &'a [Table],
}

/// Words of the first sheet.
#[derive(Debug, Clone, Copy)]
pub struct Labels<'a> {
    /// Name of the sheet: "Inhoud".
    pub contents: &'a str,
    /// Heading of the column with links: "Blad".
    pub sheet: &'a str,
    /// Heading of the column with titles: "Tabel".
    pub table: &'a str,
    /// Heading of the column with notes: "Toelichting".
    pub note: &'a str,
    /// Heading of the column with sources: "Bron".
    pub source: &'a str,
}

/// A workbook that Excel could not hold, such as a table of more than a million rows.
#[derive(Debug, Error)]
#[error("the workbook can't be written: {0}")]
pub struct WriteError(#[from] XlsxError);

const TEAL: Color = Color::RGB(0x000f_4c5c);
const SOFT: Color = Color::RGB(0x0051_636d);
/// Longest text in a cell, in UTF-16 units (Excel's limit).
const MAX_TEXT: usize = 32_767;

/// The workbook as the bytes of an XLSX file.
///
/// # Errors
/// When a table does not fit in a sheet.
pub fn write(workbook: &Workbook<'_>) -> Result<Vec<u8>, WriteError> {
    let mut writer = Writer::new();
    writer.set_properties(
        &DocProperties::new()
            .set_title(workbook.title)
            .set_author(workbook.author)
            .set_custom_property("Language", workbook.lang.code())
            .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?),
    );
    let mut names = SheetNames::default();
    let contents = names.unique(workbook.labels.contents);
    let sheets: Vec<String> = workbook.tables.iter().map(|table| names.unique(&table.id)).collect();
    write_contents(writer.add_worksheet().set_name(contents)?, workbook, &sheets)?;
    for (table, name) in workbook.tables.iter().zip(&sheets) {
        write_table(writer.add_worksheet().set_name(name)?, table, workbook.lang)?;
    }
    Ok(writer.save_to_buffer()?)
}

fn write_contents(sheet: &mut Worksheet, workbook: &Workbook<'_>, names: &[String]) -> Result<(), XlsxError> {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.write_string_with_format(0, 0, clip(workbook.title), &heading().set_font_size(16))?;
    let mut row = 1;
    for line in workbook.intro {
        sheet.write_string_with_format(row, 0, clip(line), &Format::new().set_font_color(SOFT))?;
        row += 1;
    }
    row += 1;
    let labels = workbook.labels;
    for (column, label) in [labels.sheet, labels.table, labels.note, labels.source].iter().enumerate() {
        sheet.write_string_with_format(row, index(column), *label, &header_format(Kind::Text))?;
    }
    sheet.set_freeze_panes(row + 1, 0)?;
    for (table, name) in workbook.tables.iter().zip(names) {
        row += 1;
        let link = Url::new(format!("internal:'{}'!A1", name.replace('\'', "''")));
        let link_format = Format::new().set_hyperlink().set_align(FormatAlign::Top);
        sheet.write_url_with_options(row, 0, link, name.as_str(), "", Some(&link_format))?;
        let texts = [Some(&table.title), table.note.as_ref(), table.source.as_ref()];
        for (column, text) in texts.into_iter().enumerate() {
            let text = text.map_or("", |text| clip(text));
            sheet.write_string_with_format(row, index(column + 1), text, &wrapped)?;
        }
    }
    for (column, width) in [28, 60, 60, 40].into_iter().enumerate() {
        sheet.set_column_width(index(column), width)?;
    }
    page(sheet);
    Ok(())
}

fn write_table(sheet: &mut Worksheet, table: &Table, lang: Lang) -> Result<(), XlsxError> {
    for (index_, column) in table.columns.iter().enumerate() {
        let title = column.plain_title();
        sheet.write_string_with_format(0, index(index_), clip(&title), &header_format(column.kind))?;
        sheet.set_column_width(index(index_), width(table, index_, column, lang))?;
    }
    let formats = Formats::new();
    for (line, cells) in table.rows.iter().enumerate() {
        let row = u32::try_from(line + 1).map_err(|_| XlsxError::RowColumnLimitError)?;
        for (column, cell) in cells.iter().enumerate() {
            formats.write(sheet, row, index(column), cell, lang)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    page(sheet);
    Ok(())
}

/// A4, as wide as a page.
fn page(sheet: &mut Worksheet) {
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
}

/// The formats of cells, made once for a sheet.
struct Formats {
    words: Format,
    count: Format,
    missing: Format,
}

impl Formats {
    fn new() -> Self {
        Self {
            words: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            count: Format::new().set_num_format("#,##0").set_align(FormatAlign::Top),
            missing: Format::new().set_font_color(SOFT).set_align(FormatAlign::Right),
        }
    }

    fn write(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        cell: &Cell,
        lang: Lang,
    ) -> Result<(), XlsxError> {
        match cell {
            Cell::Empty => {}
            Cell::Text(words) => {
                sheet.write_string_with_format(row, column, clip(words), &self.words)?;
            }
            Cell::Count(count) => {
                sheet.write_number_with_format(row, column, *count as f64, &self.count)?;
            }
            Cell::Number(value, decimals) if value.is_finite() => {
                sheet.write_number_with_format(row, column, *value, &decimal(*decimals, ""))?;
            }
            Cell::Percent(value, decimals) if value.is_finite() => {
                sheet.write_number_with_format(row, column, *value, &decimal(*decimals, "\"%\""))?;
            }
            Cell::Number(..) | Cell::Percent(..) | Cell::NotAvailable => {
                sheet.write_string_with_format(row, column, not_available(lang), &self.missing)?;
            }
        }
        Ok(())
    }
}

fn decimal(decimals: u8, unit: &str) -> Format {
    let zeros = "0".repeat(usize::from(decimals));
    let point = if decimals == 0 { "" } else { "." };
    Format::new().set_num_format(format!("#,##0{point}{zeros}{unit}")).set_align(FormatAlign::Top)
}

fn heading() -> Format {
    Format::new().set_bold().set_font_color(TEAL)
}

fn header_format(kind: Kind) -> Format {
    let align = if kind.is_numeric() { FormatAlign::Right } else { FormatAlign::Left };
    heading()
        .set_text_wrap()
        .set_align(align)
        .set_align(FormatAlign::Bottom)
        .set_border_bottom(FormatBorder::Medium)
        .set_border_bottom_color(TEAL)
}

/// Wide enough for what is in it, within reason: longer words wrap.
fn width(table: &Table, index: usize, column: &Column, lang: Lang) -> f64 {
    let title = column.plain_title().chars().count().min(24);
    let cells = table.rows.iter().take(1000).filter_map(|row| row.get(index));
    let longest = cells.map(|cell| cell.print(lang).chars().count()).max().unwrap_or(0);
    longest.max(title).clamp(8, 60) as f64 + 2.0
}

fn index(column: usize) -> u16 {
    // Past Excel's last column the writer refuses; the highest number makes sure that it does.
    u16::try_from(column).unwrap_or(u16::MAX)
}

fn clip(text: &str) -> &str {
    let mut units = 0;
    for (at, character) in text.char_indices() {
        units += character.len_utf16();
        if units > MAX_TEXT {
            return &text[..at];
        }
    }
    text
}

/// Names that Excel accepts: at most 31 characters, none twice (whatever the case).
#[derive(Default)]
struct SheetNames {
    taken: HashSet<String>,
}

impl SheetNames {
    fn unique(&mut self, wanted: &str) -> String {
        let allowed = |character: char| match character {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'' => '-',
            other if other.is_control() => '-',
            other => other,
        };
        let clean: String = wanted.trim().chars().map(allowed).filter(|c| c.len_utf16() == 1).collect();
        // Excel keeps the name "History" for itself.
        let base = if clean.is_empty() || clean.eq_ignore_ascii_case("history") { "blad-1" } else { &clean };
        let mut name: String = base.chars().take(31).collect();
        let mut count = 1;
        while !self.taken.insert(name.to_lowercase()) {
            count += 1;
            let end = format!("-{count}");
            name = base.chars().take(31 - end.len()).collect::<String>() + &end;
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheet_names_are_short_and_differ() {
        let mut names = SheetNames::default();
        assert_eq!(names.unique("doel 1: [bereik]"), "doel 1- -bereik-");
        assert_eq!(names.unique("Inhoud"), "Inhoud");
        assert_eq!(names.unique("inhoud"), "inhoud-2");
        assert_eq!(names.unique(&"a".repeat(40)).len(), 31);
        assert_eq!(names.unique(&"a".repeat(40)), format!("{}-2", "a".repeat(29)));
        assert_eq!(names.unique("History"), "blad-1");
        assert_eq!(names.unique(""), "blad-1-2");
    }

    #[test]
    fn text_beyond_the_limit_of_a_cell_is_cut_between_characters() {
        let long = "😀".repeat(20_000);
        assert_eq!(clip(&long).chars().count(), 16_383);
        assert_eq!(clip("kort"), "kort");
    }
}
