//! A window on a stream of bytes that never holds more than a row and what was read with it.

use std::io::{self, Read};

use super::MAX_ROW;

const START: usize = 256 * 1024;
const LIMIT: usize = 2 * MAX_ROW;

pub(super) struct Buffer {
    source: Box<dyn Read + Send>,
    bytes: Vec<u8>,
    start: usize,
    end: usize,
    passed: u64,
    at_end: bool,
}

impl Buffer {
    pub(super) fn new(source: Box<dyn Read + Send>, passed: u64) -> Self {
        Self { source, bytes: vec![0; START], start: 0, end: 0, passed, at_end: false }
    }

    /// What was read and not yet consumed.
    pub(super) fn pending(&self) -> &[u8] {
        &self.bytes[self.start..self.end]
    }

    /// Whether `pending` is all that is left.
    pub(super) fn at_end(&self) -> bool {
        self.at_end
    }

    /// Bytes of the file that were consumed.
    pub(super) fn passed(&self) -> u64 {
        self.passed
    }

    pub(super) fn consume(&mut self, count: usize) {
        self.start = (self.start + count).min(self.end);
        self.passed += count as u64;
    }

    /// Reads more behind what is pending. At least as much as is pending, so that looking at a row
    /// again from its beginning costs no more than reading it twice.
    pub(super) fn fill(&mut self) -> io::Result<()> {
        self.bytes.copy_within(self.start..self.end, 0);
        self.end -= self.start;
        self.start = 0;
        if self.end * 2 > self.bytes.len() {
            self.bytes.resize((self.bytes.len() * 2).min(LIMIT), 0);
        }
        while self.end < self.bytes.len() && !self.at_end {
            match self.source.read(&mut self.bytes[self.end..]) {
                Ok(0) => self.at_end = true,
                Ok(count) => self.end += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}
