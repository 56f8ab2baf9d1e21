//! The columns of an answers file: what they are called and what they hold.

use std::collections::{HashMap, HashSet};

use kernel::{Finding, Place};

use crate::domain::questionnaire::{ExtraKind, Questionnaire, measures_column};
use crate::domain::voice;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Name of the respondent.
    Respondent,
    /// Size class 1 to 5.
    SizeClass,
    /// Code of the municipality.
    Municipality,
    /// Whether it agreed to be shown by name.
    Named,
    /// Policy on the goal at this position.
    Policy(usize),
    /// Documents of the goal.
    Documents(usize),
    /// Measures of the goal, in the question at this position.
    Measures(usize, usize),
    /// A measure of the municipality's own.
    OwnMeasure(usize),
    /// Sight of reach.
    Sight(usize),
    /// Share reached.
    Share(usize),
    /// Whether children were heard about the goal at this position.
    Heard(usize),
    /// How they were.
    HeardHow(usize),
    /// The extra question at this position.
    Extra(usize),
    /// Free text; kept, not counted.
    Text,
}

/// A column by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Name in the header.
    pub name: String,
    /// What it holds.
    pub field: Field,
    /// Whether a file must have it.
    pub required: bool,
}

/// Every column that a file for `questionnaire` may have, in its canonical order.
#[must_use]
pub fn columns(questionnaire: &Questionnaire) -> Vec<Column> {
    let mut columns = Vec::new();
    let mut add = |name: String, field, required| columns.push(Column { name, field, required });
    add("respondent".into(), Field::Respondent, true);
    add("grootteklasse".into(), Field::SizeClass, true);
    add("gemeente".into(), Field::Municipality, false);
    add("openbaar".into(), Field::Named, false);
    for (at, goal) in questionnaire.goals.iter().enumerate() {
        let d = format!("d{}", goal.number);
        add(format!("{d}.beleid"), Field::Policy(at), true);
        add(format!("{d}.document"), Field::Documents(at), true);
        for (position, question) in goal.questions.iter().enumerate() {
            let name = measures_column(goal.number, question.number);
            add(name.clone(), Field::Measures(at, position), true);
            add(format!("{name}.anders-tekst"), Field::Text, false);
        }
        add(format!("{d}.eigen-maatregel"), Field::OwnMeasure(at), true);
        add(format!("{d}.eigen-maatregel-tekst"), Field::Text, false);
        add(format!("{d}.zicht-op-bereik"), Field::Sight(at), true);
        add(format!("{d}.bereik"), Field::Share(at), true);
        let [heard, how, change] = voice::columns(goal.number);
        add(heard, Field::Heard(at), false);
        add(how, Field::HeardHow(at), false);
        add(change, Field::Text, false);
    }
    for (at, question) in questionnaire.extra.iter().enumerate() {
        add(question.column.clone(), Field::Extra(at), true);
        if let Some(text) = &question.text_column {
            add(text.clone(), Field::Text, false);
        }
    }
    columns
}

/// Matches a header with the columns: per place in the file the position of its column.
///
/// The error holds every missing, unknown and repeated name; an unknown name comes with the nearest
/// one that the file does not have yet, which is then not told to be missing as well.
pub fn match_header(file: &str, header: &[String], columns: &[Column]) -> Result<Vec<usize>, Vec<Finding>> {
    let by_name: HashMap<&str, usize> =
        columns.iter().enumerate().map(|(at, column)| (column.name.as_str(), at)).collect();
    let present: HashSet<&str> = header.iter().map(String::as_str).collect();
    let has_municipality = present.contains("gemeente");
    // When not a single name fits, the header itself is missing: one sentence says more than ninety.
    if !header.iter().any(|name| by_name.contains_key(name.as_str())) {
        let found = header.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(", ");
        return Err(vec![Finding::error("header-none", Place::row(file, 1)).with("found", shorten(&found))]);
    }
    let mut findings = Vec::new();
    let mut places = Vec::with_capacity(header.len());
    let (mut seen, mut meant) = (HashSet::new(), HashSet::new());
    for (at, name) in header.iter().enumerate() {
        let place = Place::row(file, 1).column(shorten(name));
        match by_name.get(name.as_str()) {
            Some(_) if !seen.insert(name.as_str()) => findings.push(Finding::error("header-twice", place)),
            Some(&column) => places.push(column),
            None if name.is_empty() => {
                let place = Place::row(file, 1).column((at + 1).to_string());
                findings.push(Finding::error("header-empty", place));
            }
            None => {
                let absent = columns.iter().filter(|column| !present.contains(column.name.as_str()));
                let nearest = nearest(name, absent.map(|column| column.name.as_str()));
                meant.extend(nearest);
                findings.push(with_nearest(Finding::error("header-unknown", place), nearest));
            }
        }
    }
    let missing = columns
        .iter()
        .filter(|column| column.required && !present.contains(column.name.as_str()))
        .filter(|column| !meant.contains(column.name.as_str()))
        .filter(|column| !(column.field == Field::SizeClass && has_municipality));
    findings.extend(
        missing.map(|column| Finding::error("header-missing", Place::row(file, 1).column(&column.name))),
    );
    if findings.is_empty() { Ok(places) } else { Err(findings) }
}

/// The known name nearest to what was found, if it is near at all.
#[must_use]
pub fn nearest<'a>(found: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let found: String = found.chars().take(80).collect::<String>().to_lowercase();
    known
        .map(|name| (strsim::normalized_damerau_levenshtein(&found, name), name))
        .filter(|(likeness, _)| *likeness > 0.5)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, name)| name)
}

/// Adds the nearest known name, and whether there is one: words choose by `$guess`.
#[must_use]
pub fn with_nearest(finding: Finding, nearest: Option<&str>) -> Finding {
    finding
        .with("guess", if nearest.is_some() { "yes" } else { "no" })
        .with("nearest", nearest.unwrap_or_default())
}

/// At most 60 characters of what was found: enough to recognise it, short enough to read, and nothing
/// in it that could disturb a screen.
#[must_use]
pub fn shorten(found: &str) -> String {
    let readable = |found: &str, limit| -> String {
        let letters = found.chars().take(limit);
        letters.map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
    };
    if found.chars().count() <= 60 { readable(found, 60) } else { readable(found, 57) + "..." }
}

/// A cell as it counts and is kept, without what people and spreadsheets leave in it: spaces around,
/// a separator at the end of a list, `.0` behind a whole number. Codes are taken to the letter: `Ja` is
/// not `ja`, but its finding names `ja` as the nearest.
#[must_use]
pub fn tidy<'c>(questionnaire: &Questionnaire, field: Field, cell: &'c str) -> &'c str {
    let blank = |letter: char| letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}');
    let cell = cell.trim_matches(blank);
    let kind = if let Field::Extra(at) = field { Some(questionnaire.extra[at].kind) } else { None };
    match (field, kind) {
        (Field::Documents(_) | Field::Measures(..) | Field::HeardHow(_), _) | (_, Some(ExtraKind::Many)) => {
            cell.trim_matches(|letter| letter == ';' || blank(letter))
        }
        (Field::SizeClass, _) | (_, Some(ExtraKind::Grade)) => without_zero_decimals(cell),
        _ => cell,
    }
}

fn without_zero_decimals(number: &str) -> &str {
    match number.split_once(['.', ',']) {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|digit| digit == b'0') => whole,
        _ => number,
    }
}
