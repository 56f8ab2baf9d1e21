use jiff::SignedDuration;
use proptest::prelude::*;

use super::*;

fn now() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().expect("a moment")
}

fn authenticator() -> Authenticator {
    Authenticator::new(b"12345678901234567890", "a@example.nl").expect("a secret")
}

fn later(seconds: i64) -> Timestamp {
    now() + SignedDuration::from_secs(seconds)
}

#[test]
fn the_codes_are_those_of_the_standard() {
    // RFC 6238, appendix B, SHA-1, the last six of eight digits.
    for (second, code) in [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")] {
        let at = Timestamp::from_second(second).expect("a moment");
        assert_eq!(authenticator().code(at), code);
    }
}

#[test]
fn a_code_is_taken_once() {
    let code = authenticator().code(now());
    let step = authenticator().check(&code, 0, now()).expect("a right code");
    assert_eq!(authenticator().check(&code, step, now()), None);
    assert_eq!(authenticator().check(&code, step, later(20)), None);
}

#[test]
fn a_telephone_may_be_one_step_early_or_late() {
    let code = authenticator().code(now());
    assert!(authenticator().check(&code, 0, later(30)).is_some());
    assert!(authenticator().check(&code, 0, later(-30)).is_some());
    assert_eq!(authenticator().check(&code, 0, later(90)), None);
}

#[test]
fn an_older_code_than_the_last_is_not_taken() {
    let old = authenticator().code(now());
    let newer = authenticator().check(&authenticator().code(later(30)), 0, later(30)).expect("a right code");
    assert_eq!(authenticator().check(&old, newer, later(30)), None);
}

#[test]
fn a_clock_that_ran_ahead_does_not_shut_anybody_out() {
    let a_year = 365 * 86_400;
    let ahead =
        authenticator().check(&authenticator().code(later(a_year)), 0, later(a_year)).expect("a code");
    let code = authenticator().code(now());
    assert!(authenticator().check(&code, ahead, now()).is_some());
}

#[test]
fn spaces_in_a_code_do_not_matter_and_letters_are_no_code() {
    let code = authenticator().code(now());
    assert!(authenticator().check(&format!(" {} {} ", &code[..3], &code[3..]), 0, now()).is_some());
    assert_eq!(authenticator().check("abcdef", 0, now()), None);
    assert_eq!(authenticator().check("", 0, now()), None);
}

#[test]
fn the_secret_is_shown_in_groups_of_four() {
    assert_eq!(Authenticator::text(b"12345678901234567890"), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    let url = authenticator().url().expect("an address");
    assert!(url.starts_with("otpauth://totp/Zicht:a%40example.nl?"), "{url}");
}

proptest! {
    #[test]
    fn no_text_and_no_moment_stops_the_program(typed in "\\PC{0,12}", second in 0i64..10_000_000_000, last in any::<i64>()) {
        let at = Timestamp::from_second(second).expect("a moment");
        let _ = authenticator().check(&typed, last, at);
    }
}
