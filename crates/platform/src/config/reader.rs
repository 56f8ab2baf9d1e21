//! Reads TOML and reports every problem in it with its line. No finding repeats a value that may be secret.

use std::cell::RefCell;
use std::ops::{Range, RangeInclusive};

use kernel::{Finding, Place};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::{KEYS, nearest};

/// The settings file while it is read; collects what is wrong with it.
pub struct Source<'a> {
    name: &'a str,
    text: &'a str,
    findings: RefCell<Vec<Finding>>,
}

impl<'a> Source<'a> {
    /// Reads `text` with `build`, and gives what it built with every finding in the order of the file.
    pub fn read<T>(name: &'a str, text: &'a str, build: impl FnOnce(&Section<'_>) -> T) -> (T, Vec<Finding>) {
        let source = Source { name, text, findings: RefCell::default() };
        let (table, errors) = DeTable::parse_recoverable(text);
        let root = Section { source: &source, path: String::new(), span: 0..0, table: table.get_ref() };
        root.refuse_unknown();
        let value = build(&root);
        let mut broken: Vec<Finding> = Vec::new();
        for error in errors {
            let place = source.place(&error.span().unwrap_or_default());
            broken.push(Finding::error("config-syntax", place).with("problem", error.message()));
        }
        let mut findings = source.findings.into_inner();
        // What else could be said of a line that is no TOML follows from that.
        findings.retain(|finding| broken.iter().all(|broken| broken.place.row != finding.place.row));
        broken.dedup_by_key(|finding| finding.place.row);
        findings.extend(broken);
        findings.sort_by_key(|finding| finding.place.row);
        (value, findings)
    }

    fn add(&self, finding: Finding) {
        self.findings.borrow_mut().push(finding);
    }

    fn place(&self, span: &Range<usize>) -> Place {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        Place::row(self.name, line as u64)
    }
}

/// A table of the file. What is missing or wrong becomes a finding and reads as absent.
pub struct Section<'a> {
    source: &'a Source<'a>,
    path: String,
    span: Range<usize>,
    table: &'a DeTable<'a>,
}

