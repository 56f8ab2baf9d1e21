//! `report.pdf`: PDF/UA-1 and PDF/A-2a.

use kernel::Lang;

use super::model::Report;

/// The report as a PDF.
pub fn write(_report: &Report<'_>, _lang: Lang) -> Result<Vec<u8>, documents::pdf::PdfError> {
    Ok(Vec::new())
}
