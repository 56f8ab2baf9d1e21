//! Bad input, case by case, with the sentence that a person reads; and input that is fine, in every
//! shape in which it comes.

mod cells;
mod files;
mod header;
mod laws;
mod shapes;
mod words;

use std::io::Cursor;

use documents::read::Rows;
use kernel::{Finding, Lang};

use super::columns::columns;
use super::responses::Accepted;
use super::{Listener, Outcome, read_rows};
use crate::sample::{definitions, questionnaire};

/// An answers file in the making: every required column, and what a test puts in.
#[derive(Debug, Clone)]
struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn new() -> Self {
        let required = columns(questionnaire()).into_iter().filter(|column| column.required);
        Self { header: required.map(|column| column.name).collect(), rows: Vec::new() }
    }

    /// A respondent of its own name in size class 2, with these cells; columns come when needed.
    fn row(mut self, cells: &[(&str, &str)]) -> Self {
        let number = self.rows.len() + 1;
        self.rows.push(Vec::new());
        for (column, cell) in [("respondent", &*format!("r{number}")), ("grootteklasse", "2")] {
            self.put(column, cell);
        }
        for (column, cell) in cells {
            self.put(column, cell);
        }
        self
    }

    fn put(&mut self, column: &str, cell: &str) {
        let at = self.header.iter().position(|name| name == column).unwrap_or_else(|| {
            self.header.push(column.to_owned());
            self.header.len() - 1
        });
        let width = self.header.len();
        self.rows.iter_mut().for_each(|row| row.resize(width, String::new()));
        let row = self.rows.last_mut().unwrap();
        cell.clone_into(&mut row[at]);
    }

    fn rename(mut self, column: &str, to: &str) -> Self {
        let at = self.header.iter().position(|name| name == column).unwrap();
        to.clone_into(&mut self.header[at]);
        self
    }

    fn without(mut self, column: &str) -> Self {
        let at = self.header.iter().position(|name| name == column).unwrap();
        self.header.remove(at);
        self.rows.iter_mut().for_each(|row| drop(row.remove(at)));
        self
    }

    fn csv(&self, delimiter: char) -> String {
        let line = |cells: &Vec<String>| {
            let quoted = cells.iter().map(|cell| {
                let plain = !cell.contains([delimiter, '"', '\n']);
                if plain { cell.clone() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
            });
            quoted.collect::<Vec<_>>().join(&delimiter.to_string()) + "\n"
        };
        line(&self.header) + &self.rows.iter().map(line).collect::<String>()
    }
}

/// What was heard while a file was read.
#[derive(Default)]
struct Heard {
    accepted: Vec<Accepted>,
    findings: Vec<Finding>,
}

impl Listener for Heard {
    fn accept(&mut self, _: u64, accepted: Accepted) {
        self.accepted.push(accepted);
    }
    fn problem(&mut self, finding: Finding) {
        self.findings.push(finding);
    }
}

impl Heard {
    /// Each problem as its code and what a person reads; in English too there must be words.
    fn told(&self) -> Vec<(&'static str, String)> {
        let told = self.findings.iter().map(|finding| {
            for lang in Lang::ALL {
                let text = web::finding_text(lang, finding);
                assert!(!text.contains(&format!("{} (", finding.code)), "no words: {text}");
            }
            (finding.code, web::finding_text(Lang::Nl, finding))
        });
        told.collect()
    }
}

/// Reads bytes as the file `antwoorden.csv` of the wave of 2017.
fn read(bytes: impl Into<Vec<u8>>) -> (Outcome, Heard) {
    let mut heard = Heard::default();
    let outcome = match Rows::from_input("antwoorden.csv", Cursor::new(bytes.into()), None) {
        Ok(rows) => read_rows(rows, questionnaire(), definitions().wave("2017"), &mut heard),
        Err(finding) => {
            heard.problem(finding);
            Outcome { accepted: 0, problems: 1, content: String::new() }
        }
    };
    assert_eq!(outcome.problems, heard.findings.len() as u64);
    assert_eq!(outcome.accepted, heard.accepted.len() as u64);
    (outcome, heard)
}

/// Reads a table that is fine.
fn accept(table: &Table) -> (Outcome, Vec<Accepted>) {
    let (outcome, heard) = read(table.csv(','));
    assert_eq!(heard.told(), []);
    (outcome, heard.accepted)
}

/// Holds the problems of a file, all of them and in order, to (code, row, column, words). Row 0 or an
/// empty column stands for a problem that has none.
#[track_caller]
fn assert_told(bytes: impl Into<Vec<u8>>, expected: &[(&'static str, u64, &str, &str)]) {
    let (_, heard) = read(bytes);
    let expected: Vec<_> = expected
        .iter()
        .map(|&(code, row, column, words)| {
            let place = match (row, column) {
                (0, _) => "antwoorden.csv".to_owned(),
                (_, "") => format!("regel {row}"),
                _ => format!("regel {row}, kolom {column}"),
            };
            (code, format!("{place}: {words}"))
        })
        .collect();
    assert_eq!(heard.told(), expected);
}
