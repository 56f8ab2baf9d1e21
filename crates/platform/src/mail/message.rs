//! A mail as it goes over the line.

use std::time::SystemTime;

use jiff::Timestamp;
use lettre::Message;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};

use super::Mail;
use crate::jobs::{Failure, Reason};

/// Makes the message of job `id`. The same job gives the same Message-ID, so that a mail that goes twice is
/// known as one.
pub fn message(mail: &Mail, from: &Mailbox, id: &str, now: Timestamp) -> Result<Message, Failure> {
    let to = Mailbox::new(None, mail.to.parse().map_err(|_| unusable())?);
    let domain = from.email.domain();
    let subject: String = mail.subject.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let message = Message::builder()
        .from(from.clone())
        .to(to)
        .subject(subject)
        .date(SystemTime::from(now))
        .message_id(Some(format!("<{id}@{domain}>")))
        // RFC 3834: nobody's absence is answered to this.
        .raw_header(header(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated"))
        .raw_header(header(HeaderName::new_from_ascii_str("Content-Language"), mail.lang.code()));
    let body = MultiPart::alternative()
        // An id is in no text; lettre would take a random one.
        .boundary(format!("zicht-{id}"))
        .singlepart(SinglePart::plain(mail.text.clone()))
        .singlepart(SinglePart::html(mail.html.clone()));
    message.multipart(body).map_err(|_| unusable())
}

/// A mail as it would be sent from `from`, to be looked at; `None` if one of the addresses is none.
#[must_use]
pub fn preview(mail: &Mail, from: &str, now: Timestamp) -> Option<String> {
    let message = message(mail, &from.parse().ok()?, "preview", now).ok()?;
    String::from_utf8(message.formatted()).ok()
}

fn header(name: HeaderName, value: &str) -> HeaderValue {
    HeaderValue::new(name, value.to_owned())
}

const fn unusable() -> Failure {
    Failure::Never(Reason::new("mail-address"))
}
