//! The `zicht` program as the tests build it.

use std::path::PathBuf;

use cargo_metadata::{Message, TargetKind};

use crate::shell;
use crate::workspace::Workspace;

/// Builds `zicht` and tells where it is.
///
/// With the same words as the test step, so that nothing is built twice: another selection of crates joins
/// features in another way, and cargo would build the libraries again.
pub fn zicht(workspace: &Workspace) -> Result<PathBuf, String> {
    let output = shell::run(shell::cargo(&workspace.root).args([
        "test",
        "--workspace",
        "--no-run",
        "--message-format=json-render-diagnostics",
    ]))?;
    Message::parse_stream(output.as_bytes())
        .filter_map(Result::ok)
        .filter_map(|message| match message {
            Message::CompilerArtifact(artifact) => Some(artifact),
            _ => None,
        })
        .filter(|artifact| artifact.target.name == "zicht" && artifact.target.kind.contains(&TargetKind::Bin))
        .filter(|artifact| !artifact.profile.test)
        .find_map(|artifact| artifact.executable)
        .map(cargo_metadata::camino::Utf8PathBuf::into_std_path_buf)
        .ok_or_else(|| {
            "the tests do not build the program zicht: crates/zicht has no integration test".to_owned()
        })
}
