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

/// What the log says of one.
const LOGGED: &str = "audit checkpoint";

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
    tracing::info!(seq, at, hash, key = key_id, signature, "{LOGGED}");
    Ok(Some(checkpoint))
}

impl Checkpoint {
    /// Reads the JSON of one; `None` if it is not one.
    #[must_use]
    pub fn from_json(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Reads the line of the log that tells of one, in either form, also with something of another program before
    /// it; `None` if it is not such a line.
    #[must_use]
    pub fn from_log(line: &str) -> Option<Self> {
        let from_brace = line.find('{').and_then(|at| line.get(at..)).unwrap_or_default();
        if let Ok(fields) = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(from_brace) {
            let text = |name: &str| fields.get(name)?.as_str().map(str::to_owned);
            let is_one = text("message").is_some_and(|message| message == LOGGED);
            let seq = fields.get("seq")?.as_i64().filter(|_| is_one)?;
            return Self::of(seq, text);
        }
        let (_, fields) = line.split_once(LOGGED)?;
        let text = |name: &str| {
            let mut fields = fields.split_whitespace().filter_map(|field| field.split_once('='));
            fields.find(|(key, _)| *key == name).map(|(_, value)| value.trim_matches('"').to_owned())
        };
        Self::of(text("seq")?.parse().ok()?, text)
    }

    fn of(seq: i64, text: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let (at, hash) = (text("at")?, text("hash")?);
        Some(Self { seq, at, hash, key_id: text("key")?, signature: text("signature")? })
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_of_the_log_is_the_checkpoint_that_it_tells_of() {
        let checkpoint = Checkpoint {
            seq: 7,
            at: "2026-11-22T12:00:00.000Z".to_owned(),
            hash: "ab".repeat(32),
            key_id: "0123456789abcdef".to_owned(),
            signature: "cd".repeat(64),
        };
        let Checkpoint { seq, at, hash, key_id, signature } = &checkpoint;
        let fields =
            format!("seq={seq} at=\"{at}\" hash=\"{hash}\" key=\"{key_id}\" signature=\"{signature}\"");
        let json = format!(
            "{{\"timestamp\":\"x\",\"level\":\"INFO\",\"message\":\"audit checkpoint\",\"seq\":{seq},\
             \"at\":\"{at}\",\"hash\":\"{hash}\",\"key\":\"{key_id}\",\"signature\":\"{signature}\",\
             \"target\":\"platform\"}}"
        );
        for line in [
            format!("2026-11-22T12:00:00.1Z  INFO audit checkpoint {fields}"),
            json.clone(),
            format!("nov 22 13:00:00 server zicht[123]: {json}"),
        ] {
            assert_eq!(Checkpoint::from_log(&line).as_ref(), Some(&checkpoint), "{line}");
        }
        assert_eq!(Checkpoint::from_log(&json.replace("audit checkpoint", "something else")), None);
        assert_eq!(Checkpoint::from_log(&format!("INFO something else {fields}")), None);
    }

    proptest! {
        #[test]
        fn no_line_breaks_the_reading(line in ".{0,80}", rest in "[a-z=\"{}0-9 ]{0,60}") {
            let _ = Checkpoint::from_log(&line);
            let _ = Checkpoint::from_log(&format!("audit checkpoint {rest}"));
        }
    }
}
