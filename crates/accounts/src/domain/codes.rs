//! Recovery codes: for when the authenticator is lost. Each works once.

use std::fmt;

use kernel::Entropy;
use zeroize::Zeroizing;

/// How many a person gets.
pub const COUNT: usize = 10;
/// Crockford's base 32: an o is read as 0, an i and an l as 1, and there is no u. 5 bits each.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Twelve letters: 60 bits, kept under a key that is not in the database.
const LENGTH: usize = 12;

/// One code, as it is compared: twelve letters without dashes.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(Zeroizing<String>);

/// Prints nothing of it.
impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(..)")
    }
}

impl RecoveryCode {
    /// A new one.
    #[must_use]
    pub fn new(entropy: &dyn Entropy) -> Self {
        let mut bytes = Zeroizing::new([0; LENGTH]);
        entropy.fill(&mut *bytes);
        let letters = bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte & 31)]));
        Self(Zeroizing::new(letters.collect()))
    }

    /// Ten new ones.
    #[must_use]
    pub fn ten(entropy: &dyn Entropy) -> Vec<Self> {
        (0..COUNT).map(|_| Self::new(entropy)).collect()
    }

    /// Reads what somebody typed: capitals, spaces and dashes do not matter, nor does an o
    /// for a 0.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let kept = typed
            .chars()
            .filter(|letter| !letter.is_whitespace() && !"-\u{2010}\u{2011}\u{2013}".contains(*letter));
        let alike = |letter| match letter {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        };
        let code: String = kept.flat_map(char::to_lowercase).map(alike).collect();
        let known = code.bytes().all(|byte| LETTERS.contains(&byte));
        (code.len() == LENGTH && known).then_some(Self(Zeroizing::new(code)))
    }

    /// What is compared and hashed.
    #[must_use]
    pub fn plain(&self) -> &str {
        &self.0
    }

    /// What a person reads: `abcd-efgh-jkmn`.
    #[must_use]
    pub fn text(&self) -> String {
        let letters: Vec<char> = self.0.chars().collect();
        letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use testkit::SeededEntropy;

    use super::*;

    #[test]
    fn ten_codes_differ_and_are_read_back_as_people_type_them() {
        let codes = RecoveryCode::ten(&SeededEntropy::new(3));
        assert_eq!(codes.len(), COUNT);
        for (at, code) in codes.iter().enumerate() {
            assert!(!codes[..at].contains(code));
            assert_eq!(RecoveryCode::parse(&code.text()).as_ref(), Some(code));
            assert_eq!(
                RecoveryCode::parse(&format!("  {} ", code.text().to_uppercase().replace('-', " "))).as_ref(),
                Some(code)
            );
        }
    }

    #[test]
    fn letters_that_look_alike_are_read_as_the_one_that_is_used() {
        assert_eq!(RecoveryCode::parse("oO0i-lI1a-bcde"), RecoveryCode::parse("000111-1abcde"));
        assert!(RecoveryCode::parse("oO0i-lI1a-bcde").is_some());
    }

    proptest! {
        #[test]
        fn no_text_stops_the_program(typed in "\\PC{0,40}") {
            let _ = RecoveryCode::parse(&typed);
        }
    }
}
