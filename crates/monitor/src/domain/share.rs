//! A goal of a form that somebody without an account fills in by a link.

use jiff::civil::Date;
use kernel::{Finding, Place};

/// The most characters of the name of whom it is for.
pub const LONGEST_NAME: usize = 80;
/// The most links of one form that work at one time.
pub const MOST: usize = 50;

/// What a link is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Number of the goal.
    pub goal: u32,
    /// For whom.
    pub name: String,
    /// The last day on which it works.
    pub last_day: Date,
    /// Where to mail it.
    pub email: Option<String>,
}

/// How a link stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareState {
    /// It can be used.
    Open,
    /// Somebody ended it, or the form was sent in.
    Ended,
    /// Its last day is over, or the wave takes no answers.
    Over,
}

impl ShareState {
    /// How a link stands that has ended or not, and whose form can be filled in or not.
    #[must_use]
    pub fn of(ended: bool, last_day: Date, today: Date, filled_in: bool) -> Self {
        match () {
            () if ended => Self::Ended,
            () if today > last_day || !filled_in => Self::Over,
            () => Self::Open,
        }
    }

    /// Name in locale keys (`share-state-<name>`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Ended => "ended",
            Self::Over => "over",
        }
    }
}

/// What somebody typed, field by field.
#[derive(Debug, Clone, Copy)]
pub struct Typed<'a> {
    /// Field `goal`.
    pub goal: &'a str,
    /// Field `share_name`.
    pub name: &'a str,
    /// Field `last_day`.
    pub last_day: &'a str,
    /// Field `email`.
    pub email: &'a str,
}

/// Reads what somebody typed; `goals` are the numbers that there are, `until` the last day of the form.
///
/// # Errors
/// Every problem, at its field.
pub fn read(typed: Typed<'_>, goals: &[u32], today: Date, until: Date) -> Result<Wanted, Vec<Finding>> {
    let mut findings = Vec::new();
    let mut wrong = |code, field: &str| {
        let place = Place::default().column(field);
        findings.push(Finding::error(code, place).with("most", LONGEST_NAME.to_string()));
    };
    let goal = typed.goal.parse().ok().filter(|goal| goals.contains(goal));
    if goal.is_none() {
        wrong("share-goal", "goal");
    }
    let name: String = typed.name.trim().chars().filter(|letter| !letter.is_control()).collect();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        wrong("share-name", "share_name");
    }
    let last_day = typed.last_day.parse().ok().filter(|day: &Date| (today..=until).contains(day));
    if last_day.is_none() {
        wrong("share-last-day", "last_day");
    }
    let email = Some(typed.email.trim().to_owned()).filter(|email| !email.is_empty());
    if email.as_deref().is_some_and(|email| !is_address(email)) {
        wrong("share-email", "email");
    }
    match goal.zip(last_day) {
        Some((goal, last_day)) if findings.is_empty() => Ok(Wanted { goal, name, last_day, email }),
        _ => Err(findings),
    }
}

/// Whether mail can go there at all: the server that takes it knows the rest.
fn is_address(text: &str) -> bool {
    let plain = text.chars().all(|letter| letter.is_ascii_graphic() && !"<>,;\"()".contains(letter));
    let parts: Vec<&str> = text.split('@').collect();
    plain && text.len() <= 254 && parts.len() == 2 && !parts[0].is_empty() && parts[1].contains('.')
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn typed() -> Typed<'static> {
        Typed { goal: "3", name: " Noor (GGD) ", last_day: "2027-10-20", email: "" }
    }

    fn read_on_the_tenth(typed: Typed<'_>) -> Result<Wanted, Vec<&'static str>> {
        let found = read(typed, &[1, 2, 3], date(2027, 10, 10), date(2027, 10, 31));
        found.map_err(|findings| findings.iter().map(|finding| finding.code).collect())
    }

    #[test]
    fn a_link_is_for_one_goal_and_somebody_until_a_day() {
        let wanted = read_on_the_tenth(typed()).expect("a link");
        assert_eq!((wanted.goal, wanted.name.as_str(), wanted.email), (3, "Noor (GGD)", None));
    }

    #[test]
    fn every_problem_is_told_at_once() {
        let wrong = Typed { goal: "9", name: " ", last_day: "2027-11-01", email: "noor" };
        let all = ["share-goal", "share-name", "share-last-day", "share-email"];
        assert_eq!(read_on_the_tenth(wrong), Err(all.to_vec()));
        for day in ["2027-10-09", "morgen", ""] {
            assert_eq!(read_on_the_tenth(Typed { last_day: day, ..typed() }), Err(vec!["share-last-day"]));
        }
        for address in ["noor@ggd.example", ""] {
            assert!(read_on_the_tenth(Typed { email: address, ..typed() }).is_ok(), "{address}");
        }
        for address in ["a@b", "a b@c.nl", "a@b@c.nl", "<a@c.nl>", "@c.nl"] {
            assert_eq!(read_on_the_tenth(Typed { email: address, ..typed() }), Err(vec!["share-email"]));
        }
    }

    #[test]
    fn a_link_works_up_to_its_last_day_unless_it_or_the_form_has_ended() {
        let day = date(2027, 10, 20);
        let of = |ended, today, filled_in| ShareState::of(ended, day, today, filled_in);
        assert_eq!(of(false, day, true), ShareState::Open);
        assert_eq!(of(false, date(2027, 10, 21), true), ShareState::Over);
        assert_eq!(of(false, day, false), ShareState::Over);
        assert_eq!(of(true, day, true), ShareState::Ended);
    }
}
