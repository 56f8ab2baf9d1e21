#![doc = include_str!("../README.md")]

mod acts;
mod commands;
mod demo;
mod directory;
pub mod domain;
mod first;
mod jobs;
mod letters;
mod oidc;
mod pages;
mod sign_in;
mod site;
mod store;

pub use acts::ActError;
pub use commands::{CommandError, SessionsCommand, UserCommand};
pub use demo::fill as fill_demo;
pub use directory::directory;
pub use first::{First, first_administrator};
pub use jobs::job_handlers;
pub use pages::{demo_routes, routes};
pub use sign_in::gate;
pub use site::{Settings, Site};

#[cfg(test)]
mod tests;
