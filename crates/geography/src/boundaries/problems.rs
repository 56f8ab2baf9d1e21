//! Collects what is wrong with a file, and keeps count of what may still be read from it.

use kernel::{Finding, Place};

/// Most findings about single areas that are told one by one.
const MOST: usize = 100;

/// The findings about one file so far.
pub(super) struct Problems<'a> {
    file: &'a str,
    findings: Vec<Finding>,
    untold: usize,
    limit: usize,
    points_left: Option<usize>,
}

impl<'a> Problems<'a> {
    pub(super) fn new(file: &'a str, limit: usize) -> Self {
        Self { file, findings: Vec::new(), untold: 0, limit, points_left: Some(limit) }
    }

    /// An error at a key of the document.
    pub(super) fn error(&mut self, code: &'static str, key: &str, params: &[(&'static str, String)]) {
        self.add(Finding::error(code, Place::file(self.file).column(key)), params);
    }

    /// An error about the whole file.
    pub(super) fn file_error(&mut self, code: &'static str, params: &[(&'static str, String)]) {
        self.add(Finding::error(code, Place::file(self.file)), params);
    }

    /// A warning about the whole file.
    pub(super) fn file_warning(&mut self, code: &'static str, params: &[(&'static str, String)]) {
        self.add(Finding::warning(code, Place::file(self.file)), params);
    }

    fn add(&mut self, finding: Finding, params: &[(&'static str, String)]) {
        if self.findings.len() < MOST {
            let add =
                |finding: Finding, (name, value): &(&'static str, String)| finding.with(name, value.as_str());
            self.findings.push(params.iter().fold(finding, add));
        } else {
            self.untold += 1;
        }
    }

    /// Whether nothing was reported yet.
    pub(super) fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// Takes `count` points from what may still be read. Once that is used up this says no for good, and
    /// reports so once.
    pub(super) fn take_points(&mut self, count: usize) -> bool {
        let Some(left) = self.points_left else { return false };
        self.points_left = left.checked_sub(count);
        if self.points_left.is_none() {
            self.file_error("boundary-too-many-points", &[("limit", self.limit.to_string())]);
        }
        self.points_left.is_some()
    }

    /// Whether the limit of points was passed.
    pub(super) fn is_full(&self) -> bool {
        self.points_left.is_none()
    }

    /// All findings, and how many more there were.
    pub(super) fn into_findings(mut self) -> Vec<Finding> {
        if self.untold > 0 {
            let more = Finding::error("boundary-more", Place::file(self.file));
            self.findings.push(more.with("count", self.untold.to_string()));
        }
        self.findings
    }
}
