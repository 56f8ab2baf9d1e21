//! Where the database is.

use sqlx::any::AnyConnectOptions;

use super::Secret;
use super::files::Surroundings;
use super::reader::Section;
use super::url::is_loopback;
use crate::DatabaseError;
use crate::address::Address;

/// The address with its password, for `Database::open`.
pub fn address(root: &Section<'_>, around: &Surroundings<'_>) -> Secret {
    let written = root.text("database");
    let variable = around.variable("ZICHT_DATABASE");
    let text = variable.as_ref().map(Secret::reveal).or(written).unwrap_or("zicht.db");
    let password = around.secret(root, "database_password_file", "ZICHT_DATABASE_PASSWORD");
    let text = from_folder(text, around);
    match Address::parse(&text) {
        Ok(Address::File(path)) => Secret::new(path.to_string_lossy()),
        Ok(Address::Server(mut servers)) => {
            // An environment variable may hold it, a file that many can read may not.
            if variable.is_none() && servers.all().iter().any(has_password) {
                root.problem("config-database-password", "database", &[]);
            }
            if !servers.all().iter().all(is_safe) {
                root.warning("config-database-plain", "database", &[]);
            }
            if let Some(password) = password {
                servers.set_password(password.reveal());
            }
            Secret::new(servers.reveal())
        }
        Err(error) => {
            refuse(root, &error);
            Secret::new(text)
        }
    }
}

fn has_password(server: &AnyConnectOptions) -> bool {
    let url = &server.database_url;
    url.password().is_some() || url.query_pairs().any(|(name, _)| name == "password")
}

/// Whether nobody on the way can read along.
fn is_safe(server: &AnyConnectOptions) -> bool {
    let url = &server.database_url;
    let host = url.host_str().unwrap_or("localhost");
    let safe = |mode: &str| matches!(mode, "require" | "verify-ca" | "verify-full");
    is_loopback(host.trim_matches(['[', ']']))
        || host.is_empty()
        || url.query_pairs().any(|(name, mode)| name == "sslmode" && safe(&mode))
}

/// A file that is not named in full is looked for beside the settings.
fn from_folder(text: &str, around: &Surroundings<'_>) -> String {
    let file = text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:"));
    let file = file.or((!text.contains("://")).then_some(text));
    file.map_or_else(|| text.to_owned(), |file| around.path(file).to_string_lossy().into_owned())
}

fn refuse(root: &Section<'_>, error: &DatabaseError) {
    match error {
        DatabaseError::UnknownScheme(scheme) => {
            root.problem("config-database-kind", "database", &[("found", scheme)]);
        }
        DatabaseError::File { .. } => root.problem("config-database-file", "database", &[]),
        _ => root.problem("config-database-address", "database", &[]),
    }
}
