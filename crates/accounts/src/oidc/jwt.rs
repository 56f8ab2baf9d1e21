//! Reading a JSON web token whose claims are not those of an ID token, and checking its signature.

use openidconnect::core::{CoreJsonWebKey, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKey, JsonWebKeySet};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The longest token that is read.
const MOST: usize = 16 * 1024;

/// A token in its parts; nothing in it is to be believed before [`Jwt::is_signed_by`].
#[derive(Debug)]
pub struct Jwt {
    header: Header,
    claims: Vec<u8>,
    signed: String,
    signature: Vec<u8>,
}

#[derive(Debug, Deserialize)]
struct Header {
    alg: CoreJwsSigningAlgorithm,
    kid: Option<String>,
    typ: Option<String>,
    crit: Option<serde_json::Value>,
}

/// Whether a signature is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signature {
    /// By a key of the set.
    Right,
    /// By a key that is not in the set: it may have been added since.
    UnknownKey,
    /// Not right.
    Wrong,
}

impl Jwt {
    /// Takes a token apart; `None` if it is none, or has extensions that must be understood.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > MOST {
            return None;
        }
        let (signed, signature) = text.rsplit_once('.')?;
        let (header, claims) = signed.split_once('.')?;
        let header: Header = serde_json::from_slice(&decode(header)?).ok()?;
        if header.crit.is_some() || claims.contains('.') {
            return None;
        }
        Some(Self {
            header,
            claims: decode(claims)?,
            signed: signed.to_owned(),
            signature: decode(signature)?,
        })
    }

    /// Its type, such as `logout+jwt`, if it says one.
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.header.typ.as_deref()
    }

    /// Whether a key of the set signed it, by one of the algorithms.
    #[must_use]
    pub fn is_signed_by(
        &self,
        keys: &JsonWebKeySet<CoreJsonWebKey>,
        algorithms: &[CoreJwsSigningAlgorithm],
    ) -> Signature {
        if !algorithms.contains(&self.header.alg) {
            return Signature::Wrong;
        }
        let asked = |key: &&CoreJsonWebKey| match &self.header.kid {
            Some(kid) => key.key_id().is_some_and(|id| id.as_str() == kid),
            None => true,
        };
        let mut found = keys.keys().iter().filter(asked).peekable();
        if found.peek().is_none() {
            return Signature::UnknownKey;
        }
        let right = |key: &CoreJsonWebKey| {
            key.verify_signature(&self.header.alg, self.signed.as_bytes(), &self.signature).is_ok()
        };
        if found.any(right) { Signature::Right } else { Signature::Wrong }
    }

    /// Its claims; `None` if they are of another form.
    #[must_use]
    pub fn claims<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(&self.claims).ok()
    }
}

/// Base 64 for addresses, without padding (RFC 7515, section 2).
fn decode(text: &str) -> Option<Vec<u8>> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'-' => Some(62),
        b'_' => Some(63),
        _ => None,
    };
    if text.len() % 4 == 1 {
        return None;
    }
    let (mut bits, mut held, mut bytes) = (0_u32, 0_u32, Vec::with_capacity(text.len() * 3 / 4));
    for byte in text.bytes() {
        held = (held << 6) | u32::from(value(byte)?);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).ok()?);
            held &= (1 << bits) - 1;
        }
    }
    // Bits that are left over are zero, or one token could be written in two ways.
    (held == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn base_64_is_read_as_the_standard_writes_it() {
        // RFC 7515, appendix C.
        assert_eq!(decode("A-z_4ME"), Some(vec![3, 236, 255, 224, 193]));
        assert_eq!(decode(""), Some(vec![]));
        assert_eq!(decode("A"), None);
        assert_eq!(decode("A-z_4MF"), None, "bits are left over");
        assert_eq!(decode("A+z/"), None);
    }

    proptest! {
        #[test]
        fn no_token_stops_the_program(text in "\\PC{0,200}", parts in "[A-Za-z0-9_-]{0,30}\\.[A-Za-z0-9_-]{0,30}\\.[A-Za-z0-9_-]{0,30}") {
            for text in [text, parts] {
                if let Some(token) = Jwt::parse(&text) {
                    prop_assert_ne!(token.is_signed_by(&JsonWebKeySet::new(vec![]), &[]), Signature::Right);
                }
            }
        }
    }
}
