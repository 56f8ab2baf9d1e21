//! One value of one row, the same on both databases.

use std::fmt::Write as _;

use serde::de::{self, MapAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::any::{AnyArguments, AnyRow, AnyValueRef};
use sqlx::error::BoxDynError;
use sqlx::{Any, Decode, Row as _, TypeInfo as _, ValueRef as _};

use super::catalogue::Kind;

/// A value as it stands in a line of the archive.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Real(f64),
    /// Text.
    Text(String),
    /// Bytes, such as a sealed name.
    Bytes(Vec<u8>),
}

impl Cell {
    /// Every value of a row.
    pub fn all(row: &AnyRow) -> Result<Vec<Self>, sqlx::Error> {
        (0..row.len()).map(|column| Self::of(row.try_get_raw(column)?)).collect()
    }

    fn of(value: AnyValueRef<'_>) -> Result<Self, sqlx::Error> {
        if value.is_null() {
            return Ok(Self::Null);
        }
        let kind = value.type_info().name().to_owned();
        let cell = match kind.as_str() {
            "SMALLINT" | "INTEGER" | "BIGINT" => decode(value).map(Self::Integer),
            "REAL" | "DOUBLE" => decode(value).map(Self::Real),
            "TEXT" => decode(value).map(Self::Text),
            "BLOB" => decode(value).map(Self::Bytes),
            other => Err(format!("no archive holds a column of the type {other}").into()),
        };
        cell.map_err(sqlx::Error::Decode)
    }
}

fn decode<'r, T: Decode<'r, Any>>(value: AnyValueRef<'r>) -> Result<T, BoxDynError> {
    T::decode(value)
}

/// A statement with its values.
pub type Query<'q> = sqlx::query::Query<'q, Any, AnyArguments>;

/// Gives a value to a statement. The kind of the column tells what sort of nothing a `null` is, which
/// PostgreSQL wants to know.
pub fn bind(query: Query<'_>, cell: Cell, kind: Kind) -> Query<'_> {
    match (cell, kind) {
        (Cell::Null, Kind::Integer) => query.bind(None::<i64>),
        (Cell::Null, Kind::Real) => query.bind(None::<f64>),
        (Cell::Null, Kind::Text) => query.bind(None::<String>),
        (Cell::Null, Kind::Bytes) => query.bind(None::<Vec<u8>>),
        (Cell::Integer(number), _) => query.bind(number),
        (Cell::Real(number), _) => query.bind(number),
        (Cell::Text(text), _) => query.bind(text),
        (Cell::Bytes(bytes), _) => query.bind(bytes),
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            // As text: a JSON number is not always read back to the same bits.
            Self::Real(number) => one(serializer, "real", &number.to_string()),
            Self::Bytes(bytes) => one(serializer, "hex", &hex(bytes)),
        }
    }
}

fn one<S: Serializer>(serializer: S, key: &str, value: &str) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(1))?;
    map.serialize_entry(key, value)?;
    map.end()
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CellVisitor)
    }
}

struct CellVisitor;

impl<'de> Visitor<'de> for CellVisitor {
    type Value = Cell;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("null, a whole number, text, {\"real\": ..} or {\"hex\": ..}")
    }

    fn visit_unit<E>(self) -> Result<Cell, E> {
        Ok(Cell::Null)
    }

    fn visit_i64<E>(self, number: i64) -> Result<Cell, E> {
        Ok(Cell::Integer(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Cell, E> {
        i64::try_from(number).map(Cell::Integer).map_err(|_| E::custom("a number that is too large"))
    }

    fn visit_str<E>(self, text: &str) -> Result<Cell, E> {
        Ok(Cell::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Cell, E> {
        Ok(Cell::Text(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Cell, A::Error> {
        let entry: Option<(String, String)> = map.next_entry()?;
        let cell = match entry {
            Some((key, value)) if key == "real" => value.parse().ok().map(Cell::Real),
            Some((key, value)) if key == "hex" => unhex(&value).map(Cell::Bytes),
            _ => None,
        };
        let more: Option<(String, String)> = map.next_entry()?;
        cell.filter(|_| more.is_none()).ok_or_else(|| de::Error::custom("a value that is not understood"))
    }
}

/// Bytes in hexadecimal, lower case.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    let digits = digits?;
    let (pairs, rest) = digits.as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells() -> impl Strategy<Value = Cell> {
        prop_oneof![
            Just(Cell::Null),
            any::<i64>().prop_map(Cell::Integer),
            any::<f64>().prop_filter("NaN is not equal to itself", |n| !n.is_nan()).prop_map(Cell::Real),
            any::<String>().prop_map(Cell::Text),
            any::<Vec<u8>>().prop_map(Cell::Bytes),
        ]
    }

    proptest! {
        #[test]
        fn every_value_is_read_back_as_it_was(cell in cells()) {
            let text = serde_json::to_string(&cell).expect("JSON");
            prop_assert!(!text.contains('\n'));
            prop_assert_eq!(serde_json::from_str::<Cell>(&text).expect("a value"), cell);
        }

        #[test]
        fn whatever_stands_there_gives_a_value_or_an_error(text in "\\PC*") {
            let _ = serde_json::from_str::<Cell>(&text);
        }
    }

    #[test]
    fn what_is_no_value_is_refused() {
        for text in [
            "true",
            "[1]",
            "{}",
            "{\"hex\":\"0\"}",
            "{\"hex\":\"0g\"}",
            "{\"real\":\"x\"}",
            "1.5",
            "{\"hex\":\"00\",\"real\":\"1\"}",
            "18446744073709551615",
        ] {
            assert!(serde_json::from_str::<Cell>(text).is_err(), "{text}");
        }
    }
}
