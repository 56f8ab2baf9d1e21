//! Size classes of municipalities.

use std::fmt;

use serde::{Serialize, Serializer};

/// First number of inhabitants of classes 2 to 5. Source: KOM012/2017, table 3.1.
const FROM: [u32; 4] = [25_000, 50_000, 100_000, 250_000];

/// How large a municipality is, 1 (fewer than 25,000 inhabitants) to 5 (250,000 and more).
///
/// Source: Kinderombudsman/NJi 2017 (KOM012/2017), table 3.1. The table leaves open where exactly 25,000
/// belongs; a bound counts as the start of the higher class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SizeClass(u8);

impl SizeClass {
    /// The five classes, small to large.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// Class 1 to 5, or `None` for another number.
    pub const fn new(number: u8) -> Option<Self> {
        if matches!(number, 1..=5) { Some(Self(number)) } else { None }
    }

    /// The class of a municipality with this many inhabitants.
    #[must_use]
    pub fn of(population: u32) -> Self {
        let number = FROM.iter().filter(|from| population >= **from).zip(2..).last().map_or(1, |(_, n)| n);
        Self(number)
    }

    /// The number of the class, 1 to 5.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Inhabitants: the first number that belongs to the class, and the first that no longer does
    /// (`None` for class 5, which has no upper bound).
    #[must_use]
    pub fn bounds(self) -> (u32, Option<u32>) {
        let class = usize::from(self.0);
        let from = class.checked_sub(2).and_then(|index| FROM.get(index)).copied().unwrap_or(0);
        (from, FROM.get(class - 1).copied())
    }
}

impl fmt::Display for SizeClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Serialised as its number.
impl Serialize for SizeClass {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_starts_the_higher_class() {
        let edges = [
            (0, 1),
            (24_999, 1),
            (25_000, 2),
            (49_999, 2),
            (50_000, 3),
            (99_999, 3),
            (100_000, 4),
            (249_999, 4),
        ];
        for (population, class) in edges {
            assert_eq!(SizeClass::of(population).number(), class, "{population}");
        }
        assert_eq!(SizeClass::of(250_000).number(), 5);
        assert_eq!(SizeClass::of(u32::MAX).number(), 5);
    }

    #[test]
    fn bounds_and_class_agree() {
        for class in SizeClass::ALL {
            let (from, below) = class.bounds();
            assert_eq!(SizeClass::of(from), class);
            assert_eq!(below.map(|below| SizeClass::of(below - 1)), below.map(|_| class));
        }
        assert_eq!(SizeClass::ALL.map(|class| class.bounds().1)[4], None);
        assert_eq!((SizeClass::new(0), SizeClass::new(6)), (None, None));
    }
}
