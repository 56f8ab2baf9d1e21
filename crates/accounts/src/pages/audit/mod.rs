//! Who did what: for the privacy officer, and nobody else. Of the own organisation and those that went on in
//! it; in a national body of every organisation.

pub mod export;
pub mod filter;
pub mod person;
pub mod show;
pub mod words;
