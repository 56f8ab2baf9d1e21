//! The code CBS gives a municipality.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// A municipality's CBS code: `GM` and four digits, such as `GM0344`. Ordered by number. A code says
/// nothing about whether the municipality exists; that depends on the date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(u16);

/// Text that is not `GM` and four digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeError;

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a municipality code such as GM0344")
    }
}

impl std::error::Error for CodeError {}

impl Code {
    /// The code with this number, 0 to 9999: 344 is `GM0344`.
    pub const fn from_number(number: u16) -> Option<Self> {
        if number <= 9999 { Some(Self(number)) } else { None }
    }

    /// The four digits as a number: 344 for `GM0344`.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0
    }
}

impl FromStr for Code {
    type Err = CodeError;

    /// Reads `GM0344`: capitals, no spaces.
    ///
    /// # Errors
    /// `CodeError` for anything else.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        let digits = text.strip_prefix("GM").ok_or(CodeError)?;
        if digits.len() != 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(CodeError);
        }
        digits.parse().map(Self).map_err(|_| CodeError)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GM{:04}", self.0)
    }
}

/// Serialised as text, `"GM0344"`.
impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_gm_and_four_digits() {
        assert_eq!("GM0014".parse(), Ok(Code(14)));
        for wrong in ["", "GM", "GM14", "gm0014", "GM00145", "GM+014", "GM٠٠١٤", " GM0014", "0014"] {
            assert_eq!(wrong.parse::<Code>(), Err(CodeError), "{wrong}");
        }
    }

    #[test]
    fn a_code_prints_as_it_is_read() {
        assert_eq!(Code(14).to_string(), "GM0014");
        assert_eq!(serde_json::to_string(&Code(1992)).unwrap(), "\"GM1992\"");
        assert_eq!(Code::from_number(10_000), None);
    }
}
