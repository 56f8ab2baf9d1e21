//! Text of the database as what it stands for.

use std::fmt::Debug;
use std::str::FromStr;

use sqlx::Row;
use sqlx::any::AnyRow;

/// An id in a column.
pub fn id<T: FromStr<Err: Debug>>(row: &AnyRow, column: &str) -> sqlx::Result<T> {
    parsed(row.try_get(column)?)
}

/// A date or an id in a column that may be empty.
pub fn optional<T: FromStr<Err: Debug>>(row: &AnyRow, column: &str) -> sqlx::Result<Option<T>> {
    let text: Option<String> = row.try_get(column)?;
    text.map(parsed).transpose()
}

/// What a text stands for.
pub fn parsed<T: FromStr<Err: Debug>>(text: String) -> sqlx::Result<T> {
    text.parse().map_err(|error| sqlx::Error::Decode(format!("{error:?}").into()))
}
