//! The keys of the settings file, with what is used when they are absent.

/// A key, as the manual lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// Where it stands: `smtp.host` is `host` under `[smtp]`, `oidc[].id` is `id` in each `[[oidc]]`.
    pub path: &'static str,
    /// What is used when it is absent: `required`, `none`, or a value as it would be written.
    pub default: &'static str,
    /// A value, as it is written in the file.
    pub example: &'static str,
}

const fn key(path: &'static str, default: &'static str, example: &'static str) -> Key {
    Key { path, default, example }
}

/// Every key, in the order of the manual. What is not here is refused.
pub const KEYS: &[Key] = &[
    key("database", "\"zicht.db\"", "\"postgres://zicht@db.example.nl/zicht?sslmode=verify-full\""),
    key("database_password_file", "none", "\"/etc/zicht/database-password\""),
    key("listen", "\"127.0.0.1:8080\"", "\"0.0.0.0:443\""),
    key("public_url", "required", "\"https://zicht.example.nl\""),
    key("contact", "none", "\"zicht@example.nl\""),
    key("keys", "\"keys.toml\"", "\"/etc/zicht/keys.toml\""),
    key("trusted_proxies", "[]", "[\"10.0.0.0/24\", \"::1\"]"),
    key("metrics", "none", "\"127.0.0.1:9464\""),
    key("tls", "none", "[tls]"),
    key("tls.certificate", "required", "\"/etc/zicht/certificate.pem\""),
    key("tls.key", "required", "\"/etc/zicht/certificate-key.pem\""),
    key("log", "none", "[log]"),
    key("log.format", "\"text\"", "\"json\""),
    key("log.level", "\"info\"", "\"warn\""),
    key("sessions", "none", "[sessions]"),
    key("sessions.idle_minutes", "30", "15"),
    key("sessions.absolute_hours", "12", "8"),
    key("smtp", "none", "[smtp]"),
    key("smtp.host", "required", "\"mail.example.nl\""),
    key("smtp.port", "465 (tls), 587 (starttls) or 25 (none)", "2525"),
    key("smtp.security", "\"starttls\"", "\"tls\""),
    key("smtp.user", "none", "\"zicht\""),
    key("smtp.password_file", "none", "\"/etc/zicht/smtp-password\""),
    key("smtp.from", "required", "\"Zicht <zicht@example.nl>\""),
    key("oidc", "none", "[[oidc]]"),
    key("oidc[].id", "required", "\"gemeente\""),
    key("oidc[].name", "required", "\"Account of the municipality\""),
    key("oidc[].issuer", "required", "\"https://login.example.nl\""),
    key("oidc[].client_id", "required", "\"zicht\""),
    key("oidc[].client_secret_file", "none", "\"/etc/zicht/oidc-gemeente\""),
    key("oidc[].link_by_verified_email", "false", "true"),
    key("oidc[].claim", "none", "\"groups\""),
    key(
        "oidc[].roles",
        "[]",
        "[{ value = \"zicht-editors\", organisation = \"GM0344\", role = \"editor\" }]",
    ),
    key("oidc[].roles[].value", "required", "\"zicht-editors\""),
    key("oidc[].roles[].organisation", "required", "\"GM0344\""),
    key("oidc[].roles[].role", "required", "\"editor\""),
    key("limits", "none", "[limits]"),
    key("limits.requests_per_minute", "600", "300"),
    key("audit", "none", "[audit]"),
    key("audit.keep_years", "7", "10"),
];

/// The known key that `path` was probably meant to be: the same name elsewhere, or nearly the same name.
pub fn nearest(path: &str) -> Option<&'static str> {
    let name = last(path);
    let elsewhere = KEYS.iter().find(|key| last(key.path) == name);
    let similar = || {
        let distance = |key: &&Key| {
            let whole = strsim::damerau_levenshtein(path, key.path);
            whole.min(strsim::damerau_levenshtein(name, last(key.path)) + 1)
        };
        KEYS.iter().min_by_key(distance).filter(|key| distance(key) <= 1 + name.len() / 3)
    };
    elsewhere.or_else(similar).map(|key| key.path)
}

fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}
