//! What signing in writes into the audit trail: every kind in one place.

use jiff::Timestamp;
use kernel::{OrganisationId, PersonId, SessionId};
use platform::audit::{self, Event, Who};
use platform::{Connection, DatabaseError};
use serde_json::{Value, json};
use web::Client;

use crate::store::home;

/// Something that happened to an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happened<'a> {
    /// Somebody signed in, by this method.
    SignedIn { method: &'a str, session: SessionId },
    /// A wrong password, code or passkey. For an address without an account, the beginning of its blind index:
    /// enough to see that one address was tried often, not enough to find which.
    SignInFailed { step: &'a str, account: Option<&'a str> },
    /// A page without the right to it.
    Refused { method: &'a str, route: &'a str, permission: &'a str },
    /// The person signed out.
    SignedOut { session: SessionId },
    /// The person ended a session elsewhere.
    SessionEnded { session: SessionId },
    /// All sessions, or all others, were ended.
    SessionsEnded { count: u64 },
    /// The person showed again who it is.
    Confirmed { method: &'a str },
    /// The account can be used from now on.
    Activated,
    /// Another password.
    PasswordChanged,
    /// Another authenticator app.
    TotpSet,
    /// New recovery codes; the older ones work no more.
    RecoveryCodesMade,
    /// A recovery code instead of the authenticator app.
    RecoveryUsed { left: i64 },
    /// A new passkey.
    PasskeyAdded { passkey: &'a str },
    /// A passkey less.
    PasskeyRemoved { passkey: &'a str },
    /// A key of the API was made.
    ApiKeyMade { key: &'a str, scope: &'a str },
    /// A key of the API ended, by its owner or an administrator.
    ApiKeyEnded { key: &'a str },
    /// Somebody asked for a link, or an administrator made one.
    LinkMade { purpose: &'a str },
    /// A link to choose another way to sign in was made for somebody.
    RenewalSent,
    /// All ways to sign in ended, for the one that was just chosen.
    Renewed,
    /// A link was used.
    LinkUsed { purpose: &'a str },
    /// A provider may sign in to this account.
    IdentityLinked { provider: &'a str },
    /// A provider may no longer.
    IdentityUnlinked { provider: &'a str },
    /// A provider gave a role.
    RoleGiven { provider: &'a str, role: &'a str },
    /// A provider took a role.
    RoleTaken { provider: &'a str, role: &'a str },
    /// A provider ended a session.
    ProviderLogout { provider: &'a str, session: SessionId },
    /// The person changed the own name or language.
    Changed { fields: &'a str },
    /// An operator switched the account off.
    SwitchedOff,
    /// An operator listed everybody.
    Listed { count: usize },
}

impl Happened<'_> {
    fn kind(self) -> &'static str {
        match self {
            Self::SignedIn { .. } => "account.signed-in",
            Self::SignInFailed { .. } => "account.sign-in-failed",
            Self::Refused { .. } => "account.refused",
            Self::SignedOut { .. } => "account.signed-out",
            Self::SessionEnded { .. } => "account.session-ended",
            Self::SessionsEnded { .. } => "account.sessions-ended",
            Self::Confirmed { .. } => "account.confirmed",
            Self::Activated => "account.activated",
            Self::PasswordChanged => "account.password-changed",
            Self::TotpSet => "account.totp-set",
            Self::RecoveryCodesMade => "account.recovery-codes-made",
            Self::RecoveryUsed { .. } => "account.recovery-used",
            Self::PasskeyAdded { .. } => "account.passkey-added",
            Self::PasskeyRemoved { .. } => "account.passkey-removed",
            Self::ApiKeyMade { .. } => "account.api-key-made",
            Self::ApiKeyEnded { .. } => "account.api-key-ended",
            Self::LinkMade { .. } => "account.link-made",
            Self::RenewalSent => "account.renewal-sent",
            Self::Renewed => "account.renewed",
            Self::LinkUsed { .. } => "account.link-used",
            Self::IdentityLinked { .. } => "account.identity-linked",
            Self::IdentityUnlinked { .. } => "account.identity-unlinked",
            Self::RoleGiven { .. } => "account.role-given",
            Self::RoleTaken { .. } => "account.role-taken",
            Self::ProviderLogout { .. } => "account.provider-logout",
            Self::Changed { .. } => "account.changed",
            Self::SwitchedOff => "account.switched-off",
            Self::Listed { .. } => "account.listed",
        }
    }

    fn detail(self) -> Value {
        match self {
            Self::SignedIn { method, session } => json!({ "method": method, "session": session.to_string() }),
            Self::SignInFailed { step, account } => {
                let beginning = account.map(|index| index.get(..8).unwrap_or_default());
                json!({ "step": step, "account": beginning })
            }
            Self::Refused { method, route, permission } => {
                json!({ "method": method, "route": route, "permission": permission })
            }
            Self::SignedOut { session } | Self::SessionEnded { session } => {
                json!({ "session": session.to_string() })
            }
            Self::SessionsEnded { count } => json!({ "count": count }),
            Self::Confirmed { method } => json!({ "method": method }),
            Self::RecoveryUsed { left } => json!({ "left": left }),
            Self::PasskeyAdded { passkey } | Self::PasskeyRemoved { passkey } => {
                json!({ "passkey": passkey })
            }
            Self::ApiKeyMade { key, scope } => json!({ "key": key, "scope": scope }),
            Self::ApiKeyEnded { key } => json!({ "key": key }),
            Self::LinkMade { purpose } | Self::LinkUsed { purpose } => json!({ "purpose": purpose }),
            Self::IdentityLinked { provider } | Self::IdentityUnlinked { provider } => {
                json!({ "provider": provider })
            }
            Self::RoleGiven { provider, role } | Self::RoleTaken { provider, role } => {
                json!({ "provider": provider, "role": role })
            }
            Self::ProviderLogout { provider, session } => {
                json!({ "provider": provider, "session": session.to_string() })
            }
            Self::Changed { fields } => json!({ "fields": fields }),
            Self::Listed { count } => json!({ "count": count }),
            Self::SwitchedOff
            | Self::Activated
            | Self::RenewalSent
            | Self::Renewed
            | Self::PasswordChanged
            | Self::TotpSet
            | Self::RecoveryCodesMade => json!({}),
        }
    }
}

/// Something that happened, for the organisation that it is about; `None`: for that of the person.
///
/// Acts collect these and write them when nothing else remains to be written. Who writes an event has the end
/// of the trail to itself until the commit; a row that is written after that could be held by somebody who
/// waits for the end of the trail.
pub type Entry<'a> = (Option<OrganisationId>, Happened<'a>);

/// Who did something, when and in which request.
#[derive(Debug, Clone)]
pub struct By<'a> {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub who: Who,
    /// The request; none on the command line.
    pub client: Option<&'a Client>,
}

impl<'a> By<'a> {
    /// A person with an account.
    #[must_use]
    pub fn person(person: PersonId, client: &'a Client, at: Timestamp) -> Self {
        Self { at, who: Who::Person(person), client: Some(client) }
    }

    /// A visitor who has not signed in.
    #[must_use]
    pub fn nobody(client: &'a Client, at: Timestamp) -> Self {
        Self { at, who: Who::Nobody, client: Some(client) }
    }

    /// Writes what happened to the account of `about`. Last in the transaction: see [`audit::record`].
    ///
    /// The event names an organisation of the person, so that its privacy officer sees it; of several, the one
    /// where the person has been longest.
    pub async fn record(
        &self,
        db: &mut Connection,
        about: Option<PersonId>,
        happened: Happened<'_>,
    ) -> Result<(), DatabaseError> {
        let organisation = match about {
            Some(person) => home::of(db, person).await?,
            None => None,
        };
        self.record_at(db, about, organisation, happened).await
    }

    /// Writes several things that happened to one account, in order: see [`By::record`].
    pub async fn record_each(
        &self,
        db: &mut Connection,
        about: PersonId,
        all: &[Entry<'_>],
    ) -> Result<(), DatabaseError> {
        for (organisation, happened) in all {
            match organisation {
                Some(organisation) => {
                    self.record_at(db, Some(about), Some(*organisation), *happened).await?;
                }
                None => self.record(db, Some(about), *happened).await?,
            }
        }
        Ok(())
    }

    /// Writes what happened for one organisation.
    pub async fn record_at(
        &self,
        db: &mut Connection,
        about: Option<PersonId>,
        organisation: Option<OrganisationId>,
        happened: Happened<'_>,
    ) -> Result<(), DatabaseError> {
        let mut event = Event::new(happened.kind(), self.at, self.who.clone()).detail(happened.detail());
        if let Some(person) = about {
            event = event.about("person", person);
        }
        if let Some(client) = self.client {
            event = event.request(client.request_id.as_str());
        }
        event.organisation = organisation;
        audit::record(db, &event).await?;
        Ok(())
    }
}
