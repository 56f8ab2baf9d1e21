//! The vision of a Veilig Thuis region (regiovisie): where it is, for which years, and where to read it.

use kernel::{Finding, Place};

use super::attachment::is_link;

/// The most characters of a note.
const LONGEST_NOTE: usize = 1000;

/// Where the vision is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VisionState {
    /// There is none.
    None,
    /// It is being written.
    Writing,
    /// The councils adopted it.
    Adopted,
}

impl VisionState {
    /// Every value.
    pub const ALL: [Self; 3] = [Self::None, Self::Writing, Self::Adopted];

    /// Name in the database, in forms and in locale keys (`vision-state-<name>`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Writing => "writing",
            Self::Adopted => "adopted",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// The vision of a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vision {
    /// Where it is.
    pub state: VisionState,
    /// The year in which it was adopted, or is to be.
    pub year: Option<i64>,
    /// First and last year for which it holds.
    pub period: Option<(i64, i64)>,
    /// Where to read it; empty if nowhere.
    pub url: String,
    /// What else there is to say.
    pub note: String,
}

/// What was typed about a vision.
#[derive(Debug, Clone, Copy, Default)]
pub struct Typed<'a> {
    /// The name of the state.
    pub state: &'a str,
    /// The year of adoption.
    pub year: &'a str,
    /// The first year for which it holds.
    pub first_year: &'a str,
    /// The last one.
    pub last_year: &'a str,
    /// Where to read it.
    pub url: &'a str,
    /// What else there is to say.
    pub note: &'a str,
}

impl Vision {
    /// Reads what was typed.
    ///
    /// # Errors
    /// Every problem, at its field: a vision that was adopted has its year and the years for which it holds.
    pub fn read(typed: Typed<'_>) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let mut on = |code, field: &str| findings.push(Finding::error(code, Place::default().column(field)));
        let state = VisionState::parse(typed.state);
        if state.is_none() {
            on("vision-state", "vision_state");
        }
        let adopted = state == Some(VisionState::Adopted);
        let mut year = |text: &str, field| {
            let year = text.trim().parse().ok().filter(|year| (2000..=2100).contains(year));
            if year.is_none() && (adopted || !text.trim().is_empty()) {
                on("vision-year", field);
            }
            year
        };
        let (made, first, last) = (
            year(typed.year, "vision_year"),
            year(typed.first_year, "vision_first"),
            year(typed.last_year, "vision_last"),
        );
        let is_half = typed.first_year.trim().is_empty() != typed.last_year.trim().is_empty();
        if is_half && !adopted {
            on("vision-period", "vision_last");
        }
        let period = first.zip(last);
        if period.is_some_and(|(first, last)| last < first) {
            on("vision-period", "vision_last");
        }
        // It may hold from before it was adopted, but not only from before.
        if period.is_some_and(|(first, last)| first <= last && made.is_some_and(|made| made > last)) {
            on("vision-year-late", "vision_year");
        }
        let (url, note) = (typed.url.trim(), typed.note.trim());
        if !url.is_empty() && !is_link(url) {
            on("attachment-url", "vision_url");
        }
        if note.chars().count() > LONGEST_NOTE {
            on("vision-note", "vision_note");
        }
        match state {
            Some(state) if findings.is_empty() => {
                Ok(Self { state, year: made, period, url: url.to_owned(), note: note.to_owned() })
            }
            _ => Err(findings),
        }
    }

    /// Whether its years are over.
    #[must_use]
    pub fn is_over(&self, year: i64) -> bool {
        self.state == VisionState::Adopted && self.period.is_some_and(|(_, last)| last < year)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn codes(typed: Typed<'_>) -> Vec<(&'static str, String)> {
        let found = Vision::read(typed).err().into_iter().flatten();
        found.map(|finding| (finding.code, finding.place.column.unwrap_or_default())).collect()
    }

    #[test]
    fn an_adopted_vision_has_its_year_and_the_years_for_which_it_holds() {
        let typed = Typed {
            state: "adopted",
            year: "2024",
            first_year: "2025",
            last_year: "2028",
            ..Typed::default()
        };
        let read = Vision::read(typed).expect("a vision");
        assert_eq!((read.year, read.period), (Some(2024), Some((2025, 2028))));
        assert!(!read.is_over(2028) && read.is_over(2029));
        let missing = codes(Typed { state: "adopted", ..Typed::default() });
        let fields: Vec<&str> = missing.iter().map(|(_, field)| field.as_str()).collect();
        assert_eq!(fields, ["vision_year", "vision_first", "vision_last"]);
    }

    #[test]
    fn without_a_vision_nothing_more_needs_to_be_said() {
        let read = Vision::read(Typed { state: "none", ..Typed::default() }).expect("a vision");
        assert_eq!((read.year, read.period, read.url.as_str()), (None, None, ""));
        assert!(Vision::read(Typed { state: "writing", year: "2027", ..Typed::default() }).is_ok());
    }

    #[test]
    fn every_problem_is_told_at_its_field() {
        let long = "é".repeat(LONGEST_NOTE + 1);
        let typed = Typed {
            state: "",
            year: "gisteren",
            first_year: "2028",
            last_year: "2025",
            url: "javascript:x",
            note: &long,
        };
        let found: Vec<_> = codes(typed).into_iter().map(|(_, field)| field).collect();
        assert_eq!(found, ["vision_state", "vision_year", "vision_last", "vision_url", "vision_note"]);
        let half = codes(Typed { state: "writing", first_year: "2026", ..Typed::default() });
        assert_eq!(half, [("vision-period", "vision_last".to_owned())]);
    }

    #[test]
    fn a_vision_is_adopted_before_its_years_are_over() {
        let made = |year| Typed {
            state: "adopted",
            year,
            first_year: "2025",
            last_year: "2028",
            ..Typed::default()
        };
        for year in ["2024", "2025", "2028"] {
            assert_eq!(codes(made(year)), [], "{year}");
        }
        assert_eq!(codes(made("2029")), [("vision-year-late", "vision_year".to_owned())]);
        let backwards = Typed { first_year: "2028", last_year: "2025", ..made("2029") };
        assert_eq!(codes(backwards), [("vision-period", "vision_last".to_owned())], "one problem at a time");
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_taken_or_told(
            state in "adopted|writing|none|x", year in ".{0,6}", first in "20[0-9]{2}|", last in "20[0-9]{2}|", url in ".{0,40}",
        ) {
            let typed = Typed { state: &state, year: &year, first_year: &first, last_year: &last, url: &url, note: "" };
            match Vision::read(typed) {
                Ok(vision) => prop_assert!(vision.period.is_none_or(|(first, last)| first <= last)),
                Err(found) => prop_assert!(!found.is_empty()),
            }
        }
    }
}
