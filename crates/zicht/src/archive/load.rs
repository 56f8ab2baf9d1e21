//! From rows to a database that was empty.

use std::io::BufRead;

use platform::{Backend, Connection};
use sqlx::AssertSqlSafe;

use super::ArchiveError;
use super::catalogue::{self, Column, Table, quoted, quoted_list};
use super::cell::{Cell, bind};
use super::lines::TableMark;
use super::read::{Item, Reader};

/// The most values in one statement; SQLite takes 32,766, PostgreSQL 65,535.
const VALUES: usize = 8_000;
/// The most rows in one statement.
const ROWS: usize = 250;
/// The table of audit events. Its triggers let them in one by one, each right after the one before.
const EVENTS: &str = "audit_events";
/// The table whose one row a migration writes: the end of the audit trail, at its start.
const HEAD: &str = "audit_head";

/// The names of the tables with rows in them. The end of an audit trail without events does not count.
pub async fn not_empty(db: &mut Connection, backend: Backend) -> Result<Vec<String>, ArchiveError> {
    let mut names = Vec::new();
    for table in catalogue::tables(&mut *db, backend).await? {
        if table.name != HEAD && catalogue::rows(db, &table.name).await? > 0 {
            names.push(table.name);
        }
    }
    Ok(names)
}

/// Puts every row of the archive into the tables, in the caller's transaction. The database is empty and at the
/// step of the archive. Triggers and references hold: references are looked at when all rows are there.
pub async fn load<R: BufRead>(
    db: &mut Connection,
    backend: Backend,
    reader: &mut Reader<R>,
) -> Result<(), ArchiveError> {
    let tables = catalogue::tables(&mut *db, backend).await?;
    same_tables(&tables, reader)?;
    let references = later(db, backend).await?;
    let mut filling: Option<Filling<'_>> = None;
    while let Some(item) = reader.next()? {
        match item {
            Item::Table(mark) => filling = Some(Filling::new(&tables, &mark)?),
            Item::Row(cells) => {
                if let Some(filling) = &mut filling {
                    filling.add(db, cells).await?;
                }
            }
            Item::End(end) => {
                if let Some(mut filling) = filling.take() {
                    filling.flush(db).await?;
                }
                if catalogue::rows(db, &end.table).await? != end.rows {
                    let what = format!("{} has other rows than the archive", end.table);
                    return Err(ArchiveError::OtherTables(what));
                }
            }
        }
    }
    at_once(db, &references).await
}

fn same_tables<R: BufRead>(tables: &[Table], reader: &Reader<R>) -> Result<(), ArchiveError> {
    let named = &reader.header().tables;
    let only_here = tables.iter().map(|table| &table.name).filter(|name| !named.contains_key(*name));
    let only_there = named.keys().filter(|name| tables.iter().all(|table| table.name != **name));
    let others: Vec<&str> = only_here.chain(only_there).map(String::as_str).collect();
    if others.is_empty() { Ok(()) } else { Err(ArchiveError::OtherTables(others.join(", "))) }
}

/// A table that is being filled, several rows in one statement.
struct Filling<'a> {
    table: &'a Table,
    /// The columns in the order of the values in each row of the archive.
    columns: Vec<&'a Column>,
    at_once: usize,
    started: bool,
    rows: Vec<Vec<Cell>>,
}

impl<'a> Filling<'a> {
    fn new(tables: &'a [Table], mark: &TableMark) -> Result<Self, ArchiveError> {
        let other = || ArchiveError::OtherTables(format!("the columns of {}", mark.name));
        let table = tables.iter().find(|table| table.name == mark.name).ok_or_else(other)?;
        let column = |name: &String| table.columns.iter().find(|column| column.name == *name);
        let columns: Option<Vec<_>> = mark.columns.iter().map(column).collect();
        let columns = columns.filter(|columns| columns.len() == table.columns.len()).ok_or_else(other)?;
        let at_once = match mark.name.as_str() {
            EVENTS | HEAD => 1,
            _ => (VALUES / columns.len().max(1)).clamp(1, ROWS),
        };
        Ok(Self { table, columns, at_once, started: false, rows: Vec::with_capacity(at_once) })
    }

