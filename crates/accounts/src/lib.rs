#![doc = include_str!("../README.md")]

mod acts;
mod demo;
pub mod domain;
mod letters;
mod oidc;
mod pages;
mod sign_in;
mod site;
mod store;
mod work;

pub use acts::ActError;
pub use demo::fill as fill_demo;
pub use pages::{demo_routes, routes};
pub use sign_in::gate;
pub use site::{Settings, Site};
pub use work::job_handlers;
