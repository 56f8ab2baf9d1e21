//! Conclusions as data: a sentence, the figures in it and when it holds.

use kernel::{Exact, Text};

use super::figures::Figures;

/// A sentence that is drawn when its conditions hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conclusion {
    /// Stable name.
    pub id: String,
    /// Anchor of the figure that shows it.
    pub link: String,
    /// All must hold.
    pub when: Vec<Condition>,
    /// The sentence, with `{figure}` where a figure goes.
    pub text: Text,
}

/// A figure compared with a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Name of the figure.
    pub figure: String,
    /// How it is compared.
    pub comparison: Comparison,
    /// With what.
    pub with: Exact,
}

/// How a figure is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// More than.
    Above,
    /// Less than.
    Below,
    /// As much or more.
    AtLeast,
    /// As much or less.
    AtMost,
}

/// Something to keep in mind beside every conclusion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caveat {
    /// Stable name.
    pub id: String,
    /// The sentence.
    pub text: Text,
}

impl Condition {
    fn holds(&self, figures: &Figures) -> bool {
        let Some(value) = figures.get(&self.figure).and_then(super::figures::Figure::value) else {
            return false;
        };
        match self.comparison {
            Comparison::Above => value > self.with,
            Comparison::Below => value < self.with,
            Comparison::AtLeast => value >= self.with,
            Comparison::AtMost => value <= self.with,
        }
    }
}

impl Conclusion {
    /// Whether every condition holds and every figure in the sentence exists.
    #[must_use]
    pub fn holds(&self, figures: &Figures) -> bool {
        self.when.iter().all(|condition| condition.holds(figures))
            && placeholders(&self.text.nl).all(|name| figures.contains_key(name))
    }
}

/// The names between braces in a sentence.
pub fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}
