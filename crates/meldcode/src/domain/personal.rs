//! Which parts of free text look like something that tells who a person is: a name, a day of birth, a BSN.
//!
//! A guess, for a gentle warning: nothing is refused because of it, and what it does not find can be there.

use std::sync::LazyLock;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A name of a person.
    Name,
    /// A day, perhaps of birth.
    Day,
    /// A number that can be a BSN.
    Number,
    /// A telephone number, an e-mail address, a postcode, or a street with a number.
    Contact,
}

impl Kind {
    /// Its code in the words.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Day => "day",
            Self::Number => "number",
            Self::Contact => "contact",
        }
    }
}

/// A part of the text that tells perhaps who somebody is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// What it looks like.
    pub kind: Kind,
    /// The part, as it was typed.
    pub part: String,
}

/// First names that are common in the Netherlands, folded to small letters: one of them at the start of a sentence is
/// still seen as a name.
static FIRST_NAMES: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("first_names.txt").split_whitespace().collect());

/// Words before a name.
const BEFORE: [&str; 14] = [
    "meneer", "mevrouw", "dhr", "mevr", "mr", "mrs", "ms", "heet", "genaamd", "named", "called", "juf",
    "meester", "naam",
];

/// Words with a capital that name nobody.
const NOBODY: [&str; 44] = [
    "Veilig",
    "Thuis",
    "Raad",
    "Kinderbescherming",
    "RvdK",
    "GGD",
    "CJG",
    "JGZ",
    "GGZ",
    "Nederland",
    "Nederlands",
    "Nederlandse",
    "Engels",
    "English",
    "Dutch",
    "Netherlands",
    "Kindertelefoon",
    "Januari",
    "Februari",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Kerst",
    "Christmas",
    "Pasen",
    "Wmo",
    "AVG",
    "I",
];

/// Months, as they are written in days of birth.
const MONTHS: [&str; 20] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "august",
    "october",
];

/// What in a text looks personal, each part once, in order.
#[must_use]
pub fn hints(text: &str) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    let mut add = |kind, part: String| {
        if !hints.iter().any(|hint| hint.part == part) {
            hints.push(Hint { kind, part });
        }
    };
    let words: Vec<Word> = words(text);
    for (place, word) in words.iter().enumerate() {
        let next = words.get(place + 1);
        if is_contact(word.bare, next.map(|next| next.bare)) {
            let part = if is_postcode(word.bare) || is_street(word.bare) {
                format!("{} {}", word.bare, next.map_or("", |next| next.bare))
            } else {
                word.bare.to_owned()
            };
            add(Kind::Contact, part);
        } else if is_number(word.bare) {
            add(Kind::Number, word.bare.to_owned());
        } else if is_day(word.bare) {
            add(Kind::Day, word.bare.to_owned());
        } else if let (Some(month), Some(year)) = (next, words.get(place + 2))
            && is_written_day(word.bare, month.bare, year.bare)
        {
            add(Kind::Day, format!("{} {} {}", word.bare, month.bare, year.bare));
        } else if is_name(word, place.checked_sub(1).and_then(|before| words.get(before))) {
            add(Kind::Name, word.bare.to_owned());
        }
    }
    hints
}

struct Word<'a> {
    /// Without marks round it.
    bare: &'a str,
    /// Whether a sentence begins with it.
    first: bool,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for line in text.lines() {
        // A line, a sentence and a quotation begin with a capital.
        let mut first = true;
        for raw in line.split(|letter: char| letter.is_whitespace() || letter == ',' || letter == ';') {
            let quoted = raw.starts_with(['"', '\'', '\u{201c}', '\u{2018}', '(', '-']);
            let bare = raw.trim_matches(|letter: char| !letter.is_alphanumeric());
            if !bare.is_empty() {
                words.push(Word { bare, first: first || quoted });
                first = false;
            }
            if raw.ends_with(['.', '!', '?', ':', '"', '\'', '\u{201c}', '\u{2018}']) {
                first = true;
            }
        }
    }
    words
}

/// Something by which a person or a house is found.
fn is_contact(word: &str, next: Option<&str>) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let plain = word.chars().all(|letter| letter.is_ascii_digit() || letter == '-');
    let telephone =
        plain && digits == 10 && word.starts_with('0') || word.starts_with("316") && plain && digits == 11;
    let mail = word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    let begins_with_digit = |next: &str| next.starts_with(|letter: char| letter.is_ascii_digit());
    let letters = |next: &str| next.len() == 2 && next.chars().all(|letter| letter.is_ascii_uppercase());
    telephone
        || mail
        || is_postcode(word) && next.is_some_and(letters)
        || is_street(word) && next.is_some_and(begins_with_digit)
}

fn is_postcode(word: &str) -> bool {
    word.len() == 4 && word.chars().all(|letter| letter.is_ascii_digit()) && !word.starts_with('0')
}

/// A word that ends as streets do.
fn is_street(word: &str) -> bool {
    let small = word.to_lowercase();
    let ends = ["straat", "laan", "weg", "plein", "gracht", "kade", "singel", "dijk", "hof", "pad"];
    word.starts_with(char::is_uppercase)
        && ends.iter().any(|end| small.ends_with(end) && small.len() > end.len())
}

