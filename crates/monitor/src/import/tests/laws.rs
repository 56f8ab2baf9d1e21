//! Whatever a file holds, reading it ends without a panic, in answers or in problems.

use proptest::prelude::*;

use super::{Table, read};
use crate::import::columns::columns;
use crate::sample::questionnaire;

fn cell() -> impl Strategy<Value = String> {
    let known = [
        "ja",
        "nee",
        "voornemen",
        "geen",
        "anders",
        "geen;anders",
        "anders;anders",
        "regiovisie",
        "niemand",
        "iedereen",
        "3",
        "7.0",
        "11",
        "-1",
        "GM0344",
        "GM1979",
        "GM0003",
        "GM9999",
        "0344",
        "Utrecht",
        ";",
        " ",
        "\u{a0}",
        "TRUE",
        "99999999999999999999",
        "\"",
    ];
    prop_oneof![
        3 => prop::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        1 => any::<String>(),
    ]
}

fn table() -> impl Strategy<Value = Table> {
    let names: Vec<String> = columns(questionnaire()).into_iter().map(|column| column.name).collect();
    let cells = prop::collection::vec((prop::sample::select(names), cell()), 0..12);
    prop::collection::vec(cells, 1..6).prop_map(|rows| {
        rows.iter().fold(Table::new(), |table, cells| {
            let cells: Vec<_> = cells.iter().map(|(name, cell)| (name.as_str(), cell.as_str())).collect();
            table.row(&cells)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_cells_are_answers_or_problems_with_words(table in table(), semicolons: bool) {
        let (outcome, heard) = read(table.csv(if semicolons { ';' } else { ',' }));
        prop_assert!(outcome.accepted + outcome.problems > 0);
        heard.told();
    }

    #[test]
    fn a_file_that_is_taken_is_taken_again_as_the_same(table in table()) {
        let (first, heard) = read(table.csv(','));
        let (second, _) = read(table.csv(';'));
        if first.problems == 0 {
            prop_assert_eq!(&first, &second);
            for accepted in &heard.accepted {
                let mut reader = crate::import::responses::ResponseReader::new(questionnaire(), None);
                prop_assert_eq!(reader.stored("x", &accepted.cells).unwrap(), accepted.response.clone());
            }
        }
    }

    #[test]
    fn any_header_is_taken_or_told(names in prop::collection::vec("[a-z0-9.\\-]{0,20}|d1\\.beleid|\\PC{0,9}", 1..9)) {
        let (outcome, heard) = read(names.join(",") + "\nr1,2\n");
        prop_assert!(outcome.problems > 0);
        heard.told();
    }

    #[test]
    fn any_bytes_are_told(bytes in prop::collection::vec(any::<u8>(), 0..2000), start in 0..4_usize) {
        let starts: [&[u8]; 4] = [b"", b"PK\x03\x04", b"\xef\xbb\xbf", b"respondent,grootteklasse\n"];
        let (outcome, heard) = read([starts[start], &bytes].concat());
        prop_assert!(outcome.problems > 0);
        heard.told();
    }

    #[test]
    fn a_workbook_with_a_wrong_byte_is_read_or_told(at in any::<prop::sample::Index>(), byte: u8) {
        let mut bytes = super::shapes::workbook(&Table::new().row(&[("d1.beleid", "ja")]));
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let (outcome, heard) = read(bytes);
        prop_assert!(outcome.accepted + outcome.problems > 0);
        heard.told();
    }
}
