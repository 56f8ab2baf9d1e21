//! The national report as PDF, made from the demonstration answers and read by three independent programs.

use std::process::Command;

use crate::workspace::Workspace;
use crate::{binary, shell, tools};

/// The answers that the report is made from.
const ANSWERS: &str = "definitions/demo/2017-reconstructie.csv";

/// Makes the report in both languages and checks it: tags, title, language, fonts, PDF/UA.
pub fn check(workspace: &Workspace) -> Result<(), String> {
    let zicht = binary::zicht(workspace)?;
    let folder = tempfile::tempdir().map_err(|error| format!("no folder for the reports: {error}"))?;
    let mut problems = Vec::new();
    for lang in ["nl", "en"] {
        let out = folder.path().join(lang);
        let mut report = Command::new(&zicht);
        report
            .args(["report", "--answers", ANSWERS, "--questionnaire", "preventie-2017", "--wave", "2017"])
            .args(["--lang", lang, "--only", "pdf", "--out"])
            .arg(&out)
            .current_dir(&workspace.root);
        shell::run(&mut report)?;
        let mut checker = Command::new(tools::python(workspace));
        checker.arg("e2e/pdf/check.py").arg(out.join("report.pdf")).arg(lang).current_dir(&workspace.root);
        problems.extend(shell::run(&mut checker).err());
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}
