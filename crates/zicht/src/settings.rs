//! Where the settings of a command come from: a file, and flags that go before it.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::Args;
use kernel::{Finding, Lang, Severity};
use platform::config::{Config, KeysPlace, Secret, Surroundings};
use platform::keys::Keys;
use web::finding_text;

use crate::Failure;

/// The settings file that is read when none is named.
pub const USUAL: &str = "zicht.toml";

/// Which settings, and which database.
#[derive(Debug, Clone, Args)]
pub struct Place {
    /// Settings file; zicht.toml in this folder if it is there
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Database instead of that in the settings: a file for SQLite, or postgres://USER@HOST/NAME
    #[arg(long, value_name = "ADDRESS")]
    pub db: Option<String>,
}

impl Place {
    /// Reads the settings. Without a file they are those for trying out on this machine.
    ///
    /// # Errors
    /// Every problem in the file, each on a line of its own.
    pub fn read(&self) -> Result<Config, Failure> {
        let usual = Path::new(USUAL);
        let mut config = match &self.config {
            Some(file) => read(file)?,
            None if usual.exists() => read(usual)?,
            None => on_this_machine(&SocketAddr::from(([127, 0, 0, 1], 8080)))?,
        };
        if let Some(db) = &self.db {
            config.database = Secret::new(db.as_str());
        }
        Ok(config)
    }
}

fn read(file: &Path) -> Result<Config, Failure> {
    Config::read(file).map_err(|findings| words(&findings).into())
}

/// The settings for trying out: everything as it is by itself, at a local address.
///
/// # Errors
/// If an environment variable of Zicht holds something that can't be used.
pub fn on_this_machine(listen: &SocketAddr) -> Result<Config, Failure> {
    let text = format!("listen = \"{listen}\"\npublic_url = \"http://{listen}\"");
    let around = Surroundings { folder: Path::new(""), env: &|name| std::env::var(name).ok() };
    let mut config = Config::check_in("environment", &text, &around).map_err(|findings| words(&findings))?;
    config.warnings.clear();
    Ok(config)
}

/// Findings in English, one on a line.
pub fn words(findings: &[Finding]) -> String {
    findings.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A finding in English.
pub fn line(finding: &Finding) -> String {
    let kind = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    format!("{kind}: {}", finding_text(Lang::En, finding))
}

/// The keys that the settings name.
///
/// # Errors
/// If they are not there or not right; the message names the file, never what is in it.
pub fn keys(config: &Config) -> Result<Keys, Failure> {
    match &config.keys {
        KeysPlace::Text(text) => Ok(Keys::from_toml(text.reveal())?),
        KeysPlace::File(file) if !file.exists() => {
            Err(format!("There are no keys at {}: make them with `zicht init`.", file.display()).into())
        }
        KeysPlace::File(file) => Ok(Keys::read(file)?),
    }
}
