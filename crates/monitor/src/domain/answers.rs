//! What one municipality answered, as positions in its questionnaire.

use geography::{Code, SizeClass};

/// A set of chosen options, by their position in the question (at most 64).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Chosen(u64);

impl Chosen {
    /// How many options a question may have.
    pub const LIMIT: usize = 64;

    /// Adds the option at `position`; `false` if it was there already or does not fit.
    pub fn insert(&mut self, position: usize) -> bool {
        let Some(bit) = u32::try_from(position).ok().and_then(|shift| 1_u64.checked_shl(shift)) else {
            return false;
        };
        let fresh = self.0 & bit == 0;
        self.0 |= bit;
        fresh
    }

    /// Whether the option at `position` was chosen.
    #[must_use]
    pub fn contains(self, position: usize) -> bool {
        position < Self::LIMIT && self.0 >> position & 1 == 1
    }

    /// How many were chosen.
    #[must_use]
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether nothing was chosen.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The positions chosen, ascending.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let position = left.trailing_zeros() as usize;
            (left != 0).then(|| {
                left &= left - 1;
                position
            })
        })
    }
}

impl FromIterator<usize> for Chosen {
    fn from_iter<I: IntoIterator<Item = usize>>(positions: I) -> Self {
        let mut chosen = Self::default();
        for position in positions {
            chosen.insert(position);
        }
        chosen
    }
}

/// Whether the goal is part of the municipality's policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Policy {
    /// It is in policy.
    Yes,
    /// Not yet, but it is intended.
    Intended,
    /// It is not.
    No,
}

impl Policy {
    /// Every value, in the order of the questionnaire.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Intended, Self::No];

    /// Code in the answers file.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "ja",
            Self::Intended => "voornemen",
            Self::No => "nee",
        }
    }
}

/// Which share of the target group is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Share {
    /// Nobody.
    Nobody,
    /// Less than half.
    LessThanHalf,
    /// More than half.
    MoreThanHalf,
    /// Everybody.
    Everybody,
}

impl Share {
    /// Every value, ascending.
    pub const ALL: [Self; 4] = [Self::Nobody, Self::LessThanHalf, Self::MoreThanHalf, Self::Everybody];

    /// Code in the answers file.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nobody => "niemand",
            Self::LessThanHalf => "minder-dan-de-helft",
            Self::MoreThanHalf => "meer-dan-de-helft",
            Self::Everybody => "iedereen",
        }
    }
}

/// The answers on one goal. A goal whose policy question is open was not answered and has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalAnswers {
    /// In policy, intended or not.
    pub policy: Policy,
    /// In which documents it is recorded, by position in [`super::questionnaire::Questionnaire::documents`].
    pub documents: Chosen,
    /// Per measure question what was ticked, `geen` included; empty if it was left open.
    pub measures: Vec<Chosen>,
    /// Whether there is a measure that the questionnaire does not name.
    pub own_measure: bool,
    /// Whether the municipality sees whom it reaches; open if not filled in.
    pub sight: Option<bool>,
    /// The share that it reaches.
    pub share: Option<Share>,
    /// Whether children and young people were heard about it; never scored ([`super::voice`]).
    pub heard: Option<bool>,
}

/// The answer on an extra question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExtraAnswer {
    /// Not filled in.
    Open,
    /// Chosen options; exactly one for a question of kind `One`.
    Chosen(Chosen),
    /// A grade from 1 to 10.
    Grade(u8),
}

/// Everything that one respondent sent in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// Name of the respondent in the file; unique in a wave.
    pub respondent: String,
    /// Size class by inhabitants.
    pub size_class: SizeClass,
    /// The municipality, where it is known.
    pub municipality: Option<Code>,
    /// Whether the municipality agreed, for this wave, to be shown by name.
    pub named: bool,
    /// Per goal the answers, or `None` if the goal was not answered.
    pub goals: Vec<Option<GoalAnswers>>,
    /// Per extra question the answer.
    pub extra: Vec<ExtraAnswer>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_keeps_each_option_once_and_in_order() {
        let mut chosen: Chosen = [5, 2, 63].into_iter().collect();
        assert!(!chosen.insert(2));
        assert!(!chosen.insert(64));
        assert_eq!(chosen.iter().collect::<Vec<_>>(), [2, 5, 63]);
        assert!(chosen.contains(63) && !chosen.contains(64) && !chosen.contains(0));
    }
}
