//! What the reader makes of good, odd and bad files.

use std::fmt::Write as _;
use std::io::{Cursor, Read, Seek, SeekFrom, Write as _};

use documents::read::{MAX_ROW, Rows};
use kernel::Finding;

use crate::made::{bomb, package, workbook};

/// A row's number and cells.
type Owned = (u64, Vec<String>);

/// All rows and all findings of a file with these bytes.
fn read(bytes: impl Into<Vec<u8>>) -> Result<(Vec<Owned>, Vec<Finding>), Finding> {
    let mut rows = Rows::from_input("antwoorden.csv", Cursor::new(bytes.into()), None)?;
    Ok(drain(&mut rows))
}

fn drain(rows: &mut Rows) -> (Vec<Owned>, Vec<Finding>) {
    let (mut read, mut findings) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next_row() {
        match row {
            Ok(row) => read.push((row.number(), row.cells().map(str::to_owned).collect())),
            Err(finding) => findings.push(finding),
        }
    }
    (read, findings)
}

fn good(bytes: impl Into<Vec<u8>>) -> Vec<Vec<String>> {
    let (rows, findings) = read(bytes).expect("opens");
    assert_eq!(findings, []);
    rows.into_iter().map(|(_, cells)| cells).collect()
}

/// Codes and rows of the findings behind a header that could be read.
fn troubles(bytes: impl Into<Vec<u8>>) -> Vec<(&'static str, Option<u64>)> {
    let (_, findings) = read(bytes).expect("opens");
    findings.iter().map(|finding| (finding.code, finding.place.row)).collect()
}

/// The code of the finding that stops a file from being opened.
fn refused(bytes: impl Into<Vec<u8>>) -> &'static str {
    read(bytes).expect_err("is refused").code
}

fn param<'a>(finding: &'a Finding, name: &str) -> &'a str {
    finding.params.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
}

#[test]
fn comma_and_semicolon_are_told_apart_by_the_header() {
    assert_eq!(good("a,b\n1,2;3\n"), [["1", "2;3"]]);
    assert_eq!(good("a;b\n1;2,3\n"), [["1", "2,3"]]);
    assert_eq!(good("\"a;b;c\",d\n1,2\n"), [["1", "2"]]);
    assert_eq!(good("alleen\nwaarde"), [["waarde"]]);
}

#[test]
fn line_ends_of_windows_and_a_missing_last_one_are_fine() {
    assert_eq!(good("a,b\r\n1,2\r\n3,4"), [["1", "2"], ["3", "4"]]);
}

#[test]
fn a_byte_order_mark_is_not_part_of_the_first_name() {
    let mut rows =
        Rows::from_input("x", Cursor::new(b"\xef\xbb\xbfnaam;b\n\xc3\xa9;2\n".to_vec()), None).unwrap();
    assert_eq!(rows.header(), ["naam", "b"]);
    assert_eq!(rows.next_row().unwrap().unwrap().cell(0), Some("é"));
}

#[test]
fn windows_1252_is_read_as_such() {
    assert_eq!(good(b"a;b\nS\xfadwest;\x80 5\n".to_vec()), [["Súdwest", "€ 5"]]);
    assert_eq!(good(b"gemeente \xe9\xe9n;b\n1;\"caf\xe9\"\n".to_vec()), [["1", "café"]]);
}

#[test]
fn a_row_that_breaks_the_encoding_of_the_rows_before_it_is_reported() {
    assert_eq!(troubles(b"a;b\n\xc3\xa9;1\n\xe9;2\nx;3\n".to_vec()), [("row-encoding", Some(3))]);
}

#[test]
fn utf16_is_refused_with_its_name() {
    assert_eq!(refused(b"\xff\xfea\0;\0b\0".to_vec()), "file-encoding");
    assert_eq!(refused(b"\xfe\xff\0a\0;\0b".to_vec()), "file-encoding");
    assert_eq!(refused(b"a\0;\0b\0\n\0".to_vec()), "file-encoding");
}

#[test]
fn quoted_cells_hold_delimiters_quotes_and_lines() {
    assert_eq!(good("a,b\n\"1,\n2\",\"zei \"\"ja\"\"\"\n"), [["1,\n2", "zei \"ja\""]]);
    assert_eq!(good("a,b\n5\" scherm,x\n"), [["5\" scherm", "x"]]);
}

#[test]
fn rows_carry_the_line_where_they_begin() {
    let (rows, _) = read("a,b\n\n\"1\n\n\",2\n,\n3,4\n").unwrap();
    let numbers: Vec<u64> = rows.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, [3, 7], "empty rows are passed over, lines inside quotes count");
}

#[test]
fn every_ragged_row_is_reported_and_the_others_are_read() {
    let (rows, findings) = read("a,b,c\n1,2\n1,2,3\n1,2,3,4\n4,5,6\n").unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(findings.len(), 2);
    assert_eq!(findings[0].place.row, Some(2));
    assert_eq!((param(&findings[0], "expected"), param(&findings[0], "found")), ("3", "2"));
    assert_eq!((findings[1].code, findings[1].place.row), ("row-width", Some(4)));
}

