//! Whatever a provider says, or somebody in its name: nothing of it stops the program, and nothing made up is taken.

use openidconnect::JsonWebKeySet;
use openidconnect::core::{CoreJsonWebKey, CoreJwsSigningAlgorithm, CoreTokenType};
use openidconnect::{EmptyExtraTokenFields, IdTokenFields, StandardTokenResponse};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::jwt::{Jwt, Signature};
use super::known::{Claims, Metadata};

/// A value as it may stand in any place of an answer.
fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,20}".prop_map(Value::from),
        "https?://[a-z.:/@?#%\\[\\]-]{0,20}".prop_map(Value::from),
        "[A-Za-z0-9_-]{0,90}".prop_map(Value::from),
        prop::collection::vec("\\PC{0,6}", 0..3).prop_map(Value::from),
        Just(json!({ "a": [{}] })),
    ]
}

/// The same with another value in one place, or without that.
fn changed(mut right: Value, at: prop::sample::Index, value: Option<Value>) -> Value {
    if let Some(object) = right.as_object_mut() {
        let names: Vec<String> = object.keys().cloned().collect();
        let name = at.get(&names);
        match value {
            Some(value) => object.insert(name.clone(), value),
            None => object.remove(name),
        };
    }
    right
}

fn discovery() -> Value {
    json!({
        "issuer": "https://login.example.nl",
        "authorization_endpoint": "https://login.example.nl/authorize",
        "token_endpoint": "https://login.example.nl/token",
        "jwks_uri": "https://login.example.nl/keys",
        "end_session_endpoint": "https://login.example.nl/leave",
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA"],
        "authorization_response_iss_parameter_supported": true,
    })
}

fn token_answer() -> Value {
    json!({
        "access_token": "a", "token_type": "Bearer", "expires_in": 300,
        "id_token": "eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJodHRwczovL2EiLCJhdWQiOiJ6Iiwic3ViIjoicyIsImlhdCI6MSwiZXhwIjoyfQ.YQ",
        "scope": "openid",
    })
}

type Tokens = StandardTokenResponse<
    IdTokenFields<
        Claims,
        EmptyExtraTokenFields,
        openidconnect::core::CoreGenderClaim,
        openidconnect::core::CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;

const ALGORITHMS: [(&str, CoreJwsSigningAlgorithm); 5] = [
    ("EdDSA", CoreJwsSigningAlgorithm::EdDsa),
    ("RS256", CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256),
    ("PS384", CoreJwsSigningAlgorithm::RsaSsaPssSha384),
    ("ES256", CoreJwsSigningAlgorithm::EcdsaP256Sha256),
    ("ES384", CoreJwsSigningAlgorithm::EcdsaP384Sha384),
];

fn base64(text: &str) -> String {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let four = |group: &[u8]| {
        let three = group.iter().chain(&[0; 2]).take(3);
        let whole = three.fold(0_usize, |whole, byte| whole << 8 | usize::from(*byte));
        let letter = |at: usize| char::from(letters[whole >> (18 - 6 * at) & 63]);
        (0..=group.len()).map(letter).collect::<String>()
    };
    text.as_bytes().chunks(3).map(four).collect()
}

#[test]
fn what_is_changed_here_was_right() {
    assert!(serde_json::from_value::<Metadata>(discovery()).is_ok());
    assert!(serde_json::from_value::<Tokens>(token_answer()).is_ok());
    assert_eq!(base64("{\"alg\":\"EdDSA\"}"), "eyJhbGciOiJFZERTQSJ9");
}

proptest! {
    #[test]
    fn no_discovery_document_stops_the_program(at: prop::sample::Index, value in prop::option::of(value()), text in "\\PC{0,60}") {
        let _ = serde_json::from_str::<Metadata>(&text);
        let _ = serde_json::from_value::<Metadata>(changed(discovery(), at, value));
    }

    #[test]
    fn no_answer_to_a_code_stops_the_program(at: prop::sample::Index, value in prop::option::of(value()), text in "\\PC{0,60}") {
        let _ = serde_json::from_str::<Tokens>(&text);
        let _ = serde_json::from_value::<Tokens>(changed(token_answer(), at, value));
    }

    #[test]
    fn no_key_of_a_provider_stops_the_program_or_takes_what_it_did_not_sign(
        kind in prop_oneof!["RSA", "EC", "OKP", "oct", "\\PC{0,4}"],
        curve in prop_oneof!["P-256", "P-384", "P-521", "Ed25519", "\\PC{0,4}"],
        numbers in prop::array::uniform4("[A-Za-z0-9_-]{0,90}|[A-Za-z0-9_-]{43}|[A-Za-z0-9_-]{64}|AQAB|AA|"),
        signature in "[A-Za-z0-9_-]{0,90}|[A-Za-z0-9_-]{86}",
        algorithm in 0..ALGORITHMS.len(),
    ) {
        let [n, e, x, y] = numbers;
        let key = json!({ "kty": kind, "crv": curve, "kid": "a", "n": n, "e": e, "x": x, "y": y, "k": x });
        let keys = serde_json::from_value::<JsonWebKeySet<CoreJsonWebKey>>(json!({ "keys": [key] }));
        let (name, algorithm) = &ALGORITHMS[algorithm];
        let header = base64(&json!({ "alg": name, "kid": "a" }).to_string());
        let token = Jwt::parse(&format!("{header}.e30.{signature}"));
        if let (Ok(keys), Some(token)) = (keys, token) {
            let found = token.is_signed_by(&keys, std::slice::from_ref(algorithm));
            prop_assert_ne!(found, Signature::Right);
        }
    }
}
