//! The keys of one installation: sealing personal data in the database, finding it back without opening it,
//! and signing checkpoints of the audit trail.
//!
//! They live in a file of their own, apart from the database and its backups: who has only one of the two
//! reads nothing.

mod error;
mod file;
mod seal;

use std::fmt;
use std::sync::Arc;

use ed25519_dalek::{SigningKey, VerifyingKey};
use hmac::{Hmac, KeyInit as _, Mac as _};
use kernel::Entropy;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

pub use error::KeysError;
pub use seal::Cell;

use crate::hex;

/// 256 bits that are wiped from memory when dropped.
type Secret = Zeroizing<[u8; 32]>;

/// The secret keys. Cloning shares them; nothing prints them.
#[derive(Clone)]
pub struct Keys(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    /// In order of age: the last one seals, all of them open. Never empty.
    fields: Vec<FieldKey>,
    index: Secret,
    mac: Secret,
    signing: SigningKey,
    /// Public keys of signing keys that were replaced: what they signed stays valid.
    earlier: Vec<VerifyingKey>,
}

#[derive(Clone)]
struct FieldKey {
    id: u16,
    key: Secret,
}

impl Keys {
    /// Makes new keys: for a new installation, and for tests.
    #[must_use]
    pub fn generate(entropy: &dyn Entropy) -> Self {
        Self(Arc::new(Inner {
            fields: vec![FieldKey { id: 1, key: secret(entropy) }],
            index: secret(entropy),
            mac: secret(entropy),
            signing: SigningKey::from_bytes(&secret(entropy)),
            earlier: Vec::new(),
        }))
    }

    /// The same keys and a new one for fields, which seals from now on; older ones still open. Seal again
    /// whatever [`Keys::is_current`] says no to, then the old key can be taken out of the file.
    ///
    /// # Errors
    /// If there are 65,535 already.
    pub fn with_new_field_key(&self, entropy: &dyn Entropy) -> Result<Self, KeysError> {
        let mut inner = Inner::clone(&self.0);
        let id = self.newest().id.checked_add(1).ok_or(KeysError::TooMany)?;
        inner.fields.push(FieldKey { id, key: secret(entropy) });
        Ok(Self(Arc::new(inner)))
    }

    /// The same keys and a new one for signing. The public part of the old one stays, for what it signed.
    #[must_use]
    pub fn with_new_signing_key(&self, entropy: &dyn Entropy) -> Self {
        let mut inner = Inner::clone(&self.0);
        inner.earlier.push(inner.signing.verifying_key());
        inner.signing = SigningKey::from_bytes(&secret(entropy));
        Self(Arc::new(inner))
    }

    /// A name for a value that cannot be turned back, to find a sealed field by: the same text gives the same
    /// name, for this purpose and this installation only. 64 hexadecimal characters.
    ///
    /// Bring the text to one form first (an address in lower case), or it is not found again.
    #[must_use]
    pub fn index(&self, purpose: &str, normalised: &str) -> String {
        hex::encode(&*authenticate(&self.0.index, purpose, normalised.as_bytes()))
    }

    /// A key for authenticating something else, such as the tokens in forms: one for each purpose.
    #[must_use]
    pub fn mac_key(&self, purpose: &str) -> [u8; 32] {
        *authenticate(&self.0.mac, purpose, b"")
    }

    /// The key that signs checkpoints of the audit trail.
    #[must_use]
    pub fn signing(&self) -> &SigningKey {
        &self.0.signing
    }

    /// The public part of [`Keys::signing`]: give it to whoever checks the audit trail.
    #[must_use]
    pub fn verifying(&self) -> VerifyingKey {
        self.0.signing.verifying_key()
    }

    /// Every public key whose signature counts: the present one, then those before it.
    #[must_use]
    pub fn all_verifying(&self) -> Vec<VerifyingKey> {
        std::iter::once(self.verifying()).chain(self.0.earlier.iter().rev().copied()).collect()
    }

    fn newest(&self) -> &FieldKey {
        // Never empty: `generate` puts one in and the file is refused without one.
        &self.0.fields[self.0.fields.len() - 1]
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(..)")
    }
}

/// The name of a public key: the first 16 hexadecimal characters of its SHA-256.
#[must_use]
pub fn key_id(key: &VerifyingKey) -> String {
    hex::encode(&Sha256::digest(key.as_bytes())[..8])
}

/// Reads a public key of 64 hexadecimal characters, as `zicht audit show-key` prints it.
///
/// # Errors
/// If it is not one.
pub fn read_public(text: &str) -> Result<VerifyingKey, KeysError> {
    hex::decode(text.trim())
        .and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok())
        .filter(|key| !key.is_weak())
        .ok_or(KeysError::NotPublic)
}

/// A public key as text, for [`read_public`].
#[must_use]
pub fn public_text(key: &VerifyingKey) -> String {
    hex::encode(key.as_bytes())
}

fn secret(entropy: &dyn Entropy) -> Secret {
    let mut bytes = Secret::default();
    entropy.fill(bytes.as_mut_slice());
    bytes
}

fn authenticate(key: &Secret, purpose: &str, text: &[u8]) -> Secret {
    // HMAC fills a short key up with zeros to a block; done here, because this constructor cannot refuse.
    let mut block = Zeroizing::new([0; 64]);
    block[..32].copy_from_slice(key.as_slice());
    let mut mac = Hmac::<Sha256>::new(&(*block).into());
    // The length keeps `("ab", "c")` apart from `("a", "bc")`.
    mac.update(&(purpose.len() as u64).to_be_bytes());
    mac.update(purpose.as_bytes());
    mac.update(text);
    Zeroizing::new(mac.finalize().into_bytes().into())
}

#[cfg(test)]
#[path = "keys_tests.rs"]
mod tests;
