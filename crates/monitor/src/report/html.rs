//! `report.html`: one self-contained page.

use kernel::Lang;

use super::model::Report;

/// The report as a page.
pub fn write(_report: &Report<'_>, _lang: Lang) -> Result<String, askama::Error> {
    Ok(String::new())
}
