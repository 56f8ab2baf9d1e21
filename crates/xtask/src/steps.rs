//! The checks, in the order of what tells most for the least time.

use std::io::Write as _;
use std::time::Instant;

use clap::ValueEnum;

use crate::postgres::Cluster;
use crate::workspace::Workspace;
use crate::{browser, dependencies, generated, pdf, shell, structure, tools};

/// One check of the whole run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// rustfmt changes nothing.
    Format,
    /// clippy has nothing to say.
    Lint,
    /// Crates depend in one direction, domain code is pure, files are small.
    Structure,
    /// Third-party crates come from the registry, under licences of the list.
    Dependencies,
    /// Every Rust test, on SQLite and on a PostgreSQL of its own.
    Test,
    /// The files in docs/generated are what they would become.
    Generated,
    /// The report in both languages is an accessible PDF.
    Pdf,
    /// Every page and flow in a browser.
    Browser,
}

impl Step {
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// Does the check; an error holds everything that was printed.
    fn run(self, workspace: &Workspace) -> Result<(), String> {
        tools::install(workspace, self)?;
        let cargo = || shell::cargo(&workspace.root);
        match self {
            Self::Format => shell::run(cargo().args(["fmt", "--all", "--check"])).map(drop),
            Self::Lint => {
                let words = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
                shell::run(cargo().args(words)).map(drop)
            }
            Self::Structure => structure::check(workspace),
            Self::Dependencies => dependencies::check(workspace),
            Self::Test => {
                let cluster = Cluster::start()?;
                let test = shell::run(
                    cargo()
                        .args(["test", "--workspace", "--no-fail-fast"])
                        .env("ZICHT_TEST_POSTGRES", cluster.address()),
                );
                test.map(drop)
            }
            Self::Generated => generated::check(workspace),
            Self::Pdf => pdf::check(workspace),
            Self::Browser => browser::check(workspace),
        }
    }
}

/// Runs the given steps, or all of them if none is given. True if all passed.
pub fn run(workspace: &Workspace, only: &[Step]) -> bool {
    let (mut passed, mut failed) = (0, 0);
    for step in Step::value_variants().iter().filter(|step| only.is_empty() || only.contains(step)) {
        print!("{:<12} ", step.name());
        // A line that shows late is no reason to stop.
        let _ = std::io::stdout().flush();
        let start = Instant::now();
        let outcome = step.run(workspace);
        let seconds = start.elapsed().as_secs_f64();
        match outcome {
            Ok(()) => {
                passed += 1;
                println!("ok     {seconds:>7.1} s");
            }
            Err(output) => {
                failed += 1;
                println!("FAILED {seconds:>7.1} s\n{output}\n");
            }
        }
    }
    println!("{passed} passed, {failed} failed");
    failed == 0
}
