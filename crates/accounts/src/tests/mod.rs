//! Signing in as people and as who means ill, on both databases, through the router.

mod account;
mod api_keys;
mod clock;
mod commands;
mod delay;
mod directory;
mod first_time;
mod oidc;
mod provider;
mod renewal;
mod reset;
mod sign_in;
mod world;
