//! How long a session lives, and when a person must show again who it is.

use jiff::{SignedDuration, Timestamp};

/// How far the clocks of two instances may differ.
const TOLERANCE: SignedDuration = SignedDuration::from_mins(5);
/// `seen_at` is written at most this often, so that looking at pages writes next to nothing.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(1);
/// How long a person counts as confirmed after signing in or confirming.
pub const CONFIRMED_FOR: SignedDuration = SignedDuration::from_mins(15);

/// How long sessions live.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Without a request.
    pub idle: SignedDuration,
    /// In all.
    pub absolute: SignedDuration,
}

/// The moments of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// When a request was last noted: at most a minute behind.
    pub seen_at: Timestamp,
    /// When the person last showed who it is.
    pub confirmed_at: Timestamp,
    /// When the session ends whatever happens.
    pub ends_at: Timestamp,
}

impl Times {
    /// Whether the session lives.
    ///
    /// When the clock jumps forward, sessions end and people sign in again. When it jumps back, a session
    /// may not live longer than one that begins now: one that would, began under a clock that ran ahead.
    #[must_use]
    pub fn lives(&self, limits: Limits, now: Timestamp) -> bool {
        let left = self.ends_at.duration_since(now);
        let silent = now.duration_since(self.seen_at);
        left > SignedDuration::ZERO && left <= limits.absolute + TOLERANCE && silent < limits.idle
    }

    /// Whether `seen_at` must be written: a minute has gone by, or the clock went back.
    #[must_use]
    pub fn must_note(&self, now: Timestamp) -> bool {
        now < self.seen_at || now.duration_since(self.seen_at) >= SEEN_EVERY
    }

    /// Whether the person showed who it is lately enough for a sensitive act.
    #[must_use]
    pub fn confirmed(&self, now: Timestamp) -> bool {
        let ago = now.duration_since(self.confirmed_at);
        -TOLERANCE <= ago && ago < CONFIRMED_FOR
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LIMITS: Limits =
        Limits { idle: SignedDuration::from_mins(30), absolute: SignedDuration::from_hours(12) };

    fn now() -> Timestamp {
        "2026-11-22T12:00:00Z".parse().expect("a moment")
    }

    fn new() -> Times {
        Times { seen_at: now(), confirmed_at: now(), ends_at: now() + LIMITS.absolute }
    }

    fn minutes(minutes: i64) -> Timestamp {
        now() + SignedDuration::from_mins(minutes)
    }

    #[test]
    fn half_an_hour_of_silence_ends_a_session() {
        assert!(new().lives(LIMITS, minutes(29)));
        assert!(!new().lives(LIMITS, minutes(30)));
    }

    #[test]
    fn after_twelve_hours_it_ends_however_busy() {
        let busy = Times { seen_at: minutes(719), ..new() };
        assert!(busy.lives(LIMITS, minutes(719)));
        assert!(!busy.lives(LIMITS, minutes(720)));
    }

    #[test]
    fn a_clock_that_goes_back_an_hour_ends_what_would_live_too_long() {
        assert!(new().lives(LIMITS, minutes(-4)), "two instances may differ a little");
        assert!(!new().lives(LIMITS, minutes(-60)));
        assert!(new().must_note(minutes(-1)));
    }

    #[test]
    fn a_clock_that_jumps_forward_ends_sessions() {
        assert!(!new().lives(LIMITS, minutes(60 * 24 * 365)));
    }

    #[test]
    fn a_sensitive_act_asks_again_after_a_quarter_of_an_hour() {
        assert!(new().confirmed(minutes(14)));
        assert!(!new().confirmed(minutes(15)));
        assert!(!new().confirmed(minutes(-30)));
    }

    #[test]
    fn a_request_is_noted_once_a_minute() {
        assert!(!new().must_note(now() + SignedDuration::from_secs(59)));
        assert!(new().must_note(minutes(1)));
    }

    proptest! {
        #[test]
        fn whatever_the_clock_says_no_session_outlives_its_limits(jump in -2_000_000i64..2_000_000, on in 0i64..2_000_000) {
            let session = new();
            let then = now() + SignedDuration::from_secs(jump);
            if session.lives(LIMITS, then) {
                let later = then + LIMITS.absolute + TOLERANCE + SignedDuration::from_secs(on);
                prop_assert!(!session.lives(LIMITS, later));
            }
        }
    }
}
