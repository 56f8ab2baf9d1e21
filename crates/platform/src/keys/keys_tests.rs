use std::path::PathBuf;

use proptest::prelude::*;
use testkit::SeededEntropy;

use super::*;

const EMAIL: Cell<'static> = Cell { table: "people", column: "email", row: "1" };

fn entropy() -> SeededEntropy {
    SeededEntropy::new(7)
}

fn keys() -> Keys {
    Keys::generate(&entropy())
}

fn file(text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("keys.toml");
    std::fs::write(&path, text).expect("a file");
    (folder, path)
}

#[cfg(unix)]
fn set_mode(path: &std::path::Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("a mode");
}

proptest! {
    #[test]
    fn what_was_sealed_opens_in_its_own_place(plain: Vec<u8>, row in ".{0,20}") {
        let cell = Cell { row: &row, ..EMAIL };
        let sealed = keys().seal(cell, &plain, &entropy());
        prop_assert_eq!(sealed.len(), 1 + 2 + 12 + plain.len() + 16);
        prop_assert_eq!(keys().open(cell, &sealed), Ok(Zeroizing::new(plain)));
    }

    #[test]
    fn no_flipped_bit_goes_unnoticed(plain in ".{0,20}", at: prop::sample::Index, bit in 0..8_u32) {
        let mut sealed = keys().seal(EMAIL, plain.as_bytes(), &entropy());
        let at = at.index(sealed.len());
        sealed[at] ^= 1 << bit;
        prop_assert!(keys().open(EMAIL, &sealed).is_err());
    }

    #[test]
    fn no_shortened_or_lengthened_field_opens(plain in ".{0,20}", cut: prop::sample::Index, more in 1..9_usize) {
        let sealed = keys().seal(EMAIL, plain.as_bytes(), &entropy());
        prop_assert!(keys().open(EMAIL, &sealed[..cut.index(sealed.len())]).is_err());
        prop_assert!(keys().open(EMAIL, &[sealed.as_slice(), &vec![0; more]].concat()).is_err());
    }

    #[test]
    fn a_field_opens_in_no_other_cell(a in "[a-c]{0,3}", b in "[a-c]{0,3}", c in "[a-c]{0,3}") {
        let here = Cell { table: "ab", column: "c", row: "a" };
        let there = Cell { table: &a, column: &b, row: &c };
        let sealed = keys().seal(here, b"x", &entropy());
        prop_assert_eq!(keys().open(there, &sealed).is_ok(), here == there);
    }

    #[test]
    fn other_keys_open_nothing(plain: Vec<u8>, seed in 8..1000_u64) {
        let sealed = keys().seal(EMAIL, &plain, &entropy());
        let others = Keys::generate(&SeededEntropy::new(seed));
        prop_assert_eq!(others.open(EMAIL, &sealed), Err(KeysError::Refused));
    }

    #[test]
    fn any_bytes_are_opened_or_refused_but_never_panic(bytes: Vec<u8>) {
        prop_assert!(keys().open(EMAIL, &bytes).is_err());
    }

    #[test]
    fn any_text_is_read_or_refused_but_never_panics_and_is_never_repeated(text in ".{0,200}") {
        prop_assert!(Keys::from_toml(&text).is_err());
    }

    #[test]
    fn a_damaged_key_file_never_panics(at: prop::sample::Index, with in ".{0,3}") {
        let whole = keys().to_toml();
        let at = at.index(whole.len());
        let (Some(before), Some(after)) = (whole.get(..at), whole.get(at + 1..)) else { return Ok(()) };
        let _ = Keys::from_toml(&[before, &with, after].concat());
    }

    #[test]
    fn a_name_for_a_value_depends_on_purpose_and_text(a in "[ab]{0,4}", b in "[ab]{0,4}") {
        let same = a == "ab" && b == "ba";
        prop_assert_eq!(keys().index(&a, &b) == keys().index("ab", "ba"), same);
    }
}

#[test]
fn the_same_text_is_sealed_differently_each_time() {
    let entropy = entropy();
    assert_ne!(keys().seal(EMAIL, b"x", &entropy), keys().seal(EMAIL, b"x", &entropy));
}

