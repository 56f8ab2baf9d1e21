//! A token proves what it should and nothing else.

use jiff::Timestamp;
use proptest::prelude::*;

use super::*;

struct Counting(u8);

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        (self.0..).zip(bytes).for_each(|(value, byte)| *byte = value);
    }
}

fn keys(key: u8) -> FormKeys {
    FormKeys::new(&[key; 32])
}

fn person(seed: u8) -> PersonId {
    PersonId::new(Timestamp::UNIX_EPOCH, &Counting(seed))
}

fn session(seed: u8) -> SessionId {
    SessionId::new(Timestamp::UNIX_EPOCH, &Counting(seed))
}

#[test]
fn a_token_is_good_for_its_own_session_or_cookie_and_key_only() {
    let mine = Basis::Session(session(1), person(1));
    let token = keys(1).token(mine, &Counting(9));
    assert!(keys(1).matches(&token, mine));
    assert!(!keys(1).matches(&token, Basis::Session(session(2), person(1))));
    assert!(!keys(1).matches(&token, Basis::Cookie(&session(1).to_string())));
    assert!(!keys(2).matches(&token, mine));
    assert!(keys(1).is_of(&token, person(1)) && !keys(1).is_of(&token, person(2)));
    let before = keys(1).token(Basis::Cookie("a"), &Counting(9));
    assert!(keys(1).matches(&before, Basis::Cookie("a")) && !keys(1).matches(&before, Basis::Cookie("b")));
    assert!(!keys(1).is_of(&before, person(1)));
}

#[test]
fn the_printed_token_changes_with_its_mask() {
    let mine = Basis::Cookie("a");
    assert_ne!(keys(1).token(mine, &Counting(1)), keys(1).token(mine, &Counting(2)));
}

proptest! {
    #[test]
    fn a_token_with_one_character_changed_is_worthless(at in 0_usize..43, other in "[A-Za-z0-9_-]") {
        let mine = Basis::Cookie("a");
        let token = keys(1).token(mine, &Counting(9));
        let mut changed = token.clone();
        changed.replace_range(at..=at, &other);
        // The last character carries two bits that say nothing.
        let same = base64::decode(&changed) == base64::decode(&token);
        prop_assert_eq!(keys(1).matches(&changed, mine), same);
    }

    #[test]
    fn whatever_comes_in_the_place_of_a_token_is_refused(text in any::<String>()) {
        prop_assert!(!keys(1).matches(&text, Basis::Cookie("a")));
        prop_assert!(!keys(1).is_of(&text, person(1)));
        prop_assert!(keys(1).open(&text).is_none());
    }

    #[test]
    fn what_is_sealed_opens_with_the_same_key_and_unchanged_only(plain in any::<Vec<u8>>(), flip in any::<usize>()) {
        let sealed = keys(1).seal(&plain, &Counting(3)).expect("sealed");
        prop_assert_eq!(keys(1).open(&sealed), Some(plain));
        prop_assert_eq!(keys(2).open(&sealed), None);
        let mut bytes = base64::decode(&sealed).expect("text");
        let at = flip % bytes.len();
        bytes[at] ^= 1;
        prop_assert_eq!(keys(1).open(&base64::encode(&bytes)), None);
    }
}
