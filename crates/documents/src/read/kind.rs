//! Tells by the first bytes what a file is; its name says nothing.

use std::io::{Read, SeekFrom};

use super::Input;
use super::problem::Problem;

/// Enough to hold every signature and to notice a binary file.
const LOOK_AT: u64 = 8192;

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text, with or without UTF-8's mark of three bytes.
    Csv { bom: bool },
    /// A ZIP archive, perhaps a workbook.
    Zip,
}

/// The kind of `input` and its size in bytes; leaves it at its beginning, behind a mark.
pub(super) fn sniff(input: &mut Box<dyn Input>) -> Result<(Kind, u64), Problem> {
    let total = input.seek(SeekFrom::End(0))?;
    input.rewind()?;
    let mut head = Vec::new();
    input.by_ref().take(LOOK_AT).read_to_end(&mut head)?;
    let kind = classify(&head)?;
    input.seek(SeekFrom::Start(if kind == (Kind::Csv { bom: true }) { 3 } else { 0 }))?;
    Ok((kind, total))
}

fn classify(head: &[u8]) -> Result<Kind, Problem> {
    match head {
        [] | [0xef, 0xbb, 0xbf] => Err(Problem::new("file-empty")),
        [b'P', b'K', 3, 4, ..] => Ok(Kind::Zip),
        // Excel's format up to 2003, and also any workbook with a password.
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(Problem::new("sheet-old")),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Err(Problem::new("file-encoding").with("found", &"UTF-16")),
        [b'%', b'P', b'D', b'F', ..] => Err(Problem::new("file-binary")),
        _ if head.contains(&0) && is_utf16(head) => {
            Err(Problem::new("file-encoding").with("found", &"UTF-16"))
        }
        _ if head.contains(&0) => Err(Problem::new("file-binary")),
        _ => Ok(Kind::Csv { bom: head.starts_with(&[0xef, 0xbb, 0xbf]) }),
    }
}

/// Western text in UTF-16 has a zero in every other byte, and none between.
fn is_utf16(head: &[u8]) -> bool {
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    even.min(odd) == 0 && even.max(odd) * 4 >= head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf16_without_a_mark_is_known_by_its_zeros() {
        assert!(is_utf16(b"a\0;\0b\0\n\0"));
        assert!(!is_utf16(b"a\0\0b"));
    }
}
