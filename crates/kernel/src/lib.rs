#![doc = include_str!("../README.md")]

mod clock;
mod exact;
mod finding;
mod lang;
mod norms;
mod permission;

pub use clock::Clock;
pub use exact::{Exact, ExactError, Points};
pub use finding::{Finding, Place, Severity};
pub use lang::{Lang, Text};
pub use norms::{Norm, Norms};
pub use permission::Permission;
