//! From lines to rows, everything checked on the way.

use std::collections::BTreeSet;
use std::io::BufRead;

use sha2::{Digest as _, Sha256};

use super::ArchiveError;
use super::cell::{Cell, hex};
use super::lines::{EndMark, FORM, Header, Mark, TableMark, Totals};

/// What comes next in an archive.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// The rows of this table follow.
    Table(TableMark),
    /// A row of that table.
    Row(Vec<Cell>),
    /// Every row of the table was there, as it was written.
    End(EndMark),
}

/// An archive that is being read. An item is only to be trusted once [`Item::End`] of its table came, and the
/// whole once the reader has come to the end.
pub struct Reader<R> {
    input: R,
    header: Header,
    line: Vec<u8>,
    number: u64,
    current: Option<Current>,
    seen: BTreeSet<String>,
    totals: Totals,
    whole: Sha256,
    complete: bool,
}

struct Current {
    mark: TableMark,
    rows: u64,
    hash: Sha256,
}

impl<R: BufRead> Reader<R> {
    /// Reads the first line.
    pub fn new(mut input: R) -> Result<Self, ArchiveError> {
        let mut line = Vec::new();
        input.read_until(b'\n', &mut line).map_err(ArchiveError::Unreadable)?;
        let Ok(Mark::Archive(header)) = serde_json::from_slice(&line) else {
            return Err(other_form(&line).map_or(ArchiveError::NotAnArchive, ArchiveError::UnknownForm));
        };
        if header.format != FORM {
            return Err(ArchiveError::UnknownForm(header.format));
        }
        let totals = Totals { tables: 0, rows: 0, sha256: String::new() };
        Ok(Self {
            input,
            header,
            line,
            number: 1,
            current: None,
            seen: BTreeSet::new(),
            totals,
            whole: Sha256::new(),
            complete: false,
        })
    }

    /// What the archive says that it holds.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The next item, or nothing at the end of a complete archive.
    ///
    /// # Errors
    /// At the first line that is not as it was written, or not there.
    pub fn next(&mut self) -> Result<Option<Item>, ArchiveError> {
        self.line.clear();
        self.input.read_until(b'\n', &mut self.line).map_err(ArchiveError::Unreadable)?;
        if self.complete {
            // What comes after the last line was not written by Zicht; reading to the end also lets the
            // decryption check its last block.
            return if self.line.is_empty() {
                Ok(None)
            } else {
                Err(self.damaged("there is more after the end"))
            };
        }
        self.number += 1;
        if self.line.pop_if(|last| *last == b'\n').is_none() {
            return Err(self.damaged("it was cut off here"));
        }
        if self.line.first() == Some(&b'[') {
            return self.row().map(Some);
        }
        match serde_json::from_slice(&self.line) {
            Ok(Mark::Table(mark)) => self.table(mark).map(Some),
            Ok(Mark::End(end)) => self.end(end).map(Some),
            Ok(Mark::Complete(totals)) => {
                self.finish(&totals)?;
                self.next()
            }
            Ok(Mark::Archive(_)) | Err(_) => Err(self.damaged("this line is not understood")),
        }
    }

    /// Reads to the end and gives what was there: whether an archive is sound, without using it.
    pub fn verify(mut self) -> Result<(Header, Totals), ArchiveError> {
        while self.next()?.is_some() {}
        Ok((self.header, self.totals))
    }

    fn table(&mut self, mark: TableMark) -> Result<Item, ArchiveError> {
        if self.current.is_some() || !self.seen.insert(mark.name.clone()) {
            return Err(self.damaged("a table begins where it cannot"));
        }
        if !self.header.tables.contains_key(&mark.name) {
            return Err(self.damaged("a table that the first line does not name"));
        }
        self.current = Some(Current { mark: mark.clone(), rows: 0, hash: Sha256::new() });
        Ok(Item::Table(mark))
    }

    fn row(&mut self) -> Result<Item, ArchiveError> {
        let cells: Result<Vec<Cell>, _> = serde_json::from_slice(&self.line);
        let (Ok(cells), Some(current)) = (cells, &mut self.current) else {
            return Err(self.damaged("this row is not understood"));
        };
        if cells.len() != current.mark.columns.len() {
            return Err(self.damaged("this row has more or fewer values than the table has columns"));
        }
        current.hash.update(&self.line);
        current.hash.update(b"\n");
        current.rows += 1;
        Ok(Item::Row(cells))
    }

    fn end(&mut self, end: EndMark) -> Result<Item, ArchiveError> {
        let Some(current) = self.current.take() else {
            return Err(self.damaged("a table ends where none began"));
        };
        let sum = hex(&current.hash.finalize());
        let promised = self.header.tables.get(&end.table);
        if current.mark.name != end.table || current.rows != end.rows || promised != Some(&end.rows) {
            return Err(self.damaged("rows are missing, or there are too many"));
        }
        if sum != end.sha256 {
            return Err(self.damaged("the checksum of this table is not right"));
        }
        self.whole.update(&self.line);
        self.whole.update(b"\n");
        self.totals.tables += 1;
        self.totals.rows += end.rows;
        Ok(Item::End(end))
    }

    fn finish(&mut self, totals: &Totals) -> Result<(), ArchiveError> {
        self.totals.sha256 = hex(&std::mem::take(&mut self.whole).finalize());
        let all_there = self.current.is_none() && self.seen.len() == self.header.tables.len();
        if !all_there || self.totals != *totals {
            return Err(self.damaged("a table is missing or not right"));
        }
        self.complete = true;
        Ok(())
    }

    fn damaged(&self, what: &str) -> ArchiveError {
        ArchiveError::Damaged { line: self.number, what: what.to_owned() }
    }
}

/// The form of an archive whose first line has other fields than ours.
fn other_form(line: &[u8]) -> Option<String> {
    let value: serde_json::Value = serde_json::from_slice(line).ok()?;
    let form = value.get("archive")?.get("format")?.as_str()?;
    (form.starts_with("zicht/everything/") && form != FORM).then(|| form.to_owned())
}
