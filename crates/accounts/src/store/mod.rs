//! SQL in plain functions over one connection; the caller owns the transaction.

pub mod ceremonies;
pub mod identities;
pub mod links;
pub mod passkeys;
pub mod passwords;
pub mod recovery;
pub mod sessions;
pub mod totp;

/// A stored text that is not what its column holds.
fn damaged(column: &'static str) -> sqlx::Error {
    sqlx::Error::Decode(format!("a damaged value in {column}").into())
}
