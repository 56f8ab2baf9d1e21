//! Whether somebody's score can be worked out from the sums of several groups: by subtracting groups from one another
//! in whatever way, by everybody, or by one participant who knows the own score (ADR 0010).
//!
//! What groups tell is a set of sums over unknown scores. A score is told if some combination of those sums holds it
//! alone; it is told to one insider if a combination holds it and one other score. Both are read from the reduced rows
//! of the sums, so that every combination is looked at, not only differences of two.

use std::collections::BTreeMap;

/// Arithmetic is done modulo this prime (2^61 - 1): exact, and never too large.
const PRIME: u64 = (1 << 61) - 1;

/// The first unknown that can be worked out by everybody or by one insider. `sums` are the groups that are shown, each
/// with the positions of its unknown members; `unknowns` is how many there are in all.
#[must_use]
pub fn told(sums: &[Vec<usize>], unknowns: usize) -> Option<usize> {
    let reduced = reduce(sums, unknowns);
    let pivots: Vec<usize> = reduced.iter().map(|(pivot, _)| *pivot).collect();
    let mut seen: BTreeMap<Vec<(usize, u64)>, usize> = BTreeMap::new();
    for (pivot, row) in &reduced {
        let free: Vec<(usize, u64)> = (0..unknowns)
            .filter(|at| row[*at] != 0 && !pivots.contains(at))
            .map(|at| (at, row[at]))
            .collect();
        // Alone, or beside one other unknown.
        if free.len() < 2 {
            return Some(*pivot);
        }
        // Two rows that differ by a factor hold, subtracted, only their two pivots.
        let scale = inverse(free[0].1);
        let shape = free.into_iter().map(|(at, value)| (at, times(value, scale))).collect();
        if seen.insert(shape, *pivot).is_some() {
            return Some(*pivot);
        }
    }
    None
}

/// The rows of the sums, reduced: each pivot stands in its own row only.
fn reduce(sums: &[Vec<usize>], unknowns: usize) -> Vec<(usize, Vec<u64>)> {
    let mut reduced: Vec<(usize, Vec<u64>)> = Vec::new();
    for sum in sums {
        let mut row = vec![0; unknowns];
        for &at in sum {
            if let Some(cell) = row.get_mut(at) {
                *cell = 1;
            }
        }
        for (pivot, known) in &reduced {
            let factor = row[*pivot];
            subtract(&mut row, known, factor);
        }
        let Some(pivot) = row.iter().position(|cell| *cell != 0) else { continue };
        let scale = inverse(row[pivot]);
        for cell in &mut row {
            *cell = times(*cell, scale);
        }
        for (_, known) in &mut reduced {
            let factor = known[pivot];
            subtract(known, &row, factor);
        }
        reduced.push((pivot, row));
    }
    reduced
}

/// Takes `factor` times `other` from `row`.
fn subtract(row: &mut [u64], other: &[u64], factor: u64) {
    if factor == 0 {
        return;
    }
    for (cell, value) in row.iter_mut().zip(other).filter(|(_, value)| **value != 0) {
        *cell = (*cell + PRIME - times(*value, factor)) % PRIME;
    }
}

fn times(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b) % u128::from(PRIME);
    u64::try_from(product).unwrap_or(0)
}

/// By Fermat: `value` to the power of the prime less two.
fn inverse(value: u64) -> u64 {
    let (mut result, mut base, mut power) = (1, value, PRIME - 2);
    while power > 0 {
        if power & 1 == 1 {
            result = times(result, base);
        }
        base = times(base, base);
        power >>= 1;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_group_of_three_unknowns_tells_nothing_and_one_of_two_tells_an_insider() {
        assert_eq!(told(&[vec![0, 1, 2]], 3), None);
        assert_eq!(told(&[vec![0, 1]], 3), Some(0));
        assert_eq!(told(&[vec![4]], 5), Some(4));
        assert_eq!(told(&[], 3), None);
        assert_eq!(told(&[vec![]], 0), None);
    }

    #[test]
    fn two_groups_that_differ_by_one_or_two_tell() {
        assert!(told(&[vec![0, 1, 2, 3], vec![0, 1, 2]], 4).is_some());
        assert!(told(&[vec![0, 1, 2, 3, 4], vec![0, 1, 2]], 5).is_some());
        assert!(told(&[vec![0, 1, 2, 3], vec![1, 2, 3, 4]], 5).is_some(), "one for another");
        assert_eq!(told(&[vec![0, 1, 2, 3, 4, 5], vec![0, 1, 2]], 6), None);
    }

    #[test]
    fn three_groups_can_tell_what_no_two_of_them_do() {
        let sums = [vec![0, 1, 2, 3, 4, 5, 6], vec![0, 1, 2], vec![3, 4, 5]];
        assert_eq!(told(&sums[..2], 7), None);
        assert!(told(&sums, 7).is_some());
    }

    proptest! {
        #[test]
        fn no_small_combination_of_groups_that_tell_nothing_holds_one_or_two(
            sums in prop::collection::vec(prop::collection::btree_set(0_usize..12, 0..12), 1..6)
        ) {
            let sums: Vec<Vec<usize>> = sums.into_iter().map(|sum| sum.into_iter().collect()).collect();
            let quiet = told(&sums, 12).is_none();
            // Every combination with factors -2 to 2, the slow way.
            let all = 5_usize.pow(u32::try_from(sums.len()).unwrap());
            let tells = (0..all).any(|choice| {
                let mut held = [0_i64; 12];
                for (at, sum) in sums.iter().enumerate() {
                    let factor = i64::try_from(choice / 5_usize.pow(u32::try_from(at).unwrap()) % 5).unwrap() - 2;
                    for &unknown in sum {
                        held[unknown] += factor;
                    }
                }
                (1..=2).contains(&held.iter().filter(|factor| **factor != 0).count())
            });
            prop_assert!(!(quiet && tells));
        }
    }
}
