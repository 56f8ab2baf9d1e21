//! The pages in a browser, and the API: `e2e/`, against a demo that the harness starts itself.

use std::process::Command;

use crate::workspace::Workspace;
use crate::{binary, shell, tools};

/// Runs every browser test.
pub fn check(workspace: &Workspace) -> Result<(), String> {
    let zicht = binary::zicht(workspace)?;
    let mut harness = Command::new("node");
    harness.arg("run.mjs").current_dir(workspace.root.join("e2e")).env("ZICHT_BIN", zicht);
    harness.env("ZICHT_PYTHON", tools::python(workspace));
    shell::run(&mut harness).map(drop)
}
