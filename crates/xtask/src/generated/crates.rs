//! The crates and what they depend on, as a table and a picture.

use std::fmt::Write as _;

use crate::workspace::{Crate, Workspace};

/// `docs/generated/crates.md`.
// One shape for every generator: those that run the program can fail.
#[expect(clippy::unnecessary_wraps)]
pub fn page(workspace: &Workspace) -> Result<String, String> {
    Ok(text(&workspace.crates))
}

fn text(crates: &[Crate]) -> String {
    let mut page = String::from(
        "# Crates\n\nMade by `cargo xtask generate` from the manifests; what may depend on what is held by the \
         structure step of `cargo xtask test`.\n\n| crate | what it is | depends on | only in tests |\n\
         |---|---|---|---|\n",
    );
    for this in crates {
        let names = |dev: bool| {
            let edges = this.edges.iter().filter(|edge| edge.dev == dev);
            edges.map(|edge| format!("`{}`", edge.to)).collect::<Vec<_>>().join(", ")
        };
        // Writing to a String can't fail.
        let _ = writeln!(page, "| `{}` | {} | {} | {} |", this.name, this.purpose, names(false), names(true));
    }
    page.push_str("\n```mermaid\nflowchart BT\n");
    for this in crates {
        for edge in this.edges.iter().filter(|edge| !edge.dev) {
            let _ = writeln!(page, "    {} --> {}", this.name, edge.to);
        }
    }
    page.push_str("```\n");
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Edge;

    #[test]
    fn an_edge_of_tests_is_in_the_table_and_not_in_the_picture() {
        let edge = |to: &str, dev| Edge { to: to.to_owned(), dev };
        let page = text(&[Crate {
            name: "monitor".to_owned(),
            purpose: "Scores.".to_owned(),
            folder: std::path::PathBuf::new(),
            edges: vec![edge("kernel", false), edge("testkit", true)],
            libraries: Vec::new(),
        }]);
        assert!(page.contains("| `monitor` | Scores. | `kernel` | `testkit` |\n"), "{page}");
        assert!(page.contains("    monitor --> kernel\n"), "{page}");
        assert!(!page.contains("--> testkit"), "{page}");
    }
}
