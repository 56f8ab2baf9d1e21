//! What every page about people works with.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use kernel::{Clock, Entropy};
use platform::Database;

/// What the configuration says about signing in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The address under which people reach Zicht, without a slash at its end: `https://zicht.example.nl`.
    pub public_url: String,
    /// How long a session lives without a request.
    pub idle: SignedDuration,
    /// How long a session lives at most.
    pub absolute: SignedDuration,
}

impl Settings {
    /// The usual limits (30 minutes, 12 hours) at an address.
    #[must_use]
    pub fn at(public_url: &str) -> Self {
        Self {
            public_url: public_url.trim_end_matches('/').to_owned(),
            idle: SignedDuration::from_mins(30),
            absolute: SignedDuration::from_hours(12),
        }
    }
}

/// The state of the pages. Cloning it shares everything.
#[derive(Clone)]
pub struct Site {
    database: Database,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    settings: Arc<Settings>,
}

impl Site {
    /// Pages over `database`.
    #[must_use]
    pub fn new(
        database: Database,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
        settings: Settings,
    ) -> Self {
        Self { database, clock, entropy, settings: Arc::new(settings) }
    }

    /// Where everything is kept.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.database
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
