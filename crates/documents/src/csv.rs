//! Writes a table as CSV.

use crate::table::{Cell, Table};

/// For whom the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For programs: RFC 4180, UTF-8 without mark, comma, decimal point, numbers unrounded.
    Machine,
    /// For a double click in Dutch Excel: UTF-8 with mark, semicolon, decimal comma, numbers unrounded.
    DutchExcel,
}

impl Form {
    fn delimiter(self) -> char {
        match self {
            Self::Machine => ',',
            Self::DutchExcel => ';',
        }
    }
}

/// The table as a file: the headings, then the rows. Title, note and source are not in it.
#[must_use]
pub fn write(table: &Table, form: Form) -> Vec<u8> {
    let mut text = String::new();
    if form == Form::DutchExcel {
        text.push('\u{feff}');
    }
    line(&mut text, form, table.columns.iter().map(|column| words(&column.plain_title())));
    append(&mut text, table, form);
    text.into_bytes()
}

/// The rows alone: a further part of a file that [`write`] began, for tables too long to hold.
#[must_use]
pub fn rows(table: &Table, form: Form) -> Vec<u8> {
    let mut text = String::new();
    append(&mut text, table, form);
    text.into_bytes()
}

fn append(text: &mut String, table: &Table, form: Form) {
    for row in &table.rows {
        line(text, form, row.iter().map(|cell| plain(cell, form)));
    }
}

fn line(text: &mut String, form: Form, cells: impl ExactSizeIterator<Item = String>) {
    let alone = cells.len() == 1;
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            text.push(form.delimiter());
        }
        // A row of one empty cell would be an empty line, which readers pass over.
        text.push_str(if alone && cell.is_empty() { "\"\"" } else { &cell });
    }
    text.push_str("\r\n");
}

fn plain(cell: &Cell, form: Form) -> String {
    match cell {
        Cell::Text(text) => words(text),
        Cell::Count(count) => count.to_string(),
        Cell::Number(value, _) | Cell::Percent(value, _) if value.is_finite() => match form {
            Form::Machine => value.to_string(),
            Form::DutchExcel => value.to_string().replace('.', ","),
        },
        Cell::Number(..) | Cell::Percent(..) | Cell::Empty | Cell::NotAvailable => String::new(),
    }
}

/// Words as they may stand in a cell: no spreadsheet runs them as a formula (OWASP, CSV injection), and
/// quotes keep both delimiters inside, so that nobody guesses the wrong one from the headings.
fn words(text: &str) -> String {
    let mark = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if text.contains(['"', ',', ';', '\n', '\r']) {
        format!("\"{mark}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{mark}{text}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Column;

    fn table(rows: Vec<Vec<Cell>>) -> Table {
        Table {
            id: "t".into(),
            title: "Titel".into(),
            columns: vec![Column::text("naam"), Column::percent("aandeel")],
            rows,
            note: None,
            source: None,
        }
    }

    fn text(rows: Vec<Vec<Cell>>, form: Form) -> String {
        String::from_utf8(write(&table(rows), form)).unwrap()
    }

    #[test]
    fn programs_get_unrounded_numbers_with_a_point() {
        let rows =
            vec![vec!["Ede".into(), Cell::Percent(200.0 / 3.0, 0)], vec!["Urk".into(), Cell::NotAvailable]];
        assert_eq!(text(rows, Form::Machine), "naam,aandeel (%)\r\nEde,66.66666666666667\r\nUrk,\r\n");
    }

    #[test]
    fn dutch_excel_gets_semicolons_and_a_decimal_comma() {
        let rows = vec![vec!["Ede".into(), Cell::Percent(12.5, 0)]];
        assert_eq!(text(rows, Form::DutchExcel), "\u{feff}naam;aandeel (%)\r\nEde;12,5\r\n");
    }

    #[test]
    fn quotes_delimiters_and_line_ends_stay_inside_their_cell() {
        let rows = vec![vec!["a \"b\", c\nd".into(), Cell::Count(3)]];
        assert_eq!(text(rows, Form::Machine), "naam,aandeel (%)\r\n\"a \"\"b\"\", c\nd\",3\r\n");
    }

    #[test]
    fn words_never_become_a_formula() {
        for evil in ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1"] {
            let written = text(vec![vec![evil.into(), Cell::Empty]], Form::Machine);
            assert!(written.contains(&format!("'{evil}")), "{written:?}");
        }
    }

    #[test]
    fn numbers_below_zero_are_no_words_and_stay_numbers() {
        let written = text(vec![vec!["r".into(), Cell::Number(-0.45, 2)]], Form::Machine);
        assert!(written.ends_with("r,-0.45\r\n"), "{written:?}");
    }
}
