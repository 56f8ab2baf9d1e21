//! Which groups may be shown: from five, and only if what is left is nobody or at least five too.
//!
//! Otherwise a mean would tell the score of one municipality that did not agree to be named
//! (contract 6 in `docs/architecture.md`).

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Sum;

use super::elimination::told;

/// The smallest group whose figures may be seen.
pub const SMALLEST: u64 = 5;

/// A group in a partition of everybody: how many took part, and how many of them have no name shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    /// How many took part.
    pub count: u64,
    /// How many of these did not agree to be shown by name.
    pub unnamed: u64,
}

impl Sum for Size {
    fn sum<I: Iterator<Item = Self>>(sizes: I) -> Self {
        sizes.fold(Self::default(), |sum, size| Self {
            count: sum.count + size.count,
            unnamed: sum.unnamed + size.unnamed,
        })
    }
}

impl Size {
    /// A group of which nobody is shown by name.
    #[must_use]
    pub const fn unnamed(count: u64) -> Self {
        Self { count, unnamed: count }
    }

    /// Whether the group on its own is safe: nobody took part, or at least five did and no single
    /// unnamed one can be worked out from the named ones, also not by another unnamed one, who knows the
    /// own score.
    #[must_use]
    pub fn is_safe(self) -> bool {
        self.count == 0 || (self.count >= SMALLEST && !(1..=2).contains(&self.unnamed))
    }
}

/// For each group of a partition whether its figures may be shown.
///
/// Groups that are not safe by themselves are withheld first; while what is withheld together is not safe
/// either, the next smallest group is withheld as well, since it could be worked out from the whole.
#[must_use]
pub fn shown(sizes: &[Size]) -> Vec<bool> {
    withhold(sizes, sizes.iter().map(|size| size.is_safe()).collect())
}

