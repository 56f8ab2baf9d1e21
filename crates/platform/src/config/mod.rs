//! The settings file: read once at the start, every problem told at its line. The manual of its keys is
//! `docs/configuration.md`.

mod check;
mod database;
mod files;
mod keys;
mod mail;
mod oidc;
mod reader;
mod secret;
mod settings;
mod url;

use std::path::Path;

use kernel::{Finding, Place, Severity};

pub use files::Surroundings;
pub use keys::{KEYS, Key};
pub use secret::Secret;
pub use settings::{
    Audit, Config, KeysPlace, Limits, Log, LogFormat, Oidc, OidcRole, Security, Sessions, Smtp, Tls,
};

impl Config {
    /// Reads the settings in the file at `path`; relative paths in it go from its folder.
    ///
    /// # Errors
    /// Every problem, in the order of the file, with its line; their words are `finding-<code>`.
    pub fn read(path: &Path) -> Result<Self, Vec<Finding>> {
        let name = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|error| {
            let code = match error.kind() {
                std::io::ErrorKind::NotFound => "config-absent",
                _ => "config-unreadable",
            };
            vec![Finding::error(code, Place::file(name.as_str()))]
        })?;
        let folder = path.parent().unwrap_or(Path::new(""));
        Self::check_in(&name, &text, &Surroundings { folder, env: &|name| std::env::var(name).ok() })
    }

    /// Reads settings as [`Config::read`] does, from the folder in which the program runs.
    ///
    /// # Errors
    /// Every problem with its line.
    pub fn check(text: &str) -> Result<Self, Vec<Finding>> {
        let env = |name: &str| std::env::var(name).ok();
        Self::check_in("zicht.toml", text, &Surroundings { folder: Path::new(""), env: &env })
    }

    /// Reads settings in surroundings of one's own; `name` is the file in the places of findings.
    ///
    /// # Errors
    /// Every problem with its line; with an error in it, also what would only be a warning.
    pub fn check_in(name: &str, text: &str, around: &Surroundings<'_>) -> Result<Self, Vec<Finding>> {
        let (config, findings) = reader::Source::read(name, text, |root| check::settings(root, around));
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            return Err(findings);
        }
        Ok(Self { warnings: findings, ..config })
    }
}
