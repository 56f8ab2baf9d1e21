//! Signs what travels in the form, so that the server takes back only what it gave out.

use std::fmt::Write as _;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::domain::state::{State, Unusable, Walk};

/// The first word of a file that a user keeps.
const MARK: &str = "zicht-meldcode";

/// The key of the signatures.
#[derive(Clone)]
pub struct Seal([u8; 32]);

impl Seal {
    /// A seal with this key.
    pub const fn new(key: [u8; 32]) -> Self {
        Self(key)
    }

    /// The state with its signature: mark, signature and JSON, with a blank between.
    pub fn close(&self, state: &State) -> String {
        let json = state.to_json();
        format!("{MARK} {} {json}", self.sign(&json))
    }

    /// The state in a text that [`Self::close`] made.
    ///
    /// # Errors
    /// Why it can't be used.
    pub fn open(&self, walk: Walk, text: &str) -> Result<State, Unusable> {
        let rest = text.trim().strip_prefix(MARK).ok_or(Unusable::Changed)?;
        let (signature, json) = rest.trim_start().split_once(' ').ok_or(Unusable::Changed)?;
        let ours = self.sign(json);
        let same: bool = ours.as_bytes().ct_eq(signature.as_bytes()).into();
        if same { State::read(walk, json) } else { Err(Unusable::Changed) }
    }

    fn sign(&self, json: &str) -> String {
        // A key of any length is taken.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return String::new() };
        mac.update(json.as_bytes());
        mac.finalize().into_bytes().iter().fold(String::new(), |mut hex, byte| {
            // Writing to a String can't fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sealed(value: &str) -> String {
        let mut state = State::new(Walk::Meldcode);
        state.set("facts", vec![value.to_owned()]);
        Seal::new([7; 32]).close(&state)
    }

    #[test]
    fn what_was_closed_opens_again_with_the_same_key_only() {
        let text = sealed("hij was \"bang\"");
        let opened = Seal::new([7; 32]).open(Walk::Meldcode, &format!("{text}\n")).expect("our own");
        assert_eq!(opened.get("facts"), "hij was \"bang\"");
        assert_eq!(Seal::new([8; 32]).open(Walk::Meldcode, &text), Err(Unusable::Changed));
    }

    proptest! {
        #[test]
        fn one_other_character_anywhere_is_noticed(at in 0_usize..120, other in "[a-z0-9]") {
            let text = sealed("bang");
            let at = at % text.len();
            let mut changed = text.clone();
            changed.replace_range(at..=at, &other);
            let opened = Seal::new([7; 32]).open(Walk::Meldcode, &changed);
            prop_assert!(changed == text || opened == Err(Unusable::Changed));
        }
    }
}
