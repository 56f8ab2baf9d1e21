//! Writes a report in the forms that were asked for.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use documents::xlsx::{Labels, Workbook};
use kernel::Lang;
use thiserror::Error;
use web::{Arg, t, t_with};

use super::model::{Audience, Report};
use super::tables::tables;
use super::{html, json, pdf, words};

/// A form of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ValueEnum)]
pub enum Form {
    /// Unrounded figures for programs
    Json,
    /// One page for the browser
    Html,
    /// The report to print and send
    Pdf,
    /// A workbook with a sheet for each table
    Xlsx,
    /// A file for each table
    Csv,
}

/// Why a report could not be made.
#[derive(Debug, Error)]
pub enum ReportError {
    /// A file could not be written.
    #[error("{path}: {error}")]
    File {
        /// Which file.
        path: String,
        /// Why not.
        error: io::Error,
    },
    /// The workbook could not be made.
    #[error(transparent)]
    Workbook(#[from] documents::xlsx::WriteError),
    /// The page could not be made.
    #[error("the page could not be made: {0}")]
    Page(#[from] askama::Error),
    /// The PDF could not be made.
    #[error(transparent)]
    Pdf(#[from] documents::pdf::PdfError),
}

/// Writes `forms` of the report into `folder` and gives the files, in the order of the forms.
pub fn folder(
    report: &Report<'_>,
    folder: &Path,
    forms: &[Form],
    audience: Audience,
    lang: Lang,
) -> Result<Vec<PathBuf>, ReportError> {
    let mut written = Vec::new();
    let mut put = |name: &str, bytes: &[u8]| -> Result<(), ReportError> {
        let path = folder.join(name);
        let failed = |error| ReportError::File { path: path.display().to_string(), error };
        path.parent().map_or(Ok(()), fs::create_dir_all).map_err(failed)?;
        fs::write(&path, bytes).map_err(failed)?;
        written.push(path);
        Ok(())
    };
    for form in forms {
        match form {
            Form::Csv => {
                for table in tables(report, lang) {
                    let bytes = documents::csv::write(&table, documents::csv::Form::Machine);
                    put(&format!("tables/{}.csv", table.id), &bytes)?;
                }
            }
            form => put(form.file_name(), &bytes(report, *form, audience, lang)?)?,
        }
    }
    Ok(written)
}

/// The report in one form of one file; csv gives the table of scores per goal.
pub fn bytes(
    report: &Report<'_>,
    form: Form,
    audience: Audience,
    lang: Lang,
) -> Result<Vec<u8>, ReportError> {
    match form {
        Form::Json => Ok(json::write(report, audience)),
        Form::Html => Ok(html::write(report, lang)?.into_bytes()),
        Form::Pdf => Ok(pdf::write(report, lang)?),
        Form::Xlsx => xlsx(report, lang),
        Form::Csv => {
            let tables = tables(report, lang);
            let goals = tables.iter().find(|table| table.id == "goals");
            Ok(goals
                .map(|table| documents::csv::write(table, documents::csv::Form::Machine))
                .unwrap_or_default())
        }
    }
}

fn xlsx(report: &Report<'_>, lang: Lang) -> Result<Vec<u8>, ReportError> {
    let title = t_with(lang, "report-title", &[("wave", Arg::from(report.wave_title(lang)))]);
    let mut intro =
        vec![t_with(lang, "report-snapshot", &[("snapshot", Arg::from(report.snapshot.clone()))])];
    intro.extend(words::notice(lang, report.analysis.nature));
    intro.extend(report.caveats.iter().map(|caveat| words::own(&caveat.text, lang)));
    let labels = ["report-contents", "report-sheet", "report-table", "report-note", "column-source"];
    let [contents, sheet, table, note, source] = labels.map(|key| t(lang, key));
    let labels = Labels { contents: &contents, sheet: &sheet, table: &table, note: &note, source: &source };
    let tables = tables(report, lang);
    let workbook = Workbook { lang, title: &title, author: "Zicht", intro: &intro, labels, tables: &tables };
    Ok(documents::xlsx::write(&workbook)?)
}

impl Form {
    /// Name of its file in the folder of the report.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Json => "report.json",
            Self::Html => "report.html",
            Self::Pdf => "report.pdf",
            Self::Xlsx => "report.xlsx",
            Self::Csv => "tables/goals.csv",
        }
    }

    /// What a browser needs to know about the file.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Html => "text/html; charset=utf-8",
            Self::Pdf => "application/pdf",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }
}