/// Nine digits that pass the test of eleven, with or without dots or dashes; or nine in a row.
fn is_number(word: &str) -> bool {
    let digits: Vec<u32> = word.chars().filter_map(|letter| letter.to_digit(10)).collect();
    let only = word.chars().all(|letter| letter.is_ascii_digit() || letter == '.' || letter == '-');
    if !only || !(8..=9).contains(&digits.len()) {
        return false;
    }
    let padded: Vec<u32> = std::iter::repeat_n(0, 9 - digits.len()).chain(digits.iter().copied()).collect();
    let sum: i64 = padded
        .iter()
        .zip([9_i64, 8, 7, 6, 5, 4, 3, 2, -1])
        .map(|(digit, weight)| i64::from(*digit) * weight)
        .sum();
    sum % 11 == 0 || word.len() == 9 && digits.len() == 9
}

/// `12-05-2014`, `12/5/14`, `2014-05-12`.
fn is_day(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let [a, b, c] = parts.as_slice() else { return false };
    let numbers = [a, b, c].map(|part| part.parse::<u32>().ok());
    let [Some(a_number), Some(b_number), Some(c_number)] = numbers else { return false };
    let in_month = |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
    match (a.len(), c.len()) {
        (4, 1..=2) => in_month(c_number, b_number),
        (1..=2, 2 | 4) => in_month(a_number, b_number),
        _ => false,
    }
}

/// `12 mei 2014`.
fn is_written_day(day: &str, month: &str, year: &str) -> bool {
    let (day, year_number) =
        (day.parse::<u32>().unwrap_or_default(), year.parse::<u32>().unwrap_or_default());
    let month = month.to_lowercase();
    (1..=31).contains(&day)
        && year.len() == 4
        && (1900..2100).contains(&year_number)
        && MONTHS.contains(&month.as_str())
}

fn is_name(word: &Word<'_>, before: Option<&Word<'_>>) -> bool {
    // `Jan-Willem` and `D'Angelo` are one name: each part may begin with a capital.
    let part = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.all(char::is_lowercase)
    };
    let whole = word.bare.chars().count() > 1 && word.bare.split(['-', '\'', '\u{2019}']).all(part);
    if !whole || !word.bare.starts_with(char::is_uppercase) || NOBODY.contains(&word.bare) {
        return false;
    }
    let after_title = before.is_some_and(|before| BEFORE.contains(&before.bare.to_lowercase().as_str()));
    let known = || FIRST_NAMES.binary_search(&word.bare.to_lowercase().as_str()).is_ok();
    after_title || !word.first || known()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<(Kind, String)> {
        hints(text).into_iter().map(|hint| (hint.kind, hint.part)).collect()
    }

    #[test]
    fn the_first_names_can_be_searched() {
        assert!(FIRST_NAMES.is_sorted() && FIRST_NAMES.len() > 100);
    }

    #[test]
    fn names_days_of_birth_and_numbers_are_seen() {
        let text = "Kevin vertelde dat meneer Jansen hem slaat. Hij is geboren op 12-05-2014, BSN 111222333. Zijn zus \
                    is van 3 mei 2016.";
        let expected = [
            (Kind::Name, "Kevin"),
            (Kind::Name, "Jansen"),
            (Kind::Day, "12-05-2014"),
            (Kind::Number, "111222333"),
            (Kind::Day, "3 mei 2016"),
        ];
        assert_eq!(found(text), expected.map(|(kind, part)| (kind, part.to_owned())));
    }

    #[test]
    fn a_name_is_seen_after_a_comma_and_in_two_parts_and_a_new_line_is_no_name() {
        for (text, name) in [
            ("de buurvrouw, Roosmarijn, zag het", "Roosmarijn"),
            ("zijn broer Jan-Willem was erbij", "Jan-Willem"),
            ("zij noemt D'Angelo vaak", "D'Angelo"),
        ] {
            assert_eq!(found(text), [(Kind::Name, name.to_owned())], "{text}");
        }
        assert_eq!(found("zonder punt aan het eind\nBlauwe plekken op de arm"), []);
    }

    #[test]
    fn addresses_and_numbers_by_which_somebody_is_found_are_seen() {
        let found = found("bel 0612345678 of mail a@b.nl, woont Dorpsstraat 12, 1234 AB in de stad");
        let parts: Vec<&str> = found.iter().map(|(_, part)| part.as_str()).collect();
        assert_eq!(parts, ["0612345678", "a@b.nl", "Dorpsstraat 12", "1234 AB"]);
        assert!(found.iter().all(|(kind, _)| *kind == Kind::Contact));
    }

    #[test]
    fn ordinary_sentences_give_no_warning() {
        for text in [
            "Het kind heeft blauwe plekken op beide armen. De moeder zegt: Ze is gevallen.",
            "Ik belde Veilig Thuis op 14 maart. Zij zeiden \"Wacht niet\".",
            "Leerling van 8 jaar, groep 5, al 3 weken zonder jas.\nDe vader was erbij.",
            "The child says she is afraid. I called Veilig Thuis on Monday.",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_part_that_is_named_stands_in_the_text(text in "[A-Za-z0-9 .,'\n-]{0,80}") {
            for hint in hints(&text) {
                let first = hint.part.split(' ').next().unwrap_or_default();
                prop_assert!(text.contains(first));
            }
        }
    }
}
