//! The program, run as a user runs it.

use std::path::Path;
use std::process::{Command, Output};

use platform::keys::Keys;
use testkit::SeededEntropy;

/// Answers that can be imported as `preventie-2017`.
pub const ANSWERS: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../definitions/demo/2017-reconstructie.csv");

/// Runs it in a folder until it ends.
pub fn zicht(folder: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zicht")).args(words).current_dir(folder).output().unwrap()
}

/// What it said on standard error.
pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What it said on standard output.
pub fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Puts keys in a folder where the program looks for them.
pub fn keys(folder: &Path) {
    Keys::generate(&SeededEntropy::new(3)).write(&folder.join("keys.toml")).unwrap();
}
