//! Words from the locale files, in Dutch and English.
//!
//! The files are read at the first word, not at the start: a command that prints none pays nothing.

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, langid};
use kernel::{Exact, Lang, Norms};

use crate::number;

fluent_templates::static_loader! {
    static LOCALES = {
        locales: "../../locales",
        fallback_language: "nl",
        // Marks round each value would end up in files and tests; both languages run left to right.
        customise: |bundle| {
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(if bundle.locales.first() == Some(&ENGLISH) { english } else { dutch }));
        },
    };
}

const DUTCH: LanguageIdentifier = langid!("nl");
const ENGLISH: LanguageIdentifier = langid!("en");

/// A value for the words of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A text, printed as it is. Years and numbers with decimals are texts.
    Text(String),
    /// A count, printed with its thousands apart; the words can choose between one and more.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

macro_rules! number_arg {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Arg {
            fn from(number: $kind) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }

        impl From<&$kind> for Arg {
            fn from(number: &$kind) -> Self {
                (*number).into()
            }
        }
    )*};
}

number_arg!(u8, u16, u32, u64, usize, i32, i64);

/// The words of `key`, which takes no values.
#[must_use]
pub fn t(lang: Lang, key: &str) -> String {
    t_with(lang, key, &[])
}

/// The words of `key` with its values filled in.
///
/// A key that does not exist, or that misses a value, gives a text that says so and a line in the log;
/// a test renders every key in both languages.
#[must_use]
pub fn t_with(lang: Lang, key: &str, args: &[(&str, Arg)]) -> String {
    try_t(lang, key, args).unwrap_or_else(|| {
        tracing::error!(key, lang = lang.code(), "no words for this key with these values");
        format!("Unknown localization key: {key}")
    })
}

/// The words of `key`, or nothing if the key or one of its values does not exist.
pub(crate) fn try_t(lang: Lang, key: &str, args: &[(&str, Arg)]) -> Option<String> {
    let id = match lang {
        Lang::Nl => &DUTCH,
        Lang::En => &ENGLISH,
    };
    let values: HashMap<Cow<'_, str>, FluentValue<'_>> =
        args.iter().map(|(name, value)| (Cow::Borrowed(*name), fluent(value))).collect();
    LOCALES.lookup_single_language(id, key, (!values.is_empty()).then_some(&values)).ok()
}

fn fluent(value: &Arg) -> FluentValue<'_> {
    match value {
        Arg::Text(text) => FluentValue::from(text.as_str()),
        Arg::Number(number) => FluentValue::from(*number),
    }
}

fn dutch<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    formatted(Lang::Nl, value)
}

fn english<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    formatted(Lang::En, value)
}

fn formatted(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        // Only whole numbers get in, through `Arg::Number`.
        #[allow(clippy::cast_possible_truncation)]
        FluentValue::Number(number) => Some(number::decimal(lang, Exact::whole(number.value as i64), 0)),
        _ => None,
    }
}

/// Words and numbers in one language, for templates: `{{ tr.t("key") }}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tr(pub Lang);

impl Tr {
    /// The words of a key without values.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        t(self.0, key)
    }

    /// The words of a key with one value.
    #[must_use]
    pub fn t1(&self, key: &str, name: &str, value: impl Into<Arg>) -> String {
        t_with(self.0, key, &[(name, value.into())])
    }

    /// The words of a key with two values.
    #[must_use]
    pub fn t2(
        &self,
        key: &str,
        first: &str,
        value: impl Into<Arg>,
        second: &str,
        other: impl Into<Arg>,
    ) -> String {
        t_with(self.0, key, &[(first, value.into()), (second, other.into())])
    }

    /// The words of a key with any values.
    #[must_use]
    pub fn with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        t_with(self.0, key, args)
    }

    /// See [`number::decimal`].
    #[must_use]
    pub fn decimal(&self, value: &Exact, places: u32) -> String {
        number::decimal(self.0, *value, places)
    }

    /// See [`number::signed`].
    #[must_use]
    pub fn signed(&self, value: &Exact, places: u32) -> String {
        number::signed(self.0, *value, places)
    }

    /// See [`number::percent`].
    #[must_use]
    pub fn percent(&self, value: &Exact, places: u32) -> String {
        number::percent(self.0, *value, places)
    }

    /// See [`number::count`].
    #[must_use]
    pub fn count(&self, value: &u64) -> String {
        number::count(self.0, *value)
    }

    /// See [`number::score`].
    #[must_use]
    pub fn score(&self, value: &Exact, norms: &Norms) -> String {
        number::score(self.0, *value, norms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_in_both_languages() {
        assert_eq!(t(Lang::Nl, "skip-to-content"), "Direct naar de inhoud");
        assert_eq!(Tr(Lang::En).t("skip-to-content"), "Skip to the content");
    }

    #[test]
    fn values_are_filled_in_without_marks() {
        assert_eq!(Tr(Lang::Nl).t1("place-row", "row", "12"), "regel 12");
    }

    #[test]
    fn counts_print_with_their_thousands_apart() {
        assert_eq!(formatted(Lang::Nl, &FluentValue::from(12_345)).as_deref(), Some("12.345"));
        assert_eq!(formatted(Lang::En, &FluentValue::from(12_345)).as_deref(), Some("12,345"));
    }

    #[test]
    fn a_key_without_words_says_so() {
        assert_eq!(t(Lang::Nl, "no-such-key"), "Unknown localization key: no-such-key");
        assert!(t(Lang::Nl, "place-row").starts_with("Unknown localization key"));
    }
}