#[test]
fn a_newer_field_key_seals_and_the_older_ones_still_open() {
    let old = keys();
    let new = old.with_new_field_key(&SeededEntropy::new(8)).expect("room for a second");
    let (before, after) = (old.seal(EMAIL, b"x", &entropy()), new.seal(EMAIL, b"x", &entropy()));
    assert_eq!(new.open_text(EMAIL, &before), Ok(Zeroizing::new("x".to_owned())));
    assert_eq!(new.open_text(EMAIL, &after), Ok(Zeroizing::new("x".to_owned())));
    assert_eq!(old.open_text(EMAIL, &after), Err(KeysError::UnknownKey(2)));
    assert_eq!((new.is_current(&before), new.is_current(&after)), (false, true));
    assert_eq!(new.index("email", "a@b.nl"), old.index("email", "a@b.nl"), "found as before");
}

#[test]
fn what_is_no_text_is_not_opened_as_text() {
    let sealed = keys().seal(EMAIL, &[0xff], &entropy());
    assert_eq!(keys().open_text(EMAIL, &sealed), Err(KeysError::NotText));
}

#[test]
fn keys_for_different_purposes_differ() {
    assert_ne!(keys().mac_key("form"), keys().mac_key("cookie"));
    assert_eq!(keys().mac_key("form"), keys().mac_key("form"));
    assert_eq!(keys().index("email", "a@b.nl").len(), 64);
    assert_ne!(keys().index("email", ""), hex::encode(&keys().mac_key("email")));
}

#[test]
fn keys_are_the_same_after_writing_and_reading() {
    let keys = keys().with_new_field_key(&entropy()).expect("room").with_new_signing_key(&entropy());
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("keys.toml");
    keys.write(&path).expect("written");
    let read = Keys::read(&path).expect("read");
    assert_eq!(*read.to_toml(), *keys.to_toml());
    assert_eq!(read.all_verifying(), keys.all_verifying());
    assert!(read.to_toml().starts_with("# The keys of this installation of Zicht."));
    assert!(keys.write(&path).expect_err("it is there").to_string().contains("never overwritten"));
}

#[cfg(unix)]
#[test]
fn a_key_file_that_others_can_read_is_refused() {
    use std::os::unix::fs::MetadataExt as _;
    let (_folder, path) = file(&keys().to_toml());
    let owned_by_root = std::fs::metadata(&path).expect("metadata").uid() == 0;
    for (mode, allowed) in
        [(0o600, true), (0o400, true), (0o640, owned_by_root), (0o660, false), (0o604, false)]
    {
        set_mode(&path, mode);
        assert_eq!(Keys::read(&path).is_ok(), allowed, "{mode:o}");
    }
    let refused = Keys::read(&path).expect_err("mode 604").to_string();
    assert!(refused.contains("other users") && refused.contains("mode 604") && refused.contains("chmod 600"));
}

#[test]
fn what_is_wrong_with_a_key_file_is_said_without_repeating_it() {
    let good = keys().to_toml();
    let line = |start: &str| good.lines().find(|line| line.starts_with(start)).expect("a line").to_owned();
    let secret = line("key = ");
    for (text, says) in [
        (good.replace("id = 1", "id = one"), "line 16"),
        (good.replace("index =", "indexx ="), "line"),
        (good.replace(&line("mac"), ""), "line"),
        (good.replace(&secret, "key = \"kort\""), "a field key is not a key"),
        (good.replace(&line("signing"), "signing = \"kort\""), "signing is not a key"),
        (good[..good.find("[[field]]").expect("a field")].to_owned(), "line"),
        (good.replace("[[field]]\nid = 1\n", "field = []\n#"), "must be there"),
        (format!("{}{}", *good, &good[good.find("[[field]]").expect("a field")..]), "number above"),
        (format!("signed_before = [\"{}\"]\n{}", "0".repeat(64), *good), "not a public key"),
    ] {
        let error = Keys::from_toml(&text).expect_err(says).to_string();
        assert!(error.contains(says), "{says}: {error}");
        let digits = secret.trim_start_matches("key = ").trim_matches('"');
        assert!(!error.contains(digits) && !error.contains("kort"), "{error}");
    }
    let missing = Keys::read(std::path::Path::new("/nergens/keys.toml")).expect_err("not there");
    assert_eq!(missing.to_string(), "The key file /nergens/keys.toml cannot be used: it is not there.");
}

#[test]
fn nothing_prints_the_keys() {
    assert_eq!(format!("{:?}", keys()), "Keys(..)");
}

#[test]
fn a_public_key_is_read_as_it_was_shown() {
    let key = keys().verifying();
    assert_eq!(read_public(&format!(" {}\n", public_text(&key))), Ok(key));
    assert_eq!(key_id(&key).len(), 16);
    // The second is a point of small order: any signature would do for it.
    for text in ["", "x", &"0".repeat(64), &public_text(&key)[1..]] {
        assert_eq!(read_public(text), Err(KeysError::NotPublic));
    }
}
