//! A decision table: what is asked, what can come out, and which row decides.

use jiff::civil::Date;
use kernel::{Lang, Text};
use serde::{Deserialize, Serialize};

use crate::cells::Cell;

/// Which rows decide when several fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Hit {
    /// Exactly one row fits each case.
    Unique,
    /// The first row that fits.
    First,
    /// All rows that fit; that may be none.
    Collect,
}

/// A code with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labelled {
    /// What rows and facts call it, in kebab-case.
    pub code: String,
    /// How strong it is, 0 being the weakest; of outcomes only.
    pub rank: Option<u32>,
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Labelled {
    /// Its words in `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }
}

/// What kind of fact an input is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// `yes`, `no` or `unknown`: not knowing is an answer of its own.
    Answer,
    /// One of these.
    Choice(Vec<Labelled>),
    /// A whole number from the first up to and including the second.
    Number(i64, i64),
    /// Whole years, from the first up to and including the second.
    Age(i64, i64),
    /// A day, as `2019-01-01`.
    Date,
}

/// A fact that the table asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// What rows and facts call it, in kebab-case.
    pub name: String,
    /// The question to a professional.
    pub question: Text,
    /// What its words mean.
    pub help: Option<Text>,
    /// What can be answered.
    pub kind: Kind,
    /// Its values from the least danger to the most, as places in `cells`; empty if they say nothing of danger.
    pub danger: Vec<usize>,
    /// What no row of the table tells apart is one cell.
    pub cells: Vec<Cell>,
}

/// A thing that the table decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// What rows call it, in kebab-case.
    pub name: String,
    /// What it can be.
    pub options: Vec<Labelled>,
}

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What traces and scenarios call it.
    pub id: String,
    /// Per input the cells in which it fits, one bit each.
    pub fits: Vec<u64>,
    /// Per output the place of its option.
    pub then: Vec<usize>,
    /// Why, in words for a professional.
    pub because: Text,
    /// The sources that it stands on, by id.
    pub law: Vec<String>,
    /// The line in the file where it begins.
    pub line: u64,
}

/// One table as it holds from a day on.
#[derive(Debug, Clone)]
pub struct Table {
    /// What it is called in all its versions.
    pub id: String,
    /// Counts up.
    pub version: u32,
    /// The first day on which it decides.
    pub valid_from: Date,
    /// Its name.
    pub title: Text,
    /// What it decides.
    pub about: Text,
    /// Which rows decide.
    pub hit: Hit,
    /// What is asked, in the order of asking.
    pub inputs: Vec<Input>,
    /// What is decided; the first is the outcome.
    pub outputs: Vec<Output>,
    /// The lines, in order.
    pub rows: Vec<Row>,
    /// SHA-256 of the text of its file.
    pub hash: String,
    /// The path of its file, for findings.
    pub path: String,
    /// Per input and cell the rows that fit, 64 to a word.
    pub(crate) index: Vec<Vec<Vec<u64>>>,
}

impl Table {
    /// The place of an input by its name.
    #[must_use]
    pub fn input(&self, name: &str) -> Option<usize> {
        self.inputs.iter().position(|input| input.name == name)
    }

    /// The outcome of a row: its option of the first output.
    #[must_use]
    pub fn outcome<'a>(&'a self, row: &Row) -> Option<&'a Labelled> {
        self.outputs.first()?.options.get(*row.then.first()?)
    }

    /// What a row gives for an output, by the name of that.
    #[must_use]
    pub fn gives<'a>(&'a self, row: &Row, output: &str) -> Option<&'a Labelled> {
        let place = self.outputs.iter().position(|found| found.name == output)?;
        self.outputs.get(place)?.options.get(*row.then.get(place)?)
    }

    /// How many cases there are: every combination of cells. The largest number stands for more.
    #[must_use]
    pub fn cases(&self) -> u64 {
        self.inputs.iter().fold(1, |all, input| all.saturating_mul(input.cells.len() as u64))
    }

    /// The index of rows; see [`Table::index`].
    pub(crate) fn indexed(mut self) -> Self {
        let words = self.rows.len().div_ceil(64);
        let fits = |row: &Row, input: usize, cell: usize| row.fits[input] & (1 << cell) != 0;
        let of_cell = |input: usize, cell: usize| {
            let mut bits = vec![0_u64; words];
            for (place, _) in self.rows.iter().enumerate().filter(|(_, row)| fits(row, input, cell)) {
                bits[place / 64] |= 1 << (place % 64);
            }
            bits
        };
        let of_input = |(place, input): (usize, &Input)| {
            (0..input.cells.len()).map(|cell| of_cell(place, cell)).collect()
        };
        self.index = self.inputs.iter().enumerate().map(of_input).collect();
        self
    }
}
