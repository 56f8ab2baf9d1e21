//! What goes with a goal of a form: evidence, as a link or a PDF, and notes for colleagues.

use kernel::{Finding, Place};

/// The largest file, in bytes: 20 MB.
pub const LARGEST_FILE: usize = 20 * 1024 * 1024;
/// The most characters of a title.
pub const LONGEST_TITLE: usize = 200;
/// The most characters of a note.
pub const LONGEST_NOTE: usize = 2000;
/// The most characters of an address.
const LONGEST_URL: usize = 2000;
/// The most attachments of one goal.
pub const MOST: usize = 50;

/// What somebody adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attachment {
    /// A document elsewhere.
    Link {
        /// What it is.
        title: String,
        /// Where it is.
        url: String,
    },
    /// A document that is kept here.
    File {
        /// What it is.
        title: String,
        /// What it was called.
        file_name: String,
        /// What is in it.
        content: Vec<u8>,
    },
    /// A note.
    Note(String),
}

fn on(code: &'static str, field: &str) -> Finding {
    Finding::error(code, Place::default().column(field))
}

fn title(typed: &str, field: &str, findings: &mut Vec<Finding>) -> String {
    let title: String = typed.trim().chars().filter(|letter| !letter.is_control()).collect();
    if title.is_empty() {
        findings.push(on("field-required", field));
    } else if title.chars().count() > LONGEST_TITLE {
        findings.push(on("attachment-long", field).with("most", LONGEST_TITLE.to_string()));
    }
    title
}

fn ready(attachment: Attachment, findings: Vec<Finding>) -> Result<Attachment, Vec<Finding>> {
    if findings.is_empty() { Ok(attachment) } else { Err(findings) }
}

impl Attachment {
    /// The name of its kind in the database and the audit trail.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Link { .. } => "link",
            Self::File { .. } => "file",
            Self::Note(_) => "note",
        }
    }

    /// Reads a link, from the fields `link_title` and `url`.
    ///
    /// # Errors
    /// Every problem, at its field.
    pub fn link(typed_title: &str, typed_url: &str) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let title = title(typed_title, "link_title", &mut findings);
        let url = match typed_url.trim() {
            // As people copy it from a folder.
            short if short.starts_with("www.") => format!("https://{short}"),
            whole => whole.to_owned(),
        };
        if !is_link(&url) {
            findings.push(on("attachment-url", "url"));
        }
        ready(Self::Link { title, url }, findings)
    }

    /// Reads a file, from the fields `file_title` and `file`. Whether it is a PDF is judged from what is in it.
    ///
    /// # Errors
    /// Every problem, at its field.
    pub fn file(typed_title: &str, file: Option<(&str, &[u8])>) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let title = title(typed_title, "file_title", &mut findings);
        let (file_name, content) = file.unwrap_or_default();
        match file {
            None => findings.push(on("attachment-no-file", "file")),
            Some((_, content)) if content.len() > LARGEST_FILE => {
                findings.push(on("attachment-large", "file").with("most", "20"));
            }
            Some((_, content)) if !is_pdf(content) => findings.push(on("attachment-no-pdf", "file")),
            Some(_) => {}
        }
        ready(Self::File { title, file_name: file_name.to_owned(), content: content.to_vec() }, findings)
    }

    /// Reads another name for a link or file, from a field.
    ///
    /// # Errors
    /// If there is nothing in it, or too much.
    pub fn name(typed: &str, field: &str) -> Result<String, Vec<Finding>> {
        let mut findings = Vec::new();
        let title = title(typed, field, &mut findings);
        if findings.is_empty() { Ok(title) } else { Err(findings) }
    }

    /// Reads a note, from the field `note`.
    ///
    /// # Errors
    /// If there is nothing in it, or too much.
    pub fn note(typed: &str) -> Result<Self, Vec<Finding>> {
        let note = typed.trim();
        let finding = match note.chars().count() {
            0 => Some(on("field-required", "note")),
            1..=LONGEST_NOTE => None,
            _ => Some(on("attachment-long", "note").with("most", LONGEST_NOTE.to_string())),
        };
        ready(Self::Note(note.to_owned()), finding.into_iter().collect())
    }
}

