//! What can be wrong with a table file, before it has become a finding with the file's name.

use std::fmt::Display;
use std::io;

use kernel::{Finding, Place};

/// A problem and the row where it shows, if any.
#[derive(Debug)]
pub(super) struct Problem {
    code: &'static str,
    row: Option<u64>,
    params: Vec<(&'static str, String)>,
    resumes: bool,
}

impl Problem {
    /// A problem behind which nothing more can be read.
    pub(super) fn new(code: &'static str) -> Self {
        Self { code, row: None, params: Vec::new(), resumes: false }
    }

    /// A problem of one row; the rows behind it can still be read.
    pub(super) fn in_row(code: &'static str, row: u64) -> Self {
        Self { resumes: true, ..Self::new(code).row(row) }
    }

    pub(super) fn row(self, row: u64) -> Self {
        Self { row: Some(row), ..self }
    }

    pub(super) fn with(mut self, name: &'static str, value: &dyn Display) -> Self {
        self.params.push((name, value.to_string()));
        self
    }

    /// A row with another number of cells than the header.
    pub(super) fn width(row: u64, expected: usize, found: usize) -> Self {
        Self::in_row("row-width", row).with("expected", &expected).with("found", &found)
    }

    /// A row that is longer than we read.
    pub(super) fn too_long(row: u64) -> Self {
        Self::in_row("row-too-long", row).with("limit", &super::MAX_ROW)
    }

    /// This problem, but now nothing behind it can be read.
    pub(super) fn and_stop(self) -> Self {
        Self { resumes: false, ..self }
    }

    pub(super) fn code(&self) -> &'static str {
        self.code
    }

    pub(super) fn is_final(&self) -> bool {
        !self.resumes
    }

    pub(super) fn at(self, file: &str) -> Finding {
        let place = Place { row: self.row, ..Place::file(file) };
        self.params
            .into_iter()
            .fold(Finding::error(self.code, place), |finding, (name, value)| finding.with(name, value))
    }
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::new("file-missing"),
            _ => Self::new("file-unreadable").with("reason", &error),
        }
    }
}
