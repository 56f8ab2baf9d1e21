//! Reads a table from TOML. Every problem is told at its line, not only the first.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kernel::{Finding, Place, Text};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use toml::Spanned;

use crate::cells::{self, Wanted};
use crate::table::{Hit, Input, Kind, Labelled, Output, Row, Table};

/// The most rows: what a person can still check.
const MOST_ROWS: usize = 1_000;

/// The longest name or code, in bytes: it stands in every case that is told.
const LONGEST_NAME: usize = 64;

/// How much of a value is told, in characters.
const LONGEST_VALUE: usize = 200;

/// How many problems of one file are told at most.
const MOST_TOLD: usize = 200;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTable {
    id: String,
    version: u32,
    valid_from: Spanned<String>,
    title: Text,
    about: Text,
    hit: Hit,
    inputs: Vec<Spanned<RawInput>>,
    outputs: Vec<Spanned<RawOutput>>,
    rows: Vec<Spanned<RawRow>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawInput {
    name: String,
    kind: String,
    question: Text,
    help: Option<Text>,
    #[serde(default)]
    options: Vec<Labelled>,
    min: Option<i64>,
    max: Option<i64>,
    #[serde(default)]
    danger: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOutput {
    name: String,
    options: Vec<Labelled>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRow {
    id: String,
    #[serde(default)]
    when: BTreeMap<String, OneOrMore>,
    then: BTreeMap<String, String>,
    because: Text,
    law: Vec<String>,
}

/// A value, or several of which one is enough.
#[derive(Deserialize, Clone)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    fn parts(&self) -> Vec<String> {
        match self {
            Self::One(one) => vec![one.clone()],
            Self::More(more) => more.clone(),
        }
    }
}

impl Table {
    /// Reads the text of a file; `path` is what findings call it.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its line.
    pub fn read(path: &str, text: &str) -> Result<Self, Vec<Finding>> {
        let raw: RawTable = parse(path, text)?;
        let mut reader = Reader { path, text, findings: Vec::new() };
        let table = reader.table(raw);
        match table {
            Some(table) if reader.findings.is_empty() => Ok(table.indexed()),
            _ => Err(reader.findings),
        }
    }
}

/// Reads TOML. The error is one finding, `rules-toml` at its line: what is no TOML can't be read further.
///
/// # Errors
/// What is wrong with it.
pub fn parse<T: for<'de> Deserialize<'de>>(path: &str, text: &str) -> Result<T, Vec<Finding>> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line(text, span.start));
        vec![Finding::error("rules-toml", Place::row(path, line)).with("problem", error.message())]
    })
}

/// The line of a place in a text, counted from 1.
pub(crate) fn line(text: &str, at: usize) -> u64 {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() as u64 + 1
}

