//! The values of an input, as far as the rows of a table tell them apart.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use kernel::Lang;

use crate::table::{Input, Kind};

/// The most cells that an input can have: a row holds them as bits of one word.
pub(crate) const MOST: usize = 64;

/// The answers of [`Kind::Answer`], in the order of their cells.
pub(crate) const ANSWERS: [&str; 3] = ["yes", "no", "unknown"];

/// Where days are counted from.
const EPOCH: Date = date(1970, 1, 1);

/// Values that no row tells apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// One value.
    Value(String),
    /// Whole numbers, or days counted from 1 January 1970: both ends belong to it, an absent one is open.
    Range(Option<i64>, Option<i64>),
}

/// What a row asks of an input, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// One of these values.
    Values(Vec<String>),
    /// Any of these stretches; both ends belong to it.
    Ranges(Vec<(Option<i64>, Option<i64>)>),
}

impl Wanted {
    /// Reads what a row asks. The error is the part that can't be read.
    pub(crate) fn read(kind: &Kind, parts: &[String]) -> Result<Self, String> {
        match kind {
            Kind::Answer | Kind::Choice(_) => Ok(Self::Values(parts.to_vec())),
            Kind::Number(..) | Kind::Age(..) | Kind::Date => {
                let ranges = parts.iter().map(|part| range(kind, part).ok_or_else(|| part.clone()));
                ranges.collect::<Result<_, _>>().map(Self::Ranges)
            }
        }
    }
}

/// From where and up to where, both included; an absent end is open.
type Stretch = (Option<i64>, Option<i64>);

/// `12`, `12..15`, `>=16`, `>15`, `<=11` or `<12`; with days likewise.
fn range(kind: &Kind, text: &str) -> Option<Stretch> {
    let text = text.trim();
    let number = |text: &str| key(kind, text.trim());
    if let Some((from, to)) = text.split_once("..") {
        let (from, to) = (number(from)?, number(to)?);
        return (from <= to).then_some((Some(from), Some(to)));
    }
    let after = |sign: &str| text.strip_prefix(sign).map(number);
    if let Some(from) = after(">=") {
        return Some((Some(from?), None));
    }
    if let Some(to) = after("<=") {
        return Some((None, Some(to?)));
    }
    if let Some(below) = after(">") {
        return Some((Some(below? + 1), None));
    }
    if let Some(above) = after("<") {
        return Some((None, Some(above? - 1)));
    }
    number(text).map(|one| (Some(one), Some(one)))
}

/// A number or a day as a number that can be compared.
pub(crate) fn key(kind: &Kind, text: &str) -> Option<i64> {
    match kind {
        Kind::Date => {
            let day: Date = text.parse().ok()?;
            Some(i64::from(day.since(EPOCH).ok()?.get_days()))
        }
        _ => text.parse().ok().filter(|number: &i64| number.unsigned_abs() < 1 << 40),
    }
}

/// The cells of an input, given what all rows ask of it.
pub(crate) fn partition<'a>(kind: &Kind, wanted: impl Iterator<Item = &'a Wanted>) -> Vec<Cell> {
    let value = |code: &str| Cell::Value(code.to_owned());
    let (low, high) = match kind {
        Kind::Answer => return ANSWERS.iter().map(|code| value(code)).collect(),
        Kind::Choice(options) => return options.iter().map(|option| value(&option.code)).collect(),
        Kind::Number(low, high) | Kind::Age(low, high) => (Some(*low), Some(*high)),
        Kind::Date => (None, None),
    };
    // Where a cell begins: at each stretch, and just after each.
    let mut starts: Vec<i64> = Vec::new();
    for wanted in wanted {
        if let Wanted::Ranges(ranges) = wanted {
            starts.extend(ranges.iter().flat_map(|(from, to)| [*from, to.map(|to| to + 1)]).flatten());
        }
    }
    starts.retain(|start| low.is_none_or(|low| *start > low) && high.is_none_or(|high| *start <= high));
    starts.sort_unstable();
    starts.dedup();
    let mut cells = Vec::new();
    let mut from = low;
    for start in starts {
        cells.push(Cell::Range(from, Some(start - 1)));
        from = Some(start);
    }
    cells.push(Cell::Range(from, high));
    cells
}

/// The cells in which a row fits, as bits; nothing for a value that is not there.
pub(crate) fn mask(cells: &[Cell], wanted: &Wanted) -> u64 {
    let fits = |cell: &Cell| match (cell, wanted) {
        (Cell::Value(code), Wanted::Values(values)) => values.contains(code),
        (Cell::Range(from, to), Wanted::Ranges(ranges)) => ranges.iter().any(|(low, high)| {
            low.is_none_or(|low| from.is_some_and(|from| from >= low))
                && high.is_none_or(|high| to.is_some_and(|to| to <= high))
        }),
        _ => false,
    };
    cells.iter().enumerate().filter(|(_, cell)| fits(cell)).fold(0, |bits, (place, _)| bits | 1 << place)
}

impl Input {
    /// The cell of a value as it was given: `yes`, `veilig-thuis`, `14`, `2019-01-01`.
    #[must_use]
    pub fn cell(&self, value: &str) -> Option<usize> {
        let number = key(&self.kind, value.trim());
        self.cells.iter().position(|cell| match cell {
            Cell::Value(code) => code == value,
            Cell::Range(from, to) => number.is_some_and(|number| {
                from.is_none_or(|from| from <= number) && to.is_none_or(|to| number <= to)
            }),
        })
    }

    /// The words of a cell, in `lang`; yes, no and unknown by their codes.
    #[must_use]
    pub fn words(&self, cell: usize, lang: Lang) -> String {
        let code = self.code(cell);
        let option = match &self.kind {
            Kind::Choice(options) => options.iter().find(|option| option.code == code),
            _ => None,
        };
        option.map_or(code, |option| option.get(lang).to_owned())
    }

    /// What rows call a cell: its code, or the stretch of numbers or days.
    #[must_use]
    pub fn code(&self, cell: usize) -> String {
        match self.cells.get(cell) {
            Some(Cell::Value(code)) => code.clone(),
            Some(Cell::Range(from, to)) => stretch(&self.kind, *from, *to),
            None => String::new(),
        }
    }

    /// A value that lies in a cell, as it would be given.
    #[must_use]
    pub fn example(&self, cell: usize) -> String {
        match self.cells.get(cell) {
            Some(Cell::Value(code)) => code.clone(),
            Some(Cell::Range(from, to)) => {
                from.or(*to).map_or_else(String::new, |one| print(&self.kind, one))
            }
            None => String::new(),
        }
    }
}

fn stretch(kind: &Kind, from: Option<i64>, to: Option<i64>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to => print(kind, from),
        (Some(from), Some(to)) => format!("{}..{}", print(kind, from), print(kind, to)),
        (Some(from), None) => format!(">={}", print(kind, from)),
        (None, Some(to)) if *kind == Kind::Date => format!("<{}", print(kind, to + 1)),
        (None, Some(to)) => format!("<={}", print(kind, to)),
        (None, None) => "*".to_owned(),
    }
}

fn print(kind: &Kind, one: i64) -> String {
    match kind {
        Kind::Date => EPOCH.saturating_add(one.days()).to_string(),
        _ => one.to_string(),
    }
}
