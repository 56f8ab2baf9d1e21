//! A whole table in Markdown: each part of the space with its outcome, so that somebody can read it through and a
//! change shows line by line.

use std::fmt::Write as _;

use rules::{Hit, Region, Rules, Table};
use web::{Tr, t_with};

use crate::pages::law::Law;

/// The page; `None` if the table falls into more parts than anybody reads.
pub fn page(rules: &Rules, table: &Table, tr: Tr) -> Option<String> {
    let parts = table.full()?;
    let mut page = format!("# {} (`{}`)\n\n", table.title.get(tr.0), table.id);
    let args = [
        ("table", table.id.as_str().into()),
        ("version", table.version.to_string().into()),
        ("day", table.valid_from.to_string().into()),
    ];
    // Writing to a String can't fail.
    let _ = writeln!(page, "{}\n\n{}\n", t_with(tr.0, "rules-paper-made", &args), table.about.get(tr.0));
    let key = if table.hit == Hit::Collect { "rules-paper-collect" } else { "rules-paper-parts" };
    let counts = [("cases", table.cases().into()), ("parts", parts.len().into())];
    let _ = writeln!(page, "{}\n", t_with(tr.0, key, &counts));
    inputs(&mut page, table, tr);
    combinations(&mut page, table, &parts, tr);
    rows(&mut page, table, tr);
    sources(&mut page, rules, table, tr);
    Some(page)
}

fn inputs(page: &mut String, table: &Table, tr: Tr) {
    let _ = writeln!(page, "{}\n|---|---|---|", tr.t("rules-paper-inputs"));
    for input in &table.inputs {
        let values: Vec<String> = (0..input.cells.len()).map(|cell| input.code(cell)).collect();
        let question = safe(input.question.get(tr.0));
        let _ = writeln!(page, "| `{}` | {question} | {} |", input.name, values.join(", "));
    }
}

fn combinations(page: &mut String, table: &Table, parts: &[(Region, Option<usize>)], tr: Tr) {
    let names = |names: Vec<&str>| names.join(" | ");
    let inputs = names(table.inputs.iter().map(|input| input.name.as_str()).collect());
    let outputs = names(table.outputs.iter().map(|output| output.name.as_str()).collect());
    let columns = table.inputs.len() + table.outputs.len() + 2;
    let _ = writeln!(page, "\n## {}\n", tr.t("rules-paper-combinations"));
    let heads = [tr.t("rules-paper-row"), tr.t("rules-paper-cases")];
    let _ = writeln!(page, "| {} | {inputs} | {outputs} | {} |", heads[0], heads[1]);
    let _ = writeln!(page, "{}|", "|---".repeat(columns));
    let mut all = 0_u64;
    for (region, row) in parts {
        let cell = |(place, input): (usize, &rules::Input)| {
            let cells: Vec<String> = region.cells(place).map(|cell| input.code(cell)).collect();
            if region.is_any(table, place) { String::new() } else { cells.join(", ") }
        };
        let facts: Vec<String> = table.inputs.iter().enumerate().map(cell).collect();
        let row = row.and_then(|row| table.rows.get(row));
        let given = table.outputs.iter().map(|output| {
            row.and_then(|row| table.gives(row, &output.name)).map_or("", |given| given.code.as_str())
        });
        let given: Vec<&str> = given.collect();
        let name = row.map_or("-", |row| row.id.as_str());
        let (facts, given) = (facts.join(" | "), given.join(" | "));
        let _ = writeln!(page, "| {name} | {facts} | {given} | {} |", region.cases());
        all = all.saturating_add(region.cases());
    }
    if table.hit != Hit::Collect {
        let _ = writeln!(page, "\n{}", tr.t1("rules-paper-all", "cases", all));
    }
}

fn rows(page: &mut String, table: &Table, tr: Tr) {
    let _ = writeln!(page, "\n## {}\n", tr.t("rules-paper-rows"));
    for row in &table.rows {
        let law: Vec<String> = row.law.iter().map(|law| format!("`{law}`")).collect();
        let _ = writeln!(page, "- **{}**: {} ({})", row.id, safe(row.because.get(tr.0)), law.join(", "));
    }
}

fn sources(page: &mut String, rules: &Rules, table: &Table, tr: Tr) {
    let _ = writeln!(
        page,
        "\n## {}\n\n{}\n|---|---|---|---|---|",
        tr.t("rules-paper-sources"),
        tr.t("rules-paper-law")
    );
    let named = |id: &&rules::Source| table.rows.iter().any(|row| row.law.contains(&id.id));
    for source in rules.sources.iter().filter(named) {
        let law = Law::of(source, tr);
        let (cite, says) = (safe(&law.cite), safe(&law.says));
        let _ = writeln!(page, "| `{}` | {cite} | {says} | {} | {} |", source.id, source.date, law.mark);
    }
}

/// A text in a cell of a table: one line, without what ends a cell.
fn safe(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