#[test]
fn a_file_that_broke_off_is_said_to_be_truncated() {
    assert_eq!(troubles("a,b,c\n1,2,3\n1,2"), [("file-truncated", Some(3))]);
    assert_eq!(troubles("a,b,c\n1,2,3\n1,\"twee"), [("file-truncated", Some(3))]);
    assert_eq!(troubles("a,b\n1,2\n\"1\n\n3,4\n5,6\n"), [("file-truncated", Some(3))]);
    assert_eq!(refused("a,\"b\n1,2\n"), "file-truncated");
}

#[test]
fn a_short_last_row_with_a_line_end_is_only_ragged() {
    assert_eq!(troubles("a,b,c\n1,2\n"), [("row-width", Some(2))]);
}

#[test]
fn empty_files_are_named_so() {
    for empty in ["", "\n\n\r\n", "\u{feff}", "\u{feff}\n", ",,,\n"] {
        assert_eq!(refused(empty), "file-empty", "{empty:?}");
    }
    assert_eq!(good("a,b\n"), Vec::<Vec<String>>::new());
}

#[test]
fn binary_files_are_refused() {
    let all: Vec<u8> = (0..=255).collect();
    assert_eq!(refused(all), "file-binary");
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()), "file-binary");
    assert_eq!(refused(b"%PDF-1.7\n1 0 obj".to_vec()), "file-binary");
    assert_eq!(refused(b"a\x01,b\x02\n".to_vec()), "file-binary");
    assert_eq!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec()), "sheet-old");
}

#[test]
fn a_zero_byte_far_in_a_file_stops_reading_there() {
    let mut bytes = b"a,b\n".to_vec();
    bytes.extend(b"1,2\n".repeat(5000));
    bytes.extend(b"1,\0\n3,4\n");
    assert_eq!(troubles(bytes), [("file-binary", Some(5002))]);
}

#[test]
fn an_invisible_character_is_reported_with_its_code_and_reading_goes_on() {
    let (rows, findings) = read("a,b\n1,\u{7}\n3,4\n").unwrap();
    assert_eq!((rows.len(), findings[0].code, param(&findings[0], "character")), (1, "row-control", "7"));
}

#[test]
fn a_missing_file_and_a_folder_are_findings_with_their_name() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("weg.csv");
    let finding = Rows::open(&missing).err().unwrap();
    assert_eq!(finding.code, "file-missing");
    assert!(finding.place.file.unwrap().ends_with("weg.csv"));
    assert_eq!(Rows::open(folder.path()).err().unwrap().code, "file-unreadable");
}

#[test]
fn a_line_of_50_megabytes_is_passed_over_within_seconds() {
    let mut bytes = b"a,b\n1,2\n".to_vec();
    bytes.resize(bytes.len() + 50_000_000, b'x');
    bytes.extend(b",1\n3,4\n");
    let (rows, findings) = read(bytes).unwrap();
    assert_eq!(rows.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [2, 4]);
    assert_eq!((findings[0].code, findings[0].place.row), ("row-too-long", Some(3)));
}

#[test]
fn a_quote_that_stays_open_for_50_megabytes_stops_reading() {
    let mut bytes = b"a,b\n\"".to_vec();
    bytes.extend(b"x\n".repeat(25_000_000));
    assert_eq!(troubles(bytes), [("row-too-long", Some(2))]);
}

#[test]
fn the_longest_row_that_fits_is_read() {
    let longest = "x".repeat(MAX_ROW - "1,\n".len());
    assert_eq!(good(format!("a,b\n1,{longest}\n"))[0][1].len(), longest.len());
    assert_eq!(good(format!("a,b\n1,\"{}\"\n", &longest[2..]))[0][1].len(), longest.len() - 2);
}

#[test]
fn rows_that_straddle_what_is_read_at_once_stay_whole() {
    let mut text = String::from("nr,tekst\n");
    for row in 0..3000 {
        writeln!(text, "{row},\"{} \"\"{row}\"\"\n\"", "woord ".repeat(60)).unwrap();
    }
    let rows = good(text);
    assert_eq!(rows.len(), 3000);
    assert!(rows.iter().enumerate().all(|(index, row)| row[0] == index.to_string() && row[1].len() > 360));
}

#[test]
fn progress_runs_to_the_size_of_the_file() {
    let bytes = "a,b\n1,2\n".repeat(50_000);
    let total = bytes.len() as u64;
    let mut rows = Rows::from_input("x", Cursor::new(bytes.into_bytes()), None).unwrap();
    assert_eq!((rows.bytes_read(), rows.total_bytes()), (4, total));
    drain(&mut rows);
    assert_eq!(rows.bytes_read(), total);
}

