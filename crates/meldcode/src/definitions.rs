//! The tables of `definitions/rules` and the texts of `definitions/meldcode`, built in.

use std::path::Path;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use kernel::Finding;
use rules::{Files, Rules};

use crate::domain::content::Content;

static RULES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../definitions/rules");
static CONTENT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../definitions/meldcode");

/// Everything that belongs to the meldcode and the sharing guide.
#[derive(Debug)]
pub struct Definitions {
    /// The tables.
    pub rules: Rules,
    /// Professions, signals and texts.
    pub content: Content,
}

/// The definitions in the program. A test proves that they are sound.
pub static BUILT_IN: LazyLock<Result<Definitions, Vec<Finding>>> = LazyLock::new(|| {
    let (rules, content) = (Rules::read(&built_in_rules()), Content::read(&texts(&CONTENT)));
    match (rules, content) {
        (Ok(rules), Ok(content)) => Ok(Definitions { rules, content }),
        (rules, content) => {
            Err(rules.err().into_iter().flatten().chain(content.err().into_iter().flatten()).collect())
        }
    }
});

/// The files of the tables in the program.
pub fn built_in_rules() -> Files {
    texts(&RULES)
}

/// The files of the texts in the program.
#[cfg(test)]
pub fn built_in_content() -> Files {
    texts(&CONTENT)
}

/// The files of the tables in a folder.
///
/// # Errors
/// When the folder or a file in it can't be read.
pub fn rules_in(folder: &Path) -> std::io::Result<Files> {
    let mut files = Files::new();
    let mut todo = vec![folder.to_path_buf()];
    while let Some(inner) = todo.pop() {
        for entry in std::fs::read_dir(inner)? {
            let path = entry?.path();
            if path.is_dir() {
                todo.push(path);
            } else if path.extension().is_some_and(|kind| kind == "toml") {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                files.insert(name, std::fs::read_to_string(&path)?);
            }
        }
    }
    Ok(files)
}

fn texts(folder: &Dir<'_>) -> Files {
    let mut files = Files::new();
    let mut todo = vec![folder];
    while let Some(inner) = todo.pop() {
        todo.extend(inner.dirs());
        for file in inner.files() {
            if let Some(text) = file.contents_utf8() {
                files.insert(file.path().to_string_lossy().replace('\\', "/"), text.to_owned());
            }
        }
    }
    files
}

#[cfg(test)]
#[path = "definitions_tests.rs"]
mod tests;
