//! Mail to a person about the own account: what changed, so that nobody else can change it unnoticed.

use kernel::{Lang, PersonId};
use platform::{Connection, mail, write_moment};
use web::{Letter, PageError, Tr};

use crate::Site;
use crate::domain::people::Person;
use crate::letters;
use crate::store::people;

/// What is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A link to choose a new password.
    Reset {
        /// The link.
        url: String,
    },
    /// Somebody asked for a new password for an account that has none.
    NoPassword,
    /// Another password.
    PasswordChanged,
    /// Another authenticator app.
    TotpSet,
    /// New recovery codes.
    RecoveryCodesMade,
    /// A recovery code was used.
    RecoveryUsed {
        /// How many are left.
        left: i64,
    },
    /// A new passkey.
    PasskeyAdded,
    /// A passkey less.
    PasskeyRemoved,
    /// A new key of the API.
    ApiKeyMade,
    /// A provider may sign in.
    IdentityLinked,
    /// A provider may no longer.
    IdentityUnlinked,
    /// All sessions were ended.
    SessionsEnded,
    /// Another way to sign in, instead of all there were.
    Renewed,
    /// Somebody has the password, and types wrong codes.
    WrongCodes,
}

impl Notice {
    /// The name in locale keys: `letter-<name>-subject` and `letter-<name>-text`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Reset { .. } => "reset",
            Self::NoPassword => "no-password",
            Self::PasswordChanged => "password-changed",
            Self::TotpSet => "totp-set",
            Self::RecoveryCodesMade => "recovery-codes-made",
            Self::RecoveryUsed { .. } => "recovery-used",
            Self::PasskeyAdded => "passkey-added",
            Self::PasskeyRemoved => "passkey-removed",
            Self::ApiKeyMade => "api-key-made",
            Self::IdentityLinked => "identity-linked",
            Self::IdentityUnlinked => "identity-unlinked",
            Self::SessionsEnded => "sessions-ended",
            Self::Renewed => "renewed",
            Self::WrongCodes => "wrong-codes",
        }
    }

    /// The letter.
    #[must_use]
    pub fn letter(&self, lang: Lang, public_url: &str) -> Letter {
        let tr = Tr(lang);
        let words = |part: &str| tr.t(&format!("letter-{}-{part}", self.name()));
        let subject = words("subject");
        match self {
            Self::Reset { url } => Letter {
                subject,
                lines: vec![words("text")],
                link: Some((tr.t("letter-reset-link"), url.clone())),
                after: vec![tr.t("letter-reset-after"), tr.t("letter-not-you")],
            },
            Self::NoPassword => Letter {
                subject,
                lines: vec![words("text")],
                link: Some((
                    tr.t("letter-to-sign-in"),
                    format!("{public_url}{}", web::localized(lang, "/sign-in")),
                )),
                after: vec![tr.t("letter-not-you")],
            },
            other => {
                let text = match other {
                    Self::RecoveryUsed { left } => tr.t1("letter-recovery-used-text", "left", *left),
                    _ => words("text"),
                };
                let url = format!("{public_url}{}", web::localized(lang, "/account/security"));
                Letter {
                    subject,
                    lines: vec![text],
                    link: Some((tr.t("letter-to-security"), url)),
                    after: vec![tr.t("letter-was-not-me")],
                }
            }
        }
    }
}

/// Puts the mail in the queue, in the transaction of what it tells about.
pub async fn tell(
    site: &Site,
    db: &mut Connection,
    person: &Person,
    notice: &Notice,
) -> Result<(), PageError> {
    send(site, db, person, notice, None).await
}

/// Tells about wrong codes at most once a day.
pub async fn warn_of_codes(site: &Site, db: &mut Connection, person: PersonId) -> Result<(), PageError> {
    let Some(row) = people::find(db, person).await? else { return Ok(()) };
    let person = people::open(site.keys(), &row)?;
    let now = write_moment(site.now());
    let key = format!("wrong-codes:{}:{}", person.id, now.get(..10).unwrap_or_default());
    send(site, db, &person, &Notice::WrongCodes, Some(key)).await
}

async fn send(
    site: &Site,
    db: &mut Connection,
    person: &Person,
    notice: &Notice,
    key: Option<String>,
) -> Result<(), PageError> {
    let letter = notice.letter(person.lang, &site.settings().public_url);
    let mail = letters::mail(letter, person.email.as_str(), person.lang)?;
    mail::send_later(db, site.keys(), &mail, key, site.now(), site.entropy()).await?;
    Ok(())
}
