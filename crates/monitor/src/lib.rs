//! Capability: what municipalities do about ten goals, scored, compared and published.

mod analysis;
pub mod definitions;
pub mod domain;
mod import;

#[cfg(test)]
mod published_2017_tests;
#[cfg(test)]
mod sample;
