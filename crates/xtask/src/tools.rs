//! What the checks need beside Rust, installed where it is missing: Debian's packages, npm's and PyPI's by
//! their lock files.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::steps::Step;
use crate::workspace::Workspace;
use crate::{postgres, shell};

/// The Python of the checks of PDF and API, with its packages.
pub fn python(workspace: &Workspace) -> PathBuf {
    workspace.target.join("python/bin/python")
}

/// Installs what `step` needs.
pub fn install(workspace: &Workspace, step: Step) -> Result<(), String> {
    match step {
        Step::Format | Step::Structure | Step::Dependencies => Ok(()),
        // The styles and fonts of the pages come from npm, while the workspace is built.
        Step::Lint | Step::Generated => debian(&[("npm", shell::exists("npm"))]),
        Step::Test => {
            debian(&[
                ("npm", shell::exists("npm")),
                ("postgresql", postgres::programs().is_some()),
                // A certificate to serve with, and somebody who looks at it.
                ("openssl", shell::exists("openssl")),
                ("curl", shell::exists("curl")),
            ])
        }
        Step::Pdf => {
            debian(&[
                ("npm", shell::exists("npm")),
                ("poppler-utils", shell::exists("pdfinfo") && shell::exists("pdffonts")),
            ])?;
            python_packages(workspace)
        }
        Step::Browser => {
            debian(&[
                ("npm", shell::exists("npm")),
                ("chromium", Path::new("/usr/bin/chromium").exists()),
                ("poppler-utils", shell::exists("pdftotext")),
            ])?;
            npm_packages(&workspace.root.join("e2e"))?;
            python_packages(workspace)
        }
    }
}

/// Installs the packages that are not there yet, asking for the administrator's rights only then.
fn debian(packages: &[(&str, bool)]) -> Result<(), String> {
    let missing: Vec<_> = packages.iter().filter(|(_, there)| !there).map(|(name, _)| *name).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !shell::exists("apt-get") {
        return Err(format!("Install these first, by the means of your system: {}.", missing.join(", ")));
    }
    let apt = |words: &[&str]| {
        let mut command = Command::new(if shell::is_root() { "apt-get" } else { "sudo" });
        if !shell::is_root() {
            command.args(["--", "apt-get"]);
        }
        shell::run(command.args(words).env("DEBIAN_FRONTEND", "noninteractive"))
    };
    apt(&["update"])?;
    apt(&[&["install", "--yes", "--no-install-recommends"], missing.as_slice()].concat()).map(drop)
}

fn npm_packages(folder: &Path) -> Result<(), String> {
    // npm writes this file last; an older one than the lock file is an unfinished or outdated install.
    let installed = folder.join("node_modules/.package-lock.json");
    if is_newer(&installed, &folder.join("package-lock.json")) {
        return Ok(());
    }
    shell::run(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder)).map(drop)
}

fn python_packages(workspace: &Workspace) -> Result<(), String> {
    let requirements = workspace.root.join("e2e/requirements.txt");
    let folder = workspace.target.join("python");
    let installed = folder.join("installed");
    if is_newer(&installed, &requirements) {
        return Ok(());
    }
    let has_venv = shell::run(Command::new("python3").args(["-c", "import venv, ensurepip"])).is_ok();
    debian(&[("python3-venv", has_venv)])?;
    shell::run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    let mut pip = Command::new(folder.join("bin/python"));
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
    shell::run(pip.arg(requirements))?;
    std::fs::write(&installed, "")
        .map_err(|error| format!("{} cannot be written: {error}", installed.display()))
}

fn is_newer(file: &Path, than: &Path) -> bool {
    let time = |path: &Path| path.metadata().and_then(|about| about.modified()).ok();
    time(file).zip(time(than)).is_some_and(|(file, than)| file >= than)
}