/// SHA-256 as lower-case hexadecimal.
pub(crate) fn hash(text: &str) -> String {
    use std::fmt::Write as _;
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a String can't fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

struct Reader<'a> {
    path: &'a str,
    text: &'a str,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn wrong(&mut self, code: &'static str, at: usize, column: &str, value: &str) {
        if self.findings.len() == MOST_TOLD {
            return;
        }
        let short = |text: &str| text.chars().take(LONGEST_VALUE).collect::<String>();
        let place = Place::row(self.path, line(self.text, at)).column(short(column));
        self.findings.push(Finding::error(code, place).with("value", short(value)));
    }

    fn table(&mut self, raw: RawTable) -> Option<Table> {
        for (count, most, column) in [
            (raw.rows.len(), MOST_ROWS, "rows"),
            (raw.inputs.len(), 32, "inputs"),
            (raw.outputs.len(), 32, "outputs"),
        ] {
            if count == 0 || count > most {
                self.wrong("rules-count", 0, column, &count.to_string());
            }
        }
        // Each row is held against each input and output: not for a table that is refused anyway.
        if !self.findings.is_empty() {
            return None;
        }
        let valid_from: Option<Date> = raw.valid_from.get_ref().parse().ok();
        if valid_from.is_none() {
            self.wrong("rules-date", raw.valid_from.span().start, "valid_from", raw.valid_from.get_ref());
        }
        self.names(
            raw.inputs.iter().map(|input| (input.get_ref().name.as_str(), input.span().start)),
            "inputs",
        );
        self.names(
            raw.outputs.iter().map(|output| (output.get_ref().name.as_str(), output.span().start)),
            "outputs",
        );
        self.names(raw.rows.iter().map(|row| (row.get_ref().id.as_str(), row.span().start)), "rows");
        let kinds: Vec<Option<Kind>> = raw.inputs.iter().map(|input| self.kind(input)).collect();
        let outputs: Vec<Output> = raw
            .outputs
            .iter()
            .enumerate()
            .map(|(place, output)| self.output(output, place == 0, raw.hit))
            .collect();
        let wanted: Vec<Vec<Option<Wanted>>> =
            raw.rows.iter().map(|row| self.wanted(row, &raw.inputs, &kinds)).collect();
        let inputs: Vec<Input> = raw
            .inputs
            .iter()
            .zip(&kinds)
            .enumerate()
            .map(|(place, (input, kind))| {
                let asked = wanted.iter().filter_map(|row| row.get(place)?.as_ref());
                self.input(input, kind.clone().unwrap_or(Kind::Answer), asked)
            })
            .collect();
        let rows = raw
            .rows
            .iter()
            .zip(&wanted)
            .map(|(row, wanted)| self.row(row, wanted, &inputs, &outputs))
            .collect();
        Some(Table {
            id: raw.id,
            version: raw.version,
            valid_from: valid_from?,
            title: raw.title,
            about: raw.about,
            hit: raw.hit,
            inputs,
            outputs,
            rows,
            hash: hash(self.text),
            path: self.path.to_owned(),
            index: Vec::new(),
        })
    }

    /// Tells of names and codes that stand there twice, or are too long to be one.
    fn names<'b>(&mut self, names: impl Iterator<Item = (&'b str, usize)>, column: &str) {
        let mut seen = BTreeSet::new();
        for (name, at) in names {
            if name.len() > LONGEST_NAME {
                self.wrong("rules-name-long", at, column, name);
            }
            if !seen.insert(name) {
                self.wrong("rules-twice", at, column, name);
            }
        }
    }

    fn kind(&mut self, input: &Spanned<RawInput>) -> Option<Kind> {
        let (at, raw) = (input.span().start, input.get_ref());
        let limits = raw.min.zip(raw.max).filter(|(low, high)| low <= high && high.unsigned_abs() < 1 << 40);
        let kind = match (raw.kind.as_str(), limits) {
            ("answer", _) => Some(Kind::Answer),
            ("choice", _) if !raw.options.is_empty() => Some(Kind::Choice(raw.options.clone())),
            ("number", Some((low, high))) => Some(Kind::Number(low, high)),
            ("age", Some((low, high))) => Some(Kind::Age(low, high)),
            ("date", _) => Some(Kind::Date),
            _ => None,
        };
        if kind.is_none() {
            self.wrong("rules-kind", at, &raw.name, &raw.kind);
        }
        self.names(raw.options.iter().map(|option| (option.code.as_str(), at)), &raw.name);
        kind
    }

    fn output(&mut self, output: &Spanned<RawOutput>, first: bool, hit: Hit) -> Output {
        let (at, raw) = (output.span().start, output.get_ref());
        self.names(raw.options.iter().map(|option| (option.code.as_str(), at)), &raw.name);
        let ranked = first && hit != Hit::Collect;
        for option in raw.options.iter().filter(|option| option.rank.is_some() != ranked) {
            self.wrong(if ranked { "rules-no-rank" } else { "rules-rank" }, at, &raw.name, &option.code);
        }
        Output { name: raw.name.clone(), options: raw.options.clone() }
    }

    /// What a row asks of each input.
    fn wanted(
        &mut self,
        row: &Spanned<RawRow>,
        inputs: &[Spanned<RawInput>],
        kinds: &[Option<Kind>],
    ) -> Vec<Option<Wanted>> {
        let (at, raw) = (row.span().start, row.get_ref());
        for name in raw.when.keys().filter(|name| !inputs.iter().any(|input| input.get_ref().name == **name))
        {
            self.wrong("rules-no-input", at, &raw.id, name);
        }
        let of = |(input, kind): (&Spanned<RawInput>, &Option<Kind>)| {
            let asked = raw.when.get(&input.get_ref().name)?;
            let kind = kind.as_ref()?;
            match Wanted::read(kind, &asked.parts()) {
                Ok(wanted) => Some(wanted),
                Err(part) => {
                    self.wrong("rules-no-value", at, &raw.id, &format!("{} = {part}", input.get_ref().name));
                    None
                }
            }
        };
        inputs.iter().zip(kinds).map(of).collect()
    }

    fn input<'b>(
        &mut self,
        input: &Spanned<RawInput>,
        kind: Kind,
        asked: impl Iterator<Item = &'b Wanted>,
    ) -> Input {
        let (at, raw) = (input.span().start, input.get_ref());
        let mut cells = cells::partition(&kind, asked);
        if cells.len() > cells::MOST {
            self.wrong("rules-cells", at, &raw.name, &cells.len().to_string());
            cells.truncate(cells::MOST);
        }
        let mut input = Input {
            name: raw.name.clone(),
            question: raw.question.clone(),
            help: raw.help.clone(),
            kind,
            danger: Vec::new(),
            cells,
        };
        for value in &raw.danger {
            match input.cell(value) {
                Some(cell) if input.danger.contains(&cell) => self.wrong("rules-twice", at, &raw.name, value),
                Some(cell) => input.danger.push(cell),
                None => self.wrong("rules-no-value", at, &raw.name, value),
            }
        }
        input
    }

    fn row(
        &mut self,
        row: &Spanned<RawRow>,
        wanted: &[Option<Wanted>],
        inputs: &[Input],
        outputs: &[Output],
    ) -> Row {
        let (at, raw) = (row.span().start, row.get_ref());
        let fits = inputs.iter().zip(wanted).map(|(input, wanted)| {
            let Some(wanted) = wanted else { return crate::region::all(input.cells.len()) };
            if let Wanted::Values(values) = wanted {
                for value in values.iter().filter(|value| input.cell(value).is_none()) {
                    self.wrong("rules-no-value", at, &raw.id, &format!("{} = {value}", input.name));
                }
            }
            let mask = cells::mask(&input.cells, wanted);
            if mask == 0 {
                self.wrong("rules-row-nothing", at, &raw.id, &input.name);
            }
            mask
        });
        let fits = fits.collect();
        for name in raw.then.keys().filter(|name| !outputs.iter().any(|output| output.name == **name)) {
            self.wrong("rules-no-output", at, &raw.id, name);
        }
        let then = outputs.iter().map(|output| {
            let given = raw.then.get(&output.name).map_or("", String::as_str);
            let place = output.options.iter().position(|option| option.code == given);
            if place.is_none() {
                self.wrong("rules-then", at, &raw.id, &format!("{} = {given}", output.name));
            }
            place.unwrap_or_default()
        });
        let then = then.collect();
        if raw.law.is_empty() {
            self.wrong("rules-no-law", at, &raw.id, &raw.id);
        }
        Row {
            id: raw.id.clone(),
            fits,
            then,
            because: raw.because.clone(),
            law: raw.law.clone(),
            line: line(self.text, at),
        }
    }
}
