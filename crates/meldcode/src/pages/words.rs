//! Tables and texts of the definitions, in the words of a page.

use kernel::{Lang, Text};
use rules::{Input, Kind};
use serde::Serialize;
use web::Tr;

/// A title with points under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Points {
    /// The title.
    pub title: String,
    /// The points.
    pub points: Vec<String>,
}

/// A question of a table as a form asks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The name of the field.
    pub name: String,
    /// The question.
    pub label: String,
    /// What its words mean; may be empty.
    pub hint: String,
    /// Pairs of value and words.
    pub options: Vec<(String, String)>,
}

/// The question of an input under a field name.
pub fn question(tr: Tr, input: &Input, name: String) -> Question {
    let hint = input.help.as_ref().map_or("", |help| help.get(tr.0)).to_owned();
    Question { name, label: input.question.get(tr.0).to_owned(), hint, options: options(tr, input) }
}

/// What can be answered, as pairs of value and words.
pub fn options(tr: Tr, input: &Input) -> Vec<(String, String)> {
    match &input.kind {
        Kind::Answer => {
            ["yes", "no", "unknown"].map(|code| (code.to_owned(), tr.t(&format!("answer-{code}")))).into()
        }
        Kind::Choice(options) => {
            options.iter().map(|option| (option.code.clone(), option.get(tr.0).to_owned())).collect()
        }
        _ => Vec::new(),
    }
}

/// A value of an input in words; a number or a day as it is.
pub fn value(tr: Tr, input: &Input, value: &str) -> String {
    let found = options(tr, input).into_iter().find(|(code, _)| code == value);
    found.map_or_else(|| value.to_owned(), |(_, words)| words)
}

/// Texts in one language.
pub fn texts(lang: Lang, texts: &[Text]) -> Vec<String> {
    texts.iter().map(|text| text.get(lang).to_owned()).collect()
}

/// What a page offers for a field, as pairs of value and words.
pub fn choices(tr: Tr, field: &str, codes: &[&str]) -> Vec<(String, String)> {
    codes.iter().map(|code| ((*code).to_owned(), tr.t(&format!("walk-{field}-{code}")))).collect()
}
