//! `zicht config check`: every problem in the settings, with its line.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use platform::config::Config;

use crate::settings::{self, USUAL};
use crate::{Failure, tls};

/// What can be done with settings.
#[derive(Debug, Subcommand)]
pub enum Settings {
    /// Tell every problem in a settings file, with its line
    Check(Check),
}

/// Reads a settings file without starting anything.
#[derive(Debug, Args)]
pub struct Check {
    /// The file
    #[arg(default_value = USUAL, conflicts_with = "config")]
    file: PathBuf,
    /// The file, named as other commands do
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Check {
    /// Fails with every problem; tells every warning.
    pub fn run(self) -> Result<(), Failure> {
        let file = self.config.unwrap_or(self.file);
        let config = Config::read(&file).map_err(|findings| settings::words(&findings))?;
        for warning in &config.warnings {
            println!("{}", settings::line(warning));
        }
        if config.keys.file().is_none_or(std::path::Path::exists) {
            settings::keys(&config)?;
        }
        if let Some(settings) = &config.tls {
            tls::read(settings)?;
        }
        println!("{} is right.", file.display());
        Ok(())
    }
}
