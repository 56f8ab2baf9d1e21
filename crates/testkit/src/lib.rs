//! Databases and a clock for tests; never a normal dependency.
//!
//! A helper here panics when the test cannot go on: the message is the test's failure.
#![allow(clippy::expect_used, clippy::panic)]

mod clock;
mod databases;
mod entropy;

pub use clock::{FixedClock, HandClock};
pub use databases::{TestDatabase, databases, postgres, sqlite};
pub use entropy::SeededEntropy;
