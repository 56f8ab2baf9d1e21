//! The clock on the wall in the Netherlands: what people read, and when a day begins for a right.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// The rule of the European Union (Directive 2000/84/EC), written out so that no list of zones is needed.
const RULE: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

fn zone() -> TimeZone {
    // The rule is a constant that a test reads.
    TimeZone::posix(RULE).unwrap_or(TimeZone::UTC)
}

/// A moment on the clock in the Netherlands.
#[must_use]
pub fn dutch_time(moment: Timestamp) -> Zoned {
    moment.to_zoned(zone())
}

/// The day of a moment in the Netherlands.
#[must_use]
pub fn dutch_day(moment: Timestamp) -> Date {
    dutch_time(moment).date()
}

/// The first moment of a day in the Netherlands; `None` at the far ends of the calendar.
#[must_use]
pub fn start_of_dutch_day(day: Date) -> Option<Timestamp> {
    day.to_zoned(zone()).ok().map(|start| start.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a moment")
    }

    #[test]
    fn the_clock_is_one_hour_ahead_in_winter_and_two_in_summer() {
        let shown = |text| dutch_time(at(text)).strftime("%Y-%m-%d %H:%M").to_string();
        assert_eq!(shown("2026-11-22T12:00:00Z"), "2026-11-22 13:00");
        assert_eq!(shown("2026-07-01T12:00:00Z"), "2026-07-01 14:00");
        assert_eq!(shown("2026-03-29T00:59:59Z"), "2026-03-29 01:59");
        assert_eq!(shown("2026-03-29T01:00:00Z"), "2026-03-29 03:00");
        assert_eq!(shown("2026-10-25T01:00:00Z"), "2026-10-25 02:00");
    }

    #[test]
    fn a_day_begins_at_midnight_in_the_netherlands() {
        assert_eq!(dutch_day(at("2026-11-22T23:00:00Z")).to_string(), "2026-11-23");
        let start = start_of_dutch_day("2026-07-01".parse().expect("a day"));
        assert_eq!(start, Some(at("2026-06-30T22:00:00Z")));
    }
}
