//! Reads a TOML definition and reports every problem in it, with file and line.

use std::cell::RefCell;
use std::ops::Range;

use jiff::civil::Date;
use kernel::{Exact, Finding, Place, Text};
use toml::Spanned;
use toml::de::{DeFloat, DeInteger, DeTable, DeValue};

/// A definition file while it is read; collects what is wrong with it.
pub struct File<'a> {
    path: &'a str,
    text: &'a str,
    findings: RefCell<Vec<Finding>>,
}

impl<'a> File<'a> {
    /// Reads `text` with `build`. Every problem is in the error, in the order of the file.
    pub fn read<T>(
        path: &'a str,
        text: &'a str,
        build: impl FnOnce(&Section<'_>) -> T,
    ) -> Result<T, Vec<Finding>> {
        let (value, findings) = Self::read_all(path, text, build);
        if findings.is_empty() { Ok(value) } else { Err(findings) }
    }

    /// The same, with what could be read whatever is wrong.
    pub fn read_all<T>(
        path: &'a str,
        text: &'a str,
        build: impl FnOnce(&Section<'_>) -> T,
    ) -> (T, Vec<Finding>) {
        let file = File { path, text, findings: RefCell::default() };
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let finding = Finding::error("definition-syntax", file.place(&error.span().unwrap_or_default()));
            file.findings.borrow_mut().push(finding.with("problem", error.message()));
        }
        let section =
            Section { file: &file, span: 0..0, table: Some(table.get_ref()), seen: RefCell::default() };
        let value = build(&section);
        section.finish();
        let mut findings = file.findings.into_inner();
        findings.sort_by_key(|finding| finding.place.row);
        (value, findings)
    }

    fn place(&self, span: &Range<usize>) -> Place {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        Place::row(self.path, line as u64)
    }
}

/// A table of a definition. Whatever is missing or wrong becomes a finding and reads as empty.
pub struct Section<'a> {
    file: &'a File<'a>,
    span: Range<usize>,
    table: Option<&'a DeTable<'a>>,
    seen: RefCell<Vec<String>>,
}

impl<'a> Section<'a> {
    /// Reports a problem at `key`, or at the table itself.
    pub fn problem(&self, code: &'static str, key: Option<&str>) -> ProblemAt<'_> {
        let span = key.and_then(|key| self.table?.get(key)).map_or(self.span.clone(), Spanned::span);
        let mut place = self.file.place(&span);
        if let Some(key) = key {
            place = place.column(key);
        }
        ProblemAt { file: self.file, finding: Some(Finding::error(code, place)) }
    }

    /// How many problems the file has so far: what is wrong with a value needs no second finding because
    /// it does not add up either.
    pub fn problems(&self) -> usize {
        self.file.findings.borrow().len()
    }

    /// Whether the key is there.
    pub fn has(&self, key: &str) -> bool {
        self.table.is_some_and(|table| table.contains_key(key))
    }

    fn value(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.seen.borrow_mut().push(key.to_owned());
        self.table?.get(key)
    }

    fn wrong(&self, key: &str, expected: &str) {
        self.problem("definition-type", Some(key)).with("expected", expected);
    }

    fn required(&self, key: &str) -> Option<&'a DeValue<'a>> {
        let value = self.value(key).map(Spanned::get_ref);
        if value.is_none() {
            self.problem("definition-missing", None).with("key", key);
        }
        value
    }

    /// A text that must be there and not be empty.
    pub fn text(&self, key: &str) -> String {
        let text = self.required(key).map(|value| value.as_str().map(str::trim).unwrap_or_default());
        if text == Some("") {
            self.wrong(key, "text");
        }
        text.unwrap_or_default().to_owned()
    }

    /// A text that may be absent.
    pub fn optional_text(&self, key: &str) -> Option<String> {
        self.value(key).map(|_| self.text(key))
    }

    /// A list of texts; empty if absent.
    pub fn texts(&self, key: &str) -> Vec<String> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let list = value.get_ref().as_array();
        let texts: Option<Vec<String>> = list
            .and_then(|list| list.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect());
        texts.unwrap_or_else(|| {
            self.wrong(key, "texts");
            Vec::new()
        })
    }

    /// A text in both languages: `key.nl` and `key.en`.
    pub fn both(&self, key: &str) -> Text {
        self.section(key).map_or_else(Text::default, |section| {
            let text = section.words();
            section.finish();
            text
        })
    }

    /// `nl` and `en` in this table.
    pub fn words(&self) -> Text {
        Text { nl: self.text("nl"), en: self.text("en") }
    }

    /// A whole number, zero or more.
    pub fn number(&self, key: &str) -> u64 {
        let Some(value) = self.required(key) else { return 0 };
        integer(value).unwrap_or_else(|| {
            self.wrong(key, "number");
            0
        })
    }

