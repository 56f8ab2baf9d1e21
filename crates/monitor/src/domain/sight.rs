//! What a municipality sees of its risk groups, its programmes and its training.
//!
//! Source: Kinderombudsman/NJi 2017 (KOM012/2017): numbers of children in risk groups, whether use and effect of
//! programmes are monitored, and training that does not reach every profession, general practitioners above all.

/// Whether use and effect of a measure are monitored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Watches {
    /// Neither.
    Nothing,
    /// How often it is used.
    Use,
    /// What it brings about.
    Effect,
    /// Both.
    Both,
}

impl Watches {
    /// Every value.
    pub const ALL: [Self; 4] = [Self::Nothing, Self::Use, Self::Effect, Self::Both];

    /// Name in the database and in locale keys (`watches-<name>`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Use => "use",
            Self::Effect => "effect",
            Self::Both => "both",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// How far training reached a profession.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reached {
    /// Nobody.
    Nobody,
    /// Less than half.
    Some,
    /// More than half.
    Most,
    /// Everybody.
    Everybody,
}

impl Reached {
    /// Every value.
    pub const ALL: [Self; 4] = [Self::Nobody, Self::Some, Self::Most, Self::Everybody];

    /// Name in the database and in locale keys (`trained-<name>`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Some => "some",
            Self::Most => "most",
            Self::Everybody => "everybody",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// Whether the profession still has to be reached: not even half of it is.
    #[must_use]
    pub const fn is_gap(self) -> bool {
        matches!(self, Self::Nobody | Self::Some)
    }
}

/// The professions, those that training reaches least first; names in locale keys (`profession-<name>`).
pub const PROFESSIONS: [&str; 9] = [
    "general-practice",
    "adult-mental-health",
    "maternity",
    "police",
    "sport",
    "school",
    "childcare",
    "neighbourhood-team",
    "youth-health",
];

/// How many measures are monitored in which way, in the order of [`Watches::ALL`], and how many are not told.
#[must_use]
pub fn count(told: impl IntoIterator<Item = Option<Watches>>) -> ([usize; 4], usize) {
    let (mut counts, mut open) = ([0; 4], 0);
    for one in told {
        match one {
            Some(watches) => counts[watches as usize] += 1,
            None => open += 1,
        }
    }
    (counts, open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_told_is_not_the_same_as_monitoring_nothing() {
        let told = [Some(Watches::Nothing), None, Some(Watches::Both), None, Some(Watches::Both)];
        assert_eq!(count(told), ([1, 0, 0, 2], 2));
    }

    #[test]
    fn every_name_reads_back() {
        assert!(Watches::ALL.into_iter().all(|one| Watches::parse(one.name()) == Some(one)));
        assert!(Reached::ALL.into_iter().all(|one| Reached::parse(one.name()) == Some(one)));
        assert_eq!(Reached::ALL.map(Reached::is_gap), [true, true, false, false]);
    }
}
