//! The one model of a table that every writer takes, and how its cells are printed.

use kernel::{Exact, Lang};

/// A table with everything a reader needs to understand it without the text around it.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Name of its file and anchor: lower-case letters, digits and hyphens.
    pub id: String,
    /// What is shown, in a sentence or less.
    pub title: String,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The rows; each has as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// What to keep in mind when reading it.
    pub note: Option<String>,
    /// Where the figures come from.
    pub source: Option<String>,
}

/// A column and what its cells are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The heading, with the unit if it is not a percentage: "gemiddelde score (punten)".
    pub title: String,
    /// What the cells are; decides about alignment.
    pub kind: Kind,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Words; set to the left.
    Text,
    /// Whole numbers of people or things.
    Count,
    /// Numbers with decimals.
    Number,
    /// Parts of a hundred.
    Percent,
}

impl Kind {
    /// Whether cells line up on the right.
    #[must_use]
    pub fn is_numeric(self) -> bool {
        self != Self::Text
    }
}

/// One value.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A whole number.
    Count(u64),
    /// An unrounded number and how many decimals to print.
    Number(f64, u8),
    /// An unrounded percentage, 0 to 100, and how many decimals to print.
    Percent(f64, u8),
    /// Nothing belongs here.
    Empty,
    /// A value belongs here, but it does not exist or may not be shown.
    NotAvailable,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn text(title: impl Into<String>) -> Self {
        Self { title: title.into(), kind: Kind::Text }
    }

    /// A column of whole numbers.
    #[must_use]
    pub fn count(title: impl Into<String>) -> Self {
        Self { title: title.into(), kind: Kind::Count }
    }

    /// A column of numbers with decimals.
    #[must_use]
    pub fn number(title: impl Into<String>) -> Self {
        Self { title: title.into(), kind: Kind::Number }
    }

    /// A column of percentages.
    #[must_use]
    pub fn percent(title: impl Into<String>) -> Self {
        Self { title: title.into(), kind: Kind::Percent }
    }

    /// The heading for files without formatted cells: says that the numbers are percentages.
    #[must_use]
    pub fn plain_title(&self) -> String {
        if self.kind == Kind::Percent && !self.title.contains('%') {
            format!("{} (%)", self.title)
        } else {
            self.title.clone()
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Cell {
    /// The cell as people read it: `1.234`, `30,5` and `6%` in Dutch, `1,234`, `30.5` and `6%` in English.
    #[must_use]
    pub fn print(&self, lang: Lang) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(count) => whole(*count, lang),
            Self::Number(value, decimals) => decimal(*value, *decimals, lang),
            Self::Percent(value, decimals) => format!("{}%", decimal(*value, *decimals, lang)),
            Self::Empty => String::new(),
            Self::NotAvailable => not_available(lang).to_owned(),
        }
    }
}

/// The word for a value that does not exist or may not be shown.
#[must_use]
pub fn not_available(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => "onbekend",
        Lang::En => "unknown",
    }
}

/// A whole number with its thousands apart: `1.234` in Dutch, `1,234` in English.
#[must_use]
pub fn whole(value: u64, lang: Lang) -> String {
    group(&value.to_string(), lang)
}

/// A number rounded half up to `decimals` places: `30,5` in Dutch, `30.5` in English. A number that
/// does not exist (a division by nothing) is the word of [`not_available`].
#[must_use]
pub fn decimal(value: f64, decimals: u8, lang: Lang) -> String {
    if !value.is_finite() {
        return not_available(lang).to_owned();
    }
    let text = rounded(value, usize::from(decimals));
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) if rest.bytes().any(|byte| matches!(byte, b'1'..=b'9')) => ("\u{2212}", rest),
        Some(rest) => ("", rest),
        None => ("", text.as_str()),
    };
    match digits.split_once('.') {
        None => format!("{sign}{}", group(digits, lang)),
        Some((left, right)) => {
            let point = if lang == Lang::Nl { ',' } else { '.' };
            format!("{sign}{}{point}{right}", group(left, lang))
        }
    }
}

/// Rounds half up through `Exact`, where all of Zicht rounds. The shortest decimal that stands for the
/// number is taken at its word: a share of 12.5 or 0.285 lies exactly halfway, as on paper.
fn rounded(value: f64, decimals: usize) -> String {
    let shortest = value.to_string();
    let (left, right) = shortest.split_once('.').unwrap_or((&shortest, ""));
    let digits = format!("{left}{right}");
    let (Ok(number), true) = (digits.parse::<i64>(), right.len() < 19 && decimals < 19) else {
        // Beyond 18 digits no half can be told from its neighbours.
        return format!("{value:.decimals$}");
    };
    let exact = Exact::new(number, 10_i64.pow(u32::try_from(right.len()).unwrap_or(0)));
    let last = exact.rounded(u32::try_from(decimals).unwrap_or(0));
    let text = format!("{:0>width$}", last.unsigned_abs(), width = decimals + 1);
    let (left, right) = text.split_at(text.len() - decimals);
    let sign = if last < 0 { "-" } else { "" };
    if decimals == 0 { format!("{sign}{left}") } else { format!("{sign}{left}.{right}") }
}

fn group(digits: &str, lang: Lang) -> String {
    let mark = if lang == Lang::Nl { '.' } else { ',' };
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(Cell::Count(1_234_567).print(Lang::Nl), "1.234.567");
        assert_eq!(Cell::Count(100).print(Lang::Nl), "100");
        assert_eq!(Cell::Number(1_234.56, 1).print(Lang::Nl), "1.234,6");
        assert_eq!(Cell::Number(30.5, 1).print(Lang::En), "30.5");
        assert_eq!(Cell::Percent(6.4516, 0).print(Lang::Nl), "6%");
        assert_eq!(Cell::Number(-0.25, 2).print(Lang::Nl), "\u{2212}0,25");
    }

    #[test]
    fn halves_go_up_as_on_paper() {
        assert_eq!(decimal(12.5, 0, Lang::En), "13");
        assert_eq!(decimal(0.285, 2, Lang::En), "0.29");
        assert_eq!(decimal(24.8, 0, Lang::En), "25");
        assert_eq!(decimal(0.04, 1, Lang::En), "0.0");
        assert_eq!(decimal(-0.04, 1, Lang::En), "0.0");
        assert_eq!(decimal(200.0 / 3.0, 2, Lang::En), "66.67");
        assert_eq!(decimal(1e300, 0, Lang::En).len(), 401);
    }

    #[test]
    fn what_does_not_exist_is_not_a_number() {
        assert_eq!(decimal(f64::NAN, 1, Lang::Nl), "onbekend");
        assert_eq!(Cell::NotAvailable.print(Lang::En), "unknown");
        assert_eq!(Cell::Empty.print(Lang::En), "");
    }
}
