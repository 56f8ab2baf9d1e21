//! `zicht definitions check`: every problem in any definition, with file and line.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use kernel::{Finding, Place};
use web::{Arg, t_with};

use super::{Language, fail, tell};
use crate::definitions::{Source, built_in_sources, load};

/// What can be done with definitions.
#[derive(Debug, Subcommand)]
pub enum Definitions {
    /// Report every problem in any definition
    Check(Check),
}

/// Checks the definitions in the program, or those in a folder.
#[derive(Debug, Args)]
pub struct Check {
    /// Folder with questionnaires/, scoring/, waves/ and so on; without it the definitions in the program
    folder: Option<PathBuf>,
    #[command(flatten)]
    language: Language,
}

impl Check {
    /// Reads every definition.
    pub fn run(self) -> ExitCode {
        let lang = self.language.lang;
        let mut findings = Vec::new();
        let sources = match &self.folder {
            None => {
                findings.extend(geography::Geography::built_in().findings().iter().cloned());
                built_in_sources()
            }
            Some(folder) => sources(folder, folder, &mut findings),
        };
        if sources.is_empty() && findings.is_empty() {
            let name = self.folder.unwrap_or_default().display().to_string();
            return fail(lang, "definitions-none", &[("folder", Arg::from(name))]);
        }
        findings.extend(load(&sources).err().unwrap_or_default());
        if findings.is_empty() {
            println!("{}", t_with(lang, "definitions-sound", &[("files", Arg::from(sources.len() as u64))]));
            return ExitCode::SUCCESS;
        }
        tell(lang, &findings);
        fail(lang, "definitions-problems", &[("problems", Arg::from(findings.len() as u64))])
    }
}

fn sources(root: &Path, folder: &Path, findings: &mut Vec<Finding>) -> Vec<Source> {
    let name = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let unreadable = |path: &Path| Finding::error("file-unreadable", Place::file(name(path)));
    let Ok(entries) = fs::read_dir(folder) else {
        findings.push(unreadable(folder));
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            found.append(&mut sources(root, &path, findings));
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            match fs::read_to_string(&path) {
                Ok(text) => found.push(Source { path: name(&path), text }),
                Err(_) => findings.push(unreadable(&path)),
            }
        }
    }
    found
}
