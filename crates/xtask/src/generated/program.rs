//! Pages that the program itself prints.

use std::process::Command;

use crate::binary;
use crate::shell;
use crate::workspace::Workspace;

/// `docs/generated/routes.md`: every page with the permission that it asks for.
pub fn routes(workspace: &Workspace) -> Result<String, String> {
    let list = shell::run(Command::new(binary::zicht(workspace)?).arg("routes"))?;
    Ok(format!(
        "# Routes\n\nMade by `cargo xtask generate` from `zicht routes`. Each is there in Dutch and, under `/en`, in \
         English, but for those that another system (`external`) or a program with a key (`api`) calls. `confirmed` asks again who you are after a \
         quarter of an hour. Who has which permission: [rights](rights.md). For programs: [routes.json](routes.json).\n\n\
         ```text\n{list}```\n"
    ))
}

/// `docs/generated/routes.json`: the same for programs.
pub fn routes_json(workspace: &Workspace) -> Result<String, String> {
    shell::run(Command::new(binary::zicht(workspace)?).args(["routes", "--json"]))
}

/// `docs/generated/rights.md`: which role may do what.
pub fn rights(workspace: &Workspace) -> Result<String, String> {
    let table = shell::run(Command::new(binary::zicht(workspace)?).arg("rights"))?;
    Ok(format!(
        "# Rights\n\nMade by `cargo xtask generate` from `zicht rights`. A right of a role holds for the organisation in \
         which somebody has the role, or for those that its row rule reaches (`routes.md` says which rule a page has). \
         Everybody who is signed in also has what everybody has.\n\n{table}"
    ))
}

/// `docs/generated/report.schema.json`: the form of report.json.
pub fn report_schema(workspace: &Workspace) -> Result<String, String> {
    shell::run(Command::new(binary::zicht(workspace)?).arg("schema"))
}
