//! Where a database is, as the user wrote it.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use sqlx::any::AnyConnectOptions;

use crate::servers::Servers;
use crate::{Backend, DatabaseError};

/// The place of a database. Its `Display` never shows a password, so it can be logged.
#[derive(Clone)]
pub enum Address {
    /// A SQLite file; the path is absolute and its folder exists.
    File(PathBuf),
    /// A PostgreSQL server, or several of which one is the primary.
    Server(Servers),
}

impl Address {
    /// Reads a file path, `sqlite://FILE` or `postgres://USER:PASSWORD@HOST,HOST/DATABASE`.
    pub fn parse(text: &str) -> Result<Self, DatabaseError> {
        let file = text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:"));
        if let Some(file) = file {
            return Self::file(file);
        }
        match text.split_once("://") {
            None => Self::file(text),
            Some(("postgres" | "postgresql", _)) => Servers::parse(text).map(Self::Server),
            // Only the scheme is repeated: the rest may hold a password.
            Some((scheme, _)) => Err(DatabaseError::UnknownScheme(scheme.to_owned())),
        }
    }

    fn file(text: &str) -> Result<Self, DatabaseError> {
        let path = Path::new(text);
        let refuse = |reason: &str| DatabaseError::File { file: text.to_owned(), reason: reason.to_owned() };
        if text.starts_with(":memory:") || text.contains('?') {
            return Err(refuse("a database in memory and options after a question mark are not supported"));
        }
        let name = path.file_name().ok_or_else(|| refuse("this is not the name of a file"))?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // Made absolute here, because a URL would resolve `..` without regard for symbolic links.
        let folder =
            folder.canonicalize().map_err(|_| refuse("its folder does not exist or cannot be read"))?;
        let path = folder.join(name);
        if path.is_dir() {
            return Err(refuse("it is a folder"));
        }
        Ok(Self::File(path))
    }

    /// Which kind of database stands here.
    pub fn backend(&self) -> Backend {
        match self {
            Self::File(_) => Backend::Sqlite,
            Self::Server(_) => Backend::PostgreSql,
        }
    }
}

/// What sqlx needs to open the file at `path`; a missing one is made.
pub fn file_options(path: &Path) -> Result<AnyConnectOptions, DatabaseError> {
    let url = format!("sqlite://{}?mode=rwc", percent_encoded(path));
    Ok(AnyConnectOptions::from_str(&url)?)
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Server(servers) => servers.fmt(f),
        }
    }
}

fn percent_encoded(path: &Path) -> String {
    use fmt::Write as _;
    let mut out = String::new();
    for byte in path.as_os_str().as_encoded_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(byte) {
            out.push(char::from(*byte));
        } else {
            // Writing to a String can't fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        Address::parse(text).map(|_| ()).expect_err(text).to_string()
    }

    #[test]
    fn an_address_is_shown_without_its_password() {
        for text in [
            "postgres://ada:geheim@db.example:5433/zicht?password=geheim",
            "postgresql://ada:geheim@db.example:5433/zicht",
        ] {
            let shown = Address::parse(text).expect("an address").to_string();
            assert_eq!(shown, "postgres://ada@db.example:5433/zicht");
        }
    }

    #[test]
    fn a_refused_address_is_not_repeated_with_its_password() {
        assert!(!refusal("mysql://ada:geheim@db.example/zicht").contains("geheim"));
        assert!(!refusal("postgres://ada:geheim@db:nummer/zicht").contains("geheim"));
    }

    #[test]
    fn a_path_with_odd_characters_stays_one_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("maat & getal #1 50%.db");
        let url = file_options(&file).expect("options").database_url;
        assert!(url.as_str().ends_with("maat%20%26%20getal%20%231%2050%25.db?mode=rwc"), "{url}");
    }

    #[test]
    fn what_is_no_file_is_refused_in_a_sentence() {
        assert!(refusal("/").contains("not the name of a file"));
        assert!(refusal("").contains("not the name of a file"));
        assert!(refusal("sqlite::memory:").contains("in memory"));
        assert!(refusal("/nergens/zicht.db").contains("folder does not exist"));
    }
}
