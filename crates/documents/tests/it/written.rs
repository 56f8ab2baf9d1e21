//! Workbooks and CSV files, read back.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use documents::table::{Cell, Column, Table};
use documents::xlsx::{Labels, Workbook, write};
use kernel::Lang;

fn table(id: &str, rows: Vec<Vec<Cell>>) -> Table {
    Table {
        id: id.into(),
        title: "Wie wordt bereikt".into(),
        columns: vec![
            Column::text("gemeente"),
            Column::count("inwoners"),
            Column::number("score"),
            Column::percent("aandeel"),
        ],
        rows,
        note: Some("Alleen wie antwoordde.".into()),
        source: None,
    }
}

fn bytes(tables: &[Table], lang: Lang) -> Vec<u8> {
    let labels = Labels { contents: "Inhoud", sheet: "Blad", table: "Tabel", note: "Let op", source: "Bron" };
    let intro = ["Reconstructie: geen echte antwoorden.".to_owned()];
    let workbook = Workbook { lang, title: "Monitor 2017", author: "Zicht", intro: &intro, labels, tables };
    write(&workbook).expect("fits")
}

fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).expect("is a workbook")
}

fn rows() -> Vec<Vec<Cell>> {
    vec![
        vec!["Ede".into(), Cell::Count(120_000), Cell::Number(45.0 / 7.0, 1), Cell::Percent(12.5, 0)],
        vec!["=1+1".into(), Cell::Empty, Cell::NotAvailable, Cell::Percent(f64::NAN, 0)],
    ]
}

#[test]
fn numbers_stay_numbers_and_keep_all_their_digits() {
    let mut book = open(bytes(&[table("bereik", rows())], Lang::Nl));
    let sheet = book.worksheet_range("bereik").unwrap();
    assert_eq!(sheet.get((0, 3)), Some(&Data::String("aandeel (%)".into())));
    assert_eq!(sheet.get((1, 1)), Some(&Data::Float(120_000.0)));
    assert_eq!(sheet.get((1, 2)), Some(&Data::Float(45.0 / 7.0)));
    assert_eq!(sheet.get((1, 3)), Some(&Data::Float(12.5)));
}

#[test]
fn a_value_that_does_not_exist_is_a_word_and_no_zero() {
    let mut book = open(bytes(&[table("bereik", rows())], Lang::En));
    let sheet = book.worksheet_range("bereik").unwrap();
    assert_eq!(sheet.get((2, 1)), Some(&Data::Empty));
    assert_eq!(sheet.get((2, 2)), Some(&Data::String("unknown".into())));
    assert_eq!(sheet.get((2, 3)), Some(&Data::String("unknown".into())));
}

#[test]
fn words_that_look_like_a_formula_stay_words() {
    let mut book = open(bytes(&[table("bereik", rows())], Lang::Nl));
    assert_eq!(book.worksheet_range("bereik").unwrap().get((2, 0)), Some(&Data::String("=1+1".into())));
    assert!(book.worksheet_formula("bereik").unwrap().is_empty());
}

#[test]
fn the_first_sheet_lists_the_others_with_title_and_note() {
    let mut book = open(bytes(&[table("bereik", rows()), table("Bereik", rows())], Lang::Nl));
    assert_eq!(book.sheet_names(), ["Inhoud", "bereik", "Bereik-2"]);
    let contents = book.worksheet_range("Inhoud").unwrap();
    let text = |row, column| contents.get((row, column)).map(ToString::to_string).unwrap_or_default();
    assert_eq!(
        (text(0, 0), text(1, 0)),
        ("Monitor 2017".into(), "Reconstructie: geen echte antwoorden.".into())
    );
    assert_eq!((text(4, 0), text(4, 1)), ("bereik".into(), "Wie wordt bereikt".into()));
    assert_eq!((text(5, 0), text(5, 2)), ("Bereik-2".into(), "Alleen wie antwoordde.".into()));
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    let tables = [table("bereik", rows()), table("deel", rows())];
    assert_eq!(bytes(&tables, Lang::Nl), bytes(&tables, Lang::Nl));
}
