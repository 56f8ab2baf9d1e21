//! The lines of an archive that are not rows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The form that this program writes and reads.
pub const FORM: &str = "zicht/everything/1";

/// A line that tells where in the archive we are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    /// The first line.
    Archive(Header),
    /// The rows of a table follow.
    Table(TableMark),
    /// Those were the rows of a table.
    End(EndMark),
    /// The last line: without it the archive was cut off.
    Complete(Totals),
}

/// What the archive holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// `zicht/everything/1`.
    pub format: String,
    /// The version of the program that wrote it.
    pub program: String,
    /// The kind of database it came from.
    pub from: String,
    /// When the snapshot was taken.
    pub at: String,
    /// The newest migration that was done.
    pub step: i64,
    /// Every table with its number of rows.
    pub tables: BTreeMap<String, u64>,
    /// The keys file, in an encrypted backup that was asked to hold it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keys: Option<String>,
}

/// The start of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableMark {
    /// Its name.
    pub name: String,
    /// Its columns, in the order of the values in each row.
    pub columns: Vec<String>,
}

/// The end of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndMark {
    /// Its name.
    pub table: String,
    /// How many rows it has.
    pub rows: u64,
    /// Over its row lines.
    pub sha256: String,
}

/// The end of the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// How many tables.
    pub tables: u64,
    /// How many rows in all.
    pub rows: u64,
    /// Over the end lines of all tables.
    pub sha256: String,
}
