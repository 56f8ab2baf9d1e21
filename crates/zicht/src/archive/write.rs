//! From a database to lines.

use std::collections::BTreeMap;
use std::io::{self, Write};

use jiff::Timestamp;
use platform::{Backend, Connection, Database};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Connection as _};

use super::ArchiveError;
use super::catalogue::{self, Column, Table, quoted, quoted_list};
use super::cell::{Cell, bind, hex};
use super::lines::{EndMark, FORM, Header, Mark, TableMark, Totals};

/// How many rows are in memory at once.
const ROWS: usize = 500;

/// Writes everything in the database as it is at one moment: what others write meanwhile is not in it, and they
/// need not wait. `keys` is the text of the keys file, for an archive that is encrypted.
pub async fn write(
    database: &Database,
    now: Timestamp,
    keys: Option<String>,
    out: &mut dyn Write,
) -> Result<Totals, ArchiveError> {
    let backend = database.backend();
    let begin = match backend {
        // The first read fixes what is seen: that is how a write-ahead log works.
        Backend::Sqlite => "begin",
        Backend::PostgreSql => "begin isolation level repeatable read read only",
    };
    let mut reader = database.read().await?;
    let mut transaction = reader.begin_with(begin).await?;
    let tables = catalogue::tables(&mut transaction, backend).await?;
    let header = header(&mut transaction, backend, &tables, now, keys).await?;
    let mut out = Lines { out, whole: Sha256::new() };
    out.mark(&Mark::Archive(header))?;
    let mut totals = Totals { tables: 0, rows: 0, sha256: String::new() };
    for table in &tables {
        totals.rows += write_table(&mut transaction, table, &mut out).await?;
        totals.tables += 1;
    }
    transaction.rollback().await?;
    totals.sha256 = hex(&std::mem::take(&mut out.whole).finalize());
    out.mark(&Mark::Complete(totals.clone()))?;
    Ok(totals)
}

async fn header(
    db: &mut Connection,
    backend: Backend,
    tables: &[Table],
    now: Timestamp,
    keys: Option<String>,
) -> Result<Header, ArchiveError> {
    let mut counts = BTreeMap::new();
    for table in tables {
        counts.insert(table.name.clone(), catalogue::rows(db, &table.name).await?);
    }
    let step: i64 = sqlx::query_scalar("select coalesce(max(version), 0) from _sqlx_migrations")
        .fetch_one(&mut *db)
        .await?;
    let from = match backend {
        Backend::Sqlite => "sqlite",
        Backend::PostgreSql => "postgres",
    };
    Ok(Header {
        format: FORM.to_owned(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        from: from.to_owned(),
        at: now.to_string(),
        step,
        tables: counts,
        keys,
    })
}

/// Writes a table, some rows at a time, each page after the key of the one before.
async fn write_table(db: &mut Connection, table: &Table, out: &mut Lines<'_>) -> Result<u64, ArchiveError> {
    let columns = table.columns.iter().map(|column| column.name.clone()).collect();
    out.mark(&Mark::Table(TableMark { name: table.name.clone(), columns }))?;
    let keys: Vec<&Column> = table.key_columns().collect();
    let (first, next) = statements(table);
    let mut hash = Sha256::new();
    let mut rows = 0;
    let mut page = sqlx::query(AssertSqlSafe(first)).fetch_all(&mut *db).await?;
    loop {
        for row in &page {
            out.row(&Cell::all(row)?, &mut hash)?;
        }
        rows += page.len() as u64;
        let Some(last) = page.last().filter(|_| page.len() == ROWS) else { break };
        let mut query = sqlx::query(AssertSqlSafe(next.clone()));
        for (cell, column) in key_of(last, table, &keys)?.into_iter().zip(&keys) {
            query = bind(query, cell, column.kind);
        }
        page = query.fetch_all(&mut *db).await?;
    }
    let end = EndMark { table: table.name.clone(), rows, sha256: hex(&hash.finalize()) };
    out.mark(&Mark::End(end))?;
    Ok(rows)
}

/// The statement of the first page and that of every next one.
fn statements(table: &Table) -> (String, String) {
    let (columns, key, name) = (
        quoted_list(table.columns.iter().map(|column| &column.name)),
        quoted_list(&table.key),
        quoted(&table.name),
    );
    let after: Vec<String> = (1..=table.key.len()).map(|place| format!("${place}")).collect();
    let after = after.join(", ");
    (
        format!("select {columns} from {name} order by {key} limit {ROWS}"),
        format!("select {columns} from {name} where ({key}) > ({after}) order by {key} limit {ROWS}"),
    )
}

fn key_of(row: &AnyRow, table: &Table, keys: &[&Column]) -> Result<Vec<Cell>, ArchiveError> {
    let mut cells: Vec<Option<Cell>> = Cell::all(row)?.into_iter().map(Some).collect();
    let place = |key: &Column| table.columns.iter().position(|column| column == key);
    let key = keys.iter().filter_map(|key| place(key).and_then(|place| cells.get_mut(place)?.take()));
    Ok(key.collect())
}

/// Writes lines, and keeps the checksum of the whole.
struct Lines<'a> {
    out: &'a mut dyn Write,
    whole: Sha256,
}

impl Lines<'_> {
    fn mark(&mut self, mark: &Mark) -> Result<(), ArchiveError> {
        let line = line(mark)?;
        if matches!(mark, Mark::End(_)) {
            self.whole.update(&line);
        }
        self.out.write_all(&line).map_err(ArchiveError::Writing)
    }

    fn row(&mut self, cells: &[Cell], hash: &mut Sha256) -> Result<(), ArchiveError> {
        let line = line(&cells)?;
        hash.update(&line);
        self.out.write_all(&line).map_err(ArchiveError::Writing)
    }
}

fn line(value: &impl Serialize) -> Result<Vec<u8>, ArchiveError> {
    let mut line =
        serde_json::to_vec(value).map_err(|error| ArchiveError::Writing(io::Error::other(error)))?;
    line.push(b'\n');
    Ok(line)
}
