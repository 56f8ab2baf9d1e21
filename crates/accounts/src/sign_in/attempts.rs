//! Counts failures and says how long to wait; the rules and their reasons are in [`crate::domain::delay`].

use axum::http::HeaderMap;
use jiff::Timestamp;
use platform::limits::{self, Allowed};
use platform::{Connection, DatabaseError};
use web::Client;

use super::cookies::Cookie;
use super::known_device;
use crate::Site;
use crate::domain::delay::{self, Tier};

/// From where somebody tries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A device that signed in to this account before.
    Device(String),
    /// A network, as a keyed hash.
    Network(String),
}

/// Somebody who tries to get into one account from one place.
#[derive(Debug, Clone)]
pub struct Attempt {
    account: String,
    origin: Origin,
}

/// Not yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    /// From when on it may be tried again.
    pub until: Timestamp,
}

impl Attempt {
    /// An attempt on the account that the blind index `account` stands for.
    #[must_use]
    pub fn new(site: &Site, account: &str, client: &Client, headers: &HeaderMap) -> Self {
        let cookie = Cookie::Device.read(headers, site.settings());
        let device = cookie.and_then(|cookie| known_device::known(site.keys(), account, cookie));
        let network = || site.keys().index("sign-in.network", &delay::network(client.address));
        let origin = device.map_or_else(|| Origin::Network(network()), Origin::Device);
        Self { account: account.to_owned(), origin }
    }

    /// Counts a password that is going to be checked. It is counted before the check, so that a hundred at the
    /// same moment are not all let through; a right one takes the count back by [`Attempt::forget_password`].
    pub async fn password(&self, db: &mut Connection, now: Timestamp) -> Result<Option<Wait>, DatabaseError> {
        if let Origin::Network(network) = &self.origin {
            for tier in delay::NETWORK {
                let key = format!("sign-in/network/{network}/{}", tier.name);
                if let Allowed::No { until } = limits::look(db, &key, tier.most, now).await? {
                    return Ok(Some(Wait { until }));
                }
            }
        }
        take(db, &self.key("password"), &delay::PASSWORD, now).await
    }

    /// Notes that the password was wrong.
    pub async fn password_was_wrong(&self, db: &mut Connection, now: Timestamp) -> Result<(), DatabaseError> {
        if let Origin::Network(network) = &self.origin {
            take(db, &format!("sign-in/network/{network}"), &delay::NETWORK, now).await?;
        }
        Ok(())
    }

    /// Forgets the count: the password was right.
    pub async fn forget_password(&self, db: &mut Connection) -> Result<(), DatabaseError> {
        forget(db, &self.key("password"), &delay::PASSWORD).await
    }

    /// Counts a code that is going to be checked.
    pub async fn code(&self, db: &mut Connection, now: Timestamp) -> Result<Option<Wait>, DatabaseError> {
        let here = take(db, &self.key("code"), &delay::CODE, now).await?;
        if here.is_some() || matches!(self.origin, Origin::Device(_)) {
            return Ok(here);
        }
        take(db, &format!("sign-in/code/{}", self.account), &delay::CODE_ANYWHERE, now).await
    }

    /// Forgets the counts of codes: the code was right.
    pub async fn forget_code(&self, db: &mut Connection) -> Result<(), DatabaseError> {
        forget(db, &self.key("code"), &delay::CODE).await?;
        forget(db, &format!("sign-in/code/{}", self.account), &delay::CODE_ANYWHERE).await
    }

    fn key(&self, what: &str) -> String {
        let origin = match &self.origin {
            Origin::Device(device) => format!("device/{device}"),
            Origin::Network(network) => format!("network/{network}"),
        };
        format!("sign-in/{what}/{}/{origin}", self.account)
    }
}

/// Counts under every tier; the longest wait of those that are full.
async fn take(
    db: &mut Connection,
    key: &str,
    tiers: &[Tier],
    now: Timestamp,
) -> Result<Option<Wait>, DatabaseError> {
    let mut wait: Option<Wait> = None;
    for tier in tiers {
        let allowed = limits::take(db, &format!("{key}/{}", tier.name), tier.most, tier.window, now).await?;
        if let Allowed::No { until } = allowed {
            wait = Some(Wait { until: wait.map_or(until, |wait| wait.until.max(until)) });
        }
    }
    Ok(wait)
}

async fn forget(db: &mut Connection, key: &str, tiers: &[Tier]) -> Result<(), DatabaseError> {
    for tier in tiers {
        limits::forget(db, &format!("{key}/{}", tier.name)).await?;
    }
    Ok(())
}
