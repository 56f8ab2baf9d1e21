//! What a logout token must say: OpenID Connect Back-Channel Logout 1.0, section 2.6.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Map, Value};

/// How far the clocks of the provider and ours may differ.
const TOLERANCE: SignedDuration = SignedDuration::from_mins(2);
/// How old a token may be, and for how long its name is remembered.
pub const LIFETIME: SignedDuration = SignedDuration::from_mins(10);
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// The claims of a logout token.
#[derive(Debug, Clone, Deserialize)]
pub struct LogoutClaims {
    iss: String,
    aud: Audience,
    iat: f64,
    exp: Option<f64>,
    jti: String,
    events: Map<String, Value>,
    sub: Option<String>,
    sid: Option<String>,
    nonce: Option<Value>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

/// What a valid token asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logout {
    /// The name of the token: it works once.
    pub jti: String,
    /// Which session at the provider.
    pub sid: Option<String>,
    /// Which person at the provider.
    pub subject: Option<String>,
}

impl LogoutClaims {
    /// Whether the token is for us, fresh, and about signing out.
    #[must_use]
    pub fn validate(self, issuer: &str, client_id: &str, now: Timestamp) -> Option<Logout> {
        let for_us = match &self.aud {
            Audience::One(one) => one == client_id,
            Audience::Several(several) => several.iter().any(|one| one == client_id),
        };
        let second = |text: f64| moment(text).map(|moment| now.duration_since(moment));
        let age = second(self.iat)?;
        let fresh = -TOLERANCE <= age && age <= LIFETIME;
        let over = match self.exp {
            Some(exp) => second(exp)? > TOLERANCE,
            None => false,
        };
        let about_logout = self.events.get(EVENT).is_some_and(Value::is_object);
        let names = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.is_empty());
        let says_who = names(&self.sub) || names(&self.sid);
        // With a nonce it could be an ID token that somebody passes on.
        let right = self.iss == issuer && for_us && fresh && !over && about_logout && says_who;
        (right && self.nonce.is_none() && !self.jti.is_empty()).then_some(Logout {
            jti: self.jti,
            sid: self.sid.filter(|sid| !sid.is_empty()),
            subject: self.sub.filter(|subject| !subject.is_empty()),
        })
    }
}

/// A moment in seconds since 1970, as JSON writes it.
fn moment(seconds: f64) -> Option<Timestamp> {
    let duration = SignedDuration::try_from_secs_f64(seconds).ok()?;
    Timestamp::from_duration(duration).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    const ISSUER: &str = "https://login.example.nl";

    fn now() -> Timestamp {
        "2026-11-22T12:00:00Z".parse().expect("a moment")
    }

    fn claims() -> Value {
        json!({
            "iss": ISSUER, "aud": ["zicht"], "iat": now().as_second(), "exp": now().as_second() + 120,
            "jti": "1", "events": { EVENT: {} }, "sub": "anna", "sid": "s1",
        })
    }

    fn validate(claims: Value) -> Option<Logout> {
        serde_json::from_value::<LogoutClaims>(claims).ok()?.validate(ISSUER, "zicht", now())
    }

    #[test]
    fn a_right_token_says_whom_to_sign_out() {
        let logout = validate(claims()).expect("a right token");
        assert_eq!(
            (logout.jti.as_str(), logout.sid.as_deref(), logout.subject.as_deref()),
            ("1", Some("s1"), Some("anna"))
        );
    }

    #[test]
    fn each_thing_that_is_wrong_makes_it_worth_nothing() {
        let wrong = [
            ("iss", json!("https://elsewhere.example")),
            ("aud", json!("another")),
            ("aud", json!([])),
            ("iat", json!(now().as_second() - 3600)),
            ("iat", json!(now().as_second() + 3600)),
            ("exp", json!(now().as_second() - 3600)),
            ("jti", json!("")),
            ("events", json!({})),
            ("events", json!({ EVENT: true })),
            ("nonce", json!("n")),
        ];
        for (name, value) in wrong {
            let mut claims = claims();
            claims[name] = value.clone();
            assert_eq!(validate(claims), None, "{name}: {value}");
        }
    }

    #[test]
    fn a_token_names_a_session_or_a_person() {
        let mut claims = claims();
        claims["sid"] = Value::Null;
        assert!(validate(claims.clone()).is_some());
        claims["sub"] = Value::Null;
        assert_eq!(validate(claims), None);
    }

    proptest! {
        #[test]
        fn no_claims_stop_the_program(iat in any::<f64>(), exp in any::<f64>(), text in "\\PC{0,20}") {
            let mut claims = claims();
            claims["iat"] = json!(iat);
            claims["exp"] = json!(exp);
            claims["jti"] = json!(text);
            let _ = validate(claims);
            let _ = serde_json::from_str::<LogoutClaims>(&text);
        }
    }
}
