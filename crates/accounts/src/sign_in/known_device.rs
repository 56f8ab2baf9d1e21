//! A device that signed in to an account before: failures of strangers do not delay it.
//!
//! The cookie is a random number and a keyed hash of that number with the blind index of the account. It can't
//! be made without the key, tells nobody's name, and needs no table. It gives no right at all: only a counter
//! of failures of its own, so that a stolen one is worth as much as one more network.

use kernel::Entropy;
use platform::keys::Keys;
use subtle::ConstantTimeEq;

use crate::domain::token::Token;

/// The cookie for a device on which the account of `index` signed in.
#[must_use]
pub fn cookie(keys: &Keys, index: &str, entropy: &dyn Entropy) -> String {
    let number = Token::new(entropy);
    format!("{}.{}", number.text(), proof(keys, index, &number))
}

/// The name of the counter of this device, if the account of `index` signed in on it before.
#[must_use]
pub fn known(keys: &Keys, index: &str, cookie: &str) -> Option<String> {
    let (number, given) = cookie.split_once('.')?;
    let number = Token::parse(number)?;
    let right = proof(keys, index, &number);
    bool::from(right.as_bytes().ct_eq(given.as_bytes())).then(|| number.hash())
}

fn proof(keys: &Keys, index: &str, number: &Token) -> String {
    keys.index("sign-in.device", &format!("{index} {}", number.text()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use testkit::SeededEntropy;

    use super::*;

    #[test]
    fn a_device_is_known_to_the_account_that_signed_in_on_it() {
        let entropy = SeededEntropy::new(1);
        let keys = Keys::generate(&entropy);
        let cookie = cookie(&keys, "an account", &entropy);
        assert!(known(&keys, "an account", &cookie).is_some());
        assert_eq!(known(&keys, "another account", &cookie), None);
        assert_eq!(known(&Keys::generate(&entropy), "an account", &cookie), None);
    }

    proptest! {
        #[test]
        fn no_text_is_a_known_device(text in "\\PC{0,150}") {
            let keys = Keys::generate(&SeededEntropy::new(1));
            prop_assert_eq!(known(&keys, "an account", &text), None);
        }
    }
}
