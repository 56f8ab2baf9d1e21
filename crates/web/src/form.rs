//! What a visitor typed and sent. The guard of the route has checked that it came from a page of ours.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::{Finding, Place};

use crate::errors::PageError;

/// The hidden field with the token of a form.
pub const TOKEN_FIELD: &str = "form_token";
/// The hidden field with what was typed in another form, sealed; see [`crate::RequestContext::welcome`].
pub const RESUME_FIELD: &str = "resume";
/// The header with the token, for what a script sends.
pub const TOKEN_HEADER: &str = "x-zicht-form";

/// The fields of a form; an argument of a handler that is mounted with `Routes::post`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    fields: Arc<[(String, String)]>,
}

impl Form {
    /// Reads a body. `None` for the character zero, which no database column takes, and for more than a
    /// thousand fields.
    pub(crate) fn parse(body: &[u8]) -> Option<Self> {
        let fields: Arc<[(String, String)]> = form_urlencoded::parse(body)
            .take(1001)
            // Browsers end lines in two characters; one is what anybody counts.
            .map(|(name, value)| (name.into_owned(), value.replace("\r\n", "\n")))
            .collect();
        let zero = fields.iter().any(|(name, value)| name.contains('\0') || value.contains('\0'));
        (!zero && fields.len() <= 1000).then_some(Self { fields })
    }

    /// The value of a field without blanks round it; empty if it is not there. For passwords: [`Self::raw`].
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// The value of a field exactly as it was typed; empty if it is not there.
    #[must_use]
    pub fn raw(&self, name: &str) -> &str {
        self.fields.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value.as_str())
    }

    /// Every value of a field, such as checkboxes with one name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// Whether a checkbox was on, or a field was filled in.
    #[must_use]
    pub fn checked(&self, name: &str) -> bool {
        !self.text(name).is_empty()
    }

    /// The value of a field that must be filled in; if it is not, that is a finding.
    pub fn required(&self, name: &'static str, findings: &mut Vec<Finding>) -> &str {
        if !self.checked(name) {
            findings.push(on_field("field-required", name));
        }
        self.text(name)
    }

    /// What may be kept or shown again: no token, and nothing that is secret.
    pub(crate) fn keepable(&self) -> impl Iterator<Item = (&str, &str)> {
        let kept = |name: &str| !is_secret(name) && name != TOKEN_FIELD && name != RESUME_FIELD;
        self.fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .filter(move |(name, _)| kept(name))
    }

    /// How much was typed, in bytes.
    pub(crate) fn size(&self) -> usize {
        let typed = self.fields.iter().filter(|(name, _)| name != RESUME_FIELD);
        typed.map(|(name, value)| name.len() + value.len()).sum()
    }
}

/// A finding about a field: `code` gives the words (`finding-<code>`).
#[must_use]
pub fn on_field(code: &'static str, name: &str) -> Finding {
    Finding::error(code, Place::default().column(name))
}

/// Whether a field holds a password or a code, by its name: never kept, never shown again.
fn is_secret(name: &str) -> bool {
    name.ends_with("password") || name.ends_with("code")
}

impl<S: Send + Sync> FromRequestParts<S> for Form {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        let form = parts.extensions.get::<Self>().cloned();
        form.ok_or_else(|| PageError::internal("only a route of Routes::post has a form"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_name() {
        let form =
            Form::parse(b"name=+Anna+&role=a&role=b&on=on&text=a%0D%0Ab&password=+x+").expect("a form");
        assert_eq!(form.text("name"), "Anna");
        assert_eq!(form.raw("password"), " x ");
        assert_eq!(form.all("role").collect::<Vec<_>>(), ["a", "b"]);
        assert!(form.checked("on") && !form.checked("off"));
        assert_eq!(form.text("text"), "a\nb");
    }

    #[test]
    fn what_is_secret_is_not_kept() {
        let form =
            Form::parse(b"email=a&password=b&new_password=c&code=d&resume=e&form_token=f").expect("a form");
        assert_eq!(form.keepable().collect::<Vec<_>>(), [("email", "a")]);
    }

    #[test]
    fn what_no_column_takes_is_no_form() {
        assert_eq!(Form::parse(b"a=%00"), None);
        assert_eq!(Form::parse("a&".repeat(1001).as_bytes()), None);
        assert!(Form::parse(b"%ff=%fe&&=&a").is_some());
    }

    #[test]
    fn an_empty_field_that_must_be_filled_in_is_a_finding() {
        let mut findings = Vec::new();
        let form = Form::parse(b"name=+").expect("a form");
        assert_eq!(form.required("name", &mut findings), "");
        assert_eq!(findings, [on_field("field-required", "name")]);
    }
}
