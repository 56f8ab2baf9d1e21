//! The file as a whole: not there, not whole, not what it says it is.

use super::super::read as read_path;
use super::{Heard, Table, assert_told, read};
use crate::sample::questionnaire;

const MB: usize = 1024 * 1024;

fn good() -> Table {
    Table::new().row(&[("d1.beleid", "ja")]).row(&[("d1.beleid", "nee")]).row(&[("d1.beleid", "nee")])
}

#[test]
fn a_file_that_is_not_there_is_told() {
    let mut heard = Heard::default();
    let folder = tempfile::tempdir().unwrap();
    let outcome = read_path(&folder.path().join("weg.csv"), questionnaire(), None, &mut heard);
    assert_eq!((outcome.accepted, outcome.problems, heard.findings[0].code), (0, 1, "file-missing"));
    assert!(heard.told()[0].1.contains("weg.csv: Dit bestand bestaat niet."));
}

#[test]
fn an_empty_file_is_told() {
    let words = "Dit bestand is leeg. Er moet een regel met kolomnamen in staan en daaronder de gegevens. Er is \
        niets opgeslagen.";
    for bytes in ["", "\u{feff}", "\n\n  \n"] {
        let (_, heard) = read(bytes);
        assert_eq!(heard.findings.len(), 1, "{bytes:?}");
    }
    assert_told("", &[("file-empty", 0, "", words)]);
}

#[test]
fn a_file_with_only_a_header_is_told() {
    let words = "In dit bestand staan geen antwoorden, alleen kolomnamen. Zet elke respondent op een eigen regel daaronder.";
    assert_told(Table::new().csv(','), &[("rows-none", 0, "", words)]);
    let blank = [("respondent", " "), ("grootteklasse", ""), ("d1.beleid", "  ")];
    assert_told(Table::new().row(&blank).csv(',') + "\n", &[("rows-none", 0, "", words)]);
}

#[test]
fn a_binary_file_is_told() {
    let words = "Dit is geen tekstbestand. Bewaar de tabel als CSV (UTF-8) of als XLSX en lever die aan. Er is \
        niets opgeslagen.";
    let picture: Vec<u8> = (0..=255).cycle().take(10_000).collect();
    for bytes in [picture, b"%PDF-1.7\n".to_vec()] {
        assert_told(bytes, &[("file-binary", 0, "", words)]);
    }
    // Bytes of something else behind rows that are fine.
    let many = (0..100).fold(Table::new(), |table, _| table.row(&[("d1.beleid", "ja")]));
    let mut bytes = many.csv(',').into_bytes();
    bytes.extend([0; 100]);
    assert_told(bytes, &[("file-binary", 102, "", words)]);
}

#[test]
fn a_file_that_breaks_off_is_told() {
    let words = "Dit bestand is niet compleet: hier breekt het af, of een aanhalingsteken wordt niet gesloten. \
        Maak of download het bestand opnieuw. Er is niets opgeslagen.";
    let csv = good().csv(',');
    let middle = csv.rfind("r3,").unwrap() + 10;
    assert_told(&csv[..middle], &[("file-truncated", 4, "", words)]);
    let unclosed = csv.replace("r2,", "\"r2,");
    assert_told(unclosed, &[("file-truncated", 3, "", words)]);
}

#[test]
fn a_workbook_that_breaks_off_is_told() {
    let bytes = super::shapes::workbook(&good());
    for part in [bytes.len() / 2, bytes.len() - 10] {
        let (_, heard) = read(&bytes[..part]);
        assert_eq!(heard.told()[0].0, "file-truncated");
    }
}

#[test]
fn a_line_of_50_mb_is_told_and_the_rest_is_read() {
    let words = "Deze regel is langer dan 1048576 bytes. Staat er een aanhalingsteken dat niet gesloten wordt, of \
        ontbreken de regeleinden? Verbeter de regel en lever het bestand opnieuw aan. Er is niets opgeslagen.";
    let long = "x".repeat(50 * MB);
    let csv = good().row(&[("grootteklasse", "7")]).csv(',');
    let class = "‘7’ is geen grootteklasse. Vul een cijfer van 1 tot en met 5 in.";
    assert_told(
        csv.replace("r2,", &format!("r2{long},")),
        &[("row-too-long", 3, "", words), ("size-class-range", 5, "grootteklasse", class)],
    );
    assert_told(csv.replace("r2,", &format!("\"r2{long}\",")), &[("row-too-long", 3, "", words)]);
    assert_told(long, &[("row-too-long", 1, "", words)]);
}

#[test]
fn utf_16_is_told() {
    let words = "Dit bestand is bewaard als UTF-16. Bewaar het als CSV in UTF-8 en lever het opnieuw aan. Er is \
        niets opgeslagen.";
    let csv = good().csv(';');
    let little: Vec<u8> = csv.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> =
        [0xfe, 0xff].into_iter().chain(csv.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    assert_told(little, &[("file-encoding", 0, "", words)]);
    assert_told(big, &[("file-encoding", 0, "", words)]);
}

#[test]
fn a_workbook_with_macros_is_told() {
    let words = "Deze werkmap kan macro's bevatten. Die nemen wij niet aan. Bewaar hem als gewone XLSX of als CSV. \
        Er is niets opgeslagen.";
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("vbaProject.bin");
    std::fs::write(&project, b"Sub A()").unwrap();
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.add_vba_project(&project).unwrap();
    workbook.add_worksheet();
    assert_told(workbook.save_to_buffer().unwrap(), &[("sheet-macros", 0, "", words)]);
}

#[test]
fn rows_of_another_width_are_told_and_the_rest_is_read() {
    let csv = good().row(&[("grootteklasse", "7")]).csv(',');
    let width = Table::new().header.len();
    let short = format!("r2,2,,\n{}", csv.rsplit_once("r3,").unwrap().1);
    let ragged = csv.replace("r1,2,", "r1,2,,").replace("r2,2,ja,", &short);
    let lines: Vec<&str> = ragged.lines().collect();
    let ragged = [lines[0], lines[1], "r2,2", lines[3], lines[4]].join("\n") + "\n";
    let words = |found: usize| {
        format!(
            "Deze regel heeft {found} kolommen, de kopregel {width}. Controleer of een waarde met een komma of \
             puntkomma tussen aanhalingstekens staat. Er is niets opgeslagen."
        )
    };
    assert_told(
        ragged,
        &[
            ("row-width", 2, "", &words(width + 1)),
            ("row-width", 3, "", &words(2)),
            (
                "size-class-range",
                5,
                "grootteklasse",
                "‘7’ is geen grootteklasse. Vul een cijfer van 1 tot en met 5 in.",
            ),
        ],
    );
}

#[test]
fn a_list_without_quotes_between_semicolons_is_told_as_another_width() {
    let table = Table::new().row(&[("d1.beleid", "ja"), ("d1.document", "regiovisie;anders")]);
    let (_, heard) = read(table.csv(';').replace('"', ""));
    assert_eq!(heard.told()[0].0, "row-width");
}
