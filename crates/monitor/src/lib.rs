//! Capability: what municipalities do about ten goals, scored, compared and published.

mod analysis;
mod archive;
mod commands;
pub mod definitions;
mod demo;
pub mod domain;
mod import;
mod pages;
mod report;
mod store;

pub use commands::Command;
pub use pages::{Site, routes};

#[cfg(test)]
mod published_2017_tests;
#[cfg(test)]
mod sample;
