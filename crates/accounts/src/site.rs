//! What every page about people works with.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use kernel::{Actor, Clock, Entropy, Waiting, Waits};
use platform::Database;
use platform::config::{Config, Oidc};
use platform::keys::Keys;

use web::PageError;
use webauthn_rs::prelude::Webauthn;

use crate::domain::sessions::Limits;
use crate::oidc::Providers;
use crate::sign_in::hashing::Hasher;
use crate::sign_in::passkeys;

/// What the configuration says about signing in.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address under which people reach Zicht, without a slash at its end: `https://zicht.example.nl`.
    pub public_url: String,
    /// How long a session lives.
    pub sessions: Limits,
    /// Where people can sign in as well.
    pub providers: Vec<Oidc>,
    /// Whether there is a mail server; without one an administrator hands links over.
    pub has_mail: bool,
    /// Whether this is the demonstration, where everybody signs in with one click.
    pub demo: bool,
}

impl Settings {
    /// The usual limits (30 minutes, 12 hours) at an address.
    #[must_use]
    pub fn at(public_url: &str) -> Self {
        Self {
            public_url: public_url.trim_end_matches('/').to_owned(),
            sessions: Limits {
                idle: SignedDuration::from_mins(30),
                absolute: SignedDuration::from_hours(12),
            },
            providers: Vec::new(),
            has_mail: false,
            demo: false,
        }
    }

    /// What a settings file says.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        Self {
            sessions: Limits { idle: config.sessions.idle(), absolute: config.sessions.absolute() },
            providers: config.oidc.clone(),
            has_mail: config.smtp.is_some(),
            ..Self::at(&config.public_url)
        }
    }

    /// Whether cookies are for TLS only: always, but on a developer's own machine.
    #[must_use]
    pub fn secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// The state of the pages. Cloning it shares everything.
#[derive(Clone)]
pub struct Site {
    database: Database,
    keys: Keys,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    settings: Arc<Settings>,
    hasher: Hasher,
    relying_party: Option<Arc<Webauthn>>,
    providers: Providers,
    waits: Option<Arc<dyn Waits>>,
}

impl Site {
    /// Pages over `database`.
    #[must_use]
    pub fn new(
        database: Database,
        keys: Keys,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
        settings: Settings,
    ) -> Self {
        let relying_party = passkeys::relying_party(&settings.public_url).map(Arc::new);
        let hasher = Hasher::new(&entropy);
        Self {
            database,
            keys,
            clock,
            entropy,
            settings: Arc::new(settings),
            hasher,
            relying_party,
            providers: Providers::new(),
            waits: None,
        }
    }

    /// The same, with what waits for people elsewhere.
    #[must_use]
    pub fn with_waits(self, waits: Arc<dyn Waits>) -> Self {
        Self { waits: Some(waits), ..self }
    }

    /// What waits for somebody elsewhere.
    pub(crate) async fn waiting(&self, actor: &Actor) -> Result<Vec<Waiting>, PageError> {
        match &self.waits {
            Some(waits) => waits.waiting(actor).await.map_err(PageError::internal),
            None => Ok(Vec::new()),
        }
    }

    /// The same with password hashes that a debug build can make.
    #[cfg(test)]
    #[must_use]
    pub fn with_cheap_hashes(self) -> Self {
        Self { hasher: Hasher::cheap(&self.entropy), ..self }
    }

    /// Where everything is kept.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// What seals and opens names and addresses.
    #[must_use]
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Where chance comes from.
    #[must_use]
    pub fn entropy(&self) -> &dyn Entropy {
        &*self.entropy
    }

    /// The same, to be kept by work on another thread.
    pub(crate) fn shared_entropy(&self) -> Arc<dyn Entropy> {
        Arc::clone(&self.entropy)
    }

    /// What hashes and checks passwords.
    pub(crate) fn hasher(&self) -> &Hasher {
        &self.hasher
    }

    /// What makes and checks passkeys, where the address of the site allows any.
    pub(crate) fn relying_party(&self) -> Option<&Webauthn> {
        self.relying_party.as_deref()
    }

    /// What is known of each OpenID provider.
    pub(crate) fn providers(&self) -> &Providers {
        &self.providers
    }

    /// What the configuration says.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }
}
