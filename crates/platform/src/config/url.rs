//! Web addresses in the settings.

use std::net::IpAddr;

/// A web address in parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WebAddress<'a> {
    /// Whether it begins with `https://`.
    pub https: bool,
    /// The name or number of the host, an IPv6 number without its brackets.
    pub host: &'a str,
    /// What follows host and port: empty, or from the first slash, question mark or hash sign.
    pub rest: &'a str,
}

impl<'a> WebAddress<'a> {
    /// Reads `http://` or `https://` with a host; `None` for anything else, a name and password included.
    pub fn parse(text: &'a str) -> Option<Self> {
        let (scheme, after) = text.split_once("://")?;
        let https = match scheme {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        let end = after.find(['/', '?', '#']).unwrap_or(after.len());
        let (authority, rest) = after.split_at_checked(end)?;
        let (host, port) = match authority.strip_prefix('[') {
            Some(number) => {
                let (host, port) = number.split_once(']')?;
                host.parse::<std::net::Ipv6Addr>().ok()?;
                (host, port.strip_prefix(':').or_else(|| port.is_empty().then_some("443")))
            }
            None => {
                authority.split_once(':').map_or((authority, Some("443")), |(host, port)| (host, Some(port)))
            }
        };
        let port_is_right = port?.parse::<u16>().is_ok_and(|port| port > 0);
        (port_is_right && is_host(host)).then_some(Self { https, host, rest })
    }

    /// Whether it is on this machine.
    pub fn is_loopback(&self) -> bool {
        is_loopback(self.host)
    }
}

/// Whether `host` is a name or number that a host can have.
pub fn is_host(host: &str) -> bool {
    if host.parse::<IpAddr>().is_ok() {
        return true;
    }
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    };
    host.len() <= 253 && host.split('.').all(label)
}

/// Whether `host` is this machine.
pub fn is_loopback(host: &str) -> bool {
    host == "localhost"
        || host.ends_with(".localhost")
        || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_is_taken_apart() {
        let address = WebAddress::parse("https://zicht.example.nl:8443/a?b").expect("an address");
        assert_eq!(address, WebAddress { https: true, host: "zicht.example.nl", rest: "/a?b" });
        assert!(!address.is_loopback());
        for local in ["http://localhost:8080", "http://127.0.0.1", "http://[::1]:80", "http://a.localhost"] {
            assert!(WebAddress::parse(local).is_some_and(|address| address.is_loopback()), "{local}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in [
            "zicht.example.nl",
            "ftp://zicht.example.nl",
            "https://",
            "https://ada:geheim@zicht.example.nl",
            "https://zicht.example.nl:port",
            "https://zicht.example.nl:0",
            "https://zicht_.-example..nl",
            "https://[::1",
            "https://[localhost]",
            "https://zicht example.nl",
        ] {
            assert_eq!(WebAddress::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_is_a_host(text in "(https?://)?[a-z0-9.:@/\\[\\]%?# é-]{0,20}") {
            if let Some(address) = WebAddress::parse(&text) {
                prop_assert!(is_host(address.host));
                prop_assert!(!address.host.contains(['@', '/', ' ', '%']));
            }
        }
    }
}
