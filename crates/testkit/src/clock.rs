//! A clock that stands still.

use jiff::Timestamp;
use kernel::Clock;

/// Always the same moment.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(Timestamp);

impl FixedClock {
    /// Stands at `moment`, such as `2026-11-22T12:00:00Z`.
    ///
    /// # Panics
    /// If that is not a moment.
    #[must_use]
    pub fn at(moment: &str) -> Self {
        Self(moment.parse().expect("a moment such as 2026-11-22T12:00:00Z"))
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_stands_still() {
        let clock = FixedClock::at("2026-11-22T12:00:00Z");
        assert_eq!(clock.now(), clock.now());
        assert_eq!(clock.now().to_string(), "2026-11-22T12:00:00Z");
    }
}
