//! Facts and conditions of a table in words.

use rules::{Cell, Facts, Input, Kind, Region, Table};
use web::Tr;

/// A question with the answers that are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The question.
    pub question: String,
    /// One answer, or several of which any will do.
    pub values: String,
}

/// The words of a value.
pub fn value(input: &Input, cell: usize, tr: Tr) -> String {
    match (&input.kind, input.cells.get(cell)) {
        (Kind::Answer, Some(Cell::Value(code))) => tr.t(&format!("answer-{code}")),
        _ => input.words(cell, tr.0),
    }
}

/// What a part of the space asks, in the order of the questions. Nothing for one that takes every case.
pub fn conditions(table: &Table, region: &Region, tr: Tr) -> Vec<Condition> {
    let asked = table.inputs.iter().enumerate().filter(|(place, _)| !region.is_any(table, *place));
    asked
        .map(|(place, input)| {
            let values: Vec<String> = region.cells(place).map(|cell| value(input, cell, tr)).collect();
            let values = values.join(&tr.t("rules-or"));
            Condition { question: input.question.get(tr.0).to_owned(), values }
        })
        .collect()
}

/// Facts that were given, in the order of the questions.
pub fn facts(table: &Table, facts: &Facts, tr: Tr) -> Vec<Condition> {
    let given = table.inputs.iter().filter_map(|input| Some((input, facts.get(&input.name)?)));
    given
        .map(|(input, given)| {
            let is_number = matches!(input.kind, Kind::Number(..) | Kind::Age(..) | Kind::Date);
            let cell = input.cell(given).filter(|_| !is_number);
            let values = cell.map_or_else(|| given.clone(), |cell| value(input, cell, tr));
            Condition { question: input.question.get(tr.0).to_owned(), values }
        })
        .collect()
}

/// The words of an outcome by its code.
pub fn outcome<'t>(table: &'t Table, code: &'t str, tr: Tr) -> &'t str {
    let options = table.outputs.first().map_or(&[][..], |output| &output.options);
    options.iter().find(|option| option.code == code).map_or(code, |option| option.get(tr.0))
}
