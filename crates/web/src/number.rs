//! Numbers as people read them, in Dutch (`1.234,5`) and in English (`1,234.5`).
//!
//! Everything rounds half up, through [`Exact::rounded`]. A score whose rounding would contradict its
//! norm keeps its decimals: 24.8 is low, so it never prints as 25.

use kernel::{Exact, Lang, Norms};

/// The sign of a number below zero: a real minus, which lines up with `+` and is read aloud.
const MINUS: char = '\u{2212}';

/// More decimals than this no score gets, however close to a norm.
const MOST_DECIMALS: u32 = 9;

/// A number with a fixed count of decimals: `30,5`.
#[must_use]
pub fn decimal(lang: Lang, value: Exact, places: u32) -> String {
    let last_places = value.rounded(places);
    let digits = last_places.unsigned_abs();
    let unit = 10_u128.pow(places);
    let mut text = grouped(lang, digits / unit);
    if places > 0 {
        text.push(match lang {
            Lang::Nl => ',',
            Lang::En => '.',
        });
        let fraction = format!("{:0width$}", digits % unit, width = places as usize);
        text.push_str(&fraction);
    }
    if last_places < 0 {
        text.insert(0, MINUS);
    }
    text
}

/// A difference, with its sign: `+5`, `−0,3`; no sign on zero.
#[must_use]
pub fn signed(lang: Lang, value: Exact, places: u32) -> String {
    let text = decimal(lang, value, places);
    if value.rounded(places) > 0 { format!("+{text}") } else { text }
}

/// A percentage, from a value that already is one (see [`Exact::percent`]): `41%`.
#[must_use]
pub fn percent(lang: Lang, value: Exact, places: u32) -> String {
    format!("{}%", decimal(lang, value, places))
}

/// A count, with its thousands apart: `17.534`.
#[must_use]
pub fn count(lang: Lang, value: u64) -> String {
    grouped(lang, u128::from(value))
}

/// A grade from 1 to 10, with one decimal: `6,6`.
#[must_use]
pub fn grade(lang: Lang, value: Exact) -> String {
    decimal(lang, value, 1)
}

/// A score as a whole number, or with as many decimals as it takes not to contradict its norm.
#[must_use]
pub fn score(lang: Lang, value: Exact, norms: &Norms) -> String {
    let norm = norms.of(value);
    let agrees = |places: &u32| norms.of(printed(value, *places)) == norm;
    decimal(lang, value, (0..MOST_DECIMALS).find(agrees).unwrap_or(MOST_DECIMALS))
}

/// The value that somebody reads when `value` is printed with `places` decimals.
fn printed(value: Exact, places: u32) -> Exact {
    let whole = i64::try_from(value.rounded(places)).unwrap_or(i64::MAX);
    Exact::new(whole, 10_i64.pow(places))
}

fn grouped(lang: Lang, value: u128) -> String {
    let digits = value.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(match lang {
                Lang::Nl => '.',
                Lang::En => ',',
            });
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn norms() -> Norms {
        Norms { low_below: Exact::whole(25), high_above: Exact::whole(75) }
    }

    #[test]
    fn each_language_has_its_own_marks() {
        let value = Exact::new(24_691, 20);
        assert_eq!(decimal(Lang::Nl, value, 1), "1.234,6");
        assert_eq!(decimal(Lang::En, value, 1), "1,234.6");
        assert_eq!(count(Lang::Nl, 17_811_291), "17.811.291");
        assert_eq!(count(Lang::En, 342), "342");
    }

    #[test]
    fn halves_go_up_and_signs_stay() {
        assert_eq!(decimal(Lang::Nl, Exact::new(1, 2), 0), "1");
        assert_eq!(decimal(Lang::Nl, Exact::new(-1, 4), 1), "−0,2");
        assert_eq!(signed(Lang::Nl, Exact::new(-3, 10), 0), "0");
        assert_eq!(signed(Lang::En, Exact::whole(5), 0), "+5");
        assert_eq!(signed(Lang::En, Exact::ZERO, 1), "0.0");
        assert_eq!(percent(Lang::Nl, Exact::new(1, 3).times(100), 1), "33,3%");
        assert_eq!(grade(Lang::Nl, Exact::new(111, 20)), "5,6");
    }

    #[test]
    fn a_score_never_prints_against_its_norm() {
        let print = |numerator, denominator| score(Lang::Nl, Exact::new(numerator, denominator), &norms());
        assert_eq!(print(244, 10), "24");
        assert_eq!(print(248, 10), "24,8");
        assert_eq!(print(2499, 100), "24,99");
        assert_eq!(print(25, 1), "25");
        assert_eq!(print(751, 10), "75,1");
        assert_eq!(print(755, 10), "76");
        assert_eq!(print(24_999_999_999, 1_000_000_000), "24,999999999");
    }
}
