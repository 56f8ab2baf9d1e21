//! Sealing one field of one row: nobody reads it without the keys, and it opens in its own place only.
//!
//! AES-256-GCM-SIV (RFC 8452), which stays safe if a nonce should ever come twice. Layout: version (1 byte),
//! key (2 bytes, the highest first), nonce (12 bytes), text and tag.

use aes_gcm_siv::aead::{Aead as _, KeyInit as _, Payload};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};
use kernel::Entropy;
use zeroize::Zeroizing;

use super::{FieldKey, Keys, KeysError};

const VERSION: u8 = 1;
const NONCE: usize = 12;
const HEAD: usize = 3;
const TAG: usize = 16;

/// Where a sealed field stands. What was sealed for one cell does not open in another, so nobody can copy
/// the address of one person to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The table.
    pub table: &'a str,
    /// The column.
    pub column: &'a str,
    /// The primary key of the row.
    pub row: &'a str,
}

impl Keys {
    /// Seals `plain` for one cell, with the newest field key.
    #[must_use]
    pub fn seal(&self, cell: Cell<'_>, plain: &[u8], entropy: &dyn Entropy) -> Vec<u8> {
        let field = self.newest();
        let mut nonce = [0; NONCE];
        entropy.fill(&mut nonce);
        let head = head(field.id);
        let payload = Payload { msg: plain, aad: &bound(head, cell) };
        // Only a text of over 64 GB is refused, which no field of a database can hold; it would come back as
        // an empty text that never opens, rather than as a panic.
        let text = cipher(field).encrypt(&Nonce::from(nonce), payload).unwrap_or_default();
        [head.as_slice(), &nonce, &text].concat()
    }

    /// Opens what was sealed for this cell, with whichever key it was sealed.
    ///
    /// # Errors
    /// If it was changed by a single bit, stands in another cell, or its key is not here.
    pub fn open(&self, cell: Cell<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeysError> {
        let id = key_of(sealed).ok_or(KeysError::NotSealed)?;
        let field = self.0.fields.iter().find(|field| field.id == id).ok_or(KeysError::UnknownKey(id))?;
        let (nonce, text) = sealed[HEAD..].split_at(NONCE);
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| KeysError::NotSealed)?;
        let payload = Payload { msg: text, aad: &bound(head(id), cell) };
        let plain = cipher(field).decrypt(&Nonce::from(nonce), payload).map_err(|_| KeysError::Refused)?;
        Ok(Zeroizing::new(plain))
    }

    /// Opens what was sealed for this cell as text.
    ///
    /// # Errors
    /// As [`Keys::open`], and if it is not UTF-8.
    pub fn open_text(&self, cell: Cell<'_>, sealed: &[u8]) -> Result<Zeroizing<String>, KeysError> {
        let plain = self.open(cell, sealed)?;
        let text = std::str::from_utf8(&plain).map_err(|_| KeysError::NotText)?;
        Ok(Zeroizing::new(text.to_owned()))
    }

    /// Whether it was sealed with the newest field key. If not, seal it again some time.
    #[must_use]
    pub fn is_current(&self, sealed: &[u8]) -> bool {
        key_of(sealed) == Some(self.newest().id)
    }
}

fn key_of(sealed: &[u8]) -> Option<u16> {
    match sealed {
        [VERSION, high, low, rest @ ..] if rest.len() >= NONCE + TAG => {
            Some(u16::from_be_bytes([*high, *low]))
        }
        _ => None,
    }
}

fn head(id: u16) -> [u8; HEAD] {
    let [high, low] = id.to_be_bytes();
    [VERSION, high, low]
}

/// What is authenticated beside the text. Lengths keep `("ab", "c")` apart from `("a", "bc")`.
fn bound(head: [u8; HEAD], cell: Cell<'_>) -> Vec<u8> {
    let mut bound = head.to_vec();
    for part in [cell.table, cell.column, cell.row] {
        bound.extend_from_slice(&(part.len() as u64).to_be_bytes());
        bound.extend_from_slice(part.as_bytes());
    }
    bound
}

fn cipher(field: &FieldKey) -> Aes256GcmSiv {
    Aes256GcmSiv::new(&(*field.key).into())
}