impl<'a> Section<'a> {
    /// Reports a problem at `key`.
    pub fn problem(&self, code: &'static str, key: &str, params: &[(&'static str, &str)]) {
        self.report(Finding::error(code, self.place(key)), params);
    }

    /// Reports something at `key` with which Zicht can run.
    pub fn warning(&self, code: &'static str, key: &str, params: &[(&'static str, &str)]) {
        self.report(Finding::warning(code, self.place(key)), params);
    }

    fn report(&self, finding: Finding, params: &[(&'static str, &str)]) {
        self.source.add(params.iter().fold(finding, |finding, (name, value)| finding.with(name, *value)));
    }

    /// The line of `key`, or of this table when the key is absent.
    fn place(&self, key: &str) -> Place {
        let span = self.table.get_key_value(key).map_or(self.span.clone(), |(key, _)| key.span());
        self.source.place(&span).column(self.path_of(key))
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// Whether the key is there, right or wrong.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Says that `key` must be there, if it is not.
    pub fn require(&self, key: &str) {
        if !self.has(key) {
            self.problem("config-missing", key, &[("key", key)]);
        }
    }

    /// A text that is not empty.
    pub fn text(&self, key: &str) -> Option<&'a str> {
        let text = self.table.get(key)?.get_ref().as_str().map(str::trim);
        match text {
            None => self.wrong(key, "text"),
            Some("") => self.problem("config-empty", key, &[]),
            Some(_) => {}
        }
        text.filter(|text| !text.is_empty())
    }

    /// A text that must be there.
    pub fn required_text(&self, key: &str) -> Option<&'a str> {
        self.require(key);
        self.text(key)
    }

    /// A yes or no; no when absent.
    pub fn flag(&self, key: &str) -> bool {
        let Some(value) = self.table.get(key) else { return false };
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong(key, "flag");
        }
        flag.unwrap_or(false)
    }

    /// A whole number within `range`.
    pub fn whole(&self, key: &str, range: &RangeInclusive<u32>) -> Option<u32> {
        let value = self.table.get(key)?.get_ref();
        let Some(integer) = value.as_integer() else {
            self.wrong(key, "whole");
            return None;
        };
        let number = u32::from_str_radix(&integer.as_str().replace('_', ""), integer.radix()).ok();
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let (least, most) = (range.start().to_string(), range.end().to_string());
            self.problem("config-range", key, &[("least", &least), ("most", &most)]);
        }
        number
    }

    /// One of the names in `known`.
    pub fn one_of<T: Copy>(&self, key: &str, known: &[(&'static str, T)]) -> Option<T> {
        let found = self.text(key)?;
        let value = known.iter().find(|(name, _)| *name == found).map(|(_, value)| *value);
        if value.is_none() {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            self.problem("config-choice", key, &[("found", found), ("known", &names.join(", "))]);
        }
        value
    }

    /// A list of texts; empty when absent.
    pub fn texts(&self, key: &str) -> Vec<&'a str> {
        let Some(value) = self.table.get(key) else { return Vec::new() };
        let list = value.get_ref().as_array().and_then(|list| {
            list.iter().map(|item| item.get_ref().as_str().map(str::trim)).collect::<Option<Vec<_>>>()
        });
        list.unwrap_or_else(|| {
            self.wrong(key, "texts");
            Vec::new()
        })
    }

    /// A table that may be absent.
    pub fn section(&self, key: &str) -> Option<Section<'a>> {
        let value = self.table.get(key)?;
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong(key, "table");
        }
        table.map(|table| self.inner(self.path_of(key), table, value.span()))
    }

    /// A list of tables; empty when absent.
    pub fn sections(&self, key: &str) -> Vec<Section<'a>> {
        let Some(value) = self.table.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(key, "tables");
            return Vec::new();
        };
        let table = |item: &'a Spanned<DeValue<'a>>| {
            let table = item.get_ref().as_table();
            if table.is_none() {
                self.wrong(key, "tables");
            }
            table.map(|table| self.inner(format!("{}[]", self.path_of(key)), table, item.span()))
        };
        array.iter().filter_map(table).collect()
    }

    fn inner(&self, path: String, table: &'a DeTable<'a>, span: Range<usize>) -> Section<'a> {
        let section = Section { source: self.source, path, span, table };
        section.refuse_unknown();
        section
    }

    fn wrong(&self, key: &str, expected: &str) {
        self.problem("config-type", key, &[("expected", expected)]);
    }

    /// Reports every key that is not in the manual: a typing error must not pass in silence.
    fn refuse_unknown(&self) {
        for (key, _) in self.table {
            let (name, path): (&str, String) = (key.get_ref(), self.path_of(key.get_ref()));
            let place = self.source.place(&key.span()).column(path.as_str());
            if KEYS.iter().any(|known| known.path == path) {
                continue;
            }
            let finding = match (secret_elsewhere(name), nearest(&path)) {
                (Some(instead), _) => Finding::error("config-secret-here", place).with("instead", instead),
                (None, nearest) => {
                    let guess = match nearest {
                        None => "no",
                        Some(nearest) if part(nearest) == part(&path) => "here",
                        Some(_) => "elsewhere",
                    };
                    let finding = Finding::error("config-unknown-key", place).with("guess", guess);
                    finding.with("nearest", nearest.unwrap_or_default())
                }
            };
            self.source.add(finding);
        }
    }
}

/// The part of the settings in which a key stands; empty for one above all parts.
fn part(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(part, _)| part)
}

/// The key that takes the file of a secret which somebody wrote into the settings themselves.
fn secret_elsewhere(name: &str) -> Option<&'static str> {
    match name {
        "password" | "smtp_password" => Some("password_file"),
        "database_password" => Some("database_password_file"),
        "client_secret" | "secret" => Some("client_secret_file"),
        _ => None,
    }
}
