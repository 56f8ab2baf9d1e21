//! CSV as people export it: comma or semicolon, quotes where needed, LF or CRLF.

use memchr::{memchr, memchr_iter, memchr2};

use super::buffer::Buffer;
use super::encoding::Encoding;
use super::problem::Problem;
use super::{Cells, Input, MAX_ROW};

pub(super) struct Csv {
    buffer: Buffer,
    delimiter: u8,
    encoding: Encoding,
    /// The line where the next row begins, from 1.
    line: u64,
    width: usize,
    raw: Raw,
}

/// One row as bytes, its quotes taken off, in the shape of [`Cells`].
#[derive(Default)]
struct Raw {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

/// How far the row at the beginning of the buffer goes.
enum Extent {
    /// So many bytes, in so many lines; `closed` by an end of line.
    Row { bytes: usize, lines: u64, closed: bool },
    /// Further than what was read so far.
    More { quoted: bool },
}

impl Csv {
    /// Reads the header into `cells`; it decides about delimiter and width.
    pub(super) fn open(input: Box<dyn Input>, bom: bool, cells: &mut Cells) -> Result<Self, Problem> {
        let encoding = if bom { Encoding::Utf8 } else { Encoding::Open };
        let buffer = Buffer::new(Box::new(input), if bom { 3 } else { 0 });
        let mut csv = Self { buffer, delimiter: b',', encoding, line: 1, width: 0, raw: Raw::default() };
        csv.buffer.fill()?;
        csv.delimiter = delimiter(csv.buffer.pending());
        match csv.advance(cells) {
            Ok(Some(_)) => csv.width = cells.ends.len(),
            Ok(None) => return Err(Problem::new("file-empty")),
            Err(problem) if problem.code() == "row-control" => return Err(Problem::new("file-binary")),
            Err(problem) => return Err(problem),
        }
        Ok(csv)
    }

    pub(super) fn bytes_read(&self) -> u64 {
        self.buffer.passed()
    }

    /// The next row that has a value, its number as result.
    pub(super) fn advance(&mut self, cells: &mut Cells) -> Result<Option<u64>, Problem> {
        loop {
            let number = self.line;
            let Some(closed) = self.take_raw()? else { return Ok(None) };
            if self.raw.bytes.len() < self.raw.ends.len() {
                continue;
            }
            self.check(number, closed)?;
            self.encoding
                .decode(&self.raw.bytes, &self.raw.ends, cells)
                .map_err(|_| Problem::in_row("row-encoding", number))?;
            return Ok(Some(number));
        }
    }

    /// Moves one row from the buffer to `raw`; whether a line end closed it, or `None` at the end.
    fn take_raw(&mut self) -> Result<Option<bool>, Problem> {
        loop {
            let (pending, at_end) = (self.buffer.pending(), self.buffer.at_end());
            if pending.is_empty() && at_end {
                return Ok(None);
            }
            match self.raw.read(pending, self.delimiter, at_end) {
                Extent::Row { bytes, lines, closed } => {
                    let number = self.line;
                    self.line += lines;
                    self.buffer.consume(bytes);
                    if bytes > MAX_ROW {
                        return Err(Problem::too_long(number));
                    }
                    return Ok(Some(closed));
                }
                // Only a quote that is never closed goes on behind the end of the file.
                Extent::More { .. } if at_end => return Err(Problem::new("file-truncated").row(self.line)),
                Extent::More { quoted } if pending.len() > MAX_ROW => return Err(self.pass_over(quoted)?),
                Extent::More { .. } => self.buffer.fill()?,
            }
        }
    }

    /// Passes over a row that is too long. Inside quotes its end can't be trusted: then reading stops.
    fn pass_over(&mut self, quoted: bool) -> Result<Problem, Problem> {
        let problem = Problem::too_long(self.line);
        if quoted {
            return Ok(problem.and_stop());
        }
        loop {
            if let Some(end) = memchr(b'\n', self.buffer.pending()) {
                self.buffer.consume(end + 1);
                break;
            }
            self.buffer.consume(self.buffer.pending().len());
            if self.buffer.at_end() {
                break;
            }
            self.buffer.fill()?;
        }
        self.line += 1;
        Ok(problem)
    }

