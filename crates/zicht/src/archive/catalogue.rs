//! Which tables and columns a database has, as the database itself tells.

use platform::{Backend, Connection};
use sqlx::AssertSqlSafe;

/// Where sqlx keeps which steps were done; the header of the archive holds the newest.
const STEPS: &str = "_sqlx_migrations";

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Whole numbers.
    Integer,
    /// Numbers with a fraction.
    Real,
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// A table with what is needed to read it in order and to fill it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns as they were declared.
    pub columns: Vec<Column>,
    /// The columns of its primary key, in order.
    pub key: Vec<String>,
}

impl Table {
    /// The columns of its primary key, in order.
    pub fn key_columns(&self) -> impl Iterator<Item = &Column> {
        self.key.iter().filter_map(|name| self.columns.iter().find(|column| column.name == *name))
    }
}

/// How many rows a table has.
pub async fn rows(db: &mut Connection, table: &str) -> Result<u64, sqlx::Error> {
    let sql = format!("select count(*) from {}", quoted(table));
    let rows: i64 = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(db).await?;
    Ok(u64::try_from(rows).unwrap_or(0))
}

/// The table of signatures under the audit trail. Its triggers ask that what is signed is there.
const SIGNATURES: &str = "audit_checkpoints";

/// Every table, in order of name; only the signatures under the audit trail come last.
///
/// # Errors
/// If a table has no primary key or a column has a type that no archive holds: such a table can't be carried
/// over, and leaving it out would be a loss in silence.
pub async fn tables(db: &mut Connection, backend: Backend) -> Result<Vec<Table>, sqlx::Error> {
    let columns: Vec<(String, String, String, i64)> = sqlx::query_as(match backend {
        Backend::Sqlite => SQLITE,
        Backend::PostgreSql => POSTGRES,
    })
    .bind(STEPS)
    .fetch_all(db)
    .await?;
    let mut tables: Vec<Table> = Vec::new();
    let mut keys: Vec<(i64, String)> = Vec::new();
    for (table, name, declared, place_in_key) in columns {
        if tables.last().is_none_or(|last| last.name != table) {
            finish(&mut tables, &mut keys)?;
            tables.push(Table { name: table.clone(), columns: Vec::new(), key: Vec::new() });
        }
        let kind = kind(&declared).ok_or_else(|| {
            sqlx::Error::Decode(format!("no archive holds {table}.{name} of the type {declared}").into())
        })?;
        if place_in_key > 0 {
            keys.push((place_in_key, name.clone()));
        }
        if let Some(last) = tables.last_mut() {
            last.columns.push(Column { name, kind });
        }
    }
    finish(&mut tables, &mut keys)?;
    tables.sort_by_key(|table| table.name == SIGNATURES);
    Ok(tables)
}

/// Puts the key of the table that was read last in order.
fn finish(tables: &mut [Table], keys: &mut Vec<(i64, String)>) -> Result<(), sqlx::Error> {
    let Some(last) = tables.last_mut() else { return Ok(()) };
    keys.sort();
    last.key = keys.drain(..).map(|(_, name)| name).collect();
    if last.key.is_empty() {
        let name = &last.name;
        return Err(sqlx::Error::Decode(format!("the table {name} has no primary key").into()));
    }
    Ok(())
}

fn kind(declared: &str) -> Option<Kind> {
    match declared.to_ascii_lowercase().as_str() {
        "integer" | "int" | "bigint" | "smallint" => Some(Kind::Integer),
        "real" | "double precision" => Some(Kind::Real),
        "text" => Some(Kind::Text),
        "blob" | "bytea" => Some(Kind::Bytes),
        _ => None,
    }
}

/// A name for use in SQL. Only names from the catalogue come here.
pub fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Names for use in SQL, with commas between.
pub fn quoted_list<'a>(names: impl IntoIterator<Item = &'a String>) -> String {
    names.into_iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ")
}

const SQLITE: &str = "
    select t.name, c.name, c.type, c.pk
      from sqlite_schema t, pragma_table_info(t.name) c
     where t.type = 'table' and substr(t.name, 1, 7) <> 'sqlite_' and t.name <> $1
     order by t.name, c.cid";

const POSTGRES: &str = "
    select cast(t.relname as text) collate \"C\", cast(c.attname as text), format_type(c.atttypid, c.atttypmod),
           coalesce((select k.place
                       from pg_index i, unnest(cast(i.indkey as int2[])) with ordinality k (number, place)
                      where i.indrelid = t.oid and i.indisprimary and k.number = c.attnum), 0)
      from pg_class t
      join pg_attribute c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped
     where t.relkind in ('r', 'p') and not t.relispartition
       and t.relnamespace = cast(current_schema() as regnamespace) and cast(t.relname as text) <> $1
     order by 1, c.attnum";
