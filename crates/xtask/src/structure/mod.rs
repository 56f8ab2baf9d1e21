//! The rules of the house that the compiler does not know: who may depend on whom, what domain code may
//! name, how long a file may be. Why: `docs/architecture.md`.

mod edges;
mod length;
mod names;
mod source;

use crate::structure::edges::Layer;
use crate::workspace::{Crate, Workspace};

/// Fails with every place where a rule is broken.
pub fn check(workspace: &Workspace) -> Result<(), String> {
    let mut problems = edges::problems(&workspace.crates);
    for this in &workspace.crates {
        check_sources(workspace, this, &mut problems)?;
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

fn check_sources(workspace: &Workspace, this: &Crate, problems: &mut Vec<String>) -> Result<(), String> {
    let no_io = matches!(edges::layer(&this.name), Some(Layer::Kernel | Layer::Pure));
    let files = source::files(&workspace.root, &this.folder.join("src"))?;
    for file in files.iter().filter(|file| !file.is_test()) {
        problems.extend(length::problem(file));
        if let Some(depth) = file.domain_depth() {
            problems.extend(names::in_domain(file, depth, &edges::known_crates(&workspace.crates, this)));
        } else if no_io {
            problems.extend(names::io(file));
        }
    }
    Ok(())
}
