//! Form tokens: proof that a form came from a page of ours, made for this visitor.
//!
//! A token is an HMAC over the session, or over a random cookie before sign-in. Each printed token has a
//! fresh mask, so that compression tells nothing about it. Behind it stands who it was made for: that
//! outlives the session, so that what was typed goes back to nobody else.

use aes_gcm_siv::aead::{Aead, KeyInit as _, Payload};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};
use hmac::{Hmac, Mac};
use kernel::{Entropy, PersonId, SessionId};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::base64;

const HALF: usize = 16;
const NONCE: usize = 12;

/// What a token is bound to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Basis<'a> {
    /// Somebody who is signed in.
    Session(SessionId, PersonId),
    /// The value of the form cookie of somebody who is not.
    Cookie(&'a str),
}

/// The keys of tokens and of kept forms.
#[derive(Clone)]
pub(crate) struct FormKeys {
    token: [u8; 32],
    seal: [u8; 32],
}

impl FormKeys {
    pub fn new(key: &[u8; 32]) -> Self {
        Self { token: mac(key, &["form token"]), seal: mac(key, &["kept form"]) }
    }

    /// A token to print in a form.
    pub fn token(&self, basis: Basis<'_>, entropy: &dyn Entropy) -> String {
        let mut masked = [0; 2 * HALF];
        entropy.fill(&mut masked[..HALF]);
        let proof = self.proof(basis);
        for at in 0..HALF {
            masked[HALF + at] = masked[at] ^ proof[at];
        }
        match basis {
            Basis::Session(_, person) => format!("{}.{}", base64::encode(&masked), self.owner(person)),
            Basis::Cookie(_) => base64::encode(&masked),
        }
    }

    /// Whether `token` was printed for this visitor.
    pub fn matches(&self, token: &str, basis: Basis<'_>) -> bool {
        let masked = token.split('.').next().and_then(base64::decode).unwrap_or_default();
        let Some((mask, rest)) = masked.split_at_checked(HALF) else { return false };
        let found: Vec<u8> = mask.iter().zip(rest).map(|(mask, byte)| mask ^ byte).collect();
        rest.len() == HALF && bool::from(found.ct_eq(&self.proof(basis)))
    }

    /// Whether `token` was printed for this person, in whatever session.
    pub fn is_of(&self, token: &str, person: PersonId) -> bool {
        let owner = token.split_once('.').map_or("", |(_, owner)| owner);
        bool::from(owner.as_bytes().ct_eq(self.owner(person).as_bytes()))
    }

    fn owner(&self, person: PersonId) -> String {
        base64::encode(&mac(&self.token, &["owner", &person.to_string()])[..HALF])
    }

    fn proof(&self, basis: Basis<'_>) -> [u8; HALF] {
        let whole = match basis {
            Basis::Session(session, _) => mac(&self.token, &["session", &session.to_string()]),
            Basis::Cookie(value) => mac(&self.token, &["cookie", value]),
        };
        let mut half = [0; HALF];
        half.copy_from_slice(&whole[..HALF]);
        half
    }

    /// Encrypts what was typed; `None` never happens below the limit of a body.
    pub fn seal(&self, plain: &[u8], entropy: &dyn Entropy) -> Option<String> {
        let mut nonce = [0; NONCE];
        entropy.fill(&mut nonce);
        let payload = Payload { msg: plain, aad: b"kept form 1" };
        let sealed = Aes256GcmSiv::new(&self.seal.into()).encrypt(&Nonce::from(nonce), payload).ok()?;
        Some(base64::encode(&[&nonce, sealed.as_slice()].concat()))
    }

    /// Opens what [`Self::seal`] made; `None` if it was changed or is of another key.
    pub fn open(&self, sealed: &str) -> Option<Vec<u8>> {
        let bytes = base64::decode(sealed)?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        let payload = Payload { msg: sealed, aad: b"kept form 1" };
        Aes256GcmSiv::new(&self.seal.into()).decrypt(&Nonce::from(nonce), payload).ok()
    }
}

/// HMAC-SHA-256 over the parts, each with its end marked.
fn mac(key: &[u8; 32], parts: &[&str]) -> [u8; 32] {
    // HMAC fills a short key up with zeros itself; doing it here leaves nothing that can fail.
    let mut block = [0; 64];
    block[..32].copy_from_slice(key);
    let mut mac = Hmac::<Sha256>::new(&block.into());
    for part in parts {
        mac.update(part.as_bytes());
        mac.update(&[0]);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
#[path = "token_tests.rs"]
mod tests;
