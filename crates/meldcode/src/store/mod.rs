//! What is kept: counts, and nothing else.

pub mod uses;
