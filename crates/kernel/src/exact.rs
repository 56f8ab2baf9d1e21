//! Exact fractions: points and shares stay what they are until they are printed.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Mul, Sub};
use std::str::FromStr;

use num_rational::Ratio;
use serde::{Serialize, Serializer};

/// An exact fraction, such as 45/4 points. Numerator and denominator are 128 bits, so that sums over
/// every municipality or respondent that could exist stay exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Exact(Ratio<i128>);

/// Points of a score: 0 to 100, exact.
pub type Points = Exact;

/// Text that is not a fraction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExactError;

impl fmt::Display for ExactError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a whole number, a fraction such as 45/4 or a decimal such as 5.4")
    }
}

impl std::error::Error for ExactError {}

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));

    /// `numerator / denominator`; a zero denominator counts as one, since no caller divides by nothing.
    #[must_use]
    pub fn new(numerator: i64, denominator: i64) -> Self {
        if denominator == 1 || denominator == 0 {
            return Self(Ratio::new_raw(i128::from(numerator), 1));
        }
        Self(Ratio::new(i128::from(numerator), i128::from(denominator)))
    }

    /// A whole number.
    #[must_use]
    pub fn whole(value: i64) -> Self {
        Self(Ratio::new_raw(i128::from(value), 1))
    }

    /// `part` of `whole` as a percentage, or `None` of nothing.
    #[must_use]
    pub fn percent(part: u64, whole: u64) -> Option<Self> {
        (whole > 0).then(|| Self(Ratio::new(i128::from(part) * 100, i128::from(whole))))
    }

    /// This divided by a count, or `None` for a count of zero.
    #[must_use]
    pub fn per(self, count: u64) -> Option<Self> {
        (count > 0).then(|| Self(self.0 / i128::from(count)))
    }

    /// This times a count.
    #[must_use]
    pub fn times(self, count: u64) -> Self {
        Self(self.0 * i128::from(count))
    }

    /// The nearest floating point number, for drawing and for files that hold unrounded numbers.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        *self.0.numer() as f64 / *self.0.denom() as f64
    }

    /// Rounded half up (25/2 is 13, -25/2 is -12) to `decimals` places, as an integer count of the
    /// last place: `12.25.rounded(1)` is 123. The one place where Zicht rounds.
    #[must_use]
    pub fn rounded(self, decimals: u32) -> i128 {
        let scaled = self.0 * 10_i128.pow(decimals) + Ratio::new_raw(1, 2);
        scaled.floor().to_integer()
    }

    /// The fraction nearest to a floating point statistic, to a billionth: finer than anything is printed.
    /// What is no number counts as nothing.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "a conversion from f64 stops at the largest number")]
    pub fn near(value: f64) -> Self {
        Self::new((value * 1e9).round() as i64, 1_000_000_000)
    }

    /// The fraction whose [`Exact::parts`] these are; a denominator below one counts as one.
    #[must_use]
    pub fn from_parts(numerator: i128, denominator: i128) -> Self {
        if denominator <= 1 {
            Self(Ratio::new_raw(numerator, 1))
        } else {
            Self(Ratio::new(numerator, denominator))
        }
    }

    /// Numerator and denominator in lowest terms.
    #[must_use]
    pub fn parts(self) -> (i128, i128) {
        (*self.0.numer(), *self.0.denom())
    }
}

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        if self.0.denom() == &1 && other.0.denom() == &1 {
            return Self(Ratio::new_raw(self.0.numer() + other.0.numer(), 1));
        }
        Self(self.0 + other.0)
    }
}

impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul for Exact {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Exact {
    type Err = ExactError;

    /// Reads `12`, `45/4` or `5.4`. At most nine digits each, so that no sum of definitions can overflow.
    fn from_str(text: &str) -> Result<Self, ExactError> {
        if let Some((whole, decimals)) = text.split_once('.') {
            let digits = decimals.len();
            if whole.len() + digits > 9 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(ExactError);
            }
            let number: i64 = format!("{whole}{decimals}").parse().map_err(|_| ExactError)?;
            return Ok(Self::new(number, 10_i64.pow(u32::try_from(digits).map_err(|_| ExactError)?)));
        }
        let number = |part: &str| {
            let digits = part.trim();
            if digits.len() > 9 { Err(ExactError) } else { digits.parse::<i64>().map_err(|_| ExactError) }
        };
        match text.split_once('/') {
            None => Ok(Self::whole(number(text)?)),
            Some((top, bottom)) => match number(bottom)? {
                bottom if bottom > 0 => Ok(Self::new(number(top)?, bottom)),
                _ => Err(ExactError),
            },
        }
    }
}

/// Serialised as an unrounded number.
impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.to_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_half_up_once() {
        assert_eq!(Exact::new(25, 2).rounded(0), 13);
        assert_eq!(Exact::new(-25, 2).rounded(0), -12);
        assert_eq!(Exact::new(49, 4).rounded(1), 123);
        assert_eq!(Exact::new(1, 3).rounded(2), 33);
    }

    #[test]
    fn keeps_fractions_as_they_are() {
        assert_eq!((Exact::new(45, 4) + Exact::new(45, 7)).parts(), (495, 28));
        assert_eq!("45/4".parse(), Ok(Exact::new(45, 4)));
        assert_eq!("5.4".parse(), Ok(Exact::new(27, 5)));
        assert_eq!("5.é".parse::<Exact>(), Err(ExactError));
        assert_eq!("45/0".parse::<Exact>(), Err(ExactError));
        assert_eq!("veel".parse::<Exact>(), Err(ExactError));
        assert_eq!("99999999999999999999".parse::<Exact>(), Err(ExactError));
    }

    #[test]
    fn a_share_of_nothing_does_not_exist() {
        assert_eq!(Exact::percent(1, 0), None);
        assert_eq!(Exact::percent(1, 155).map(|share| share.rounded(1)), Some(6));
        assert_eq!(Exact::whole(3).per(0), None);
    }
}
