//! Chance that gives the same bytes in every run.

use std::sync::Mutex;

use kernel::Entropy;

/// Bytes from a seed: unpredictable enough for tests, the same each time.
#[derive(Debug)]
pub struct SeededEntropy(Mutex<fastrand::Rng>);

impl SeededEntropy {
    /// Starts at `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(fastrand::Rng::with_seed(seed)))
    }
}

impl Entropy for SeededEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.lock().expect("no test panics while it fills bytes").fill(bytes);
    }
}
