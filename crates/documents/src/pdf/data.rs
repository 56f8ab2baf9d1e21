//! Data as a template gets it: JSON with printable text only.

use kernel::Lang;
use serde_json::{Value, json};

use super::world::FONTS;
use crate::table::{Kind, Table};

/// Stands in for a character that the font does not have.
const UNKNOWN: char = '?';

/// A table as the function `data-table` of `base.typ` takes it: headings, and cells as printed.
#[must_use]
pub fn table_data(table: &Table, lang: Lang) -> Value {
    let columns: Vec<Value> = table
        .columns
        .iter()
        .map(|column| json!({ "title": column.title, "kind": kind(column.kind), "numeric": column.kind.is_numeric() }))
        .collect();
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|cell| cell.print(lang)).collect()).collect();
    json!({
        "id": table.id,
        "title": table.title,
        "columns": columns,
        "rows": rows,
        "note": table.note,
        "source": table.source,
    })
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Count => "count",
        Kind::Number => "number",
        Kind::Percent => "percent",
    }
}

/// The value as JSON text, its strings [`printable`].
pub(super) fn json(value: &Value) -> String {
    cleaned(value).to_string()
}

fn cleaned(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(printable(text)),
        Value::Array(items) => Value::Array(items.iter().map(cleaned).collect()),
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(key, value)| (key.clone(), cleaned(value))).collect())
        }
        other => other.clone(),
    }
}

/// The text with a stand-in for every character that some style of the font does not have. PDF/A asks
/// for this: a single such character would stop the whole document.
pub(super) fn printable(text: &str) -> String {
    text.chars().filter(|&character| !is_invisible(character)).map(stand_in).collect()
}

fn stand_in(character: char) -> char {
    match character {
        '\n' | ' '..='~' => character,
        '\r' | '\t' => ' ',
        other if FONTS.iter().all(|font| font.info().coverage.contains(u32::from(other))) => other,
        _ => UNKNOWN,
    }
}

/// Marks that only steer how text is laid out.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dutch_text_stays_and_what_the_font_lacks_is_replaced() {
        assert_eq!(printable("Súdwest-Fryslân: € 5 – ‘één’ ≥ 25"), "Súdwest-Fryslân: € 5 – ‘één’ ≥ 25");
        assert_eq!(printable("kind 😀 漢"), "kind ? ?");
        assert_eq!(printable("a\u{7}b\tc\r\nd\u{200b}e"), "a?b c \nde");
    }

    #[test]
    fn text_is_replaced_wherever_it_stands_in_the_data() {
        assert_eq!(json(&json!({ "a": [{ "b": "\u{0}" }], "n": 1.5 })), r#"{"a":[{"b":"?"}],"n":1.5}"#);
    }
}
