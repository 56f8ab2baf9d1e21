//! Sets documents as PDF/UA-1 and PDF/A-2a: tagged, with text alternatives, for keeping.
//!
//! A document is a constant Typst template that imports `/base.typ`, the style of the house, and data
//! that it reads as JSON. Data never becomes part of the template, and a template can open nothing but
//! what is given here: no files, no packages, no clock.

mod data;
mod world;

use std::fmt::Write as _;
use std::sync::LazyLock;

use jiff::civil::Date;
use kernel::Lang;
use serde_json::Value;
use sha2::{Digest, Sha256};
use thiserror::Error;
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::foundations::Smart;
use typst::{World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

pub use self::data::table_data;
use self::world::House;

/// One document, ready to be set.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// Language of the text; decides about hyphenation, fixed words and `/Lang`.
    pub lang: Lang,
    /// Title, in the metadata and on every page.
    pub title: &'a str,
    /// Who publishes it.
    pub author: &'a str,
    /// The day the content is of, such as the end of a wave or the version of a letter. PDF/A asks for a
    /// date; it is not the moment of making, so that the same content gives the same file.
    pub date: Date,
    /// Warning on every page, such as that answers are generated.
    pub notice: Option<&'a str>,
    /// The template; begins with `#import "/base.typ": *` and `#show: report`.
    pub template: &'static str,
    /// What the template finds as `data`.
    pub data: &'a Value,
    /// Pictures as SVG, by the names that `data` calls them.
    pub images: &'a [(String, Vec<u8>)],
}

/// A template that does not compile with its data; a mistake of ours, not of the reader.
#[derive(Debug, Error)]
#[error("the document can't be set: {0}")]
pub struct PdfError(String);

/// Sets the document. The same document gives the same bytes.
///
/// Characters that Source Sans does not have are replaced, so that no answer can stop a report.
///
/// # Errors
/// When the template has a mistake, misses something in its data or breaks a rule of PDF/UA, such as a
/// picture without text alternative.
pub fn compile(document: &Document<'_>) -> Result<Vec<u8>, PdfError> {
    let house = House::new(document)?;
    let result = set(&house);
    // The compiler remembers its steps for a next time that is rarely the same document: a server would
    // hold on to that memory for ever.
    typst::comemo::evict(0);
    result
}

fn set(house: &House) -> Result<Vec<u8>, PdfError> {
    let pages: PagedDocument = typst::compile(house).output.map_err(|problems| describe(house, &problems))?;
    let standards = STANDARDS.as_ref().map_err(|problem| PdfError(problem.clone()))?;
    let options = PdfOptions {
        ident: Smart::Custom(fingerprint(house)),
        creator: Smart::Custom(Some("Zicht".to_owned())),
        standards: standards.clone(),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(|problems| describe(house, &problems))
}

static STANDARDS: LazyLock<Result<PdfStandards, String>> = LazyLock::new(|| {
    PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|problem| problem.message().to_string())
});

/// Identifies the document by all that went into it.
fn fingerprint(house: &House) -> String {
    let mut hash = Sha256::new();
    for (name, bytes) in house.parts() {
        hash.update((name.len() as u64).to_le_bytes());
        hash.update(name);
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The problems with the file and line where they are, for whoever writes the template.
fn describe(house: &House, problems: &EcoVec<SourceDiagnostic>) -> PdfError {
    let mut text = String::new();
    for problem in problems {
        let at = problem.span.id().and_then(|id| {
            let line = house.source(id).ok()?.lines().byte_to_line(house.range(problem.span)?.start)?;
            Some(format!("{}:{}: ", id.vpath().get_without_slash(), line + 1))
        });
        let _ = write!(text, "{}{}. ", at.unwrap_or_default(), problem.message);
        for hint in &problem.hints {
            let _ = write!(text, "{}. ", hint.v);
        }
    }
    PdfError(text.trim_end().to_owned())
}
