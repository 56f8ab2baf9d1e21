#![doc = include_str!("../README.md")]

mod acts;
pub mod domain;
mod letters;
mod pages;
mod site;
mod store;

pub use pages::{demo_routes, routes};
pub use site::{Settings, Site};
