//! Everything in a database as one stream of lines: what a backup and an export are made of.
//!
//! The lines are JSON, in UTF-8, each ended by a line feed:
//!
//! ```text
//! {"archive":{"format":"zicht/everything/1","program":"0.1.0","from":"sqlite","at":"...","step":4,"tables":{"people":2}}}
//! {"table":{"name":"people","columns":["id","name"]}}
//! ["0193...",{"hex":"01ab"}]
//! ["0194...",{"hex":"01cd"}]
//! {"end":{"table":"people","rows":2,"sha256":"..."}}
//! {"complete":{"tables":1,"rows":2,"sha256":"..."}}
//! ```
//!
//! A row is an array in the order of the columns: text as text, whole numbers as numbers, `null`, a fraction as
//! `{"real":"0.1"}` (its shortest exact form), bytes as `{"hex":"01ab"}`. `step` is the newest migration that
//! was done. The SHA-256 of a table is taken over its row lines with their line feeds; that of the whole over
//! the end lines. Tables come in order of name (only `audit_checkpoints` last), rows in order of primary key, so that
//! two databases with the same content give the same lines. Which tables and columns there are is read from the database itself:
//! none can be forgotten.

mod catalogue;
mod cell;
mod error;
mod file;
mod lines;
mod load;
mod lock;
mod put_back;
mod read;
mod sealed;
mod write;

#[cfg(test)]
mod tests;

pub use error::ArchiveError;
pub use file::write_private;
pub use lines::{Header, Totals};
pub use lock::{LockArgs, UnlockArgs, new_key};
pub use put_back::{PutBack, file_of, put_back};
pub use sealed::{open_plain, open_sealed, write_plain, write_sealed};
