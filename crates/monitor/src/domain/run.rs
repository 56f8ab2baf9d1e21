//! A wave while it is held: its plan, and what may happen to it when.
//!
//! ```mermaid
//! stateDiagram-v2
//!     [*] --> Draft
//!     Draft --> Open: open, not after its last day
//!     Open --> Closed: close
//!     Closed --> Published: publish, with one approved form at least
//!     Published --> Withdrawn: withdraw, with a reason
//!     Withdrawn --> Published: publish
//! ```

use geography::Code;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::Text;

use super::wave::Nature;

/// What a researcher decides before a wave opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Name in addresses and files, such as `2027`.
    pub id: String,
    /// Year, for the order of waves.
    pub year: u32,
    /// Name for people.
    pub title: Text,
    /// Which questionnaire is put, and in which version.
    pub questionnaire: (String, u32),
    /// The rule that it is scored by.
    pub scoring_rule: String,
    /// Which municipalities exist for this wave.
    pub reference_date: Date,
    /// First and last day of filling in.
    pub period: (Date, Date),
    /// These municipalities are invited; empty is all of the reference date.
    pub invited: Vec<Code>,
    /// Whether somebody else must approve what an editor submits.
    pub four_eyes: bool,
    /// The most reminders that a municipality gets.
    pub most_reminders: u8,
    /// Whether the answers will be real. Generated ones are for trying it out.
    pub nature: Nature,
}

/// Where a wave is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunState {
    /// Being planned: nobody was invited.
    Draft,
    /// Municipalities fill in.
    Open,
    /// Nobody fills in any more; nothing is published yet.
    Closed,
    /// The answers are published.
    Published,
    /// Published, and taken back.
    Withdrawn {
        /// Why, as everybody reads it.
        because: String,
    },
}

/// Why something can't happen to a wave now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunRefusal {
    /// Not in this state.
    State,
    /// Its last day is over.
    Over,
    /// No form was approved, so there is nothing to publish.
    NothingApproved,
    /// A withdrawal without a reason.
    NoReason,
}

impl RunRefusal {
    /// Stable code of the finding.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::State => "run-state",
            Self::Over => "run-over",
            Self::NothingApproved => "run-nothing-approved",
            Self::NoReason => "run-no-reason",
        }
    }
}

impl RunState {
    /// Name in the database and in locale keys (`run-state-<name>`).
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Published => "published",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// Reads what is stored.
    #[must_use]
    pub fn read(name: &str, because: Option<String>) -> Option<Self> {
        Some(match name {
            "draft" => Self::Draft,
            "open" => Self::Open,
            "closed" => Self::Closed,
            "published" => Self::Published,
            "withdrawn" => Self::Withdrawn { because: because.unwrap_or_default() },
            _ => return None,
        })
    }

    /// Opens it for answers.
    ///
    /// # Errors
    /// Unless it is a draft whose last day is still to come.
    pub fn open(self, plan: &Plan, today: Date) -> Result<Self, RunRefusal> {
        match self {
            Self::Draft if today > plan.period.1 => Err(RunRefusal::Over),
            Self::Draft => Ok(Self::Open),
            _ => Err(RunRefusal::State),
        }
    }

    /// Ends filling in, before or after its last day.
    ///
    /// # Errors
    /// Unless it is open.
    pub fn close(self) -> Result<Self, RunRefusal> {
        if self == Self::Open { Ok(Self::Closed) } else { Err(RunRefusal::State) }
    }

    /// Publishes it, the first time or again.
    ///
    /// # Errors
    /// Unless filling in has ended and there is something to publish.
    pub fn publish(self, approved: u64) -> Result<Self, RunRefusal> {
        match self {
            Self::Closed | Self::Withdrawn { .. } if approved == 0 => Err(RunRefusal::NothingApproved),
            Self::Closed | Self::Withdrawn { .. } => Ok(Self::Published),
            _ => Err(RunRefusal::State),
        }
    }

    /// Takes it back.
    ///
    /// # Errors
    /// Unless it is published, and without a reason.
    pub fn withdraw(self, because: &str) -> Result<Self, RunRefusal> {
        match (self, because.trim()) {
            (Self::Published, "") => Err(RunRefusal::NoReason),
            (Self::Published, because) => Ok(Self::Withdrawn { because: because.to_owned() }),
            _ => Err(RunRefusal::State),
        }
    }
}

/// A wave that is held, with its plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// What was decided.
    pub plan: Plan,
    /// Where it is.
    pub state: RunState,
    /// Since when.
    pub since: Timestamp,
    /// Counts the changes, so that two at once are noticed.
    pub changed: i64,
}

impl Run {
    /// Whether a form with this extension can be filled in on `today`.
    #[must_use]
    pub fn takes_answers(&self, extension: Option<Date>, today: Date) -> bool {
        self.state == RunState::Open
            && self.plan.period.0 <= today
            && today <= extension.unwrap_or(self.plan.period.1)
    }
}

#[cfg(test)]
#[path = "run_tests.rs"]
mod tests;
