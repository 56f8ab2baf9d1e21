//! Signing in at an OpenID provider: OpenID Connect Core 1.0 with PKCE, and Back-Channel Logout 1.0.

pub mod arrival;
pub mod departure;
mod http;
pub mod jwt;
pub mod known;
pub mod logout_token;
#[cfg(test)]
mod outside_tests;
pub mod roles;

pub use known::Providers;
