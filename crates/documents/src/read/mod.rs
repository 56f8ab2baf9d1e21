//! Reads a table from a file that anybody may have made: CSV or XLSX, told apart by content.
//!
//! Memory stays bounded whatever the file holds; every problem is a [`Finding`] with its row, and
//! reading goes on after a broken row where that is safe, so that all problems show at once.

mod buffer;
mod csv;
mod encoding;
mod kind;
mod package;
mod problem;
mod sheet;

use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;

use kernel::Finding;

use self::csv::Csv;
use self::kind::Kind;
use self::problem::Problem;
use self::sheet::Sheet;

/// Longest row that is read, in bytes; longer is an error.
pub const MAX_ROW: usize = 1 << 20;

/// Something that can be read from any position: an open file, or bytes behind a cursor.
pub trait Input: Read + Seek + Send {}

impl<T: Read + Seek + Send> Input for T {}

/// The rows of a table file: first the header, then each row that is not empty.
pub struct Rows {
    file: String,
    header: Vec<String>,
    source: Source,
    total: u64,
    done: bool,
    cells: Cells,
}

enum Source {
    Csv(Csv),
    Sheet(Sheet),
}

/// The cells of one row behind each other: cell `i` ends at `ends[i]`, with one byte between cells.
#[derive(Debug, Default)]
struct Cells {
    text: String,
    ends: Vec<usize>,
}

impl Cells {
    fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    fn push(&mut self, cell: &str) {
        if !self.ends.is_empty() {
            self.text.push('\0');
        }
        self.text.push_str(cell);
        self.ends.push(self.text.len());
    }

    fn row(&self, number: u64) -> Row<'_> {
        Row { number, text: &self.text, ends: &self.ends }
    }

    fn is_blank(&self) -> bool {
        // Every cell empty means that only the bytes between them are left.
        self.text.len() < self.ends.len()
    }
}

/// One row, lent until the next is read. It has as many cells as the header.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    number: u64,
    text: &'a str,
    ends: &'a [usize],
}

impl<'a> Row<'a> {
    /// Line of the CSV file or row of the sheet where this row begins, from 1, the header included.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The cells from left to right, as they stand in the file.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = &'a str> + use<'a> {
        let (text, mut start) = (self.text, 0);
        self.ends.iter().map(move |&end| {
            let cell = &text[start..end];
            start = end + 1;
            cell
        })
    }

    /// The cell in the column with this index, from 0.
    #[must_use]
    pub fn cell(&self, index: usize) -> Option<&'a str> {
        let start = index.checked_sub(1).map_or(Some(0), |before| Some(self.ends.get(before)? + 1))?;
        self.text.get(start..*self.ends.get(index)?)
    }
}

impl Rows {
    /// Opens a CSV file or the first visible sheet of an XLSX file.
    ///
    /// # Errors
    /// A finding that names the file when it can't be read, is empty, is no CSV or XLSX, holds macros
    /// or grows too large when unpacked.
    pub fn open(path: &Path) -> Result<Self, Finding> {
        Self::open_sheet(path, None)
    }

    /// Opens a CSV file, or the sheet with this name of an XLSX file.
    ///
    /// # Errors
    /// As [`Rows::open`], and `sheet-none` if there is no such sheet.
    pub fn open_sheet(path: &Path, sheet: Option<&str>) -> Result<Self, Finding> {
        let name = path.display().to_string();
        match File::open(path) {
            Ok(file) => Self::from_input(&name, file, sheet),
            Err(error) => Err(Problem::from(error).at(&name)),
        }
    }

    /// Reads from `input`; `name` is how findings name the file.
    ///
    /// # Errors
    /// As [`Rows::open_sheet`].
    pub fn from_input(name: &str, input: impl Input + 'static, sheet: Option<&str>) -> Result<Self, Finding> {
        Self::start(name, Box::new(input), sheet).map_err(|problem| problem.at(name))
    }

    fn start(name: &str, mut input: Box<dyn Input>, sheet: Option<&str>) -> Result<Self, Problem> {
        let (kind, total) = kind::sniff(&mut input)?;
        let mut cells = Cells::default();
        let source = match kind {
            Kind::Csv { bom } => Source::Csv(Csv::open(input, bom, &mut cells)?),
            Kind::Zip => {
                package::check(&mut input)?;
                Source::Sheet(Sheet::open(input, sheet, total, &mut cells)?)
            }
        };
        let header = cells.row(1).cells().map(|cell| cell.trim().to_owned()).collect();
        Ok(Self { file: name.to_owned(), header, source, total, done: false, cells })
    }

    /// The column names, trimmed.
    #[must_use]
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The file as findings name it.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// How far reading has come, in bytes of the file; for a sheet an estimate by its rows.
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        match &self.source {
            Source::Csv(csv) => csv.bytes_read(),
            Source::Sheet(sheet) => sheet.bytes_read(),
        }
        .min(self.total)
    }

    /// The size of the file in bytes.
    #[must_use]
    pub fn total_bytes(&self) -> u64 {
        self.total
    }

    /// The next row, or what is wrong with it; `None` at the end, and after a problem behind which
    /// nothing can be read. Rows without any value are passed over.
    pub fn next_row(&mut self) -> Option<Result<Row<'_>, Finding>> {
        if self.done {
            return None;
        }
        let next = match &mut self.source {
            Source::Csv(csv) => csv.advance(&mut self.cells),
            Source::Sheet(sheet) => sheet.advance(&mut self.cells),
        };
        match next {
            Ok(Some(number)) => Some(Ok(self.cells.row(number))),
            Ok(None) => {
                self.done = true;
                None
            }
            Err(problem) => {
                self.done = problem.is_final();
                Some(Err(problem.at(&self.file)))
            }
        }
    }
}
