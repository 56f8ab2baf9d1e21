//! Time comes in from outside, so that every result can be made again.

use jiff::Timestamp;

/// Where "now" comes from. The binary gives the system's clock, a test a fixed one.
pub trait Clock: Send + Sync {
    /// The present moment, in UTC.
    fn now(&self) -> Timestamp;
}
