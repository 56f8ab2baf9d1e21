//! The keys as a file: TOML that an administrator can recognise, and that only its owner can read.

use std::fmt::Write as _;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::sync::Arc;

use ed25519_dalek::SigningKey;
use serde::Deserialize;
use zeroize::{Zeroize as _, Zeroizing};

use super::{FieldKey, Inner, Keys, KeysError, Secret, key_id, public_text, read_public};
use crate::hex;

/// More than any key file has.
const MOST: u64 = 1 << 20;

const COMMENT: &str = "\
# The keys of this installation of Zicht. Who has this file and the database reads everything in it.
# Keep a copy in a safe place, apart from the backups of the database: without these keys the names and
# addresses in it are lost for good. Never change a key by hand.
";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    index: String,
    mac: String,
    signing: String,
    #[serde(default)]
    signed_before: Vec<String>,
    field: Vec<Field>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Field {
    id: u16,
    key: String,
}

impl Drop for File {
    fn drop(&mut self) {
        for text in [&mut self.index, &mut self.mac, &mut self.signing] {
            text.zeroize();
        }
        self.field.iter_mut().for_each(|field| field.key.zeroize());
    }
}

impl Keys {
    /// Reads a key file.
    ///
    /// # Errors
    /// If it is not there, has something else in it, or can be read by others than its owner. A group may
    /// read it if root owns it: then the program can use its keys and not change them.
    pub fn read(path: &Path) -> Result<Self, KeysError> {
        let refuse = |error: std::io::Error| refused(path, &error);
        // Opened once, so that what is checked is what is read.
        let file = fs::File::open(path).map_err(refuse)?;
        for_owner_only(path, &file.metadata().map_err(refuse)?)?;
        let mut text = Zeroizing::new(String::new());
        file.take(MOST).read_to_string(&mut text).map_err(refuse)?;
        Self::from_toml(&text)
    }

    /// Reads the text of a key file.
    ///
    /// # Errors
    /// If it is not one. The message never repeats the text.
    pub fn from_toml(text: &str) -> Result<Self, KeysError> {
        let file: File = toml::from_str(text).map_err(|error| KeysError::Form {
            line: error.span().map_or(1, |span| line(text, span.start)),
        })?;
        let fields = file
            .field
            .iter()
            .map(|field| Ok(FieldKey { id: field.id, key: key("a field key", &field.key)? }))
            .collect::<Result<Vec<_>, KeysError>>()?;
        if fields.is_empty() || !fields.is_sorted_by(|before, after| before.id < after.id) {
            return Err(KeysError::Order);
        }
        Ok(Self(Arc::new(Inner {
            fields,
            index: key("index", &file.index)?,
            mac: key("mac", &file.mac)?,
            signing: SigningKey::from_bytes(&*key("signing", &file.signing)?),
            earlier: file.signed_before.iter().map(|text| read_public(text)).collect::<Result<_, _>>()?,
        })))
    }

    /// The text of a key file. Wiped when dropped: write it with [`Keys::write`], never print it.
    #[must_use]
    pub fn to_toml(&self) -> Zeroizing<String> {
        let keys = &self.0;
        // Room for all of it at once: a text that grows leaves copies of its beginning in memory.
        let mut text =
            Zeroizing::new(String::with_capacity(2048 + 128 * keys.fields.len() + 128 * keys.earlier.len()));
        text.push_str(COMMENT);
        // Writing to a String can't fail.
        let _ = writeln!(text, "\n# Finds sealed fields without opening them.");
        let _ = writeln!(text, "index = \"{}\"", *shown(&keys.index));
        let _ = writeln!(text, "\n# Authenticates forms and the like.");
        let _ = writeln!(text, "mac = \"{}\"", *shown(&keys.mac));
        let _ = writeln!(text, "\n# Signs the audit trail. Its public key is {}.", key_id(&self.verifying()));
        let _ = writeln!(text, "signing = \"{}\"", *Zeroizing::new(hex::encode(keys.signing.as_bytes())));
        if !keys.earlier.is_empty() {
            let earlier: Vec<_> =
                keys.earlier.iter().map(|key| format!("\"{}\"", public_text(key))).collect();
            let _ = writeln!(text, "\n# Public keys that signed before it.");
            let _ = writeln!(text, "signed_before = [{}]", earlier.join(", "));
        }
        let _ = writeln!(text, "\n# Seal fields. The last one seals, all of them open.");
        for field in &keys.fields {
            let _ = writeln!(text, "[[field]]\nid = {}\nkey = \"{}\"\n", field.id, *shown(&field.key));
        }
        text
    }

    /// Writes a new key file that only its owner can read.
    ///
    /// # Errors
    /// If there is a file already: keys are never overwritten. Or if it cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), KeysError> {
        let refuse = |error: std::io::Error| refused(path, &error);
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path).map_err(refuse)?;
        file.write_all(self.to_toml().as_bytes()).map_err(refuse)?;
        // On the disk before anything is sealed with them.
        file.sync_all().map_err(refuse)
    }
}

fn refused(path: &Path, error: &std::io::Error) -> KeysError {
    let reason = match error.kind() {
        std::io::ErrorKind::NotFound => "it is not there".to_owned(),
        std::io::ErrorKind::AlreadyExists => "it is there already, and keys are never overwritten".to_owned(),
        std::io::ErrorKind::InvalidData => "it is not text".to_owned(),
        _ => error.to_string(),
    };
    KeysError::File { file: path.display().to_string(), reason }
}

/// The rule that PostgreSQL has for its private key.
#[cfg(unix)]
fn for_owner_only(path: &Path, metadata: &fs::Metadata) -> Result<(), KeysError> {
    use std::os::unix::fs::MetadataExt as _;
    let mode = metadata.mode() & 0o777;
    let allowed = if metadata.uid() == 0 { 0o740 } else { 0o700 };
    if mode & !allowed == 0 {
        Ok(())
    } else {
        Err(KeysError::Open { file: path.display().to_string(), mode })
    }
}

#[cfg(not(unix))]
fn for_owner_only(_: &Path, _: &fs::Metadata) -> Result<(), KeysError> {
    Ok(())
}

fn key(name: &'static str, text: &str) -> Result<Secret, KeysError> {
    hex::decode(text).map(Zeroizing::new).ok_or(KeysError::NotAKey(name))
}

fn shown(key: &Secret) -> Zeroizing<String> {
    Zeroizing::new(hex::encode(key.as_slice()))
}

fn line(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|&&byte| byte == b'\n').count() + 1
}
