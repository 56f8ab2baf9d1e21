//! What the settings must be, rule by rule.

use std::net::{IpAddr, SocketAddr};

use ipnet::IpNet;

use super::files::Surroundings;
use super::reader::Section;
use super::settings::{Audit, Config, KeysPlace, Limits, Log, LogFormat, Sessions, Tls};
use super::url::WebAddress;
use super::{Secret, database, mail, oidc};
use crate::keys::{Keys, KeysError};

/// Reads every setting; what is wrong is reported and gets its default.
pub fn settings(root: &Section<'_>, around: &Surroundings<'_>) -> Config {
    let config = Config {
        database: database::address(root, around),
        listen: socket(root, "listen").unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080))),
        public_url: public_url(root),
        contact: contact(root),
        keys: keys(root, around),
        tls: tls(root, around),
        trusted_proxies: proxies(root),
        metrics: metrics(root),
        log: log(root),
        sessions: sessions(root),
        smtp: mail::smtp(root, around),
        oidc: oidc::providers(root, around),
        limits: limits(root),
        audit: audit(root),
        warnings: Vec::new(),
    };
    if config.metrics == Some(config.listen) && config.listen.port() != 0 {
        root.problem("config-metrics-same", "metrics", &[]);
    }
    // Somebody has to take the TLS off before a request arrives here.
    if !config.listen.ip().is_loopback() && config.tls.is_none() && config.trusted_proxies.is_empty() {
        root.warning("config-listen-plain", "listen", &[]);
    }
    // Then a proxy takes it off on this machine, and everybody seems to come from there.
    let is_https = WebAddress::parse(&config.public_url).is_some_and(|address| address.https);
    if config.listen.ip().is_loopback() && is_https && config.tls.is_none() && !root.has("trusted_proxies") {
        root.warning("config-proxy-unnamed", "public_url", &[]);
    }
    config
}

fn socket(section: &Section<'_>, key: &str) -> Option<SocketAddr> {
    let text = section.text(key)?;
    let address = text.parse().ok();
    if address.is_none() {
        section.problem("config-address", key, &[("found", text)]);
    }
    address
}

fn public_url(root: &Section<'_>) -> String {
    let Some(text) = root.required_text("public_url") else { return String::new() };
    match WebAddress::parse(text) {
        // The value is not repeated: somebody may have written a name and a password in it.
        None => root.problem("config-url", "public_url", &[]),
        Some(address) if !matches!(address.rest, "" | "/") => {
            root.problem("config-url-path", "public_url", &[]);
        }
        Some(address) if !address.https && !address.is_loopback() => {
            root.problem("config-url-plain", "public_url", &[]);
        }
        Some(_) => {}
    }
    text.trim_end_matches('/').to_owned()
}

fn contact(root: &Section<'_>) -> Option<String> {
    let text = root.text("contact")?;
    if text.parse::<lettre::Address>().is_err() {
        root.problem("config-mail-address", "contact", &[]);
    }
    Some(text.to_owned())
}

fn keys(root: &Section<'_>, around: &Surroundings<'_>) -> KeysPlace {
    let named = root.text("keys").unwrap_or("keys.toml");
    if named.contains(['\n', '=']) {
        root.problem("config-secret-here", "keys", &[("instead", "keys")]);
        return KeysPlace::Text(Secret::new(named));
    }
    if let Some(text) = around.variable("ZICHT_KEYS") {
        if Keys::from_toml(text.reveal()).is_err() {
            root.problem("config-keys", "keys", &[("file", "ZICHT_KEYS")]);
        }
        return KeysPlace::Text(text);
    }
    let variable = around.variable("ZICHT_KEYS_FILE");
    let shown = variable.as_ref().map_or(named, Secret::reveal);
    let file = around.path(shown);
    let params = [("file", shown)];
    match Keys::read(&file) {
        Ok(_) => {}
        // `zicht init` makes them, and reads these settings before.
        Err(_) if !file.exists() => root.warning("config-keys-missing", "keys", &[]),
        Err(KeysError::Open { .. }) => root.problem("config-file-open", "keys", &params),
        Err(KeysError::File { .. }) => root.problem("config-file-unreadable", "keys", &[]),
        Err(_) => root.problem("config-keys", "keys", &params),
    }
    KeysPlace::File(file)
}

fn tls(root: &Section<'_>, around: &Surroundings<'_>) -> Option<Tls> {
    let section = root.section("tls")?;
    let certificate = around.pem(&section, "certificate", "CERTIFICATE");
    let key = around.pem(&section, "key", "PRIVATE KEY");
    Some(Tls { certificate: certificate?, key: key? })
}

fn proxies(root: &Section<'_>) -> Vec<IpNet> {
    let mut networks = Vec::new();
    for text in root.texts("trusted_proxies") {
        let network = text.parse().or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
        match network {
            Ok(network) if network.prefix_len() == 0 => {
                root.problem("config-proxies-all", "trusted_proxies", &[]);
            }
            Ok(network) => networks.push(network),
            Err(_) => root.problem("config-network", "trusted_proxies", &[("found", text)]),
        }
    }
    networks
}

fn metrics(root: &Section<'_>) -> Option<SocketAddr> {
    let address = socket(root, "metrics")?;
    let near = match address.ip() {
        IpAddr::V4(ip) => ip.is_loopback() || ip.is_private(),
        IpAddr::V6(ip) => ip.is_loopback() || ip.is_unique_local(),
    };
    if !near {
        root.problem("config-metrics-public", "metrics", &[]);
    }
    Some(address)
}

fn log(root: &Section<'_>) -> Log {
    let section = root.section("log");
    let formats = [("text", LogFormat::Text), ("json", LogFormat::Json)];
    let levels = [("error", "error"), ("warn", "warn"), ("info", "info"), ("debug", "debug")];
    Log {
        format: section.as_ref().and_then(|log| log.one_of("format", &formats)).unwrap_or(LogFormat::Text),
        level: section.as_ref().and_then(|log| log.one_of("level", &levels)).unwrap_or("info"),
    }
}

fn sessions(root: &Section<'_>) -> Sessions {
    let section = root.section("sessions");
    let whole = |key, range| section.as_ref().and_then(|section| section.whole(key, &range));
    let sessions = Sessions {
        idle_minutes: whole("idle_minutes", 1..=1440).unwrap_or(30),
        absolute_hours: whole("absolute_hours", 1..=168).unwrap_or(12),
    };
    if let Some(section) = section.filter(|_| sessions.idle() > sessions.absolute()) {
        section.problem("config-idle-longer", "idle_minutes", &[]);
    }
    sessions
}

fn limits(root: &Section<'_>) -> Limits {
    let section = root.section("limits");
    let requests = section.and_then(|section| section.whole("requests_per_minute", &(1..=1_000_000)));
    Limits { requests_per_minute: requests.unwrap_or(600) }
}

fn audit(root: &Section<'_>) -> Audit {
    let section = root.section("audit");
    let years = section.as_ref().and_then(|section| section.whole("keep_years", &(0..=100)));
    // NEN 7513:2024: at least five years.
    if let Some(section) = section.filter(|_| years.is_some_and(|years| years < 5)) {
        section.problem("config-keep-years", "keep_years", &[]);
    }
    Audit { keep_years: years.unwrap_or(7) }
}
