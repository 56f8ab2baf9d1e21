//! `zicht routes`: every page with the permission that it asks for.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::Args;
use serde_json::Value;
use web::RouteInfo;

use crate::site;

/// Lists every page with the permission that it asks for.
#[derive(Debug, Args)]
pub struct List {
    /// As JSON: method, path, permission, what the row rule looks at, confirmed, external, api
    #[arg(long)]
    json: bool,
}

impl List {
    /// Prints the routes in the order of mounting.
    pub fn run(&self) -> ExitCode {
        let routes = site::routes();
        print!("{}", if self.json { json(&routes) } else { table(&routes) });
        ExitCode::SUCCESS
    }
}

/// One array, one route a line.
fn json(routes: &[RouteInfo]) -> String {
    let lines: Vec<Value> = routes.iter().map(RouteInfo::to_json).collect();
    format!("{:#}\n", Value::Array(lines))
}

/// Columns as wide as what is in them.
fn table(routes: &[RouteInfo]) -> String {
    let rows: Vec<[&str; 5]> = routes.iter().map(cells).collect();
    let heading = ["METHOD", "PATH", "PERMISSION", "ALSO", "ROW RULE LOOKS AT"];
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].len());
        cells.max().unwrap_or_default().max(heading[column].len())
    };
    let widths = [0, 1, 2, 3].map(width);
    let mut text = String::new();
    for row in [heading].iter().chain(&rows) {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            // Writing to a String can't fail.
            let _ = write!(line, "{cell:<width$}  ");
        }
        line.push_str(row[4]);
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn cells(route: &RouteInfo) -> [&str; 5] {
    let also = match (route.confirmed, route.external, route.is_api()) {
        (true, ..) => "confirmed",
        (_, true, _) => "external",
        (.., true) => "api",
        _ => "",
    };
    [route.method.as_str(), route.path, route.permission.name(), also, route.rows.unwrap_or_default()]
}

#[cfg(test)]
mod tests {
    use kernel::Permission;
    use web::{Access, Routes};

    use super::*;

    fn routes() -> Vec<RouteInfo> {
        let access = Access::to(Permission::ManagePeople).on("organisation of the path").confirmed();
        let page = async || "";
        Routes::<()>::new()
            .get("/", Permission::SeePublished, page)
            .post("/x/{id}", access, page)
            .list()
            .to_vec()
    }

    #[test]
    fn the_table_stands_in_columns() {
        let lines = [
            "METHOD  PATH     PERMISSION     ALSO       ROW RULE LOOKS AT",
            "GET     /        see-published",
            "POST    /x/{id}  manage-people  confirmed  organisation of the path",
        ];
        assert_eq!(table(&routes()).lines().collect::<Vec<_>>(), lines);
    }

    #[test]
    fn the_json_names_what_each_route_asks() {
        let read: Value = serde_json::from_str(&json(&routes())).expect("JSON");
        assert_eq!(read[1]["method"], "POST");
        assert_eq!(read[1]["permission"], "manage-people");
        assert_eq!(read[1]["rows"], "organisation of the path");
        assert_eq!((&read[0]["rows"], &read[0]["confirmed"]), (&Value::Null, &false.into()));
    }
}
