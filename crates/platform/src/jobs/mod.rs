//! Work for later: written in the transaction of its cause, done when that was kept.
//!
//! ```text
//!             claim, attempt 1..6
//! waiting ------------------------> done       payload emptied, purged after 30 days
//!    ^  ^---- failed: 1 min .. 8 h ---'
//!    |                              '-> stuck  failed six times, or will never do
//!    '-- retry by an administrator --+-> held  waits for a person, as mail without a mail server
//! ```
//!
//! Several programs can work on one database. Whoever claims a job holds it for a short time that it renews;
//! of one that was killed, another takes over when that time ends. A database job writes its effect and
//! `done` in one transaction, so that the effect is there exactly once. An external job, such as a mail,
//! happens at least once and carries the id of the job, so that the other side can see that it is the same.

mod daily;
mod run;
mod store;
mod view;
mod worker;

use std::borrow::Cow;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

use jiff::{SignedDuration, Timestamp};
use kernel::JobId;
use zeroize::Zeroizing;

use crate::DatabaseError;

pub use daily::schedule;
pub use store::{discard, enqueue, purge, release, retry};
pub use view::{Counts, Row, State, counts, find, held, page, payload};
pub use worker::Worker;

/// How long a failed job waits before it is tried again: after the first failure, the second, and so on.
pub const BACK_OFF: [SignedDuration; 5] = [
    SignedDuration::from_mins(1),
    SignedDuration::from_mins(5),
    SignedDuration::from_mins(30),
    SignedDuration::from_hours(2),
    SignedDuration::from_hours(8),
];

/// How long jobs that are done stay visible.
pub const KEEP_DONE: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Work to be put in the queue.
#[derive(Debug, Clone)]
pub struct NewJob {
    /// What is to be done; a worker with a handler of this name takes it.
    pub kind: &'static str,
    /// A job with this key is there once only, until it is purged. Holds nothing personal.
    pub key: Option<String>,
    /// What the handler needs. Sealed in the database, emptied when done.
    pub payload: Vec<u8>,
    /// Not before this moment.
    pub run_at: Timestamp,
}

/// A job in the hands of its handler.
#[derive(Debug)]
pub struct Job {
    /// Its id, the same at every attempt.
    pub id: JobId,
    /// Its key, if it has one.
    pub key: Option<String>,
    /// What it was given.
    pub payload: Zeroizing<Vec<u8>>,
    /// The how manieth attempt this is, from 1.
    pub attempt: u32,
    /// When this attempt began.
    pub now: Timestamp,
}

/// What a handler gives back.
pub type Work<'a> = Pin<Box<dyn Future<Output = Result<(), Failure>> + Send + 'a>>;

/// Why a job was not done, and what is to become of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// It may do later: tried again after a while, and stuck after six attempts.
    Later(Reason),
    /// It will never do: stuck at once.
    Never(Reason),
    /// It waits for a person.
    Held(Reason),
}

/// Why, as a code with words (`job-reason-<code>`) and at most one detail. Nothing personal is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Stable code in kebab-case.
    pub code: Cow<'static, str>,
    /// A value for the words, such as the code with which a mail server refuses.
    pub detail: Option<String>,
}

impl Reason {
    /// A reason without detail.
    #[must_use]
    pub const fn new(code: &'static str) -> Self {
        Self { code: Cow::Borrowed(code), detail: None }
    }

    /// Adds the detail: a number or a code, never what somebody wrote.
    #[must_use]
    pub fn with(self, detail: impl fmt::Display) -> Self {
        Self { detail: Some(detail.to_string()), ..self }
    }

    fn read(text: &str) -> Self {
        let (code, detail) = text.split_once(' ').map_or((text, None), |(code, rest)| (code, Some(rest)));
        Self { code: Cow::Owned(code.to_owned()), detail: detail.map(str::to_owned) }
    }
}

/// As it stands in the database and in the log.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)?;
        self.detail.as_ref().map_or(Ok(()), |detail| write!(f, " {detail}"))
    }
}

/// The database may be back later.
impl From<DatabaseError> for Failure {
    fn from(error: DatabaseError) -> Self {
        tracing::warn!(%error, "a job could not use the database");
        Self::Later(Reason::new("database"))
    }
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        DatabaseError::from(error).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_reads_back_as_it_was_written() {
        for reason in [Reason::new("mail-refused").with("550"), Reason::new("panicked")] {
            assert_eq!(Reason::read(&reason.to_string()), reason);
        }
    }
}
