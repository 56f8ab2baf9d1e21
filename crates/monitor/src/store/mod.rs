//! What the monitor keeps: waves, responses and boundaries. Plain functions; the caller owns the transaction.

pub mod boundaries;
pub mod responses;
pub mod waves;

#[cfg(test)]
mod tests;
