//! A question and its answers, between those of a region or about a good example: who asks whom, who sees it, who may
//! answer and close it, and for whom it waits.

use std::fmt;
use std::str::FromStr;

use geography::{Code, Geography, Region};
use kernel::{ExampleId, Finding, Place as Where};

/// The most characters of what is said at once.
pub const LONGEST: usize = 2000;
/// The most questions that are open at one place.
pub const MOST_OPEN: usize = 200;
/// The most that is said about one question.
pub const MOST_MESSAGES: usize = 100;

const COORDINATOR: &str = "coordinator";
const EVERYBODY: &str = "everybody";

/// Where people ask each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// In a Veilig Thuis region.
    Region(Region),
    /// At a good example, between who published it and another municipality.
    Example(ExampleId),
}

/// Who speaks. People speak for their municipality or as coordinator of the region, never for themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Party {
    /// Who coordinates the region.
    Coordinator,
    /// A municipality.
    Municipality(Code),
}

/// Whom a question is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Audience {
    /// One party.
    One(Party),
    /// Every municipality of the region, and its coordinator.
    Everybody,
}

/// Who asked whom, and whether it is still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thread {
    /// Who asked.
    pub asked_by: Party,
    /// Whom.
    pub audience: Audience,
    /// Who closed it; nobody while it may be answered.
    pub closed_by: Option<Party>,
}

/// What ends a question, and what takes that back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It is closed.
    Close,
    /// It is opened again.
    Reopen,
}

impl Turn {
    /// Every value.
    pub const ALL: [Self; 2] = [Self::Close, Self::Reopen];

    /// Name in addresses and locale keys (`thread-<name>`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Close => "close",
            Self::Reopen => "reopen",
        }
    }
}

impl Audience {
    /// Whether a party is meant.
    #[must_use]
    pub fn holds(self, party: Party) -> bool {
        match self {
            Self::One(one) => one == party,
            Self::Everybody => true,
        }
    }
}

impl Thread {
    /// A question that was asked just now.
    #[must_use]
    pub const fn new(asked_by: Party, audience: Audience) -> Self {
        Self { asked_by, audience, closed_by: None }
    }

    /// Whether it may still be answered.
    #[must_use]
    pub const fn is_open(self) -> bool {
        self.closed_by.is_none()
    }

    /// Whether a party may ask such a question in a region: a municipality asks the coordinator or everybody, a
    /// coordinator one municipality or everybody. What two municipalities have to say to each other alone is no matter
    /// of the region.
    #[must_use]
    pub fn may_ask(asked_by: Party, audience: Audience) -> bool {
        match (asked_by, audience) {
            (_, Audience::Everybody) => true,
            (Party::Municipality(_), Audience::One(to)) => to == Party::Coordinator,
            (Party::Coordinator, Audience::One(to)) => to != Party::Coordinator,
        }
    }

    /// Whether a party sees it.
    #[must_use]
    pub fn is_seen_by(self, party: Party) -> bool {
        self.asked_by == party || self.audience.holds(party)
    }

    /// Whether a party may say something: answer, or go on asking.
    #[must_use]
    pub fn takes_from(self, party: Party) -> bool {
        self.is_open() && self.is_seen_by(party)
    }

    /// Whether a party may close it: who asked, and the coordinator for what everybody sees.
    #[must_use]
    pub fn may_close(self, party: Party) -> bool {
        let moderates = party == Party::Coordinator && self.audience == Audience::Everybody;
        self.is_open() && (self.asked_by == party || moderates)
    }

    /// Whether a party may open it again: who closed it. What the coordinator closed stays closed for who asked.
    #[must_use]
    pub fn may_reopen(self, party: Party) -> bool {
        self.closed_by == Some(party)
    }

    /// Whether a party may close it, or open it again.
    #[must_use]
    pub fn may_turn(self, turn: Turn, party: Party) -> bool {
        match turn {
            Turn::Close => self.may_close(party),
            Turn::Reopen => self.may_reopen(party),
        }
    }

    /// Whether it waits for a party, given who spoke, in order: for who is asked, until they answered what was asked
    /// last; for who asked, as soon as somebody answered.
    #[must_use]
    pub fn waits_for(self, party: Party, said: &[Party]) -> bool {
        if !self.takes_from(party) {
            return false;
        }
        if self.asked_by == party {
            return said.last().is_some_and(|last| *last != party);
        }
        let asked = said.iter().rposition(|said| *said == self.asked_by);
        let answered = said.iter().rposition(|said| *said == party);
        asked > answered
    }
}

/// Reads what somebody says, from the field `thread_text`.
///
/// # Errors
/// If it is nothing, or too much.
pub fn text(typed: &str) -> Result<&str, Vec<Finding>> {
    let text = typed.trim();
    let on = |code| Finding::error(code, Where::default().column("thread_text"));
    match text.chars().count() {
        0 => Err(vec![on("thread-text")]),
        1..=LONGEST => Ok(text),
        _ => Err(vec![on("thread-long").with("most", LONGEST.to_string())]),
    }
}

/// It is none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unknown;

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Region(region) => write!(f, "region:{}", region.slug()),
            Self::Example(id) => write!(f, "example:{id}"),
        }
    }
}

impl FromStr for Place {
    type Err = Unknown;

    fn from_str(text: &str) -> Result<Self, Unknown> {
        match text.split_once(':').ok_or(Unknown)? {
            ("region", slug) => Geography::built_in().region(slug).map(Self::Region).ok_or(Unknown),
            ("example", id) => id.parse().map(Self::Example).map_err(|_| Unknown),
            _ => Err(Unknown),
        }
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Coordinator => f.write_str(COORDINATOR),
            Self::Municipality(code) => code.fmt(f),
        }
    }
}

impl FromStr for Party {
    type Err = Unknown;

    fn from_str(text: &str) -> Result<Self, Unknown> {
        match text {
            COORDINATOR => Ok(Self::Coordinator),
            code => code.parse().map(Self::Municipality).map_err(|_| Unknown),
        }
    }
}

impl fmt::Display for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Everybody => f.write_str(EVERYBODY),
            Self::One(party) => party.fmt(f),
        }
    }
}

impl FromStr for Audience {
    type Err = Unknown;

    fn from_str(text: &str) -> Result<Self, Unknown> {
        match text {
            EVERYBODY => Ok(Self::Everybody),
            party => party.parse().map(Self::One),
        }
    }
}

#[cfg(test)]
#[path = "thread_tests.rs"]
mod tests;
