//! The same answers in every shape of file are the same answers.

use rust_xlsxwriter::Workbook;

use super::super::responses::ResponseReader;
use super::super::{Listener, read as read_path};
use super::{Heard, Table, accept, read};
use crate::sample::{definitions, questionnaire};

/// The table as a workbook; whole numbers as numbers, as a spreadsheet keeps them.
pub fn workbook(table: &Table) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip(std::iter::once(&table.header).chain(&table.rows)) {
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) => sheet.write_string(row, column, cell).unwrap(),
            };
        }
    }
    workbook.save_to_buffer().unwrap()
}

fn table() -> Table {
    Table::new()
        .row(&[
            ("gemeente", "GM0344"),
            ("openbaar", "ja"),
            ("d1.beleid", "ja"),
            ("d1.document", "regiovisie;anders"),
            ("d1.maatregelen.1", "risicotaxatie;scholing-screening;anders"),
            ("d1.maatregelen.1.anders-tekst", "Café voor ouders; één keer per maand, \"altijd\" vóór 9 uur"),
            ("d1.zicht-op-bereik", "ja"),
            ("d1.bereik", "iedereen"),
            ("x3.cijfer-heden", "7"),
        ])
        .row(&[("grootteklasse", "1"), ("d2.beleid", "nee"), ("x2.doelgroepen", "geen"), ("x5.hoe", "één")])
        .row(&[])
}

fn windows_1252(text: &str) -> Vec<u8> {
    // Every character in the table is below U+0100, where Windows-1252 and Unicode agree.
    text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect()
}

#[test]
fn the_same_answers_in_every_shape_are_the_same_answers() {
    let table = table();
    let (expected, answers) = accept(&table);
    assert_eq!(expected.accepted, 3);
    let semicolons = table.csv(';');
    let mut reversed = table.clone();
    reversed.header.reverse();
    reversed.rows.iter_mut().for_each(|row| row.reverse());
    let shapes = [
        ("semicolons", semicolons.clone().into_bytes()),
        ("a mark in front", format!("\u{feff}{semicolons}").into_bytes()),
        ("line ends of Windows", semicolons.replace('\n', "\r\n").into_bytes()),
        ("no last line end", table.csv(',').trim_end().as_bytes().to_vec()),
        ("Windows-1252", windows_1252(&semicolons)),
        ("Windows-1252 with commas", windows_1252(&table.csv(','))),
        ("another order of columns", reversed.csv(',').into_bytes()),
        ("a workbook", workbook(&table)),
    ];
    for (shape, bytes) in shapes {
        let (outcome, heard) = read(bytes);
        assert_eq!(heard.told(), [], "{shape}");
        assert_eq!(outcome, expected, "{shape}");
        for (accepted, answer) in heard.accepted.iter().zip(&answers) {
            assert_eq!(accepted.response, answer.response, "{shape}");
            assert_eq!(accepted.cells, answer.cells, "{shape}");
        }
    }
}

#[test]
fn other_answers_are_other_content() {
    let (first, _) = accept(&table());
    let mut moved = table();
    moved.put("d3.beleid", "nee");
    let (second, _) = accept(&moved);
    assert_ne!(first.content, second.content);
}

#[test]
fn a_workbook_names_its_rows_as_they_are_counted_there() {
    let wrong = table().row(&[("x3.cijfer-heden", "7.5"), ("d1.beleid", "TRUE")]);
    let (_, heard) = read(workbook(&wrong));
    let expected = [
        ("code-unknown", "regel 5, kolom d1.beleid: ‘TRUE’ kan hier niet. Kies uit: ja, voornemen, nee."),
        (
            "grade-range",
            "regel 5, kolom x3.cijfer-heden: ‘7.5’ is geen rapportcijfer. Vul een heel cijfer van 1 tot en met 10 in.",
        ),
    ];
    assert_eq!(heard.told(), expected.map(|(code, text)| (code, text.to_owned())));
}

#[test]
fn what_was_stored_reads_back_as_what_was_answered() {
    let (_, answers) = accept(&table());
    let mut reader = ResponseReader::new(questionnaire(), definitions().wave("2017"));
    for answer in &answers {
        assert_eq!(reader.stored(&answer.response.respondent, &answer.cells).unwrap(), answer.response);
    }
}

#[test]
fn stored_answers_that_are_damaged_or_of_another_questionnaire_are_told() {
    let mut reader = ResponseReader::new(questionnaire(), None);
    let words = "r1: De opgeslagen antwoorden van deze respondent zijn niet meer te lezen, of horen bij een \
        andere vragenlijst. Importeer het bestand met antwoorden opnieuw.";
    for cells in ["{", "[]", r#"{"respondent":1}"#, r#"{"respondent":"r1","d11.beleid":"ja"}"#] {
        let mut heard = Heard::default();
        reader.stored("r1", cells).unwrap_err().into_iter().for_each(|finding| heard.problem(finding));
        assert_eq!(heard.told(), [("stored-damaged", words.to_owned())], "{cells}");
    }
}

#[test]
fn a_file_on_disk_is_read_with_its_progress() {
    #[derive(Default)]
    struct Progress(Vec<(u64, u64)>, u64);
    impl Listener for Progress {
        fn accept(&mut self, _: u64, _: super::Accepted) {
            self.1 += 1;
        }
        fn problem(&mut self, finding: kernel::Finding) {
            panic!("{finding:?}");
        }
        fn progress(&mut self, read: u64, total: u64) {
            self.0.push((read, total));
        }
    }
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), table().csv(',')).unwrap();
    let mut progress = Progress::default();
    let outcome = read_path(file.path(), questionnaire(), None, &mut progress);
    assert_eq!((outcome.accepted, progress.1), (3, 3));
    assert!(progress.0.is_sorted() && progress.0.iter().all(|(read, total)| read <= total));
}
