//! Links that work once: an invitation, a reset of the password.

use jiff::{SignedDuration, Timestamp};
use kernel::PersonId;

/// How far the clocks of two instances may differ.
const TOLERANCE: SignedDuration = SignedDuration::from_mins(5);

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Choose how to sign in for the first time.
    Invitation,
    /// Choose a new password.
    Reset,
}

impl Purpose {
    /// The name in the database and in audit events.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Reset => "reset",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Invitation, Self::Reset].into_iter().find(|purpose| purpose.name() == name)
    }

    /// How long a link works: an invitation waits for somebody's holiday week, a reset for nobody.
    #[must_use]
    pub const fn lifetime(self) -> SignedDuration {
        match self {
            Self::Invitation => SignedDuration::from_hours(7 * 24),
            Self::Reset => SignedDuration::from_hours(1),
        }
    }

    /// Where the link leads, before the token.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Invitation => "/invitation/",
            Self::Reset => "/reset/",
        }
    }
}

/// A link as it is kept: without its token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it is for.
    pub purpose: Purpose,
    /// For whom.
    pub person: PersonId,
    /// Until when it works.
    pub expires_at: Timestamp,
    /// Whether it was used.
    pub used: bool,
}

impl Link {
    /// Whether it works now. One that would work longer than a new one was made under a clock that ran
    /// ahead; it works no more.
    #[must_use]
    pub fn works(&self, now: Timestamp) -> bool {
        let left = self.expires_at.duration_since(now);
        !self.used && left > SignedDuration::ZERO && left <= self.purpose.lifetime() + TOLERANCE
    }
}

#[cfg(test)]
mod tests {
    use testkit::SeededEntropy;

    use super::*;

    fn now() -> Timestamp {
        "2026-11-22T12:00:00Z".parse().expect("a moment")
    }

    fn link() -> Link {
        Link {
            purpose: Purpose::Reset,
            person: PersonId::new(now(), &SeededEntropy::new(1)),
            expires_at: now() + Purpose::Reset.lifetime(),
            used: false,
        }
    }

    #[test]
    fn a_reset_works_for_an_hour_and_once() {
        assert!(link().works(now()));
        assert!(link().works(now() + SignedDuration::from_secs(3599)));
        assert!(!link().works(now() + SignedDuration::from_secs(3600)));
        assert!(!Link { used: true, ..link() }.works(now()));
    }

    #[test]
    fn a_link_of_a_clock_that_ran_ahead_does_not_work_for_a_year() {
        assert!(!link().works(now() - SignedDuration::from_hours(365 * 24)));
        assert!(link().works(now() - SignedDuration::from_mins(4)));
    }
}
