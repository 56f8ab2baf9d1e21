//! Where the database is.

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
        Ok(Address::Server(mut options)) => {
            let url = &mut options.database_url;
            let in_query = url.query_pairs().any(|(name, _)| name == "password");
            // An environment variable may hold it, a file that many can read may not.
            if variable.is_none() && (url.password().is_some() || in_query) {
                root.problem("config-database-password", "database", &[]);
            }
            let host = url.host_str().unwrap_or("localhost");
            let local = is_loopback(host.trim_matches(['[', ']'])) || host.is_empty();
            let safe = |mode: &str| matches!(mode, "require" | "verify-ca" | "verify-full");
            let protected = url.query_pairs().any(|(name, mode)| name == "sslmode" && safe(&mode));
            if !local && !protected {
                root.warning("config-database-plain", "database", &[]);
            }
            if let Some(password) = password {
                // Only an address without a host refuses a password; the server will say that it needs one.
                let _ = url.set_password(Some(password.reveal()));
            }
            Secret::new(url.as_str())
        }
        Err(error) => {
            refuse(root, &error);
            Secret::new(text)
        }
    }
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