/// A disk that fails after so many bytes.
struct Failing(Cursor<Vec<u8>>, u64);

impl Read for Failing {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.0.position() >= self.1 {
            Err(std::io::Error::other("schijf kapot"))
        } else {
            self.0.read(into)
        }
    }
}

impl Seek for Failing {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.0.seek(to)
    }
}

#[test]
fn a_disk_that_fails_while_reading_is_a_finding() {
    let input = Failing(Cursor::new("a,b\n1,2\n".repeat(100_000).into_bytes()), 500_000);
    let mut rows = Rows::from_input("x", input, None).unwrap();
    let (_, findings) = drain(&mut rows);
    assert_eq!((findings.len(), findings[0].code), (1, "file-unreadable"));
    assert!(rows.next_row().is_none());
}

#[test]
fn a_workbook_is_read_like_the_same_csv() {
    let sheet = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>cijfer</t></is></c><c r="C1" t="s"><v>1</v></c></row>
        <row r="3"><c r="A3"><v>3</v></c><c r="B3"><v>5.5</v></c><c r="C3" t="b"><v>1</v></c></row>
        <row r="4"><c r="A4" s="0"/></row>
        <row r="5"><c r="B5" t="e"><v>#N/A</v></c></row>"#;
    let (rows, findings) = read(workbook(&["naam", "ja"], sheet)).unwrap();
    assert_eq!(findings, []);
    let texts = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
    assert_eq!(rows, [(3, texts(["3", "5.5", "true"])), (5, texts(["", "#N/A", ""]))]);
}

#[test]
fn a_row_of_a_sheet_beyond_the_header_is_reported_and_reading_goes_on() {
    let sheet = r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>
        <row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>2</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>"#;
    let (rows, findings) = read(workbook(&["naam"], sheet)).unwrap();
    assert_eq!((rows.len(), findings[0].code, findings[0].place.row), (1, "row-width", Some(2)));
}

#[test]
fn a_sheet_that_is_not_there_is_reported_with_those_that_are() {
    let bytes = workbook(&["naam"], r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#);
    let finding = Rows::from_input("x", Cursor::new(bytes.clone()), Some("Antwoorden")).err().unwrap();
    assert_eq!((finding.code, param(&finding, "found")), ("sheet-none", "Blad1"));
    assert!(Rows::from_input("x", Cursor::new(bytes), Some("blad1")).is_ok());
}

#[test]
fn an_empty_sheet_is_an_empty_file() {
    assert_eq!(refused(workbook(&[], "")), "file-empty");
}

#[test]
fn macros_and_other_archives_are_refused() {
    assert_eq!(refused(package(&[("xl/workbook.xml", ""), ("xl/vbaProject.bin", "")])), "sheet-macros");
    let types =
        "<Types><Override ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/></Types>";
    assert_eq!(refused(package(&[("xl/workbook.xml", ""), ("[Content_Types].xml", types)])), "sheet-macros");
    assert_eq!(refused(package(&[("xl/workbook.bin", "")])), "sheet-other");
    assert_eq!(
        refused(package(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")])),
        "sheet-other"
    );
    assert_eq!(refused(package(&[("foto.jpg", "")])), "sheet-other");
}

#[test]
fn a_workbook_that_broke_off_or_is_damaged_is_refused() {
    let whole = workbook(&["naam"], r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#);
    assert_eq!(refused(whole[..whole.len() / 2].to_vec()), "file-truncated");
    assert_eq!(refused(workbook(&["naam"], r#"<row r="1"><c r="A1" t="s"><v>0</v>"#)), "file-unreadable");
    assert_eq!(
        refused(workbook(&["naam"], r#"<row r="1"><c r="A1" t="s"><v>9</v></c></row>"#)),
        "file-unreadable"
    );
}

#[test]
fn cells_that_run_backwards_or_beyond_a_sheet_are_refused() {
    for sheet in [
        r#"<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>"#,
        r#"<row r="1"><c r="ZZZZ1"><v>1</v></c></row>"#,
        r#"<row r="9999999"><c r="A9999999"><v>1</v></c></row>"#,
    ] {
        assert_eq!(refused(workbook(&[], sheet)), "file-unreadable", "{sheet}");
    }
}

#[test]
fn a_workbook_made_to_fill_the_memory_is_refused_at_once() {
    let bytes = bomb(u32::MAX - 1);
    assert_eq!(refused(bytes), "sheet-too-large");
}

#[test]
fn a_workbook_that_lies_about_its_size_is_stopped_at_what_it_said() {
    assert_eq!(refused(bomb(1000)), "file-unreadable");
}

#[test]
fn reading_from_disk_gives_the_same_as_from_memory() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(b"a;b\n1;2\n").unwrap();
    let mut rows = Rows::open(file.path()).unwrap();
    assert_eq!(drain(&mut rows).0, [(2, vec!["1".to_owned(), "2".to_owned()])]);
}
