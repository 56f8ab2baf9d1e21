//! What every page about people works with.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use kernel::{Clock, Entropy};
use platform::Database;
use platform::config::Oidc;
use platform::keys::Keys;

use crate::domain::sessions::Limits;

/// What the configuration says about signing in.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address under which people reach Zicht, without a slash at its end: `https://zicht.example.nl`.
    pub public_url: String,
    /// How long a session lives.
    pub sessions: Limits,
    /// Where people can sign in as well.
    pub providers: Vec<Oidc>,
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
        Self { database, keys, clock, entropy, settings: Arc::new(settings) }
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

    /// What the configuration says.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }
}
