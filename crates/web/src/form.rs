//! What a visitor typed and sent. The guard of the route has checked that it came from a page of ours.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::{Finding, Place};
use multer::{Constraints, Multipart, SizeLimit};

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
    files: Arc<[Upload]>,
}

/// A file that came with a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// The field.
    pub name: String,
    /// What the visitor calls the file, without folders, at most 200 characters.
    pub file_name: String,
    /// What is in it. Its kind must be judged from these.
    pub bytes: Bytes,
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
        (!zero && fields.len() <= 1000).then_some(Self { fields, files: Arc::default() })
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

    /// Reads the body of a form that brings files.
    ///
    /// # Errors
    /// `TooLarge` for more than `most` bytes, `Unsupported` for what is no such body.
    pub(crate) async fn parse_files(body: Body, boundary: String, most: usize) -> Result<Self, PageError> {
        let limit = SizeLimit::new().whole_stream(most as u64);
        let constraints = Constraints::new().size_limit(limit);
        let mut parts = Multipart::with_constraints(body.into_data_stream(), boundary, constraints);
        let (mut fields, mut files) = (Vec::new(), Vec::new());
        while let Some(part) = parts.next_field().await.map_err(|error| unreadable(&error))? {
            let name = part.name().unwrap_or_default().to_owned();
            let file_name = part.file_name().map(bare_name);
            let bytes = part.bytes().await.map_err(|error| unreadable(&error))?;
            match file_name {
                // A browser sends a file that was not chosen as one without a name.
                Some(file_name) if !file_name.is_empty() => files.push(Upload { name, file_name, bytes }),
                Some(_) => {}
                None => {
                    let value = String::from_utf8(bytes.to_vec()).map_err(|_| PageError::Unsupported)?;
                    fields.push((name, value.replace("\r\n", "\n")));
                }
            }
            if fields.len() + files.len() > 1000 {
                return Err(PageError::Unsupported);
            }
        }
        let is_zero = |text: &str| text.contains('\0');
        if fields.iter().any(|(name, value)| is_zero(name) || is_zero(value)) {
            return Err(PageError::Unsupported);
        }
        Ok(Self { fields: fields.into(), files: files.into() })
    }

    /// The file that was chosen in a field.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&Upload> {
        self.files.iter().find(|file| file.name == name)
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

/// The name of a file as people read it: browsers may send the folders too.
fn bare_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|letter| !letter.is_control()).take(200).collect()
}

fn unreadable(error: &multer::Error) -> PageError {
    match error {
        multer::Error::StreamSizeExceeded { .. } | multer::Error::FieldSizeExceeded { .. } => {
            PageError::TooLarge
        }
        _ => PageError::Unsupported,
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

    async fn uploaded(body: &'static str, most: usize) -> Result<Form, PageError> {
        Form::parse_files(Body::from(body), "x".to_owned(), most).await
    }

    #[tokio::test]
    async fn files_are_found_by_field_and_lose_their_folders() {
        let body = "--x\r\ncontent-disposition: form-data; name=title\r\n\r\nNota\r\n\
                    --x\r\ncontent-disposition: form-data; name=file; filename=\"C:\\map\\nota.pdf\"\r\n\r\n%PDF-\r\n\
                    --x\r\ncontent-disposition: form-data; name=other; filename=\"\"\r\n\r\n\r\n--x--\r\n";
        let form = uploaded(body, 1000).await.expect("a form");
        let file = form.file("file").expect("a file");
        assert_eq!(
            (form.text("title"), file.file_name.as_str(), &file.bytes[..]),
            ("Nota", "nota.pdf", &b"%PDF-"[..])
        );
        assert_eq!(form.file("other"), None);
        assert!(matches!(uploaded(body, 100).await, Err(PageError::TooLarge)));
        assert!(matches!(uploaded("nothing", 1000).await, Err(PageError::Unsupported)));
    }

    #[test]
    fn an_empty_field_that_must_be_filled_in_is_a_finding() {
        let mut findings = Vec::new();
        let form = Form::parse(b"name=+").expect("a form");
        assert_eq!(form.required("name", &mut findings), "");
        assert_eq!(findings, [on_field("field-required", "name")]);
    }
}
