//! Secrets that stand for a session, a link or a sign-in under way.

use std::fmt;
use std::fmt::Write as _;

use kernel::Entropy;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// 256 bits that nobody can guess. Zicht keeps only [`Token::hash`]; the token itself is in one browser's
/// cookie or in one mail. Because it cannot be guessed, a plain SHA-256 without salt is enough.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(Zeroizing<String>);

impl Token {
    /// A new one.
    #[must_use]
    pub fn new(entropy: &dyn Entropy) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        entropy.fill(&mut *bytes);
        Self(Zeroizing::new(hex(&*bytes)))
    }

    /// Reads what came in a cookie, a link or a field: 64 hexadecimal digits in lower case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        (text.len() == 64 && digits).then(|| Self(Zeroizing::new(text.to_owned())))
    }

    /// The token as it is given away.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// What is kept: SHA-256 in hexadecimal digits.
    #[must_use]
    pub fn hash(&self) -> String {
        hex(&Sha256::digest(self.0.as_bytes()))
    }
}

/// Prints nothing of it.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

/// Bytes as hexadecimal digits in lower case.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing into a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use testkit::SeededEntropy;

    use super::*;

    #[test]
    fn a_token_is_read_back_and_is_not_its_hash() {
        let token = Token::new(&SeededEntropy::new(1));
        assert_eq!(Token::parse(token.text()), Some(token.clone()));
        assert_ne!(token.text(), token.hash());
        assert_eq!(format!("{token:?}"), "Token(..)");
    }

    #[test]
    fn two_tokens_differ() {
        let entropy = SeededEntropy::new(1);
        assert_ne!(Token::new(&entropy), Token::new(&entropy));
    }

    proptest! {
        #[test]
        fn nothing_but_64_digits_is_a_token(text in ".{0,80}") {
            prop_assert_eq!(Token::parse(&text).is_some(), text.len() == 64 && text.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c)));
        }
    }
}
