//! What an administrator sets, after it was found to be right.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use ipnet::IpNet;
use jiff::SignedDuration;
use kernel::{Finding, Role};

use super::Secret;
use crate::keys::{Keys, KeysError};

/// Every setting of `zicht serve`. The keys and their defaults are in `docs/configuration.md`.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where the database is, as `Database::open` takes it. It can hold a password, so it is never printed.
    pub database: Secret,
    /// Where pages are served.
    pub listen: SocketAddr,
    /// The address that people type, without a slash at its end: `https://zicht.example.nl`.
    pub public_url: String,
    /// Where people write who can't use something, or make a program for the API; `None`: nowhere.
    pub contact: Option<String>,
    /// Where the keys of encryption are.
    pub keys: KeysPlace,
    /// The certificate, if Zicht does TLS itself.
    pub tls: Option<Tls>,
    /// Networks of proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// Where metrics are served; `None`: nowhere.
    pub metrics: Option<SocketAddr>,
    /// What is logged and how.
    pub log: Log,
    /// How long a sign-in lasts.
    pub sessions: Sessions,
    /// The mail server; `None`: mail waits for an administrator.
    pub smtp: Option<Smtp>,
    /// Providers with which people can sign in.
    pub oidc: Vec<Oidc>,
    /// How often something may be tried.
    pub limits: Limits,
    /// How long the audit trail is kept.
    pub audit: Audit,
    /// What an administrator should look at, though Zicht can run with it.
    pub warnings: Vec<Finding>,
}

/// Where the keys are.
#[derive(Debug, Clone)]
pub enum KeysPlace {
    /// In a file.
    File(PathBuf),
    /// In the environment, as the text of such a file.
    Text(Secret),
}

impl KeysPlace {
    /// Reads the keys.
    ///
    /// # Errors
    /// As [`Keys::read`] and [`Keys::from_toml`].
    pub fn read(&self) -> Result<Keys, KeysError> {
        match self {
            Self::File(path) => Keys::read(path),
            Self::Text(text) => Keys::from_toml(text.reveal()),
        }
    }

    /// The file, if it is one.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Text(_) => None,
        }
    }
}

/// A certificate and its key, as PEM files that can be read.
#[derive(Debug, Clone)]
pub struct Tls {
    /// The certificate with what leads to its root.
    pub certificate: PathBuf,
    /// Its private key.
    pub key: PathBuf,
}

/// What is logged and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Log {
    /// How a line is written.
    pub format: LogFormat,
    /// What is written: `error`, `warn`, `info` or `debug`.
    pub level: &'static str,
}

/// How a line of the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs: one JSON object on a line.
    Json,
}

/// How long a sign-in lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sessions {
    /// Without a request, in minutes.
    pub idle_minutes: u32,
    /// In all, in hours.
    pub absolute_hours: u32,
}

impl Sessions {
    /// How long a sign-in lasts without a request.
    #[must_use]
    pub fn idle(&self) -> SignedDuration {
        SignedDuration::from_mins(i64::from(self.idle_minutes))
    }

    /// How long it lasts in all.
    #[must_use]
    pub fn absolute(&self) -> SignedDuration {
        SignedDuration::from_hours(i64::from(self.absolute_hours))
    }
}

/// A mail server.
#[derive(Debug, Clone)]
pub struct Smtp {
    /// Its name; the certificate must be of this name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// Name and password, if it asks for them.
    pub sign_in: Option<(String, Secret)>,
    /// From whom mail comes: `Zicht <zicht@example.nl>`.
    pub from: String,
}

/// How a connection to a mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte, usually on port 465.
    Tls,
    /// TLS after a greeting, usually on port 587. A server that does not offer it gets no mail.
    StartTls,
    /// Not. Only to a server on this machine.
    None,
}

/// An OpenID provider.
#[derive(Debug, Clone)]
pub struct Oidc {
    /// Its name in addresses: `/oidc/ID`.
    pub id: String,
    /// Its name on the sign-in page.
    pub name: String,
    /// Its address, as it names itself.
    pub issuer: String,
    /// Who Zicht is there.
    pub client_id: String,
    /// Its secret; `None` for a public client, which PKCE protects.
    pub client_secret: Option<Secret>,
    /// Whether an address that it says it has verified is trusted to find the account, the first time.
    pub link_by_verified_email: bool,
    /// The claim in which roles are.
    pub claim: Option<String>,
    /// What a value of the claim means.
    pub roles: Vec<OidcRole>,
}

/// A value of a provider's claim and the role that it gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OidcRole {
    /// The value.
    pub value: String,
    /// The organisation: its id, or its code such as `GM0344`.
    pub organisation: String,
    /// The role there.
    pub role: Role,
}

/// How often something may be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Requests of one address in a minute.
    pub requests_per_minute: u32,
}

/// How long the audit trail is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Audit {
    /// In years; at least 5 (NEN 7513).
    pub keep_years: u32,
}