    /// A whole number of at most 32 bits.
    pub fn small(&self, key: &str) -> u32 {
        u32::try_from(self.number(key)).unwrap_or_else(|_| {
            self.wrong(key, "number");
            0
        })
    }

    /// A list of whole numbers; empty if absent.
    pub fn numbers(&self, key: &str) -> Vec<u64> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let list = value.get_ref().as_array();
        let numbers: Option<Vec<u64>> =
            list.and_then(|list| list.iter().map(|item| integer(item.get_ref())).collect());
        numbers.unwrap_or_else(|| {
            self.wrong(key, "numbers");
            Vec::new()
        })
    }

    /// True or false; false if absent.
    pub fn flag(&self, key: &str) -> bool {
        let Some(value) = self.value(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong(key, "true-false");
            false
        })
    }

    /// An exact number, written as text: `"15"`, `"45/4"` or `"5.4"`.
    pub fn exact(&self, key: &str) -> Exact {
        let Some(value) = self.required(key) else { return Exact::ZERO };
        let number = value.as_str().and_then(|text| text.parse::<Exact>().ok());
        // Small denominators keep every sum of points exact in 128 bits.
        let number = number.filter(|number| number.parts().1 <= 1000 && number.parts().0 >= 0);
        number.unwrap_or_else(|| {
            self.wrong(key, "exact");
            Exact::ZERO
        })
    }

    /// An exact number that may be absent.
    pub fn optional_exact(&self, key: &str) -> Option<Exact> {
        self.value(key).map(|_| self.exact(key))
    }

    /// A number to compare with, written bare (`50`, `0.5`); may be absent and may be negative.
    pub fn optional_number(&self, key: &str) -> Option<Exact> {
        let value = self.value(key)?.get_ref();
        let digits =
            value.as_integer().map(DeInteger::as_str).or_else(|| value.as_float().map(DeFloat::as_str));
        let number = digits.and_then(|digits| digits.parse::<Exact>().ok());
        if number.is_none() {
            self.wrong(key, "decimal");
        }
        number
    }

    /// A day, written as text: `"2017-10-02"`.
    pub fn date(&self, key: &str) -> Date {
        let Some(value) = self.required(key) else { return Date::default() };
        value.as_str().and_then(|text| text.parse().ok()).unwrap_or_else(|| {
            self.wrong(key, "date");
            Date::default()
        })
    }

    /// One of the names in `known`.
    pub fn one_of<T: Copy>(&self, key: &str, known: &[(&str, T)], default: T) -> T {
        let name = self.text(key);
        match known.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => *value,
            None if name.is_empty() => default,
            None => {
                let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
                self.problem("definition-choice", Some(key))
                    .with("found", &name)
                    .with("known", &names.join(", "));
                default
            }
        }
    }

    /// A table that must be there.
    pub fn section(&self, key: &str) -> Option<Section<'a>> {
        let table = self.required(key)?.as_table();
        if table.is_none() {
            self.wrong(key, "table");
        }
        let span = self.table?.get(key).map(Spanned::span).unwrap_or_default();
        table.map(|table| self.inner(table, span))
    }

    /// A table that may be absent.
    pub fn optional_section(&self, key: &str) -> Option<Section<'a>> {
        self.value(key).and_then(|_| self.section(key))
    }

    /// A list of tables; may be absent.
    pub fn sections(&self, key: &str) -> Vec<Section<'a>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(key, "tables");
            return Vec::new();
        };
        let tables = array.iter().filter_map(|item| {
            let table = item.get_ref().as_table();
            if table.is_none() {
                self.wrong(key, "tables");
            }
            table.map(|table| self.inner(table, item.span()))
        });
        tables.collect()
    }

    fn inner(&self, table: &'a DeTable<'a>, span: Range<usize>) -> Section<'a> {
        Section { file: self.file, span, table: Some(table), seen: RefCell::default() }
    }

    /// Reports every key that nothing asked for: a typing error must not pass in silence.
    pub fn finish(&self) {
        let seen = self.seen.borrow();
        for (key, _) in self.table.into_iter().flatten() {
            let name: &str = key.get_ref();
            if !seen.iter().any(|seen| seen == name) {
                let place = self.file.place(&key.span()).column(name);
                self.file.findings.borrow_mut().push(Finding::error("definition-unknown-key", place));
            }
        }
    }
}

/// A finding that is reported when it goes out of scope, so that values can be added first.
pub struct ProblemAt<'a> {
    file: &'a File<'a>,
    finding: Option<Finding>,
}

impl ProblemAt<'_> {
    /// Adds a value for the words.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.finding = self.finding.take().map(|finding| finding.with(name, value));
        self
    }
}

impl Drop for ProblemAt<'_> {
    fn drop(&mut self) {
        self.file.findings.borrow_mut().extend(self.finding.take());
    }
}

fn integer(value: &DeValue<'_>) -> Option<u64> {
    let number = value.as_integer()?;
    u64::from_str_radix(&number.as_str().replace('_', ""), number.radix()).ok()
}
