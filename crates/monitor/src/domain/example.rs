//! A good example: what a municipality does at a goal, told so that another can do it too. It is published in the name
//! of the municipality, and with a function address, never a person's.
//!
//! ```mermaid
//! stateDiagram-v2
//!     [*] --> Draft
//!     Draft --> Published: publish
//!     Withdrawn --> Published: publish
//!     Published --> Withdrawn: withdraw
//!     Draft --> Removed: remove (researcher)
//!     Published --> Removed: remove (researcher)
//!     Withdrawn --> Removed: remove (researcher)
//! ```

use kernel::{Finding, Place};

use super::contact;

/// The most characters of a title.
pub const LONGEST_TITLE: usize = 120;
/// The most characters of what it is.
pub const LONGEST_WHAT: usize = 2000;
/// The most characters of each other part.
pub const LONGEST_PART: usize = 500;

/// Where an example is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExampleState {
    /// Only its municipality sees it.
    Draft,
    /// Everybody sees it.
    Published,
    /// Its municipality took it back.
    Withdrawn,
    /// A researcher took it off, for a reason that its municipality reads.
    Removed {
        /// The reason.
        because: String,
    },
}

/// It can't be done in this state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotNow;

impl ExampleState {
    /// Name in the database and in locale keys (`example-state-<name>`).
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
            Self::Removed { .. } => "removed",
        }
    }

    /// Reads what is stored.
    #[must_use]
    pub fn parse(name: &str, because: Option<String>) -> Option<Self> {
        match name {
            "draft" => Some(Self::Draft),
            "published" => Some(Self::Published),
            "withdrawn" => Some(Self::Withdrawn),
            "removed" => Some(Self::Removed { because: because.unwrap_or_default() }),
            _ => None,
        }
    }

    /// Whether its municipality may change it.
    #[must_use]
    pub const fn is_changed(&self) -> bool {
        !matches!(self, Self::Removed { .. })
    }

    /// Shows it to everybody.
    ///
    /// # Errors
    /// Unless it is a draft, or was withdrawn.
    pub fn publish(self) -> Result<Self, NotNow> {
        match self {
            Self::Draft | Self::Withdrawn => Ok(Self::Published),
            _ => Err(NotNow),
        }
    }

    /// Takes it back.
    ///
    /// # Errors
    /// Unless it is published.
    pub fn withdraw(self) -> Result<Self, NotNow> {
        if self == Self::Published { Ok(Self::Withdrawn) } else { Err(NotNow) }
    }

    /// Takes it off, for good.
    ///
    /// # Errors
    /// If it is off already.
    pub fn remove(self, because: &str) -> Result<Self, NotNow> {
        match self {
            Self::Removed { .. } => Err(NotNow),
            _ => Ok(Self::Removed { because: because.to_owned() }),
        }
    }
}

/// What a municipality tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// What it is called.
    pub title: String,
    /// What is done.
    pub what: String,
    /// For whom.
    pub for_whom: String,
    /// Whom it reaches, and how that is known.
    pub reach: String,
    /// What it costs.
    pub cost: String,
    /// A function address.
    pub contact: String,
}

