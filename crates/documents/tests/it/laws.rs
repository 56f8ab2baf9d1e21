//! What holds for every file.

use std::io::Cursor;

use documents::csv::{Form, write};
use documents::read::Rows;
use documents::table::{Cell, Column, Table};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::made::workbook;

/// Reads to the end; the number of rows and findings.
fn drain(bytes: Vec<u8>) -> (Vec<Vec<String>>, usize) {
    let (mut rows, mut findings) = (Vec::new(), 0);
    let Ok(mut reader) = Rows::from_input("x", Cursor::new(bytes), None) else { return (rows, 1) };
    while let Some(row) = reader.next_row() {
        match row {
            Ok(row) => rows.push(row.cells().map(str::to_owned).collect()),
            Err(_) => findings += 1,
        }
    }
    (rows, findings)
}

/// The same by the library that everybody uses; it ends rows at a lone CR too, so there are none.
fn reference(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let width = reader.headers().map_or(0, csv::StringRecord::len);
    let records = reader.records().filter_map(Result::ok);
    records
        .filter(|record| record.len() == width && record.iter().any(|cell| !cell.is_empty()))
        .map(|record| record.iter().map(str::to_owned).collect())
        .collect()
}

/// Characters that matter to CSV, and some that do not.
fn cell() -> impl Strategy<Value = String> {
    "[a-z0-9éë€ ,;\"\n=+@-]{0,8}"
}

fn table(width: usize) -> impl Strategy<Value = Table> {
    let row = vec(cell().prop_map(Cell::Text), width);
    vec(row, 0..6).prop_map(move |rows| Table {
        id: "t".into(),
        title: String::new(),
        columns: (0..width).map(|index| Column::text(format!("kolom {index}"))).collect(),
        rows,
        note: None,
        source: None,
    })
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in vec(any::<u8>(), 0..2000)) {
        drain(bytes);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "[ab,;\"\r\n\u{e9}\u{0}]{0,200}") {
        drain(text.into_bytes());
    }

    #[test]
    fn no_sheet_makes_the_reader_panic(xml in "(<row>|</row>|<c>|</c>|<c r=\"[A-C][0-3]\">|<c t=\"[sbe]\">|<v>|</v>|[0-9x]){0,40}") {
        drain(workbook(&["a"], &xml));
    }

    #[test]
    fn no_damage_to_a_workbook_makes_the_reader_panic(at in 0_usize..1500, byte in any::<u8>()) {
        let mut bytes = workbook(&["a", "b"], r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>"#);
        if let Some(place) = bytes.get_mut(at) {
            *place = byte;
        }
        drain(bytes);
    }

    #[test]
    fn what_is_written_is_read_back(table in (1_usize..5).prop_flat_map(table), excel in any::<bool>()) {
        // A comma file for programs; Excel's semicolons show as soon as there are two columns.
        let form = if excel && table.columns.len() > 1 { Form::DutchExcel } else { Form::Machine };
        let (rows, findings) = drain(write(&table, form));
        let words = |cell: &Cell| match cell {
            Cell::Text(words) if words.starts_with(['=', '+', '-', '@']) => format!("'{words}"),
            Cell::Text(words) => words.clone(),
            _ => String::new(),
        };
        let all = table.rows.iter().map(|row| row.iter().map(words).collect::<Vec<_>>());
        let expected: Vec<_> = all.filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        prop_assert_eq!((rows, findings), (expected, 0));
    }

    #[test]
    fn well_closed_csv_is_read_as_everybody_reads_it(text in "a,b\n([xyz,\"]|\n|\r\n){0,60}") {
        // A quote that stays open is an error here and not there.
        if text.matches('"').count() % 2 == 0 {
            let (rows, findings) = drain(text.clone().into_bytes());
            if findings == 0 {
                prop_assert_eq!(rows, reference(&text));
            }
        }
    }
}
