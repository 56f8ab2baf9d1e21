#![doc = include_str!("../README.md")]

mod commands;
mod definitions;
mod demo;
mod domain;
mod pages;
mod paper;
mod seal;
mod site;
mod store;

pub use commands::Command;
pub use demo::fill as fill_demo;
pub use pages::routes;
pub use site::Site;

#[cfg(test)]
mod readability_tests;
