//! A coded problem with a place: one code in pages, commands, reports and manual.
//!
//! The words live in `locales/*/findings.ftl`, under `finding-<code>`.

use std::borrow::Cow;

/// Whether a finding stops the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The input can't be taken as it is.
    Error,
    /// The input is taken; somebody should look.
    Warning,
}

/// Where a finding is: a file, a line or row in it (1-based), a column by name. Any may be absent.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Place {
    /// The file as the user named it, or its path inside `definitions/`.
    pub file: Option<String>,
    /// Line of a text file or row of a sheet, counted from 1, the header included.
    pub row: Option<u64>,
    /// Column name, or the key in a definition.
    pub column: Option<String>,
}

impl Place {
    /// A whole file.
    #[must_use]
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: Some(file.into()), ..Self::default() }
    }

    /// A row of a file.
    #[must_use]
    pub fn row(file: impl Into<String>, row: u64) -> Self {
        Self { file: Some(file.into()), row: Some(row), column: None }
    }

    /// The same place, narrowed to a column or key.
    #[must_use]
    pub fn column(mut self, column: impl Into<String>) -> Self {
        self.column = Some(column.into());
        self
    }
}

/// One problem, to be put into words by the locale files.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Finding {
    /// Stable code in kebab-case; its words are `finding-<code>`.
    pub code: &'static str,
    /// Whether it stops the work.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// Named values for the words, such as the code that was found and the nearest known one.
    pub params: Vec<(Cow<'static, str>, String)>,
}

impl Finding {
    /// An error at `place`.
    #[must_use]
    pub fn error(code: &'static str, place: Place) -> Self {
        Self { code, severity: Severity::Error, place, params: Vec::new() }
    }

    /// A warning at `place`.
    #[must_use]
    pub fn warning(code: &'static str, place: Place) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, place) }
    }

    /// Adds a named value for the words.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.params.push((Cow::Borrowed(name), value.into()));
        self
    }
}
