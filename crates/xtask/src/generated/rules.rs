//! The decision tables in full, one page each: a change of a rule shows in review as the combinations that it alters.

use std::fs;
use std::process::Command;

use crate::binary;
use crate::shell;
use crate::workspace::Workspace;

/// Later than any table: its newest version is printed, whatever day it is.
const NEWEST: &str = "9999-12-31";

/// `docs/generated/rules-<table>.md` with its text, for each folder of `definitions/rules`.
pub fn pages(workspace: &Workspace) -> Result<Vec<(String, String)>, String> {
    let folder = workspace.root.join("definitions/rules");
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let folders = entries.flatten().filter(|entry| entry.path().is_dir());
    let mut tables: Vec<String> = folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    tables.sort();
    let program = binary::zicht(workspace)?;
    let page = |table: String| {
        let words = ["rules", "table", &table, "--on", NEWEST, "--lang", "en"];
        let text = shell::run(Command::new(&program).args(words))?;
        Ok((format!("docs/generated/rules-{table}.md"), text))
    };
    tables.into_iter().map(page).collect()
}
