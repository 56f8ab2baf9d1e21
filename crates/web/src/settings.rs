//! What the binary decides about the site: its address, its key, its limits.

use std::error::Error;
use std::fmt;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use axum::http::Uri;
use ipnet::IpNet;
use kernel::{Clock, Entropy};

use crate::token::FormKeys;

/// How many requests one address may make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// After how long one more request is allowed.
    pub every: Duration,
    /// How many are allowed at once.
    pub burst: NonZeroU32,
}

impl Rate {
    /// So many a second, and so many at once.
    #[must_use]
    pub fn per_second(each_second: NonZeroU32, burst: NonZeroU32) -> Self {
        Self { every: Duration::from_secs(1) / each_second.get(), burst }
    }
}

impl Default for Rate {
    /// 50 a second, 200 at once.
    fn default() -> Self {
        Self { every: Duration::from_millis(20), burst: NonZeroU32::MIN.saturating_add(199) }
    }
}

/// A public address that cookies can't be given safely on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnOrigin;

impl fmt::Display for NotAnOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "the public address must be https://HOST, or http://127.0.0.1:PORT to try out, without a path",
        )
    }
}

impl std::error::Error for NotAnOrigin {}

/// What the binary decides. Time and chance come from here.
#[derive(Clone)]
pub struct Settings {
    pub(crate) origin: Origin,
    pub(crate) keys: FormKeys,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) entropy: Arc<dyn Entropy>,
    /// Proxies whose word about the visitor's address and the number of a request is taken.
    pub trusted_proxies: Vec<IpNet>,
    /// The mail address for questions, if there is one.
    pub contact: Option<String>,
    /// The limit per address; none for a demonstration on this machine.
    pub rate: Option<Rate>,
    /// The largest body, in bytes.
    pub most_body: usize,
    /// The largest body of a form that brings files, in bytes.
    pub most_files: usize,
    /// How long a page may take.
    pub time_limit: Duration,
    /// How long a route may take that says it is slow.
    pub slow_time_limit: Duration,
    /// Whether an error means that a part of Zicht can't be reached for now, and may be back in a moment.
    pub is_away: fn(&(dyn Error + 'static)) -> bool,
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings").field("origin", &self.origin).finish_non_exhaustive()
    }
}

impl Settings {
    /// The usual limits for a site at `public_url`. `key` protects forms: the same on every instance and
    /// after a restart, and used for nothing else.
    ///
    /// # Errors
    /// If the address has a path, or is not https while others than this machine can reach it.
    pub fn new(
        public_url: &str,
        key: &[u8; 32],
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
    ) -> Result<Self, NotAnOrigin> {
        Ok(Self {
            origin: Origin::parse(public_url).ok_or(NotAnOrigin)?,
            keys: FormKeys::new(key),
            clock,
            entropy,
            trusted_proxies: Vec::new(),
            contact: None,
            rate: Some(Rate::default()),
            most_body: 64 * 1024,
            most_files: 21 * 1024 * 1024,
            time_limit: Duration::from_secs(30),
            slow_time_limit: Duration::from_mins(5),
            is_away: |_| false,
        })
    }

    /// The address of the site, without a slash at the end: `https://zicht.example`.
    #[must_use]
    pub fn public_url(&self) -> &str {
        &self.origin.text
    }

    /// Whether visitors come by https.
    #[must_use]
    pub const fn is_secure(&self) -> bool {
        self.origin.loopback_port.is_none()
    }
}

/// Scheme, host and port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    text: String,
    /// Set for http on this very machine.
    loopback_port: Option<u16>,
}

impl Origin {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let uri: Uri = text.parse().ok()?;
        let bare = matches!(uri.path(), "" | "/") && uri.query().is_none() && !text.contains(['@', '#']);
        let (scheme, host) = (uri.scheme_str()?, uri.host()?.to_ascii_lowercase());
        if !bare || host.is_empty() {
            return None;
        }
        let port = |usual: u16| match uri.port_u16() {
            Some(port) if port != usual => format!(":{port}"),
            _ => String::new(),
        };
        match scheme {
            "https" => Some(Self { text: format!("https://{host}{}", port(443)), loopback_port: None }),
            "http" if is_loopback(&host) => Some(Self {
                text: format!("http://{host}{}", port(80)),
                loopback_port: Some(uri.port_u16().unwrap_or(80)),
            }),
            _ => None,
        }
    }

    /// Whether the `Origin` header of a request names this site. On this machine every name of it does:
    /// `localhost` and `127.0.0.1` are the same to who tries Zicht out.
    pub fn is_own(&self, header: &str) -> bool {
        header == self.text
            || self.loopback_port.is_some_and(|port| {
                Self::parse(header).is_some_and(|other| other.loopback_port == Some(port))
            })
    }
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_written_in_one_way() {
        let text = |url: &str| Origin::parse(url).map(|origin| origin.text);
        assert_eq!(text("https://Zicht.Example:443/").as_deref(), Some("https://zicht.example"));
        assert_eq!(text("https://zicht.example:8443").as_deref(), Some("https://zicht.example:8443"));
        assert_eq!(text("http://127.0.0.1:8080").as_deref(), Some("http://127.0.0.1:8080"));
        for wrong in [
            "http://zicht.example",
            "https://a/b",
            "https://a?b",
            "ftp://a",
            "zicht.example",
            "",
            "https://u@a",
        ] {
            assert_eq!(text(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_on_this_machine_another_name_is_the_same_site() {
        let own = Origin::parse("http://127.0.0.1:8080").expect("an origin");
        assert!(own.is_own("http://localhost:8080") && own.is_own("http://[::1]:8080"));
        assert!(!own.is_own("http://localhost:8081") && !own.is_own("https://127.0.0.1:8080"));
        assert!(!own.is_own("null") && !own.is_own("http://127.0.0.1.example:8080"));
        let public = Origin::parse("https://zicht.example").expect("an origin");
        assert!(public.is_own("https://zicht.example"));
        assert!(!public.is_own("http://zicht.example") && !public.is_own("http://localhost"));
    }
}
