//! Reads a file of answers and holds it to the rules, reporting every problem as it is met.

pub mod columns;
mod draft;
pub mod responses;

use std::path::Path;

use documents::read::Rows;
use kernel::{Finding, Place};

use self::responses::{Accepted, ResponseReader};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::wave::Wave;

/// What came of reading a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Rows that keep to every rule.
    pub accepted: u64,
    /// Problems found.
    pub problems: u64,
    /// SHA-256 over all answers, whatever the file format.
    pub content: String,
}

/// Who hears about the file while it is read.
pub trait Listener {
    /// A response that keeps to every rule.
    fn accept(&mut self, row: u64, accepted: Accepted);
    /// A problem. Nothing of the file may be used once there is one.
    fn problem(&mut self, finding: Finding);
    /// How far reading has come, in bytes of the whole.
    fn progress(&mut self, _read: u64, _total: u64) {}
}

/// Reads the answers in `path` to the end, so that every problem is told at once.
pub fn read(
    path: &Path,
    questionnaire: &Questionnaire,
    wave: Option<&Wave>,
    listener: &mut impl Listener,
) -> Outcome {
    match Rows::open(path) {
        Ok(rows) => read_rows(rows, questionnaire, wave, listener),
        Err(finding) => {
            listener.problem(finding);
            Outcome { accepted: 0, problems: 1, content: String::new() }
        }
    }
}

/// As [`read`], from rows that are open already.
pub fn read_rows(
    mut rows: Rows,
    questionnaire: &Questionnaire,
    wave: Option<&Wave>,
    listener: &mut impl Listener,
) -> Outcome {
    let mut reader = ResponseReader::new(questionnaire, wave);
    let mut outcome = Outcome { accepted: 0, problems: 0, content: String::new() };
    let mut report = |findings: Vec<Finding>, listener: &mut dyn Listener| {
        outcome.problems += findings.len() as u64;
        for finding in findings {
            listener.problem(finding);
        }
    };
    let file = rows.file().to_owned();
    if let Err(findings) = reader.header(&file, rows.header()) {
        report(findings, listener);
        return outcome;
    }
    let mut any = false;
    loop {
        let (read, total) = (rows.bytes_read(), rows.total_bytes());
        let Some(row) = rows.next_row() else { break };
        listener.progress(read, total);
        // A row of spaces is as empty as one of nothing.
        if row.as_ref().is_ok_and(|row| row.cells().all(|cell| cell.trim().is_empty())) {
            continue;
        }
        any = true;
        match row {
            Err(finding) => report(vec![finding], listener),
            Ok(row) => match reader.row(row.number(), row.cells()) {
                Err(findings) => report(findings, listener),
                Ok(accepted) => {
                    outcome.accepted += 1;
                    listener.accept(row.number(), accepted);
                }
            },
        }
    }
    if !any {
        report(vec![Finding::error("rows-none", Place::file(&file))], listener);
    }
    outcome.content = reader.content();
    outcome
}

#[cfg(test)]
mod tests;
