//! Signing in, with everything that leads to it without being signed in.

pub mod code;
pub mod confirm;
pub mod demo;
pub mod first;
pub mod leave;
pub mod passkey;
pub mod provider;
pub mod provider_logout;
