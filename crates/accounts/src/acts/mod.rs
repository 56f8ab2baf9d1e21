//! What people do: each act loads, asks the rules of `domain`, stores, and records its events, all in the
//! caller's transaction. Pages and commands both come here, so that no rule can be passed by.

pub mod invite;
pub mod merge;
pub mod organisations;
pub mod renew;
pub mod roles;
pub mod switch;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::{Actor, Entropy, Finding, OrganisationId, PersonId};
use platform::audit::{Event, Who};
use platform::{Connection, DatabaseError, Keys, KeysError};

use crate::domain::people::PersonState;
use crate::domain::roles::{Refusal, Subject};
use crate::store::{StoreError, memberships, people};

/// Who does it, when, and with what.
#[derive(Clone, Copy)]
pub struct Act<'a> {
    /// Who.
    pub actor: &'a Actor,
    /// When.
    pub now: Timestamp,
    /// The number of the request, for the audit trail.
    pub request: &'a str,
    /// What seals and opens names and addresses.
    pub keys: &'a Keys,
    /// Where chance comes from.
    pub entropy: &'a dyn Entropy,
}

impl Act<'_> {
    /// The day of it.
    #[must_use]
    pub fn today(&self) -> Date {
        crate::store::day(self.now)
    }

    /// An event of this act.
    #[must_use]
    pub fn event(&self, kind: &'static str) -> Event {
        Event::new(kind, self.now, Who::Person(self.actor.person)).request(self.request)
    }
}

/// Why an act was not done. Nothing of it was stored then, if the transaction is dropped.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// A rule stands in the way.
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// What was typed can't be taken.
    #[error("the form has errors")]
    Findings(Vec<Finding>),
    /// It is not there, or not for this actor.
    #[error("not there")]
    NotThere,
    /// Somebody else changed it meanwhile.
    #[error("changed meanwhile")]
    Changed,
    /// The database or the keys failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A mail could not be written.
    #[error(transparent)]
    Letter(#[from] askama::Error),
}

impl From<sqlx::Error> for ActError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<DatabaseError> for ActError {
    fn from(error: DatabaseError) -> Self {
        Self::Store(error.into())
    }
}

impl From<KeysError> for ActError {
    fn from(error: KeysError) -> Self {
        Self::Store(error.into())
    }
}

/// Whom an act is about, with every role everywhere: for the rules, not for the eyes of the actor.
pub async fn subject(
    db: &mut Connection,
    person: PersonId,
    state: PersonState,
    today: Date,
) -> Result<Subject, ActError> {
    let rows = memberships::rows_of(db, person, today).await?;
    let unused = people::is_unused(db, person, state).await?;
    Ok(Subject { person, state, unused, held: rows.into_iter().map(|row| row.held).collect() })
}

/// The member of an organisation, offers included; `NotThere` for anybody else.
pub async fn member(
    db: &mut Connection,
    organisation: OrganisationId,
    person: PersonId,
    today: Date,
) -> Result<(people::PersonRow, Subject), ActError> {
    let row = people::find(db, person).await?.ok_or(ActError::NotThere)?;
    let subject = subject(db, person, row.state, today).await?;
    if subject.held.iter().any(|held| held.organisation == organisation) {
        Ok((row, subject))
    } else {
        Err(ActError::NotThere)
    }
}

#[cfg(test)]
mod tests;
