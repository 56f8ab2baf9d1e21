//! Chance from a seed. Only arithmetic that every machine does alike (no logarithm, no exponential), so
//! that the same seed gives the same answers everywhere.

use fastrand::Rng;

/// A stream of chances.
#[derive(Debug, Clone)]
pub struct Chance(Rng);

impl Chance {
    /// The stream that belongs to these numbers together.
    pub fn of(parts: &[u64]) -> Self {
        let seed = parts.iter().fold(0, |seed: u64, part| {
            // SplitMix64: seeds that differ in one bit give streams that have nothing in common.
            let mut mixed = (seed ^ part).wrapping_add(0x9e37_79b9_7f4a_7c15);
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            mixed ^ (mixed >> 31)
        });
        Self(Rng::with_seed(seed))
    }

    /// From 0 up to 1.
    pub fn share(&mut self) -> f64 {
        self.0.f64()
    }

    /// True in this share of cases.
    pub fn yes(&mut self, share: f64) -> bool {
        self.share() < share
    }

    /// Spread like a bell around 0 with standard deviation 1: the sum of six even chances.
    pub fn bell(&mut self) -> f64 {
        let sum: f64 = (0..6).map(|_| self.share()).sum();
        (sum - 3.0) * std::f64::consts::SQRT_2
    }

    /// `value` rounded up or down so that the mean stays, at most `limit`.
    pub fn count(&mut self, value: f64, limit: usize) -> usize {
        let step = self.share();
        (0..limit).take_while(|&below| value - below as f64 > step).count()
    }

    /// A position, each in proportion to its weight; the last one if all weights are zero.
    pub fn pick(&mut self, weights: &[f64]) -> usize {
        let mut left = self.share() * weights.iter().sum::<f64>();
        let found = weights.iter().position(|weight| {
            left -= weight;
            left < 0.0
        });
        found.unwrap_or(weights.len().saturating_sub(1))
    }
}

/// A number that belongs to a name and to nothing else (FNV-1a).
pub fn number(name: &str) -> u64 {
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    name.bytes().fold(0xcbf2_9ce4_8422_2325, fold)
}

/// A share from a height on the line: 0 is a half, and it never quite reaches 0 or 1.
pub fn share(height: f64) -> f64 {
    0.5 + 0.5 * height / (4.0 + height * height).sqrt()
}

/// The height that has this share: the inverse of [`share`].
pub fn height(share: f64) -> f64 {
    let from_half = (2.0 * share - 1.0).clamp(-0.99, 0.99);
    2.0 * from_half / (1.0 - from_half * from_half).sqrt()
}
