//! Where a row stands on: an article, a court's line, a framework of a profession; and how certain that is.

use kernel::Text;
use serde::{Deserialize, Serialize};

/// How certain we are that a source says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// It stands in a source document.
    Source,
    /// It was seen in public material.
    Found,
    /// Professional knowledge, certain.
    High,
    /// Professional knowledge, fairly certain: to be looked at by a lawyer.
    Middle,
    /// Professional knowledge, uncertain: to be looked at by a lawyer.
    Low,
}

impl Certainty {
    /// Its code in locale files and JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Found => "found",
            Self::High => "high",
            Self::Middle => "middle",
            Self::Low => "low",
        }
    }
}

/// The input that tells which law binds somebody.
pub const BOUND: &str = "bound";

/// Something that rows name as their ground.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What rows call it.
    pub id: String,
    /// How it is cited: law and article.
    pub cite: Text,
    /// What it says, in our words.
    pub says: Text,
    /// In force since, or the day of the document: `2015-01-01`.
    pub date: String,
    /// How certain we are.
    pub certainty: Certainty,
    /// Whom it binds, as values of the input [`BOUND`]; empty: everybody.
    #[serde(default)]
    pub binds: Vec<String>,
    /// Where it was seen.
    pub seen: String,
}

impl Source {
    /// Whether it is a ground for who is bound like this.
    #[must_use]
    pub fn holds_for(&self, bound: &str) -> bool {
        self.binds.is_empty() || self.binds.iter().any(|one| one == bound)
    }
}