impl Told {
    /// Each part with the name of its field and how long it may be.
    #[must_use]
    pub fn parts(&self) -> [(&'static str, &str, usize); 6] {
        [
            ("example_title", &self.title, LONGEST_TITLE),
            ("example_what", &self.what, LONGEST_WHAT),
            ("example_for_whom", &self.for_whom, LONGEST_PART),
            ("example_reach", &self.reach, LONGEST_PART),
            ("example_cost", &self.cost, LONGEST_PART),
            ("example_contact", &self.contact, LONGEST_PART),
        ]
    }

    /// What keeps it from being kept: a draft needs a title, and nothing too long.
    #[must_use]
    pub fn problems(&self) -> Vec<Finding> {
        let on = |code, field: &str| Finding::error(code, Place::default().column(field));
        let long = self.parts().into_iter().filter(|(_, text, most)| text.chars().count() > *most);
        let mut findings: Vec<Finding> =
            long.map(|(field, _, most)| on("example-long", field).with("most", most.to_string())).collect();
        if self.title.trim().is_empty() {
            findings.insert(0, on("example-title", "example_title"));
        }
        findings
    }

    /// What is still missing before it can be published.
    #[must_use]
    pub fn missing(&self) -> Vec<Finding> {
        let empty = self.parts().into_iter().filter(|(_, text, _)| text.trim().is_empty());
        empty.map(|(field, ..)| Finding::error("example-missing", Place::default().column(field))).collect()
    }

    /// What is to be looked at again before it is published, and can be confirmed.
    #[must_use]
    pub fn doubts(&self) -> Vec<Finding> {
        let place = Place::default().column("example_contact");
        let doubtful = !self.contact.trim().is_empty() && contact::is_doubtful(&self.contact);
        doubtful.then(|| Finding::warning("example-contact", place)).into_iter().collect()
    }

    /// What people search in: small letters without accents, and no sign that means something in a pattern.
    #[must_use]
    pub fn search(&self, municipality: &str) -> String {
        geography::fold(&format!("{} {} {} {municipality}", self.title, self.what, self.for_whom))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told() -> Told {
        let text = |text: &str| text.to_owned();
        Told {
            title: text("Vertelbus"),
            what: text("Een bus."),
            for_whom: text("Ouders"),
            reach: text("De helft"),
            cost: text("Een ton"),
            contact: text("jeugd@gemeente.example"),
        }
    }

    #[test]
    fn a_draft_needs_a_title_and_what_is_published_all_parts() {
        assert_eq!(told().problems(), []);
        assert_eq!(told().missing(), []);
        let half = Told { title: "Vertelbus".into(), ..Told::default() };
        assert_eq!(half.problems(), []);
        assert_eq!(half.missing().len(), 5);
        assert_eq!(Told::default().problems()[0].code, "example-title");
        let long = Told { cost: "é".repeat(LONGEST_PART + 1), ..told() };
        let fields: Vec<_> = long.problems().into_iter().map(|one| one.place.column).collect();
        assert_eq!(fields, [Some("example_cost".to_owned())]);
    }

    #[test]
    fn a_contact_that_looks_like_a_person_is_a_doubt_and_no_error() {
        assert_eq!(told().doubts(), []);
        let doubts = Told { contact: "esra@gmail.com".into(), ..told() }.doubts();
        assert_eq!((doubts[0].code, doubts[0].severity), ("example-contact", kernel::Severity::Warning));
        assert_eq!(Told::default().doubts(), [], "nothing is missing, which is told already");
    }

    #[test]
    fn what_a_researcher_took_off_stays_off() {
        let off = ExampleState::Published.remove("Noemt een gezin").expect("off");
        assert!(!off.is_changed());
        assert_eq!(off.clone().publish(), Err(NotNow));
        assert_eq!(off.clone().withdraw(), Err(NotNow));
        assert_eq!(off.remove("nog eens"), Err(NotNow));
        assert_eq!(ExampleState::Draft.withdraw(), Err(NotNow));
    }

    #[test]
    fn search_finds_words_whatever_their_accents_and_knows_no_pattern() {
        assert!(told().search("Súdwest-Fryslân").contains(&geography::fold("sudwest")));
        assert_eq!(geography::fold("100%_\\"), "100");
    }

    proptest! {
        #[test]
        fn whatever_is_done_only_a_published_one_is_seen_and_none_comes_back_from_off(steps in prop::collection::vec(0_u8..3, 0..12)) {
            let (mut state, mut off) = (ExampleState::Draft, false);
            for step in steps {
                let next = match step {
                    0 => state.clone().publish(),
                    1 => state.clone().withdraw(),
                    _ => state.clone().remove("x"),
                };
                off |= step == 2;
                state = next.unwrap_or(state);
                let read = ExampleState::parse(state.name(), Some("x".into()));
                prop_assert_eq!(read.as_ref(), Some(&state));
            }
            prop_assert_eq!(off, !state.is_changed());
        }
    }
}
