//! Which groups may be shown: from five, and only if what is left is nobody or at least five too.
//!
//! Otherwise a mean would tell the score of one municipality that did not agree to be named
//! (contract 6 in `docs/architecture.md`).

/// The smallest group whose figures may be seen.
pub const SMALLEST: u64 = 5;

/// A group in a partition of everybody: how many took part, and how many of them have no name shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// How many took part.
    pub count: u64,
    /// How many of these did not agree to be shown by name.
    pub unnamed: u64,
}

impl Size {
    /// A group of which nobody is shown by name.
    #[must_use]
    pub const fn unnamed(count: u64) -> Self {
        Self { count, unnamed: count }
    }

    /// Whether the group on its own is safe: nobody took part, or at least five did and no single
    /// unnamed one can be worked out from the named ones.
    fn is_safe(self) -> bool {
        self.count == 0 || (self.count >= SMALLEST && self.unnamed != 1)
    }
}

/// For each group of a partition whether its figures may be shown.
///
/// Groups that are too small are withheld first; while what is withheld together is fewer than five,
/// the next smallest group is withheld as well, since the rest could be worked out from the whole.
#[must_use]
pub fn shown(sizes: &[Size]) -> Vec<bool> {
    let mut shown: Vec<bool> = sizes.iter().map(|size| size.is_safe()).collect();
    loop {
        let withheld: u64 =
            sizes.iter().zip(&shown).filter(|(_, shown)| !**shown).map(|(size, _)| size.count).sum();
        if withheld == 0 || withheld >= SMALLEST {
            return shown;
        }
        let smallest =
            (0..sizes.len()).filter(|&at| shown[at] && sizes[at].count > 0).min_by_key(|&at| sizes[at].count);
        match smallest {
            Some(at) => shown[at] = false,
            None => return shown,
        }
    }
}

/// Whether one group out of a whole may be shown: itself and the rest are both safe.
#[must_use]
pub fn may_show(group: Size, whole: Size) -> bool {
    let rest = Size {
        count: whole.count.saturating_sub(group.count),
        unnamed: whole.unnamed.saturating_sub(group.unnamed),
    };
    group.count > 0 && group.is_safe() && rest.is_safe()
}

/// Joins neighbours in an ordered partition (size classes) until every group may be shown: ranges of
/// positions, first and last included. Nothing is shown if everybody together is fewer than five.
#[must_use]
pub fn joined(sizes: &[Size]) -> Vec<(usize, usize)> {
    let mut groups: Vec<(usize, usize, Size)> =
        sizes.iter().enumerate().map(|(at, size)| (at, at, *size)).collect();
    // The largest class is the smallest group in practice, so joining runs from the top down.
    while let Some(at) = groups.iter().rposition(|(_, _, size)| size.count > 0 && !size.is_safe()) {
        if groups.len() < 2 {
            return Vec::new();
        }
        let with = if at == 0 { 1 } else { at - 1 };
        let (low, high) = (at.min(with), at.max(with));
        let (_, last, size) = groups.remove(high);
        let joined = &mut groups[low];
        joined.1 = last;
        joined.2 = Size { count: joined.2.count + size.count, unnamed: joined.2.unnamed + size.unnamed };
    }
    groups.into_iter().map(|(first, last, _)| (first, last)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sizes(counts: &[u64]) -> Vec<Size> {
        counts.iter().map(|&count| Size::unnamed(count)).collect()
    }

    #[test]
    fn a_small_group_takes_a_second_one_with_it() {
        assert_eq!(shown(&sizes(&[61, 66, 21, 18, 3])), [true, true, true, false, false]);
        assert_eq!(shown(&sizes(&[61, 66, 2, 3])), [true, true, false, false]);
        assert_eq!(shown(&sizes(&[61, 0])), [true, true]);
    }

    #[test]
    fn small_size_classes_are_joined_with_their_neighbour() {
        assert_eq!(joined(&sizes(&[61, 66, 21, 18, 3])), [(0, 0), (1, 1), (2, 2), (3, 4)]);
        assert_eq!(joined(&sizes(&[2, 6, 7, 0, 0])), [(0, 1), (2, 2), (3, 3), (4, 4)]);
        assert_eq!(joined(&sizes(&[1, 1, 1])), []);
    }

    #[test]
    fn one_unnamed_municipality_among_named_ones_is_not_given_away() {
        let whole = Size { count: 100, unnamed: 40 };
        assert!(!may_show(Size { count: 9, unnamed: 1 }, whole));
        assert!(may_show(Size { count: 9, unnamed: 0 }, whole));
        assert!(may_show(Size { count: 9, unnamed: 4 }, whole));
        assert!(!may_show(Size { count: 97, unnamed: 40 }, whole));
    }

    proptest! {
        #[test]
        fn what_is_withheld_is_nobody_or_at_least_five(counts in prop::collection::vec(0_u64..40, 0..30)) {
            let sizes = sizes(&counts);
            let shown = shown(&sizes);
            let withheld: u64 = counts.iter().zip(&shown).filter(|(_, shown)| !**shown).map(|(count, _)| *count).sum();
            prop_assert!(withheld == 0 || withheld >= 5 || withheld == counts.iter().sum::<u64>());
            for (count, shown) in counts.iter().zip(shown) {
                prop_assert!(!shown || *count == 0 || *count >= 5);
            }
        }

        #[test]
        fn joined_classes_cover_every_class_once(counts in prop::collection::vec(0_u64..40, 1..8)) {
            let groups = joined(&sizes(&counts));
            if counts.iter().sum::<u64>() >= 5 {
                let covered: Vec<usize> = groups.iter().flat_map(|&(first, last)| first..=last).collect();
                prop_assert_eq!(covered, (0..counts.len()).collect::<Vec<_>>());
            }
        }
    }
}
