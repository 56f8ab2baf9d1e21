//! XLSX: one sheet, row by row, from a thread of its own.
//!
//! The thread keeps the workbook and the reader that borrows from it together, lets unpacking run
//! ahead of what the caller does with the rows, and contains whatever a broken file may do to the
//! library.

use std::io::BufReader;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};

use super::problem::Problem;
use super::{Cells, Input, MAX_ROW};

/// Rows that may wait between the threads.
const AHEAD: usize = 64;
/// What a sheet can hold by its own definition (ECMA-376).
const MAX_COLUMNS: u32 = 16_384;
const MAX_ROWS: u32 = 1_048_576;

pub(super) struct Sheet {
    rows: Receiver<Result<SheetRow, Problem>>,
    thread: Option<JoinHandle<()>>,
    read: Arc<AtomicU64>,
    width: usize,
}

struct SheetRow {
    number: u64,
    cells: Cells,
}

type Sender = SyncSender<Result<SheetRow, Problem>>;

impl Sheet {
    /// Reads the header, the first row with a value, into `cells`.
    pub(super) fn open(
        input: Box<dyn Input>,
        sheet: Option<&str>,
        total: u64,
        cells: &mut Cells,
    ) -> Result<Self, Problem> {
        let (sender, rows) = sync_channel(AHEAD);
        let read = Arc::new(AtomicU64::new(0));
        let (name, progress) = (sheet.map(str::to_owned), Arc::clone(&read));
        let thread = thread::Builder::new().name("sheet".to_owned()).spawn(move || {
            if let Err(problem) = send_rows(input, name.as_deref(), &sender, &progress, total) {
                // Nobody listens any more: then nobody misses the problem.
                let _ = sender.send(Err(problem));
            }
        })?;
        let mut sheet = Self { rows, thread: Some(thread), read, width: 0 };
        match sheet.advance(cells)? {
            Some(_) => sheet.width = cells.ends.len(),
            None => return Err(Problem::new("file-empty")),
        }
        Ok(sheet)
    }

    pub(super) fn bytes_read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }

    /// The next row that has a value, filled up to the header's width; its number as result.
    pub(super) fn advance(&mut self, cells: &mut Cells) -> Result<Option<u64>, Problem> {
        let Ok(row) = self.rows.recv() else { return self.ended() };
        let row = row?;
        *cells = row.cells;
        if self.width > 0 {
            if cells.ends.len() > self.width {
                return Err(Problem::width(row.number, self.width, cells.ends.len()));
            }
            while cells.ends.len() < self.width {
                cells.push("");
            }
        }
        Ok(Some(row.number))
    }

    /// The thread sends no more: because it is done, or because the file made the library panic.
    fn ended(&mut self) -> Result<Option<u64>, Problem> {
        match self.thread.take().map(JoinHandle::join) {
            Some(Err(_)) => Err(Problem::new("file-unreadable").with("reason", &"XLSX")),
            _ => Ok(None),
        }
    }
}

fn send_rows(
    input: Box<dyn Input>,
    sheet: Option<&str>,
    sender: &Sender,
    progress: &AtomicU64,
    total: u64,
) -> Result<(), Problem> {
    let mut workbook = Xlsx::new(BufReader::new(input)).map_err(unreadable)?;
    let name = choose(&workbook, sheet)?;
    let mut reader = workbook.worksheet_cells_reader(&name).map_err(unreadable)?;
    let last = u64::from(reader.dimensions().end.0).max(1);
    let mut row = SheetRow { number: 0, cells: Cells::default() };
    while let Some(cell) = reader.next_cell().map_err(unreadable)? {
        if *cell.get_value() == DataRef::Empty {
            continue;
        }
        let (at, column) = cell.get_position();
        let number = u64::from(at) + 1;
        if at >= MAX_ROWS || column >= MAX_COLUMNS || number < row.number {
            return Err(Problem::new("file-unreadable").with("reason", &"XLSX").row(number));
        }
        if number != row.number {
            let full = std::mem::replace(&mut row, SheetRow { number, cells: Cells::default() });
            if !send(full, sender) {
                return Ok(());
            }
            progress.store(total.saturating_mul(number).checked_div(last).unwrap_or(0), Ordering::Relaxed);
        }
        place(&mut row, column as usize, cell.get_value())?;
    }
    send(row, sender);
    progress.store(total, Ordering::Relaxed);
    Ok(())
}

/// Whether anybody still wants rows.
fn send(row: SheetRow, sender: &Sender) -> bool {
    row.cells.is_blank() || row.cells.ends.is_empty() || sender.send(Ok(row)).is_ok()
}

fn place(row: &mut SheetRow, column: usize, value: &DataRef<'_>) -> Result<(), Problem> {
    if column < row.cells.ends.len() {
        return Err(Problem::new("file-unreadable").with("reason", &"XLSX").row(row.number));
    }
    while row.cells.ends.len() < column {
        row.cells.push("");
    }
    match value {
        DataRef::String(text) => row.cells.push(text),
        DataRef::SharedString(text) => row.cells.push(text),
        other => row.cells.push(&plain(other)),
    }
    if row.cells.text.len() > MAX_ROW { Err(Problem::too_long(row.number).and_stop()) } else { Ok(()) }
}

/// A value as it would stand in CSV.
fn plain(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::Int(value) => value.to_string(),
        // Rust prints the shortest number that reads back the same: 3 and not 3.0.
        DataRef::Float(value) => value.to_string(),
        DataRef::DateTime(value) => value.as_f64().to_string(),
        DataRef::Error(error) => error.to_string(),
    }
}

fn choose<RS>(workbook: &Xlsx<RS>, wanted: Option<&str>) -> Result<String, Problem>
where
    Xlsx<RS>: Reader<RS>,
    RS: std::io::Read + std::io::Seek,
{
    let sheets = || {
        let all = workbook.sheets_metadata().iter();
        all.filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
    };
    let chosen = match wanted {
        None => sheets().next(),
        Some(name) => sheets().find(|sheet| sheet.name.eq_ignore_ascii_case(name)),
    };
    chosen.map(|sheet| sheet.name.clone()).ok_or_else(|| {
        let names: Vec<&str> = sheets().map(|sheet| sheet.name.as_str()).take(20).collect();
        Problem::new("sheet-none").with("sheet", &wanted.unwrap_or("")).with("found", &names.join(", "))
    })
}

fn unreadable(error: impl std::fmt::Display) -> Problem {
    Problem::new("file-unreadable").with("reason", &error)
}
