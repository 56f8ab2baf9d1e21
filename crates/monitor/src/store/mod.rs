//! What the monitor keeps: waves, responses and boundaries. Plain functions; the caller owns the transaction.

pub mod attachments;
pub mod boundaries;
pub mod cells;
pub mod examples;
pub mod forms;
pub mod mails;
pub mod plans;
pub mod questionnaires;
pub mod region;
pub mod responses;
pub mod runs;
pub mod shares;
pub mod sight;
pub mod threads;
pub mod waves;
pub mod youth;

#[cfg(test)]
mod tests;
