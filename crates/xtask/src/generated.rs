//! Files that are made from the code and committed, so that a change shows in review.

mod crates;
mod program;
mod rules;

use std::fs;
use std::path::PathBuf;

use crate::workspace::Workspace;

/// One generated file: its path from the root, and what makes its text.
struct Generator {
    file: &'static str,
    make: fn(&Workspace) -> Result<String, String>,
}

/// Every generated file. One that needs the program runs `binary::zicht` and keeps what it prints.
const GENERATORS: &[Generator] = &[
    Generator { file: "docs/generated/crates.md", make: crates::page },
    Generator { file: "docs/generated/report.schema.json", make: program::report_schema },
    Generator { file: "docs/generated/rights.md", make: program::rights },
    Generator { file: "docs/generated/routes.json", make: program::routes_json },
    Generator { file: "docs/generated/routes.md", make: program::routes },
];

/// Every generated file with its text: those of [`GENERATORS`], and one for each decision table.
fn all(workspace: &Workspace) -> Result<Vec<(String, String)>, String> {
    let mut files = Vec::new();
    for generator in GENERATORS {
        files.push((generator.file.to_owned(), (generator.make)(workspace)?));
    }
    files.extend(rules::pages(workspace)?);
    Ok(files)
}

/// Writes every generated file, and removes those of decision tables that are gone.
pub fn write(workspace: &Workspace) -> Result<(), String> {
    let files = all(workspace)?;
    for path in left_over(workspace, &files) {
        fs::remove_file(&path).map_err(|error| format!("{} cannot be removed: {error}", path.display()))?;
    }
    for (file, text) in files {
        let path = workspace.root.join(&file);
        let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
        folder
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| format!("{file} cannot be written: {error}"))?;
        println!("{file}");
    }
    Ok(())
}

/// Fails if a generated file is not what it would become.
pub fn check(workspace: &Workspace) -> Result<(), String> {
    let mut problems = Vec::new();
    let files = all(workspace)?;
    for (file, made) in &files {
        let committed = fs::read_to_string(workspace.root.join(file)).unwrap_or_default();
        if let Some(difference) = first_difference(&committed, made) {
            problems.push(format!("{file}: {difference}"));
        }
    }
    let gone = left_over(workspace, &files);
    problems.extend(gone.iter().map(|path| format!("{}: its table is gone", path.display())));
    if problems.is_empty() {
        return Ok(());
    }
    problems.push("Run `cargo xtask generate` and commit the result.".to_owned());
    Err(problems.join("\n"))
}

/// Pages of decision tables that are no longer there.
fn left_over(workspace: &Workspace, files: &[(String, String)]) -> Vec<PathBuf> {
    let entries = fs::read_dir(workspace.root.join("docs/generated")).into_iter().flatten();
    let is_left = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with("rules-") && !files.iter().any(|(file, _)| file.ends_with(&format!("/{name}")))
    };
    entries.flatten().map(|entry| entry.path()).filter(is_left).collect()
}

fn first_difference(committed: &str, made: &str) -> Option<String> {
    if committed == made {
        return None;
    }
    let same = committed.lines().zip(made.lines()).take_while(|(old, new)| old == new).count();
    let line = |text: &str| text.lines().nth(same).unwrap_or("(end of file)").to_owned();
    Some(format!("line {}\n  is      {}\n  becomes {}", same + 1, line(committed), line(made)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_that_differs_is_shown() {
        assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
        assert_eq!(
            first_difference("a\nb\n", "a\nc\n").expect("a difference"),
            "line 2\n  is      b\n  becomes c"
        );
        assert_eq!(
            first_difference("a\n", "a\nb\n").expect("a difference"),
            "line 2\n  is      (end of file)\n  becomes b"
        );
    }
}
