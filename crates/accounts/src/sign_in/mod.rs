//! Signing in: what happens between the form and the session.

pub mod attempts;
pub mod ceremony;
pub mod cookies;
pub mod enrol;
pub mod events;
mod gate;
pub mod hashing;
pub mod known_device;
pub mod notices;
pub mod passkeys;
pub mod password;
pub mod reset;
pub mod second_step;
pub mod session;

pub use gate::gate;