    async fn add(&mut self, db: &mut Connection, row: Vec<Cell>) -> Result<(), ArchiveError> {
        if !self.started && self.table.name == EVENTS {
            self.start_trail(db, &row).await?;
        }
        self.started = true;
        self.rows.push(row);
        if self.rows.len() == self.at_once { self.flush(db).await } else { Ok(()) }
    }

    /// Puts the end of the empty audit trail right before its first event, which is not the first ever when
    /// older ones were pruned. Its triggers also hold an event to the years for which events are kept now; an
    /// old event may have been written under fewer, so until the end comes by in the archive it is the least.
    async fn start_trail(&self, db: &mut Connection, first: &[Cell]) -> Result<(), ArchiveError> {
        let place = self.columns.iter().position(|column| column.name == "seq");
        if let Some(Cell::Integer(seq)) = place.and_then(|place| first.get(place)) {
            sqlx::query("update audit_head set seq = $1, keep_years = 5 where id = 1")
                .bind(seq.saturating_sub(1))
                .execute(db)
                .await?;
        }
        Ok(())
    }

    async fn flush(&mut self, db: &mut Connection) -> Result<(), ArchiveError> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let sql = if self.table.name == HEAD { self.update() } else { self.insert() };
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for row in self.rows.drain(..) {
            for (cell, column) in row.into_iter().zip(&self.columns) {
                query = bind(query, cell, column.kind);
            }
        }
        query.execute(db).await?;
        Ok(())
    }

    fn insert(&self) -> String {
        let width = self.columns.len();
        let row = |row: usize| {
            let values: Vec<String> = (1..=width).map(|place| format!("${}", row * width + place)).collect();
            format!("({})", values.join(", "))
        };
        let rows: Vec<String> = (0..self.rows.len()).map(row).collect();
        let columns = quoted_list(self.columns.iter().map(|column| &column.name));
        format!("insert into {} ({columns}) values {}", quoted(&self.table.name), rows.join(", "))
    }

    /// For the one row that is there already.
    fn update(&self) -> String {
        let places = (1..).zip(&self.columns);
        let set: Vec<String> =
            places.map(|(place, column)| format!("{} = ${place}", quoted(&column.name))).collect();
        format!("update {} set {}", quoted(&self.table.name), set.join(", "))
    }
}

/// A reference from one table to another.
struct Reference {
    table: String,
    name: String,
}

/// Lets references wait until the end: a row may come before the one that it refers to.
async fn later(db: &mut Connection, backend: Backend) -> Result<Vec<Reference>, ArchiveError> {
    if backend == Backend::Sqlite {
        // Holds until the end of the transaction, where SQLite looks at them.
        sqlx::query("pragma defer_foreign_keys = on").execute(db).await?;
        return Ok(Vec::new());
    }
    let found: Vec<(String, String)> = sqlx::query_as(
        "select cast(t.relname as text), cast(c.conname as text)
           from pg_constraint c join pg_class t on t.oid = c.conrelid
          where c.contype = 'f' and not c.condeferrable
            and t.relnamespace = cast(current_schema() as regnamespace)
          order by 1, 2",
    )
    .fetch_all(&mut *db)
    .await?;
    let references: Vec<Reference> =
        found.into_iter().map(|(table, name)| Reference { table, name }).collect();
    for reference in &references {
        alter(db, reference, "deferrable initially deferred").await?;
    }
    Ok(references)
}

/// Looks at the references now, and makes them as they were.
async fn at_once(db: &mut Connection, references: &[Reference]) -> Result<(), ArchiveError> {
    if references.is_empty() {
        return Ok(());
    }
    sqlx::query("set constraints all immediate").execute(&mut *db).await?;
    for reference in references {
        alter(db, reference, "not deferrable").await?;
    }
    Ok(())
}

async fn alter(db: &mut Connection, reference: &Reference, what: &str) -> Result<(), ArchiveError> {
    let (table, name) = (quoted(&reference.table), quoted(&reference.name));
    let sql = format!("alter table {table} alter constraint {name} {what}");
    sqlx::query(AssertSqlSafe(sql)).execute(db).await?;
    Ok(())
}
