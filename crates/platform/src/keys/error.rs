//! What can be wrong with keys, and with what was sealed by them.

use thiserror::Error;

/// Keys that cannot be used, or something that they do not open. No message holds a secret.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum KeysError {
    /// The file cannot be read or written.
    #[error("The key file {file} cannot be used: {reason}.")]
    File {
        /// The path as the user gave it.
        file: String,
        /// What the system said.
        reason: String,
    },
    /// Others than its owner can read the file.
    #[error(
        "The key file {file} can be read by other users of this machine (mode {mode:o}). Make it yours alone: chmod 600 {file}"
    )]
    Open {
        /// The path as the user gave it.
        file: String,
        /// The permission bits.
        mode: u32,
    },
    /// The text is not TOML, or has other keys than it should. The text itself is not repeated.
    #[error("The keys cannot be read: line {line} is not as `zicht init` writes it.")]
    Form {
        /// Counted from 1.
        line: usize,
    },
    /// A value is not a key.
    #[error("The keys cannot be read: {0} is not a key of 64 hexadecimal characters.")]
    NotAKey(&'static str),
    /// There is no key for fields, two have the same number, or one is out of order.
    #[error(
        "The keys cannot be read: the field keys must be there, each with a number above that of the one before it."
    )]
    Order,
    /// No further number is free.
    #[error("There are too many field keys; take those that nothing is sealed with out of the key file.")]
    TooMany,
    /// The text is not a public key.
    #[error(
        "This is not a public key: give the 64 hexadecimal characters that `zicht audit show-key` prints."
    )]
    NotPublic,
    /// The bytes were never sealed, or by a newer program.
    #[error("A sealed field cannot be read: it does not have the form of one.")]
    NotSealed,
    /// The field was sealed with a key that is not in the file.
    #[error("A sealed field cannot be opened: field key {0} is not among the keys.")]
    UnknownKey(u16),
    /// The field was changed, stands in another place than it was sealed for, or the key is another one.
    #[error("A sealed field cannot be opened: it was changed or moved, or these are not its keys.")]
    Refused,
    /// The opened field is not text.
    #[error("A sealed field cannot be read: it is not text.")]
    NotText,
}