    fn check(&self, number: u64, closed: bool) -> Result<(), Problem> {
        if let Some(&byte) = self.raw.bytes.iter().find(|&&byte| is_control(byte)) {
            return Err(match byte {
                0 => Problem::new("file-binary").row(number),
                _ => Problem::in_row("row-control", number).with("character", &byte),
            });
        }
        let found = self.raw.ends.len();
        if self.width == 0 || found == self.width {
            return Ok(());
        }
        // A short last row without line end is where a copy or download broke off.
        if found < self.width && !closed {
            return Err(Problem::new("file-truncated").row(number));
        }
        Err(Problem::width(number, self.width, found))
    }
}

fn is_control(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')
}

/// Comma or semicolon: whichever is more often in the first line, outside quotes.
fn delimiter(head: &[u8]) -> u8 {
    let (mut commas, mut semicolons, mut quoted) = (0, 0, false);
    for &byte in head.trim_ascii_start() {
        match byte {
            b'"' => quoted = !quoted,
            b',' if !quoted => commas += 1,
            b';' if !quoted => semicolons += 1,
            b'\n' if !quoted => break,
            _ => {}
        }
    }
    if semicolons > commas { b';' } else { b',' }
}

impl Raw {
    /// Reads the row at the beginning of `pending`.
    fn read(&mut self, pending: &[u8], delimiter: u8, at_end: bool) -> Extent {
        self.bytes.clear();
        self.ends.clear();
        let end = memchr(b'\n', pending);
        let line = &pending[..end.unwrap_or(pending.len())];
        if memchr(b'"', line).is_some() {
            return self.unquote(pending, delimiter, at_end);
        }
        if end.is_none() && !at_end {
            return Extent::More { quoted: false };
        }
        let content = line.strip_suffix(b"\r").unwrap_or(line);
        self.bytes.extend_from_slice(content);
        self.ends.extend(memchr_iter(delimiter, content));
        self.ends.push(content.len());
        Extent::Row { bytes: line.len() + usize::from(end.is_some()), lines: 1, closed: end.is_some() }
    }

    /// The slow way, for a row with quotes. A quote counts only at the beginning of a cell; text behind
    /// a closing quote belongs to the cell.
    fn unquote(&mut self, pending: &[u8], delimiter: u8, at_end: bool) -> Extent {
        let mut at = 0;
        loop {
            if pending.get(at) == Some(&b'"') {
                match self.quoted(pending, at + 1, at_end) {
                    Some(behind) => at = behind,
                    None => return Extent::More { quoted: true },
                }
            }
            let rest = &pending[at..];
            let stop = memchr2(delimiter, b'\n', rest);
            if stop.is_none() && !at_end {
                return Extent::More { quoted: false };
            }
            let cell = &rest[..stop.unwrap_or(rest.len())];
            at += cell.len();
            if pending.get(at) == Some(&delimiter) {
                self.bytes.extend_from_slice(cell);
                self.ends.push(self.bytes.len());
                self.bytes.push(delimiter);
                at += 1;
                continue;
            }
            self.bytes.extend_from_slice(cell.strip_suffix(b"\r").unwrap_or(cell));
            self.ends.push(self.bytes.len());
            let bytes = at + usize::from(stop.is_some());
            let lines = memchr_iter(b'\n', &pending[..bytes]).count() as u64;
            return Extent::Row { bytes, lines: lines.max(1), closed: stop.is_some() };
        }
    }

    /// Takes what is between quotes from `at`; the place behind the closing quote, or `None` if that
    /// was not read yet.
    fn quoted(&mut self, pending: &[u8], mut at: usize, at_end: bool) -> Option<usize> {
        loop {
            let quote = at + memchr(b'"', pending.get(at..)?)?;
            self.bytes.extend_from_slice(&pending[at..quote]);
            match pending.get(quote + 1) {
                Some(b'"') => {
                    self.bytes.push(b'"');
                    at = quote + 2;
                }
                None if !at_end => return None,
                _ => return Some(quote + 1),
            }
        }
    }
}
