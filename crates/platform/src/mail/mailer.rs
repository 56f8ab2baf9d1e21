//! Whoever takes mail to the mail server.

use std::time::Duration;

use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use thiserror::Error;

use super::Mail;
use super::failure::sort;
use super::message::message;
use crate::config::{Security, Smtp};
use crate::jobs::{Failure, Job, Reason, Work};

/// How long a server may take to answer the connection.
const CONNECT: Duration = Duration::from_secs(20);
/// How long it may take over a whole mail.
const WHOLE: Duration = Duration::from_mins(2);

/// Settings with which no mail can be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MailerError {
    /// The sender is no address.
    #[error("The sender of mail (smtp.from) is not a mail address.")]
    From,
    /// TLS cannot be set up.
    #[error("TLS to the mail server (smtp.host) cannot be set up.")]
    Tls,
}

/// Sends mail, or holds it if there is no mail server.
#[derive(Clone)]
pub struct Mailer(Option<Line>);

#[derive(Clone)]
struct Line {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Mailer {
    /// Without a mail server: mail is held for an administrator.
    #[must_use]
    pub const fn none() -> Self {
        Self(None)
    }

    /// With a mail server. Its certificate must be of its name and lead to a root that this machine trusts.
    ///
    /// # Errors
    /// For settings that `config check` refuses too.
    pub fn smtp(settings: &Smtp) -> Result<Self, MailerError> {
        let host = settings.host.as_str();
        let builder = match settings.security {
            Security::Tls => AsyncSmtpTransport::<Tokio1Executor>::relay(host),
            Security::StartTls => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(host),
            Security::None => Ok(AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)),
        };
        let mut builder = builder.map_err(|_| MailerError::Tls)?.port(settings.port).timeout(Some(CONNECT));
        if let Some((user, password)) = &settings.sign_in {
            builder = builder.credentials(Credentials::new(user.clone(), password.reveal().to_owned()));
        }
        let from = settings.from.parse().map_err(|_| MailerError::From)?;
        Ok(Self(Some(Line { transport: builder.build(), from })))
    }

    /// The mailer of these settings, if there are any.
    ///
    /// # Errors
    /// As [`Mailer::smtp`].
    pub fn new(settings: Option<&Smtp>) -> Result<Self, MailerError> {
        settings.map_or(Ok(Self::none()), Self::smtp)
    }

    /// What [`jobs::Worker::handle_external`](crate::jobs::Worker::handle_external) takes for
    /// [`mail::KIND`](super::KIND).
    pub fn handler(self) -> impl for<'a> Fn(&'a Job) -> Work<'a> + Send + Sync + 'static {
        move |job| Box::pin(self.clone().send(job))
    }

    async fn send(self, job: &Job) -> Result<(), Failure> {
        let Self(Some(line)) = self else {
            return Err(Failure::Held(Reason::new("mail-without-server")));
        };
        let mail: Mail =
            serde_json::from_slice(&job.payload).map_err(|_| Failure::Never(Reason::new("payload")))?;
        let message = message(&mail, &line.from, &job.id.to_string(), job.now)?;
        // lettre has a limit for the connection only: a server that falls silent would hold a mail for ever.
        let sent = tokio::time::timeout(WHOLE, line.transport.send(message)).await;
        let sent = sent.map_err(|_| Failure::Later(Reason::new("mail-time-out")))?;
        sent.map(|_| ()).map_err(|error| sort(&error))
    }
}
