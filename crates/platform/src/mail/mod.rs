//! Mail: written in the transaction of its cause, sent by a job, at least once and with the same Message-ID.
//!
//! Without a mail server a mail is held, and an administrator reads what is in it.

mod failure;
mod mailer;
mod message;

use std::fmt;

use jiff::Timestamp;
use kernel::{Entropy, JobId, Lang};
use serde::{Deserialize, Serialize};

use crate::jobs::{self, NewJob};
use crate::keys::Keys;
use crate::{Connection, DatabaseError};

pub use mailer::{Mailer, MailerError};
pub use message::preview;

/// The kind of job that sends a mail.
pub const KIND: &str = "mail.send";

/// A mail to one person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// The address.
    pub to: String,
    /// What it is about: one line.
    pub subject: String,
    /// The mail as text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// The language of both.
    pub lang: Lang,
}

/// Shows nothing of what is in it.
impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mail(..)")
    }
}

/// Puts a mail in the queue, in the transaction of its cause. A key (nothing personal in it) makes that it
/// goes once only; `None` says that it is there already.
pub async fn send_later(
    db: &mut Connection,
    keys: &Keys,
    mail: &Mail,
    key: Option<String>,
    now: Timestamp,
    entropy: &dyn Entropy,
) -> Result<Option<JobId>, DatabaseError> {
    // Strings and an enum: this can't fail. An empty payload would be stuck with a reason.
    let payload = serde_json::to_vec(mail).unwrap_or_default();
    jobs::enqueue(db, keys, &NewJob { kind: KIND, key, payload, run_at: now }, now, entropy).await
}

/// The mail in a job that is not done yet; `None` if there is none. It is personal: whoever shows it writes
/// an audit event.
pub async fn read(db: &mut Connection, keys: &Keys, id: JobId) -> Result<Option<Mail>, DatabaseError> {
    let payload = jobs::payload(db, keys, KIND, id).await?;
    Ok(payload.and_then(|payload| serde_json::from_slice(&payload).ok()))
}
