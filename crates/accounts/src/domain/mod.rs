//! Types and rules: no clock, no database, no pages.

pub mod mergers;
pub mod organisations;
pub mod people;
pub mod roles;
pub mod visible;
