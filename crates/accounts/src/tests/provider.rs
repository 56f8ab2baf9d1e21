//! An OpenID provider on this machine, whose tokens tests can make wrong.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use jiff::Timestamp;
use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use platform::config::{Oidc, OidcRole};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// What the provider knows.
struct Inner {
    issuer: String,
    /// The number of the key that signs now.
    key: u8,
    /// The keys that the key set tells.
    published: Vec<u8>,
    /// The claims of the next token.
    claims: Value,
    /// What the code was bound to.
    challenge: String,
    /// How often the keys were asked for.
    asked: u32,
}

#[derive(Clone)]
pub struct Provider(Arc<Mutex<Inner>>);

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub fn base64(bytes: &[u8], url: bool) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits =
            chunk.iter().fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for at in 0..=chunk.len() {
            let letter = STANDARD[(bits >> (18 - 6 * at)) as usize & 63];
            text.push(match letter {
                b'+' if url => '-',
                b'/' if url => '_',
                other => char::from(other),
            });
        }
    }
    text
}

fn key(number: u8) -> CoreEdDsaPrivateSigningKey {
    let mut der =
        vec![0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];
    der.extend([number; 32]);
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", base64(&der, false));
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(JsonWebKeyId::new(format!("k{number}"))))
        .expect("a key")
}

impl Provider {
    /// Starts one.
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let provider = Self(Arc::new(Mutex::new(Inner {
            issuer,
            key: 1,
            published: vec![1],
            claims: json!({}),
            challenge: String::new(),
            asked: 0,
        })));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    fn with<T>(&self, look: impl FnOnce(&mut Inner) -> T) -> T {
        look(&mut self.0.lock().expect("no test panics while it looks at the provider"))
    }

    pub fn issuer(&self) -> String {
        self.with(|inner| inner.issuer.clone())
    }

    /// Its entry in the configuration.
    pub fn entry(&self, roles: Vec<OidcRole>) -> Oidc {
        Oidc {
            id: "gemeente".to_owned(),
            name: "Gemeente".to_owned(),
            issuer: self.issuer(),
            client_id: "zicht".to_owned(),
            client_secret: None,
            link_by_verified_email: false,
            claim: (!roles.is_empty()).then(|| "groups".to_owned()),
            roles,
        }
    }

    /// Signs with another key from now on, which the key set tells.
    pub fn rotate(&self) {
        self.with(|inner| {
            inner.key += 1;
            inner.published = vec![inner.key];
        });
    }

    /// Signs with a key that nobody can know.
    pub fn sign_with_a_stolen_name(&self) {
        self.with(|inner| inner.key = 99);
    }

    pub fn asked(&self) -> u32 {
        self.with(|inner| inner.asked)
    }

    /// Right claims about somebody, for the visit whose address this is.
    pub fn expect(&self, visit: &HashMap<String, String>, subject: &str, now: Timestamp) -> Value {
        let claims = json!({
            "iss": self.issuer(), "aud": "zicht", "sub": subject, "sid": format!("sid-{subject}"),
            "iat": now.as_second(), "exp": now.as_second() + 300, "auth_time": now.as_second(),
            "nonce": visit["nonce"],
        });
        self.with(|inner| {
            inner.claims = claims.clone();
            inner.challenge.clone_from(&visit["code_challenge"]);
        });
        claims
    }

    /// Other claims for the next token.
    pub fn claim(&self, claims: Value) {
        self.with(|inner| inner.claims = claims);
    }

    /// A token of these claims.
    pub fn sign(&self, kind: &str, claims: &Value) -> String {
        let number = self.with(|inner| inner.key);
        let header = json!({ "alg": "EdDSA", "kid": format!("k{number}"), "typ": kind });
        let parts = [header.to_string(), claims.to_string()].map(|part| base64(part.as_bytes(), true));
        let signed = parts.join(".");
        let signature =
            key(number).sign(&CoreJwsSigningAlgorithm::EdDsa, signed.as_bytes()).expect("a signature");
        format!("{signed}.{}", base64(&signature, true))
    }
}

fn answer(value: &Value) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}

async fn discovery(State(provider): State<Provider>) -> Response {
    let issuer = provider.issuer();
    answer(&json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/keys"),
        "end_session_endpoint": format!("{issuer}/leave"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA", "HS256", "none"],
        "authorization_response_iss_parameter_supported": true,
    }))
}

async fn keys(State(provider): State<Provider>) -> Response {
    let published = provider.with(|inner| {
        inner.asked += 1;
        inner.published.clone()
    });
    let keys: Vec<Value> = published
        .into_iter()
        .map(|number| serde_json::to_value(key(number).as_verification_key()).expect("a key"))
        .collect();
    answer(&json!({ "keys": keys }))
}

async fn token(State(provider): State<Provider>, body: Bytes) -> Response {
    let sent: HashMap<String, String> = form_urlencoded::parse(&body).into_owned().collect();
    let proof = base64(&Sha256::digest(sent.get("code_verifier").map_or("", String::as_str)), true);
    let (claims, challenge) = provider.with(|inner| (inner.claims.clone(), inner.challenge.clone()));
    if proof != challenge || sent.get("code").map(String::as_str) != Some("code") {
        return (StatusCode::BAD_REQUEST, answer(&json!({ "error": "invalid_grant" }))).into_response();
    }
    let id_token = match claims.get("raw").and_then(Value::as_str) {
        Some(raw) => raw.to_owned(),
        None => provider.sign("JWT", &claims),
    };
    answer(&json!({ "access_token": "a", "token_type": "Bearer", "id_token": id_token }))
}
