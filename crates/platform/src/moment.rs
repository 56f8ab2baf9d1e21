//! Moments as the database keeps them: text in UTC whose order is the order of time.

use jiff::Timestamp;

/// A moment as text in whole seconds, `2026-11-22T12:00:00Z`; the part of a second is dropped. Texts of the
/// years 0 to 9999 sort as their moments do.
#[must_use]
pub fn write_moment(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Reads what [`write_moment`] wrote; `None` for anything that is not a moment.
#[must_use]
pub fn read_moment(text: &str) -> Option<Timestamp> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_kept_in_whole_seconds() {
        let moment: Timestamp = "2026-11-22T12:00:00.987Z".parse().expect("a moment");
        assert_eq!(write_moment(moment), "2026-11-22T12:00:00Z");
        assert_eq!(read_moment("2026-11-22T12:00:00Z"), "2026-11-22T12:00:00Z".parse().ok());
        assert_eq!(read_moment("gisteren"), None);
    }
}
