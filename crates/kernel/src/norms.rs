//! The norms that colour a score. Chosen by the makers of the 2014 monitor, not a pass mark.

use crate::Exact;

/// The two limits of a scoring rule; both limits themselves are in the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Norms {
    /// Scores below this are low.
    pub low_below: Exact,
    /// Scores above this are high.
    pub high_above: Exact,
}

/// Where a score stands: the colour, and the word beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Norm {
    /// Below the lower limit: red.
    Low,
    /// Between the limits, both included: orange.
    Middle,
    /// Above the upper limit: green.
    High,
}

impl Norm {
    /// Name in styles, charts and locale keys (`norm-low`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Middle => "middle",
            Self::High => "high",
        }
    }
}

impl Norms {
    /// Where the exact `score` stands; never decided on a rounded number.
    #[must_use]
    pub fn of(&self, score: Exact) -> Norm {
        if score < self.low_below {
            Norm::Low
        } else if score > self.high_above {
            Norm::High
        } else {
            Norm::Middle
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_limits_are_in_the_middle() {
        let norms = Norms { low_below: Exact::whole(25), high_above: Exact::whole(75) };
        assert_eq!(norms.of(Exact::new(99, 4)), Norm::Low);
        assert_eq!(norms.of(Exact::whole(25)), Norm::Middle);
        assert_eq!(norms.of(Exact::whole(75)), Norm::Middle);
        assert_eq!(norms.of(Exact::new(301, 4)), Norm::High);
    }
}
