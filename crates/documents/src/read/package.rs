//! Looks into a ZIP archive before a workbook is read from it: is it XLSX, without macros, and not
//! made to fill the memory?

use std::io::{BufReader, Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::Input;
use super::problem::Problem;

/// Unpacked size of everything together, in bytes.
const MAX_TOTAL: u64 = 1 << 30;
/// Unpacked size of the parts that are held in memory (all but the sheets themselves), in bytes.
const MAX_HELD: u64 = 256 << 20;
const MAX_PARTS: usize = 10_000;

/// Checks the list of contents only. That is enough: the archive reader stops with an error where a
/// part grows past the size that the list states.
pub(super) fn check(input: &mut Box<dyn Input>) -> Result<(), Problem> {
    input.rewind()?;
    {
        let mut archive = ZipArchive::new(BufReader::new(&mut **input)).map_err(unreadable)?;
        check_size(&mut archive)?;
        check_names(&mut archive)?;
    }
    input.rewind()?;
    Ok(())
}

fn check_size<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<(), Problem> {
    let too_large = || Problem::new("sheet-too-large").with("limit", &MAX_TOTAL);
    if archive.len() > MAX_PARTS {
        return Err(too_large());
    }
    let (mut total, mut held) = (0_u64, 0_u64);
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(unreadable)?;
        total = total.saturating_add(part.size());
        if !part.name().map_err(unreadable)?.contains("worksheets/") {
            held = held.saturating_add(part.size());
        }
    }
    if total > MAX_TOTAL || held > MAX_HELD { Err(too_large()) } else { Ok(()) }
}

fn check_names<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<(), Problem> {
    let names: Vec<String> =
        archive.file_names().filter_map(Result::ok).map(|name| name.to_ascii_lowercase()).collect();
    let has = |end: &str| names.iter().any(|name| name.ends_with(end));
    if has("vbaproject.bin") {
        return Err(Problem::new("sheet-macros"));
    }
    if has("workbook.bin") {
        return Err(Problem::new("sheet-other").with("found", &"XLSB"));
    }
    if has("mimetype") {
        return Err(Problem::new("sheet-other").with("found", &"OpenDocument"));
    }
    if !has("workbook.xml") {
        return Err(Problem::new("sheet-other").with("found", &"ZIP"));
    }
    // A workbook of a kind that may hold macros, even if it holds none now.
    let mut types = String::new();
    if let Ok(part) = archive.by_name("[Content_Types].xml") {
        part.take(1 << 20).read_to_string(&mut types)?;
    }
    if types.contains("macroEnabled") { Err(Problem::new("sheet-macros")) } else { Ok(()) }
}

fn unreadable(error: ZipError) -> Problem {
    match error {
        ZipError::Io(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            Problem::new("file-truncated")
        }
        // The list of contents is at the end: without it the file broke off.
        ZipError::InvalidArchive(_) => Problem::new("file-truncated"),
        error => Problem::new("file-unreadable").with("reason", &error),
    }
}
