//! How one municipality goes over into another.

use jiff::civil::Date;

use crate::Code;

/// What happened to the old municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// It ended in a newly formed municipality (`fusie`).
    Merger,
    /// It ended in a municipality that already existed (`opheffing`).
    Absorption,
    /// It ended in several municipalities, one line each (`splitsing`).
    Split,
    /// It went on under a new code and name (`hernummering`).
    Renumbering,
    /// A small part moved and it did not end because of that (`grenswijziging`).
    BorderChange,
}

impl Kind {
    /// Reads the word of the data file.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        match word {
            "fusie" => Some(Self::Merger),
            "opheffing" => Some(Self::Absorption),
            "splitsing" => Some(Self::Split),
            "hernummering" => Some(Self::Renumbering),
            "grenswijziging" => Some(Self::BorderChange),
            _ => None,
        }
    }

    /// Whether the old code ends with it.
    #[must_use]
    pub const fn ends_old(self) -> bool {
        !matches!(self, Self::BorderChange)
    }

    /// Whether the new code begins with it.
    #[must_use]
    pub const fn begins_new(self) -> bool {
        matches!(self, Self::Merger | Self::Renumbering)
    }
}

/// One transition from an old code to a new one; a merger of three has three.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merger {
    /// First day of the new situation.
    pub date: Date,
    /// What happened.
    pub kind: Kind,
    /// The code it came from.
    pub old: Code,
    /// The code it went to.
    pub new: Code,
    /// Name that belongs to `old`.
    pub old_name: &'static str,
    /// Name that belongs to `new`.
    pub new_name: &'static str,
    /// A remark of the source, in Dutch; empty if there is none.
    pub note: &'static str,
}
