//! A clock that stands still, and one that is put forward by hand.

use std::sync::{Arc, Mutex};

use jiff::{SignedDuration, Timestamp};
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

/// Stands still until it is put forward or back. A clone is the same clock.
#[derive(Debug, Clone)]
pub struct HandClock(Arc<Mutex<Timestamp>>);

impl HandClock {
    /// Begins at `moment`, such as `2026-11-22T12:00:00Z`.
    ///
    /// # Panics
    /// If that is not a moment.
    #[must_use]
    pub fn at(moment: &str) -> Self {
        Self(Arc::new(Mutex::new(FixedClock::at(moment).0)))
    }

    /// Puts it forward, or back by a negative duration.
    ///
    /// # Panics
    /// If that is past the end of time.
    pub fn advance(&self, by: SignedDuration) {
        let mut now = self.0.lock().expect("no test panics while it sets the clock");
        *now = now.checked_add(by).expect("a moment");
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().expect("no test panics while it sets the clock")
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

    #[test]
    fn a_clock_goes_when_it_is_put_forward() {
        let clock = HandClock::at("2026-11-22T12:00:00Z");
        let same = clock.clone();
        clock.advance(SignedDuration::from_mins(5));
        assert_eq!(same.now().to_string(), "2026-11-22T12:05:00Z");
    }
}