/// Withholds more of a partition, until what is withheld together is safe.
fn withhold(sizes: &[Size], mut shown: Vec<bool>) -> Vec<bool> {
    loop {
        let withheld =
            sizes.iter().zip(&shown).filter(|(_, shown)| !**shown).map(|(size, _)| *size).sum::<Size>();
        if withheld.is_safe() {
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

/// Which provinces and which regions may be shown beside each other, given everybody by both.
///
/// Provinces and regions cut the country in two ways, so a province less some of its regions can be a single
/// municipality (Utrecht less its region is Eemnes). Regions are decided by themselves, since they are what
/// the field works with; a province is shown only if what it differs by from any set of shown regions is safe.
/// Combinations of several provinces are not looked at.
#[must_use]
pub fn shown_areas<P: Ord + Copy, R: Ord + Copy>(
    cells: &BTreeMap<(P, R), Size>,
) -> (BTreeSet<P>, BTreeSet<R>) {
    let (mut by_province, mut by_region) = (BTreeMap::<P, Size>::new(), BTreeMap::<R, Size>::new());
    for (&(province, region), &size) in cells {
        for total in [by_province.entry(province).or_default(), by_region.entry(region).or_default()] {
            *total = [*total, size].into_iter().sum();
        }
    }
    let sizes: Vec<Size> = by_region.values().copied().collect();
    let regions: BTreeSet<R> =
        by_region.keys().zip(shown(&sizes)).filter(|(_, shown)| *shown).map(|(region, _)| *region).collect();
    let sizes: Vec<Size> = by_province.values().copied().collect();
    let safe =
        by_province.iter().map(|(province, size)| size.is_safe() && is_apart(cells, *province, &regions));
    let shown = withhold(&sizes, safe.collect());
    let provinces = by_province.keys().zip(shown).filter(|(_, shown)| *shown).map(|(province, _)| *province);
    (provinces.collect(), regions)
}

/// Whether a province differs safely from every set of shown regions that it shares somebody with.
fn is_apart<P: Ord + Copy, R: Ord + Copy>(
    cells: &BTreeMap<(P, R), Size>,
    province: P,
    regions: &BTreeSet<R>,
) -> bool {
    let around: Vec<R> = cells
        .keys()
        .filter(|(p, region)| *p == province && regions.contains(region))
        .map(|(_, region)| *region)
        .collect();
    (0_u32..1 << around.len().min(12)).all(|choice| {
        let chosen = |region: R| {
            around.iter().position(|other| *other == region).is_some_and(|at| choice >> at & 1 == 1)
        };
        let differs = cells.iter().filter(|((p, region), _)| (*p == province) != chosen(*region));
        differs.map(|(_, size)| *size).sum::<Size>().is_safe()
    })
}

/// Withholds more areas, until no combination of size groups, provinces and regions tells anything: neither to
/// everybody, nor to a participant who knows the own score. `cells` says how many unnamed ones there are by province,
/// region and size class; `classes` are the size groups that are shown.
pub fn withhold_what_tells<P: Ord + Copy, R: Ord + Copy>(
    cells: &BTreeMap<(P, R, u8), u64>,
    classes: &[(u8, u8)],
    provinces: &mut BTreeSet<P>,
    regions: &mut BTreeSet<R>,
) {
    // More than two in one cell hide behind each other, so three stand for all of them.
    let unknown: Vec<(P, R, u8)> =
        cells.iter().flat_map(|(cell, &count)| (0..count.min(3)).map(move |_| *cell)).collect();
    loop {
        let of = |belongs: &dyn Fn(&(P, R, u8)) -> bool| -> Vec<usize> {
            (0..unknown.len()).filter(|at| belongs(&unknown[*at])).collect()
        };
        let classes = classes.iter().map(|(first, last)| of(&|(.., class)| (first..=last).contains(&class)));
        let mut sums: Vec<Vec<usize>> = classes.collect();
        sums.extend(provinces.iter().map(|province| of(&|(other, ..)| other == province)));
        sums.extend(regions.iter().map(|region| of(&|(_, other, _)| other == region)));
        let Some(found) = told(&sums, unknown.len()) else { return };
        let (province, region, _) = unknown[found];
        let gone = provinces.remove(&province)
            || regions.remove(&region)
            || provinces.pop_first().is_some()
            || regions.pop_first().is_some();
        if !gone {
            return;
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

    #[test]
    fn what_is_withheld_together_gives_no_single_unnamed_one_away() {
        let sizes =
            [Size { count: 9, unnamed: 1 }, Size { count: 12, unnamed: 5 }, Size { count: 40, unnamed: 20 }];
        assert_eq!(shown(&sizes), [false, false, true]);
    }

    #[test]
    fn a_province_that_differs_by_one_municipality_from_its_region_is_withheld() {
        let cells = [
            (("utrecht", "utrecht"), Size { count: 20, unnamed: 8 }),
            (("utrecht", "gooi"), Size { count: 1, unnamed: 1 }),
            (("holland", "gooi"), Size { count: 7, unnamed: 3 }),
            (("holland", "amsterdam"), Size { count: 9, unnamed: 4 }),
            (("limburg", "zuid"), Size { count: 9, unnamed: 4 }),
            (("limburg", "noord"), Size { count: 9, unnamed: 4 }),
        ];
        let (provinces, regions) = shown_areas(&cells.into_iter().collect());
        assert_eq!(regions.len(), 5);
        assert_eq!(provinces.into_iter().collect::<Vec<_>>(), ["limburg"]);
    }

    #[test]
    fn a_withheld_region_is_not_told_by_its_province() {
        let cells = [
            (("zuid", "haaglanden"), Size { count: 9, unnamed: 1 }),
            (("zuid", "rijnmond"), Size { count: 12, unnamed: 5 }),
            (("noord", "groningen"), Size { count: 10, unnamed: 4 }),
        ];
        let (provinces, regions) = shown_areas(&cells.into_iter().collect());
        // Withheld together with Haaglanden, the smallest other one hides it.
        assert_eq!(regions.into_iter().collect::<Vec<_>>(), ["rijnmond"]);
        assert!(!provinces.contains("zuid"));
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
