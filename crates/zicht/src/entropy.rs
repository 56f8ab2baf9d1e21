//! The one place that asks the machine for chance.

use kernel::Entropy;

/// Unpredictable bytes of the operating system.
#[derive(Debug, Clone, Copy)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    #[expect(clippy::expect_used, reason = "a system without chance can make no key or token: stop at once")]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives unpredictable bytes");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_filling_is_another() {
        let (mut one, mut two) = ([0; 32], [0; 32]);
        SystemEntropy.fill(&mut one);
        SystemEntropy.fill(&mut two);
        assert_ne!(one, two);
        assert_ne!(one, [0; 32]);
    }
}
