//! Types and rules: no clock, no database, no pages.

pub mod api_keys;
pub mod codes;
pub mod delay;
pub mod device;
pub mod links;
pub mod mergers;
pub mod organisations;
pub mod password;
pub mod people;
pub mod roles;
pub mod sessions;
pub mod token;
pub mod totp;
pub mod visible;
pub mod ways;
