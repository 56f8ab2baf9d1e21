//! Files that are made from the code and committed, so that a change shows in review.

mod crates;
mod program;

use std::fs;

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

/// Writes every generated file.
pub fn write(workspace: &Workspace) -> Result<(), String> {
    for generator in GENERATORS {
        let path = workspace.root.join(generator.file);
        let text = (generator.make)(workspace)?;
        let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
        folder
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| format!("{} cannot be written: {error}", generator.file))?;
        println!("{}", generator.file);
    }
    Ok(())
}

/// Fails if a generated file is not what it would become.
pub fn check(workspace: &Workspace) -> Result<(), String> {
    let mut problems = Vec::new();
    for generator in GENERATORS {
        let committed = fs::read_to_string(workspace.root.join(generator.file)).unwrap_or_default();
        let made = (generator.make)(workspace)?;
        if let Some(difference) = first_difference(&committed, &made) {
            problems.push(format!("{}: {difference}", generator.file));
        }
    }
    if problems.is_empty() {
        return Ok(());
    }
    problems.push("Run `cargo xtask generate` and commit the result.".to_owned());
    Err(problems.join("\n"))
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
