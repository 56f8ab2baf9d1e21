//! Running other programs and keeping what they say.

use std::ffi::OsStr;
use std::io::{Read as _, pipe};
use std::path::Path;
use std::process::{Command, Stdio};

/// A cargo command in the workspace, without the variables that `cargo run` sets for this program: build
/// scripts watch those, and would run again after every change between recipe and plain cargo.
pub fn cargo(root: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text == "CARGO_BIN_NAME" {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs to the end and gives all that was printed, errors in their place between the rest.
///
/// # Errors
/// The command and all its output, if it cannot be started or its exit status is not 0.
pub fn run(command: &mut Command) -> Result<String, String> {
    let line = shown(command);
    let failed = |error: std::io::Error| format!("`{line}` cannot be run: {error}");
    let (mut reader, writer) = pipe().map_err(failed)?;
    command.stdin(Stdio::null()).stdout(writer.try_clone().map_err(failed)?).stderr(writer);
    let mut child = command.spawn().map_err(failed)?;
    // The command holds the other end of the pipe; while it does, the reading does not end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).map_err(failed)?;
    let status = child.wait().map_err(failed)?;
    let output = String::from_utf8_lossy(&bytes).into_owned();
    if status.success() { Ok(output) } else { Err(format!("$ {line}\n{output}\n({status})")) }
}

/// What the program prints on its standard output, trimmed.
pub fn read(command: &mut Command) -> Result<String, String> {
    let line = shown(command);
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("`{line}` cannot be run: {error}"))?;
    if !output.status.success() {
        return Err(format!("`{line}` failed ({})", output.status));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program of this name is on the path.
pub fn exists(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

/// Whether this is the administrator's account.
pub fn is_root() -> bool {
    read(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_program_gives_both_its_streams_in_order() {
        let script = "echo one; echo two >&2; echo three; exit 4";
        let output = run(Command::new("sh").args(["-c", script])).expect_err("a failure");
        assert!(output.contains("one\ntwo\nthree\n"), "{output}");
        assert!(output.contains("exit status: 4"), "{output}");
    }

    #[test]
    fn a_program_that_does_not_exist_is_named() {
        let output = run(&mut Command::new("no-such-program-anywhere")).expect_err("a failure");
        assert!(output.starts_with("`no-such-program-anywhere` cannot be run"), "{output}");
    }
}
