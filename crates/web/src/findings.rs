//! A finding in words: where it is, and what is wrong there.

use std::path::Path;

use kernel::{Finding, Lang, Place};

use crate::i18n::{Arg, t_with, try_t};

/// A finding as one line: `regel 12, kolom d1.beleid: ...`.
///
/// A code that has no words yet gives the code and its values, so that no problem is ever hidden.
#[must_use]
pub fn finding_text(lang: Lang, finding: &Finding) -> String {
    let place = place_text(lang, &finding.place);
    let words = words(lang, finding);
    if place.is_empty() { words } else { format!("{place}: {words}") }
}

/// Where a finding is: `regel 12, kolom d1.beleid`; in a definition with its file before it.
#[must_use]
pub fn place_text(lang: Lang, place: &Place) -> String {
    let is_definition = place.file.as_deref().is_some_and(is_toml);
    let column_key = if is_definition { "place-key" } else { "place-column" };
    let row = place.row.map(|row| t_with(lang, "place-row", &[("row", Arg::Text(row.to_string()))]));
    let column = place.column.as_ref().map(|name| t_with(lang, column_key, &[("name", name.into())]));
    // Definitions are many files; answers are one, which the reader has just named.
    let names_file = is_definition || (row.is_none() && column.is_none());
    let file = place.file.clone().filter(|_| names_file);
    [file, row, column].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn is_toml(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|kind| kind == "toml")
}

/// What is wrong with a field of a form, in words: its page shows where it is.
pub(crate) fn field_text(lang: Lang, finding: &Finding) -> String {
    words(lang, finding)
}

fn words(lang: Lang, finding: &Finding) -> String {
    let args: Vec<(&str, Arg)> =
        finding.params.iter().map(|(name, value)| (name.as_ref(), value.into())).collect();
    try_t(lang, &format!("finding-{}", finding.code), &args).unwrap_or_else(|| {
        tracing::error!(code = finding.code, lang = lang.code(), "no words for this finding");
        let values: Vec<String> =
            finding.params.iter().map(|(name, value)| format!("{name} = {value}")).collect();
        format!("{} ({})", finding.code, values.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_in_answers_names_row_and_column() {
        let place = Place::row("answers.csv", 12_345).column("d1.beleid");
        assert_eq!(place_text(Lang::Nl, &place), "regel 12345, kolom d1.beleid");
        assert_eq!(place_text(Lang::En, &Place::file("answers.csv")), "answers.csv");
    }

    #[test]
    fn a_finding_in_a_definition_names_its_file_too() {
        let place = Place::row("waves/2017.toml", 3).column("invited");
        assert_eq!(place_text(Lang::En, &place), "waves/2017.toml, row 3, key invited");
    }

    #[test]
    fn a_code_without_words_still_shows_its_values() {
        let finding = Finding::error("no-such-code", Place::default()).with("code", "x");
        assert_eq!(finding_text(Lang::Nl, &finding), "no-such-code (code = x)");
    }
}
