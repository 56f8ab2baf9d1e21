//! The form in which an event is hashed, and the hash.
//!
//! Every column is in it, in the order of the table, each with its length before it, so that no two events
//! have the same form: `seq;` and then `length:text` or `~` for nothing. SQL builds the same text when the
//! trail is verified ([`CANONICAL`]), so the two stand beside each other here.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::hex;

/// Comes before the first event.
pub const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The columns between `seq` and `hash`, in order.
pub const COLUMNS: usize = 12;

/// [`canonical`] in SQL, for both databases.
pub const CANONICAL: &str = "seq || ';'
    || octet_length(at) || ':' || at
    || octet_length(actor_kind) || ':' || actor_kind
    || coalesce(octet_length(actor) || ':' || actor, '~')
    || coalesce(octet_length(on_behalf_of) || ':' || on_behalf_of, '~')
    || coalesce(octet_length(organisation) || ':' || organisation, '~')
    || octet_length(kind) || ':' || kind
    || coalesce(octet_length(about_kind) || ':' || about_kind, '~')
    || coalesce(octet_length(about) || ':' || about, '~')
    || coalesce(octet_length(reason) || ':' || reason, '~')
    || octet_length(detail) || ':' || detail
    || coalesce(octet_length(request) || ':' || request, '~')
    || octet_length(keep_until) || ':' || keep_until";

/// The text of an event that is hashed.
pub fn canonical(seq: i64, columns: &[Option<&str>; COLUMNS]) -> String {
    let mut text = String::with_capacity(320);
    // Writing to a String can't fail.
    let _ = write!(text, "{seq};");
    for column in columns {
        match column {
            Some(value) => {
                let _ = write!(text, "{}:{value}", value.len());
            }
            None => text.push('~'),
        }
    }
    text
}

/// The hash of an event: SHA-256 over the hash before it and its own text.
pub fn hash(previous: &str, canonical: &str) -> String {
    let mut hasher = Sha256::new();
    hasher.update(previous);
    hasher.update(canonical);
    hex::encode(&hasher.finalize())
}
