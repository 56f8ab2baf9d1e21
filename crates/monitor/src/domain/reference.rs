//! What was published of an earlier measurement of which no answers exist.

use kernel::{Exact, Text};

/// Published figures of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Stable name, such as `2014`.
    pub id: String,
    /// Year of the measurement.
    pub year: u32,
    /// Name for people.
    pub title: Text,
    /// What is not known of it.
    pub note: Text,
    /// Document it comes from.
    pub source: String,
    /// The figures, in the order of the definition.
    pub figures: Vec<ReferenceFigure>,
}

/// How a figure is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A number of municipalities.
    Count,
    /// Percent of municipalities.
    Percent,
    /// A school grade.
    Grade,
}

/// One published figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferenceFigure {
    /// Name that it shares with our computed figure, if we compute it.
    pub key: String,
    /// As published.
    pub value: Exact,
    /// Another value that the same sources give for it.
    pub also: Option<Exact>,
    /// How to read it.
    pub unit: Unit,
    /// What it is, short.
    pub title: Text,
    /// Why sources differ, or what else to know.
    pub note: Option<Text>,
    /// Document and place.
    pub source: String,
}
