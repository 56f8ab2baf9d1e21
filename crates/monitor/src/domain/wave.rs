//! A wave: one measurement among all municipalities, and what is known about it beforehand.

use jiff::civil::Date;
use kernel::Text;
use serde::Serialize;

/// Where the answers of a wave come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Nature {
    /// Municipalities answered.
    #[default]
    Real,
    /// Answers rebuilt from published totals; only those totals are real.
    Reconstruction,
    /// Answers made up for a demonstration; they say nothing about any municipality.
    Generated,
}

impl Nature {
    /// Every value.
    pub const ALL: [Self; 3] = [Self::Real, Self::Reconstruction, Self::Generated];

    /// Name in the database, on the command line and in locale keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Real => "real",
            Self::Reconstruction => "reconstruction",
            Self::Generated => "generated",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|nature| nature.name() == name)
    }
}

/// The definition of a wave: who was asked, when, and under which rule it is scored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wave {
    /// Stable name, such as `2017`.
    pub id: String,
    /// Year, for the order of waves.
    pub year: u32,
    /// Name for people.
    pub title: Text,
    /// Which questionnaire was put.
    pub questionnaire: String,
    /// The rule that it is scored by unless another is asked for.
    pub scoring_rule: String,
    /// First and last day of filling in.
    pub period: (Date, Date),
    /// Which municipalities existed for this wave.
    pub reference_date: Date,
    /// How many were invited.
    pub invited: u64,
    /// All municipalities per size class at the reference date.
    pub size_classes: [u64; 5],
    /// Where the definition comes from.
    pub source: String,
    /// Set when any answers of this wave are not real.
    pub nature: Nature,
    /// What of reconstructed answers was published.
    pub reconstruction: Option<Reconstruction>,
    /// Figures that the source prints otherwise, explained.
    pub published: Vec<Published>,
    /// Contents of answers files that are known not to be real, by hash.
    pub known: Vec<(String, Nature)>,
    /// The definition as it is written, to be kept with the answers.
    pub text: String,
}

/// What of a reconstructed wave is real.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reconstruction {
    /// Numbers of the goals whose total score was published.
    pub goals: Vec<u32>,
    /// Whether scores per part were published.
    pub parts: bool,
    /// The same in words.
    pub note: Text,
}

/// A figure that the source prints otherwise than it works out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Which figure.
    pub figure: String,
    /// As the source prints it.
    pub printed: String,
    /// As it works out.
    pub ours: String,
    /// Why they differ.
    pub note: Text,
}
