//! The form of one municipality: who fills it in, who approves it, and what two editors do to one answer.
//!
//! ```mermaid
//! stateDiagram-v2
//!     [*] --> Filling
//!     Filling --> Submitted: submit, nothing wrong, with four eyes
//!     Filling --> Approved: submit, nothing wrong, without four eyes
//!     Submitted --> Approved: approve, by somebody else
//!     Submitted --> Filling: reopen, with a reason
//!     Approved --> Filling: reopen, with a reason
//! ```

use jiff::Timestamp;
use kernel::PersonId;

/// Where a form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormState {
    /// Editors work on it.
    Filling,
    /// It waits for approval.
    Submitted(Signed),
    /// It counts.
    Approved {
        /// Who submitted it.
        submitted: Signed,
        /// Who approved it.
        approved: Signed,
    },
}

/// Who did something, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signed {
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// Why something can't happen to a form now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormRefusal {
    /// The wave does not take answers now.
    Closed,
    /// Not in this state.
    State,
    /// Something in it is wrong or missing.
    Findings,
    /// Whoever submitted it can't approve it too.
    OwnWork,
    /// Sent back without a reason.
    NoReason,
}

impl FormRefusal {
    /// Stable code of the finding.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Closed => "form-closed",
            Self::State => "form-state",
            Self::Findings => "form-findings",
            Self::OwnWork => "form-own-work",
            Self::NoReason => "form-no-reason",
        }
    }
}

impl FormState {
    /// Name in the database and in locale keys (`form-state-<name>`).
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Filling => "filling",
            Self::Submitted(_) => "submitted",
            Self::Approved { .. } => "approved",
        }
    }

    /// Submits it.
    ///
    /// # Errors
    /// Unless it is being filled in and nothing is wrong with it.
    pub fn submit(self, signed: Signed, problems: usize, four_eyes: bool) -> Result<Self, FormRefusal> {
        match self {
            Self::Filling if problems > 0 => Err(FormRefusal::Findings),
            Self::Filling if four_eyes => Ok(Self::Submitted(signed)),
            Self::Filling => Ok(Self::Approved { submitted: signed, approved: signed }),
            _ => Err(FormRefusal::State),
        }
    }

    /// Approves it.
    ///
    /// # Errors
    /// Unless it waits for approval, and was submitted by somebody else.
    pub fn approve(self, signed: Signed) -> Result<Self, FormRefusal> {
        match self {
            Self::Submitted(submitted) if submitted.by == signed.by => Err(FormRefusal::OwnWork),
            Self::Submitted(submitted) => Ok(Self::Approved { submitted, approved: signed }),
            _ => Err(FormRefusal::State),
        }
    }

    /// Sends it back to the editors.
    ///
    /// # Errors
    /// If they have it already, and without a reason.
    pub fn reopen(self, because: &str) -> Result<Self, FormRefusal> {
        match self {
            Self::Filling => Err(FormRefusal::State),
            _ if because.trim().is_empty() => Err(FormRefusal::NoReason),
            _ => Ok(Self::Filling),
        }
    }
}

/// An answer as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The answer; empty if somebody took it away.
    pub value: String,
    /// The save of the form in which it was set.
    pub revision: i64,
    /// Who set it.
    pub by: PersonId,
}

/// What becomes of an answer that somebody saves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    /// It is kept.
    Keep,
    /// It is there already.
    Same,
    /// Somebody else gave another answer since this editor saw the form: both are shown.
    Conflict(Kept),
}

/// Weighs an answer against what is kept. `seen` is the save of the form that the editor saw; who saves over
/// an own answer is never in conflict.
#[must_use]
pub fn weigh(kept: Option<&Kept>, by: PersonId, seen: i64, value: &str) -> Saving {
    match kept {
        Some(kept) if kept.value == value => Saving::Same,
        None if value.is_empty() => Saving::Same,
        Some(kept) if kept.revision > seen && kept.by != by => Saving::Conflict(kept.clone()),
        _ => Saving::Keep,
    }
}

#[cfg(test)]
#[path = "form_tests.rs"]
mod tests;
