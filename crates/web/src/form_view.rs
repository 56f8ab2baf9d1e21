//! A form as its page prints it: values, errors at their field, and the token.
//!
//! The macros of `templates/forms.html` take one as their first argument.

use kernel::{Finding, Severity};

use crate::findings::field_text;
use crate::form::Form;
use crate::i18n::{Tr, try_t};
use crate::request::RequestContext;

/// One form on a page.
#[derive(Debug, Clone)]
pub struct FormView {
    /// Words in the language of the page.
    pub tr: Tr,
    /// The token for the hidden field.
    pub token: String,
    /// Whether it is left unsaid at each field that it may stay empty: for a page that says so once for all.
    pub quiet: bool,
    values: Vec<(String, String)>,
    findings: Vec<Finding>,
}

impl FormView {
    /// An empty form.
    #[must_use]
    pub fn new(request: &RequestContext) -> Self {
        Self {
            tr: request.tr(),
            token: request.form_token(),
            quiet: false,
            values: Vec::new(),
            findings: Vec::new(),
        }
    }

    /// The form as it was sent, with what is wrong; passwords and codes stay empty.
    #[must_use]
    pub fn of(request: &RequestContext, form: &Form, findings: Vec<Finding>) -> Self {
        let values = form.keepable().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Self { values, findings, ..Self::new(request) }
    }

    /// Leaves unsaid at each field that it may stay empty.
    #[must_use]
    pub const fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// Fills in a field beforehand. Several values of one name are several checkboxes.
    #[must_use]
    pub fn value(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.push((name.to_owned(), value.into()));
        self
    }

    /// The value of a field, or nothing.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.values.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value.as_str())
    }

    /// Whether the form that was sent has this field: a page with several forms gets the fields of one back.
    #[must_use]
    pub fn sent(&self, name: &str) -> bool {
        self.values.iter().any(|(found, _)| found == name)
    }

    /// Whether a choice is on.
    #[must_use]
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.values.iter().any(|(found, chosen)| found == name && chosen == value)
    }

    /// What is wrong with a field, in words; the first of several.
    #[must_use]
    pub fn error(&self, name: &str) -> Option<String> {
        let finding = self.findings.iter().find(|finding| finding.place.column.as_deref() == Some(name));
        finding.map(|finding| field_text(self.tr.0, finding))
    }

    /// Whether anything keeps the form from being taken.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Every problem: where its field is on the page (`#field-email`, or nothing) and what is wrong, with the
    /// name of the field before it where `field-<name>` has words.
    #[must_use]
    pub fn errors(&self) -> Vec<(Option<String>, String)> {
        self.findings.iter().map(|finding| self.problem(finding)).collect()
    }

    fn problem(&self, finding: &Finding) -> (Option<String>, String) {
        let text = field_text(self.tr.0, finding);
        let Some(name) = &finding.place.column else { return (None, text) };
        let text = match try_t(self.tr.0, &format!("field-{name}"), &[]) {
            Some(field) => self.tr.t2("form-problem", "field", field, "text", text),
            None => text,
        };
        (Some(format!("#field-{name}")), text)
    }

    /// The ids that describe a field, for `aria-describedby`: its hint and its error.
    #[must_use]
    pub fn described_by(&self, name: &str, hint: &str) -> String {
        let hint = (!hint.is_empty()).then(|| format!("hint-{name}"));
        let error = self.error(name).map(|_| format!("error-{name}"));
        hint.into_iter().chain(error).collect::<Vec<_>>().join(" ")
    }

    /// The title of the page: with errors it begins by saying so, because that is read aloud first.
    #[must_use]
    pub fn title(&self, title: &str) -> String {
        if self.is_refused() { self.tr.t1("form-title-refused", "title", title) } else { title.to_owned() }
    }
}
