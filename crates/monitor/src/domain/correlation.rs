//! Pearson's correlation between a score and a grade, with its uncertainty.

use kernel::Exact;
use statrs::distribution::{ContinuousCDF, StudentsT};

/// Pearson's r with what is needed to judge it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// Pearson's r, -1 to 1.
    pub r: f64,
    /// Number of pairs.
    pub n: u64,
    /// 95% confidence interval by Fisher's z; absent below four pairs or when r is exactly 1 or -1.
    pub interval: Option<(f64, f64)>,
    /// Two-sided p-value against r = 0 by Student's t with n - 2 degrees of freedom; absent below three pairs.
    pub p: Option<f64>,
}

/// Correlates weighted pairs (score, grade, how often). `None` when there is no spread in one of them,
/// or fewer than two pairs: then r does not exist.
#[must_use]
pub fn correlate(pairs: &[(Exact, u8, u64)]) -> Option<Correlation> {
    let n: u64 = pairs.iter().map(|(_, _, count)| count).sum();
    let weight = n as f64;
    let mean = |value: &dyn Fn(&(Exact, u8, u64)) -> f64| {
        pairs.iter().map(|pair| value(pair) * pair.2 as f64).sum::<f64>() / weight
    };
    let score = |pair: &(Exact, u8, u64)| pair.0.to_f64();
    let grade = |pair: &(Exact, u8, u64)| f64::from(pair.1);
    let (mean_score, mean_grade) = (mean(&score), mean(&grade));
    let (mut both, mut scores, mut grades) = (0.0, 0.0, 0.0);
    for pair in pairs {
        let (x, y, count) = (score(pair) - mean_score, grade(pair) - mean_grade, pair.2 as f64);
        both += x * y * count;
        scores += x * x * count;
        grades += y * y * count;
    }
    let r = both / (scores.sqrt() * grades.sqrt());
    if n < 2 || !r.is_finite() || scores < 1e-12 || grades < 1e-12 {
        return None;
    }
    let r = r.clamp(-1.0, 1.0);
    Some(Correlation { r, n, interval: interval(r, weight), p: p_value(r, weight) })
}

fn interval(r: f64, n: f64) -> Option<(f64, f64)> {
    let half = 1.959_963_984_540_054 / (n - 3.0).sqrt();
    let z = r.atanh();
    (n > 3.0 && z.is_finite()).then(|| ((z - half).tanh(), (z + half).tanh()))
}

fn p_value(r: f64, n: f64) -> Option<f64> {
    if n < 3.0 {
        return None;
    }
    let t = r.abs() * ((n - 2.0) / (1.0 - r * r)).sqrt();
    if !t.is_finite() {
        return Some(0.0);
    }
    Some(2.0 * StudentsT::new(0.0, 1.0, n - 2.0).ok()?.sf(t))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line_correlates_fully_and_a_flat_one_not_at_all() {
        let line: Vec<_> = (1..=6_u8).map(|grade| (Exact::whole(i64::from(grade) * 10), grade, 1)).collect();
        let full = correlate(&line).unwrap();
        assert!((full.r - 1.0).abs() < 1e-12);
        assert_eq!(correlate(&[(Exact::whole(10), 5, 3), (Exact::whole(10), 7, 3)]), None);
        assert_eq!(correlate(&[]), None);
    }

    #[test]
    fn matches_figures_worked_out_by_hand() {
        // x = 1..5, y = 2 1 4 3 5: r = 0.8, t = 2.3094, p = 0.10409 (3 degrees of freedom).
        let pairs: Vec<_> =
            [(1, 2), (2, 1), (3, 4), (4, 3), (5, 5)].map(|(x, y)| (Exact::whole(x), y, 1)).to_vec();
        let found = correlate(&pairs).unwrap();
        assert!((found.r - 0.8).abs() < 1e-12);
        assert!((found.p.unwrap() - 0.104_088).abs() < 1e-5);
        let (low, high) = found.interval.unwrap();
        assert!((low - -0.279_637).abs() < 1e-4 && (high - 0.986_196).abs() < 1e-4);
    }
}
