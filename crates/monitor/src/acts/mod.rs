//! What people do with a wave: each act asks the rules of `domain`, stores, and records its event, all in the
//! caller's transaction.

pub mod action;
pub mod attach;
pub mod check;
pub mod dry_run;
pub mod edit;
pub mod examples;
pub mod fill;
pub mod plan;
pub mod publish;
pub mod region;
pub mod run;
pub mod share;
pub mod sight;
pub mod sign;
pub mod thread;
#[cfg(test)]
mod trends_tests;
#[cfg(test)]
pub mod trials;
#[cfg(test)]
mod voice_tests;
#[cfg(test)]
pub mod world;
pub mod youth;

use geography::Code;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::{Actor, Finding, OrganisationId};
use platform::DatabaseError;
use platform::audit::{Event, Who};
use thiserror::Error;

use crate::archive::WaveError;
use crate::domain::form::FormRefusal;
use crate::domain::run::RunRefusal;

/// Who does it, and when.
#[derive(Debug, Clone, Copy)]
pub struct Act<'a> {
    /// Who.
    pub actor: &'a Actor,
    /// When.
    pub now: Timestamp,
    /// The number of the request, for the audit trail.
    pub request: &'a str,
    /// Whether the actor is nobody with an account, but whoever has a link ([`share`]).
    pub by_link: bool,
}

impl Act<'_> {
    /// The day of it, in the Netherlands.
    #[must_use]
    pub fn today(&self) -> Date {
        kernel::dutch_day(self.now)
    }

    /// An event about a wave.
    #[must_use]
    pub fn about_run(&self, kind: &'static str, run: &str) -> Event {
        Event::new(kind, self.now, Who::Person(self.actor.person)).request(self.request).about("wave", run)
    }

    /// An event about the form of a municipality, for the privacy officer of its organisation.
    #[must_use]
    pub fn about_form(
        &self,
        kind: &'static str,
        run: &str,
        municipality: Code,
        organisation: Option<OrganisationId>,
    ) -> Event {
        let who = if self.by_link { Who::Nobody } else { Who::Person(self.actor.person) };
        let event = Event::new(kind, self.now, who).request(self.request);
        let event = event.about("form", format!("{run}/{municipality}"));
        match organisation {
            Some(organisation) => event.organisation(organisation),
            None => event,
        }
    }
}

/// Why an act was not done. Nothing of it was stored then, if the transaction is dropped.
#[derive(Debug, Error)]
pub enum ActError {
    /// A rule of the wave stands in the way.
    #[error("refused: {}", .0.code())]
    Run(RunRefusal),
    /// A rule of the form stands in the way.
    #[error("refused: {}", .0.code())]
    Form(FormRefusal),
    /// What was typed can't be taken.
    #[error("the form has errors")]
    Findings(Vec<Finding>),
    /// It is not there.
    #[error("not there")]
    NotThere,
    /// Somebody else changed it meanwhile.
    #[error("changed meanwhile")]
    Changed,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// A wave could not be stored or read.
    #[error(transparent)]
    Wave(#[from] WaveError),
}

impl From<sqlx::Error> for ActError {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error.into())
    }
}

impl From<RunRefusal> for ActError {
    fn from(refusal: RunRefusal) -> Self {
        Self::Run(refusal)
    }
}

impl From<FormRefusal> for ActError {
    fn from(refusal: FormRefusal) -> Self {
        Self::Form(refusal)
    }
}
