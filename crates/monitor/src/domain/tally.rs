//! How often each exact score occurs: means, quartiles and histograms without rounding and without
//! keeping every respondent.

use std::collections::HashMap;

use kernel::{Exact, Norm, Norms};

/// Classes of the histogram: 0 up to 5, 5 up to 10 and so on; the last one includes the maximum.
pub const CLASSES: usize = 20;

/// Counts scores while they stream past. Its size follows the number of different scores, not the
/// number of respondents.
#[derive(Debug, Clone, Default)]
pub struct Tally(HashMap<(i128, i128), u64>);

impl Tally {
    /// Counts one score.
    pub fn add(&mut self, score: Exact) {
        *self.0.entry(score.parts()).or_default() += 1;
    }

    /// Adds everything that `other` counted.
    pub fn merge(&mut self, other: &Self) {
        for (score, count) in &other.0 {
            *self.0.entry(*score).or_default() += count;
        }
    }

    /// The scores in order, ready to be summed up.
    #[must_use]
    pub fn distribution(&self) -> Distribution {
        let mut counts: Vec<(Exact, u64)> =
            self.0.iter().map(|(&(top, bottom), &count)| (Exact::from_parts(top, bottom), count)).collect();
        counts.sort_unstable_by_key(|&(score, _)| score);
        Distribution { count: counts.iter().map(|(_, count)| count).sum(), counts }
    }
}

/// Scores in ascending order, each with how often it occurs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Distribution {
    count: u64,
    counts: Vec<(Exact, u64)>,
}

/// First quartile, median and third quartile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quartiles {
    /// A quarter is at or below this.
    pub first: Exact,
    /// Half is at or below this.
    pub median: Exact,
    /// Three quarters are at or below this.
    pub third: Exact,
}

impl Distribution {
    /// How many were counted.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Each score with its count, ascending.
    #[must_use]
    pub fn counts(&self) -> &[(Exact, u64)] {
        &self.counts
    }

    /// The exact mean, or `None` of nobody.
    #[must_use]
    pub fn mean(&self) -> Option<Exact> {
        self.counts.iter().map(|&(score, count)| score.times(count)).sum::<Exact>().per(self.count)
    }

    /// Quartiles by linear interpolation between order statistics (method 7 of Hyndman and Fan, the
    /// default of R and of spreadsheets), exact; `None` of nobody.
    #[must_use]
    pub fn quartiles(&self) -> Option<Quartiles> {
        Some(Quartiles { first: self.quantile(1)?, median: self.quantile(2)?, third: self.quantile(3)? })
    }

    fn quantile(&self, quarters: u64) -> Option<Exact> {
        let steps = self.count.checked_sub(1)? * quarters;
        let low = self.nth(steps / 4)?;
        let high = self.nth((steps / 4 + 1).min(self.count - 1))?;
        Some(low + (high - low) * Exact::new(i64::try_from(steps % 4).unwrap_or(0), 4))
    }

    /// The score at a rank, counted from 0.
    fn nth(&self, rank: u64) -> Option<Exact> {
        let mut passed = 0;
        self.counts.iter().find_map(|&(score, count)| {
            passed += count;
            (passed > rank).then_some(score)
        })
    }

    /// How many are in each of the twenty classes of `maximum / 20` wide.
    #[must_use]
    pub fn histogram(&self, maximum: Exact) -> [u64; CLASSES] {
        let mut classes = [0; CLASSES];
        for &(score, count) in &self.counts {
            classes[class_of(score, maximum)] += count;
        }
        classes
    }

    /// How many are low, in the middle and high.
    #[must_use]
    pub fn colours(&self, norms: &Norms) -> [u64; 3] {
        let mut colours = [0; 3];
        for &(score, count) in &self.counts {
            let place = match norms.of(score) {
                Norm::Low => 0,
                Norm::Middle => 1,
                Norm::High => 2,
            };
            colours[place] += count;
        }
        colours
    }
}

/// The class of the histogram that `score` falls in.
#[must_use]
pub fn class_of(score: Exact, maximum: Exact) -> usize {
    (1..CLASSES).rev().find(|&class| score >= class_limit(class, maximum)).unwrap_or(0)
}

/// Where a class of the histogram begins.
#[must_use]
pub fn class_limit(class: usize, maximum: Exact) -> Exact {
    Exact::from_parts(class as i128, CLASSES as i128) * maximum
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tally(scores: &[Exact]) -> Distribution {
        let mut tally = Tally::default();
        for &score in scores {
            tally.add(score);
        }
        tally.distribution()
    }

    #[test]
    fn nobody_has_no_mean_and_no_quartiles() {
        assert_eq!(tally(&[]).mean(), None);
        assert_eq!(tally(&[]).quartiles(), None);
    }

    #[test]
    fn the_maximum_is_in_the_last_class_and_a_limit_in_the_class_above_it() {
        let classes =
            tally(&[Exact::whole(100), Exact::whole(25), Exact::new(99, 4)]).histogram(Exact::whole(100));
        assert_eq!((classes[19], classes[5], classes[4]), (1, 1, 1));
    }

    proptest! {
        #[test]
        fn mean_and_quartiles_are_those_of_the_sorted_list(quarters in prop::collection::vec(0_i64..=400, 1..60)) {
            let scores: Vec<Exact> = quarters.iter().map(|&n| Exact::new(n, 4)).collect();
            let mut sorted: Vec<f64> = quarters.iter().map(|&n| n as f64 / 4.0).collect();
            sorted.sort_by(f64::total_cmp);
            let slow = |quarters: usize| {
                let steps = (sorted.len() - 1) * quarters;
                let (low, high) = (sorted[steps / 4], sorted[steps.div_ceil(4)]);
                low + (high - low) * (steps % 4) as f64 / 4.0
            };
            let fast = tally(&scores);
            let quartiles = fast.quartiles().unwrap();
            prop_assert!((fast.mean().unwrap().to_f64() - sorted.iter().sum::<f64>() / sorted.len() as f64).abs() < 1e-9);
            prop_assert!((quartiles.first.to_f64() - slow(1)).abs() < 1e-9);
            prop_assert!((quartiles.median.to_f64() - slow(2)).abs() < 1e-9);
            prop_assert!((quartiles.third.to_f64() - slow(3)).abs() < 1e-9);
            prop_assert_eq!(fast.histogram(Exact::whole(100)).iter().sum::<u64>(), scores.len() as u64);
        }
    }
}
