//! Chance comes in from outside, as time does.

/// Where unpredictable bytes come from. The binary gives the operating system's, a test a seeded one.
pub trait Entropy: Send + Sync {
    /// Fills `bytes` with bytes that nobody can guess.
    fn fill(&self, bytes: &mut [u8]);
}