/// Whether a text is the address of a page elsewhere.
#[must_use]
pub fn is_link(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let is_plain = url.bytes().all(|byte| byte.is_ascii_graphic());
    // A name and password in an address would be seen by everybody who gets it.
    !host.is_empty() && !host.contains('@') && is_plain && url.len() <= LONGEST_URL
}

/// Whether bytes are a PDF (ISO 32000: `%PDF-` at the start, `%%EOF` near the end).
fn is_pdf(content: &[u8]) -> bool {
    let end = &content[content.len().saturating_sub(1024)..];
    content.starts_with(b"%PDF-") && end.windows(5).any(|bytes| bytes == b"%%EOF")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn codes(read: Result<Attachment, Vec<Finding>>) -> Vec<&'static str> {
        read.err().into_iter().flatten().map(|finding| finding.code).collect()
    }

    #[test]
    fn a_link_leads_to_a_page_elsewhere_and_gives_no_password_away() {
        assert!(Attachment::link("Nota", " https://wijchen.nl/nota?x=1 ").is_ok());
        let short = Attachment::link("Nota", "www.wijchen.nl/nota");
        assert!(matches!(short, Ok(Attachment::Link { url, .. }) if url == "https://www.wijchen.nl/nota"));
        for wrong in
            ["", "wijchen.nl", "javascript:alert(1)", "https://", "https://a b", "https://u:p@wijchen.nl/"]
        {
            assert_eq!(codes(Attachment::link("Nota", wrong)), ["attachment-url"], "{wrong}");
        }
        assert_eq!(codes(Attachment::link(" ", "x")), ["field-required", "attachment-url"]);
    }

    #[test]
    fn a_file_is_a_pdf_by_what_is_in_it_whatever_it_is_called() {
        assert!(Attachment::file("Nota", Some(("nota", b"%PDF-1.7\n...\n%%EOF\n"))).is_ok());
        for wrong in [&b""[..], b"MZ\x90", b"<html>%PDF- %%EOF", b"%PDF-1.7 broken off"] {
            assert_eq!(codes(Attachment::file("Nota", Some(("nota.pdf", wrong)))), ["attachment-no-pdf"]);
        }
        assert_eq!(codes(Attachment::file("", None)), ["field-required", "attachment-no-file"]);
        let mut large = b"%PDF-".to_vec();
        large.resize(LARGEST_FILE, b' ');
        large.extend(b"%%EOF");
        assert_eq!(codes(Attachment::file("Nota", Some(("nota.pdf", &large)))), ["attachment-large"]);
    }

    #[test]
    fn a_note_says_something_and_not_too_much() {
        assert_eq!(codes(Attachment::note(" \n ")), ["field-required"]);
        assert_eq!(codes(Attachment::note(&"é".repeat(LONGEST_NOTE + 1))), ["attachment-long"]);
        assert_eq!(Attachment::note(" Bel Jan \n"), Ok(Attachment::Note("Bel Jan".to_owned())));
    }

    #[test]
    fn another_name_is_as_good_as_the_first() {
        assert_eq!(Attachment::name(" Nota\u{7} 2026 ", "title-1"), Ok("Nota 2026".to_owned()));
        let wrong = Attachment::name(" ", "title-1").expect_err("no name");
        assert_eq!(wrong[0].place.column.as_deref(), Some("title-1"));
        assert!(Attachment::name(&"é".repeat(LONGEST_TITLE + 1), "title-1").is_err());
    }

    proptest! {
        #[test]
        fn nothing_that_is_sent_breaks_it(title in ".{0,300}", text in ".{0,300}", bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
            let _ = Attachment::link(&title, &text);
            let _ = Attachment::note(&text);
            let _ = Attachment::file(&title, Some((text.as_str(), bytes.as_slice())));
        }
    }
}
