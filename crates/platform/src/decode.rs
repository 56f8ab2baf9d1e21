//! Text of the database as what it stands for.

use std::fmt::Debug;
use std::str::FromStr;

use sqlx::Row;
use sqlx::any::AnyRow;

/// An id or a date in a column.
pub fn id<T: FromStr<Err: Debug>>(row: &AnyRow, column: &str) -> sqlx::Result<T> {
    let text: String = row.try_get(column)?;
    parsed(&text)
}

/// A date or an id in a column that may be empty.
pub fn optional<T: FromStr<Err: Debug>>(row: &AnyRow, column: &str) -> sqlx::Result<Option<T>> {
    let text: Option<String> = row.try_get(column)?;
    text.as_deref().map(parsed).transpose()
}

/// What a text stands for.
fn parsed<T: FromStr<Err: Debug>>(text: &str) -> sqlx::Result<T> {
    text.parse().map_err(|error| sqlx::Error::Decode(format!("{error:?}").into()))
}
