#![doc = include_str!("../README.md")]

pub mod domain;
mod pages;
mod site;
mod store;

pub use pages::{demo_routes, routes};
pub use site::{Settings, Site};
