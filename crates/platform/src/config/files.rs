//! Files and environment variables that the settings name.

use std::path::{Path, PathBuf};

use super::Secret;
use super::reader::Section;

/// What the settings are read in: the folder from which relative paths go, and the environment.
pub struct Surroundings<'a> {
    /// The folder of the settings file.
    pub folder: &'a Path,
    /// The value of an environment variable.
    pub env: &'a dyn Fn(&str) -> Option<String>,
}

impl Surroundings<'_> {
    /// `path` seen from the folder of the settings.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// A variable that is there and not empty.
    pub fn variable(&self, name: &str) -> Option<Secret> {
        (self.env)(name).filter(|value| !value.trim().is_empty()).map(Secret::new)
    }

    /// A secret from the environment, or else from the file that `key` names.
    pub fn secret(&self, section: &Section<'_>, key: &str, variable: &str) -> Option<Secret> {
        let from_file = section.text(key).and_then(|path| {
            let text = self.file(section, key, path)?;
            private(section, key, &self.path(path), path);
            let secret = text.reveal().trim_end_matches(['\r', '\n']);
            if secret.trim().is_empty() {
                section.problem("config-secret-empty", key, &[("file", path)]);
            }
            Some(Secret::new(secret))
        });
        let from_environment = self.variable(variable);
        if from_environment.is_some() && section.has(key) {
            section.warning("config-secret-twice", key, &[("variable", variable)]);
        }
        from_environment.or(from_file)
    }

    /// A PEM file with a block of the kind `kind`, such as `CERTIFICATE`.
    pub fn pem(&self, section: &Section<'_>, key: &str, kind: &str) -> Option<PathBuf> {
        let path = section.required_text(key)?;
        let text = self.file(section, key, path)?;
        let found = text.reveal().lines().any(|line| line.starts_with("-----BEGIN ") && line.contains(kind));
        if !found {
            section.problem("config-pem", key, &[("file", path), ("kind", kind)]);
        }
        if kind != "CERTIFICATE" {
            private(section, key, &self.path(path), path);
        }
        Some(self.path(path))
    }

    fn file(&self, section: &Section<'_>, key: &str, path: &str) -> Option<Secret> {
        match std::fs::read_to_string(self.path(path)) {
            Ok(text) => Some(Secret::new(text)),
            Err(error) => {
                let code = match error.kind() {
                    std::io::ErrorKind::NotFound => "config-file-missing",
                    _ => "config-file-unreadable",
                };
                // Not repeated: somebody may have written the secret itself here.
                section.problem(code, key, &[]);
                None
            }
        }
    }
}

/// Warns when everybody on this machine may read or change a file with a secret.
fn private(section: &Section<'_>, key: &str, file: &Path, shown: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    let open = std::fs::metadata(file).is_ok_and(|data| data.permissions().mode() & 0o007 != 0);
    if open {
        section.warning("config-file-open", key, &[("file", shown)]);
    }
}
