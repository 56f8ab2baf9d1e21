//! Whatever a browser sends: nothing of it stops the program, and nothing made up is taken for ours.

use std::sync::Arc;

use axum::http::{HeaderMap, HeaderValue, header};
use kernel::{PersonId, SessionId};
use proptest::prelude::*;
use testkit::{FixedClock, SeededEntropy};

use crate::cookies::{self, Kind};
use crate::form::{Form, RESUME_FIELD, TOKEN_FIELD};
use crate::request::{local_path, without_language};
use crate::settings::{Origin, Settings};
use crate::token::{Basis, FormKeys};

proptest! {
    #[test]
    fn any_body_is_a_form_or_is_not(body in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Some(form) = Form::parse(&body) {
            prop_assert!(form.keepable().all(|(name, value)| !name.contains('\0') && !value.contains('\0')));
            prop_assert!(form.keepable().all(|(name, _)| name != TOKEN_FIELD && name != RESUME_FIELD));
        }
    }

    #[test]
    fn any_cookie_header_gives_a_plain_value_or_none(line in proptest::collection::vec(any::<u8>(), 0..200)) {
        let entropy = Arc::new(SeededEntropy::new(1));
        let clock = Arc::new(FixedClock::at("2026-11-22T12:00:00Z"));
        let settings = Settings::new("https://zicht.example", &[1; 32], clock, entropy).expect("settings");
        let mut headers = HeaderMap::new();
        if let Ok(value) = HeaderValue::from_bytes(&[b"__Host-zicht=".as_slice(), &line].concat()) {
            headers.insert(header::COOKIE, value);
        }
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        let value = cookies::read(&headers, Kind::Session, &settings);
        prop_assert!(value.is_none_or(|value| value.bytes().all(plain)));
    }

    #[test]
    fn only_a_path_of_this_site_is_gone_to(next in "[/\\\\:.a-z@\t\n ]{0,12}|\\PC{0,20}") {
        if let Some(path) = local_path(&next) {
            prop_assert!(path.starts_with('/') && !path.starts_with("//"));
            prop_assert!(!path.contains(|letter: char| letter == '\\' || letter.is_control()));
        }
        let _ = without_language(&next);
    }

    #[test]
    fn another_origin_is_never_the_own(text in "\\PC{0,40}|https?://zicht[.:a-z0-9@/]{0,20}") {
        let own = Origin::parse("https://zicht.example").expect("an origin");
        prop_assert_eq!(own.is_own(&text), text == "https://zicht.example");
    }

    #[test]
    fn a_token_that_was_made_up_is_refused(token in "[A-Za-z0-9_.-]{0,80}", sealed in "[A-Za-z0-9_-]{0,200}") {
        let (entropy, now) = (SeededEntropy::new(2), FixedClock::at("2026-11-22T12:00:00Z"));
        let now = kernel::Clock::now(&now);
        let keys = FormKeys::new(&[7; 32]);
        let basis = Basis::Session(SessionId::new(now, &entropy), PersonId::new(now, &entropy));
        prop_assert!(!keys.matches(&token, basis) && !keys.matches(&token, Basis::Cookie("x")));
        prop_assert_eq!(keys.open(&sealed), None);
    }
}
