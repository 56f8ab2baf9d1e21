#![doc = include_str!("../README.md")]

mod acts;
pub mod domain;
mod letters;
mod oidc;
mod pages;
mod sign_in;
mod site;
mod store;

pub use pages::{demo_routes, routes};
pub use sign_in::gate;
pub use site::{Settings, Site};
