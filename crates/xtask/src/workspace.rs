//! The workspace as cargo describes it, in the few words that the checks need.

use std::path::PathBuf;

use cargo_metadata::{DependencyKind, MetadataCommand, Package};

/// The workspace and its crates, by name.
pub struct Workspace {
    /// The folder of the root Cargo.toml.
    pub root: PathBuf,
    /// Where cargo puts what it builds.
    pub target: PathBuf,
    /// Every crate, in order of name.
    pub crates: Vec<Crate>,
}

/// One crate of the workspace.
#[derive(Debug, Clone)]
pub struct Crate {
    pub name: String,
    /// The `description` in its manifest.
    pub purpose: String,
    /// The folder of its manifest.
    pub folder: PathBuf,
    /// Crates of this workspace that it depends on.
    pub edges: Vec<Edge>,
    /// Third-party crates that its production code can name, written as in a path.
    pub libraries: Vec<String>,
}

/// A dependency on another crate of the workspace.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    pub to: String,
    /// Whether only tests, examples and benchmarks see it.
    pub dev: bool,
}

impl Workspace {
    /// Asks cargo.
    pub fn load() -> Result<Self, String> {
        let metadata = MetadataCommand::new()
            .no_deps()
            .exec()
            .map_err(|error| format!("cargo does not describe the workspace: {error}"))?;
        let mut crates: Vec<_> = metadata.workspace_packages().into_iter().map(describe).collect();
        crates.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self {
            root: metadata.workspace_root.into_std_path_buf(),
            target: metadata.target_directory.into_std_path_buf(),
            crates,
        })
    }
}

fn describe(package: &Package) -> Crate {
    let (ours, theirs): (Vec<_>, Vec<_>) =
        package.dependencies.iter().partition(|dependency| dependency.path.is_some());
    let mut edges: Vec<_> = ours
        .iter()
        .map(|dependency| Edge {
            to: dependency.name.clone(),
            dev: dependency.kind == DependencyKind::Development,
        })
        .collect();
    edges.sort();
    Crate {
        name: package.name.to_string(),
        purpose: package.description.clone().unwrap_or_default(),
        folder: package
            .manifest_path
            .parent()
            .map(|folder| folder.as_std_path().to_owned())
            .unwrap_or_default(),
        edges,
        libraries: theirs
            .iter()
            .filter(|dependency| dependency.kind == DependencyKind::Normal)
            .map(|dependency| dependency.rename.as_ref().unwrap_or(&dependency.name).replace('-', "_"))
            .collect(),
    }
}
