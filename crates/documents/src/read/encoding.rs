//! UTF-8 or Windows-1252, found out while reading.

use encoding_rs::WINDOWS_1252;

use super::Cells;

/// What the rows so far have shown. Dutch text in Windows-1252 is practically never valid UTF-8, so
/// the first row with an accent decides for the whole file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Only ASCII so far.
    Open,
    Utf8,
    Windows1252,
}

/// A row that is text in neither encoding, or not in the one of the rows before it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NotText;

impl Encoding {
    /// Turns `raw`, cells that end at `ends` with one byte between, into `cells`.
    pub(super) fn decode(&mut self, raw: &[u8], ends: &[usize], cells: &mut Cells) -> Result<(), NotText> {
        cells.clear();
        if *self != Self::Windows1252 {
            match std::str::from_utf8(raw) {
                Ok(text) => {
                    if *self == Self::Open && !text.is_ascii() {
                        *self = Self::Utf8;
                    }
                    cells.text.push_str(text);
                    cells.ends.extend_from_slice(ends);
                    return Ok(());
                }
                Err(_) if *self == Self::Utf8 => return Err(NotText),
                Err(_) => *self = Self::Windows1252,
            }
        }
        // Five bytes have no character in Windows-1252: then it is something else.
        if raw.iter().any(|byte| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d)) {
            return Err(NotText);
        }
        let mut start = 0;
        for &end in ends {
            cells.push(&WINDOWS_1252.decode_without_bom_handling(&raw[start..end]).0);
            start = end + 1;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(encoding: &mut Encoding, raw: &[u8]) -> Result<String, NotText> {
        let mut cells = Cells::default();
        encoding.decode(raw, &[raw.len()], &mut cells).map(|()| cells.text)
    }

    #[test]
    fn the_first_accent_decides_for_the_rest_of_the_file() {
        let mut encoding = Encoding::Open;
        assert_eq!(decode(&mut encoding, b"een"), Ok("een".into()));
        assert_eq!(decode(&mut encoding, b"\xe9\xe9n"), Ok("één".into()));
        assert_eq!(decode(&mut encoding, "é".as_bytes()), Ok("Ã©".into()));
        let mut encoding = Encoding::Open;
        assert_eq!(decode(&mut encoding, "één".as_bytes()), Ok("één".into()));
        assert_eq!(decode(&mut encoding, b"\xe9\xe9n"), Err(NotText));
    }

    #[test]
    fn bytes_without_a_character_are_not_text() {
        assert_eq!(decode(&mut Encoding::Open, b"a\x81b"), Err(NotText));
    }
}
