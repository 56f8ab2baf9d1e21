//! A signature under the chain as it is: whoever keeps one elsewhere can later prove that nothing before it
//! was changed, and that nothing was cut off.

use ed25519_dalek::{Signature, Signer as _, VerifyingKey};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::record::{lock, text};
use super::{Event, Who, record};
use crate::keys::{Keys, key_id};
use crate::{Connection, DatabaseError, hex};

/// The end of the chain at one moment, signed. As JSON it can be kept anywhere: there is nothing secret in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// The number of the last event.
    pub seq: i64,
    /// When it was signed.
    pub at: String,
    /// The hash of that event, which stands for all before it.
    pub hash: String,
    /// The name of the key that signed, see [`key_id`].
    #[serde(rename = "key")]
    pub key_id: String,
    /// The Ed25519 signature, 128 hexadecimal characters.
    pub signature: String,
}

/// What a signature is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    /// It is right.
    Yes,
    /// It is not: what it was put under was changed.
    No,
    /// It was made with a key that we do not know.
    Foreign,
}

/// Signs the end of the chain, and records that. `None` if there are no events yet.
///
/// Call it first in its transaction and nothing else in it: what is signed must not be undone afterwards. The
/// checkpoint is also written to the log, which on most machines is kept elsewhere.
pub async fn checkpoint(
    db: &mut Connection,
    keys: &Keys,
    now: Timestamp,
    who: Who,
) -> Result<Option<Checkpoint>, DatabaseError> {
    let head = lock(db).await?;
    if head.seq == 0 {
        return Ok(None);
    }
    let checkpoint = Checkpoint::sign(keys, head.seq, text(now), head.hash);
    sqlx::query(
        "insert into audit_checkpoints (seq, at, hash, key_id, signature) values ($1, $2, $3, $4, $5)",
    )
    .bind(checkpoint.seq)
    .bind(&checkpoint.at)
    .bind(&checkpoint.hash)
    .bind(&checkpoint.key_id)
    .bind(&checkpoint.signature)
    .execute(&mut *db)
    .await?;
    let event = Event::new("audit.checkpoint", now, who)
        .about("event", checkpoint.seq)
        .detail(json!({ "hash": checkpoint.hash, "key": checkpoint.key_id }));
    record(db, &event).await?;
    let Checkpoint { seq, at, hash, key_id, signature } = &checkpoint;
    tracing::info!(seq, at, hash, key = key_id, signature, "audit checkpoint");
    Ok(Some(checkpoint))
}

impl Checkpoint {
    /// Reads the JSON of one; `None` if it is not one.
    #[must_use]
    pub fn from_json(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// As one line of JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        json!(self).to_string()
    }

    /// Whether one of these keys signed it as it is.
    #[must_use]
    pub fn signed(&self, keys: &[VerifyingKey]) -> Signed {
        check(keys, &self.key_id, &self.signature, &self.message())
    }

    fn sign(keys: &Keys, seq: i64, at: String, hash: String) -> Self {
        let mut checkpoint = Self { seq, at, hash, key_id: String::new(), signature: String::new() };
        (checkpoint.key_id, checkpoint.signature) = sign(keys, &checkpoint.message());
        checkpoint
    }

    /// What is signed; the first line keeps it apart from everything else that is signed with the same key.
    fn message(&self) -> String {
        format!("zicht audit checkpoint 1\n{}\n{}\n{}", self.seq, self.at, self.hash)
    }
}

/// The name of the signing key, and its signature under a message.
pub fn sign(keys: &Keys, message: &str) -> (String, String) {
    let signature = keys.signing().sign(message.as_bytes());
    (key_id(&keys.verifying()), hex::encode(&signature.to_bytes()))
}

/// What a signature under a message is worth.
pub fn check(keys: &[VerifyingKey], id: &str, signature: &str, message: &str) -> Signed {
    let Some(key) = keys.iter().find(|key| key_id(key) == id) else { return Signed::Foreign };
    let signature = hex::decode(signature).map(|bytes| Signature::from_bytes(&bytes));
    match signature {
        Some(signature) if key.verify_strict(message.as_bytes(), &signature).is_ok() => Signed::Yes,
        _ => Signed::No,
    }
}
