//! Whether a password is strong enough.
//!
//! Length and guessability, no rules about capitals and digits: NIST SP 800-63B-4, section 3.1.1.2.

use kernel::Finding;
use zxcvbn::feedback::{Suggestion, Warning};
use zxcvbn::{Score, zxcvbn};

use super::people::field;

/// The least characters of a password.
pub const SHORTEST: usize = 12;
/// The most characters of a password: more is not stronger, and hashing it costs the server.
pub const LONGEST: usize = 200;

/// Everything that is wrong with a new password, at the form field `at`. Empty means: good.
///
/// `personal` are words that a guesser would try first: the name, the address, the organisation.
#[must_use]
pub fn findings(password: &str, personal: &[&str], at: &str) -> Vec<Finding> {
    let length = password.chars().count();
    let error = |code| Finding::error(code, field(at));
    if length < SHORTEST {
        return vec![error("password-short").with("n", SHORTEST.to_string())];
    }
    if length > LONGEST {
        return vec![error("password-long").with("n", LONGEST.to_string())];
    }
    let words = words(personal);
    let inputs: Vec<&str> = words.iter().map(String::as_str).chain(["zicht", "kindermishandeling"]).collect();
    let estimate = zxcvbn(password, &inputs);
    if estimate.score() >= Score::Three {
        return Vec::new();
    }
    let feedback = estimate.feedback();
    let mut found = vec![error(
        feedback.and_then(zxcvbn::feedback::Feedback::warning).map_or("password-guessable", warning),
    )];
    let suggestions = feedback.map(zxcvbn::feedback::Feedback::suggestions).unwrap_or_default();
    // One piece of advice is read, a list of them is not.
    found.extend(suggestions.iter().find_map(|one| suggestion(*one)).map(error));
    found
}

/// The parts of names and addresses, because "jansen" is guessed before "jansen@gouda.nl" is.
fn words(personal: &[&str]) -> Vec<String> {
    let parts = personal.iter().flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()));
    let mut words: Vec<String> =
        parts.filter(|part| part.chars().count() > 2).map(str::to_lowercase).collect();
    words.extend(personal.iter().map(|text| text.to_lowercase()));
    words
}

fn warning(warning: Warning) -> &'static str {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess => {
            "password-keyboard"
        }
        Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            "password-repeats"
        }
        Warning::SequencesLikeAbcAreEasyToGuess => "password-sequence",
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => "password-date",
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => "password-common",
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => "password-name",
        Warning::AWordByItselfIsEasyToGuess => "password-guessable",
    }
}

fn suggestion(suggestion: Suggestion) -> Option<&'static str> {
    match suggestion {
        Suggestion::UseAFewWordsAvoidCommonPhrases | Suggestion::AddAnotherWordOrTwo => {
            Some("password-advice-words")
        }
        Suggestion::AvoidDatesAndYearsThatAreAssociatedWithYou
        | Suggestion::AvoidRecentYears
        | Suggestion::AvoidYearsThatAreAssociatedWithYou => Some("password-advice-years"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn codes(password: &str, personal: &[&str]) -> Vec<&'static str> {
        findings(password, personal, "password").into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn eleven_characters_are_too_few_and_two_hundred_and_one_too_many() {
        assert_eq!(codes("kQ9!vR2#xT7", &[]), ["password-short"]);
        assert_eq!(codes(&"k9 ".repeat(67), &[]), ["password-long"]);
    }

    #[test]
    fn four_words_that_do_not_belong_together_are_good() {
        assert_eq!(codes("fiets lantaarn kwark zolder", &[]), Vec::<&str>::new());
    }

    #[test]
    fn length_alone_is_not_strength() {
        assert_eq!(codes("aaaaaaaaaaaaaaaa", &[])[0], "password-repeats");
        assert!(!codes("password1234", &[]).is_empty());
    }

    #[test]
    fn the_own_name_and_address_do_not_count() {
        assert!(!codes("vandenberghe1", &["Marie van den Berghe", "vandenberghe@gouda.nl"]).is_empty());
        assert!(!codes("m.vandenberghe@gouda.nl", &["Marie", "m.vandenberghe@gouda.nl"]).is_empty());
    }

    #[test]
    fn every_finding_stands_at_its_field() {
        let found = findings("short", &[], "new-password");
        assert_eq!(found[0].place.column.as_deref(), Some("new-password"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_text_stops_the_program(password in "\\PC{0,210}", name in "\\PC{0,40}") {
            let _ = findings(&password, &[&name], "password");
        }
    }
}
