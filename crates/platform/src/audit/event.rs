//! What an event says.

use std::fmt;

use jiff::Timestamp;
use kernel::{OrganisationId, PersonId};
use serde_json::Value;

/// One thing that happened. A capability makes its events in one place, from a type of its own, so that the
/// kinds and their details are found together.
///
/// No personal content goes in: no name, address, answer, note, token or secret, in no field. An event names
/// people and things by their id; whoever may see them looks them up. What is written here stays for years
/// and cannot be taken out.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// When; kept to the millisecond.
    pub at: Timestamp,
    /// Who did it.
    pub who: Who,
    /// For whom, when somebody acts for another: an id.
    pub on_behalf_of: Option<String>,
    /// The organisation it concerns: a privacy officer sees the events of the own organisation.
    pub organisation: Option<OrganisationId>,
    /// What happened: `account.role-given`. Its words are `audit-kind-account-role-given`.
    pub kind: &'static str,
    /// What it is about.
    pub about: Option<About>,
    /// Why: the purpose or the ground, where one is asked for.
    pub reason: Option<String>,
    /// What else there is to know, by code and id: `{"role": "editor"}`.
    pub detail: Value,
    /// The id of the request, the same as in the log.
    pub request: Option<String>,
}

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// A person with an account.
    Person(PersonId),
    /// Somebody at the command line, by the name of the account on that machine.
    Operator(String),
    /// The program itself, by the kind of its job.
    Job(&'static str),
    /// A visitor who has not signed in.
    Nobody,
}

/// A thing that an event is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// What it is: `person`, `organisation`, `session`.
    pub kind: &'static str,
    /// Which one.
    pub id: String,
}

impl Event {
    /// An event about nothing in particular; the other methods add to it.
    #[must_use]
    pub fn new(kind: &'static str, at: Timestamp, who: Who) -> Self {
        Self {
            at,
            who,
            on_behalf_of: None,
            organisation: None,
            kind,
            about: None,
            reason: None,
            detail: Value::Object(serde_json::Map::new()),
            request: None,
        }
    }

    /// Names the organisation it concerns.
    #[must_use]
    pub fn organisation(mut self, organisation: OrganisationId) -> Self {
        self.organisation = Some(organisation);
        self
    }

    /// Says what it is about.
    #[must_use]
    pub fn about(mut self, kind: &'static str, id: impl fmt::Display) -> Self {
        self.about = Some(About { kind, id: id.to_string() });
        self
    }

    /// Says for whom it was done, by id.
    #[must_use]
    pub fn on_behalf_of(mut self, id: impl fmt::Display) -> Self {
        self.on_behalf_of = Some(id.to_string());
        self
    }

    /// Gives the reason.
    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Adds codes and ids.
    #[must_use]
    pub fn detail(mut self, detail: Value) -> Self {
        self.detail = detail;
        self
    }

    /// Names the request.
    #[must_use]
    pub fn request(mut self, id: impl Into<String>) -> Self {
        self.request = Some(id.into());
        self
    }
}

impl Who {
    /// The name in the database: `person`, `operator`, `job` or `nobody`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Person(_) => "person",
            Self::Operator(_) => "operator",
            Self::Job(_) => "job",
            Self::Nobody => "nobody",
        }
    }

    /// Which one.
    #[must_use]
    pub fn id(&self) -> Option<String> {
        match self {
            Self::Person(person) => Some(person.to_string()),
            Self::Operator(name) => Some(name.clone()),
            Self::Job(kind) => Some((*kind).to_owned()),
            Self::Nobody => None,
        }
    }
}
