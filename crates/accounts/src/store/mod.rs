//! SQL in plain functions over one connection; the caller owns the transaction.

pub mod api_keys;
pub mod ceremonies;
pub mod checkpoints;
pub mod demo;
pub mod home;
pub mod identities;
pub mod links;
pub mod memberships;
pub mod organisations;
pub mod passkeys;
pub mod passwords;
pub mod people;
pub mod recovery;
pub mod sessions;
pub mod totp;
pub mod ways;

use jiff::Timestamp;
use jiff::civil::Date;
use platform::{DatabaseError, KeysError};

/// What can go wrong where sealed fields are read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A statement failed.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// A sealed field does not open.
    #[error(transparent)]
    Keys(#[from] KeysError),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error.into())
    }
}

/// The day of a moment, in the Netherlands: from when until when roles and organisations count.
#[must_use]
pub fn day(moment: Timestamp) -> Date {
    kernel::dutch_day(moment)
}

/// A stored text that is not what its column holds.
fn damaged(column: &'static str) -> sqlx::Error {
    sqlx::Error::Decode(format!("a damaged value in {column}").into())
}
