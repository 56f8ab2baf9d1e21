//! What Zicht writes to people: the same few sentences as text and as HTML.

use askama::Template;
use kernel::Lang;

use crate::i18n::Tr;

/// What a mail says.
#[derive(Debug, Clone)]
pub struct Letter {
    /// What it is about.
    pub subject: String,
    /// The paragraphs before the link, in order.
    pub lines: Vec<String>,
    /// The words of the link and where it leads.
    pub link: Option<(String, String)>,
    /// The paragraphs after the link.
    pub after: Vec<String>,
}

/// A letter as it goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// As text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Html<'a> {
    lang: &'static str,
    tr: Tr,
    letter: &'a Letter,
}

#[derive(Template)]
#[template(path = "letter.txt")]
struct Text<'a> {
    tr: Tr,
    letter: &'a Letter,
}

impl Letter {
    /// Writes it out, both ways.
    ///
    /// # Errors
    /// If a template fails, which a test rules out.
    pub fn write(&self, lang: Lang) -> Result<Written, askama::Error> {
        let tr = Tr(lang);
        Ok(Written {
            text: Text { tr, letter: self }.render()?,
            html: Html { lang: lang.code(), tr, letter: self }.render()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_says_the_same_as_text_and_as_html() {
        let letter = Letter {
            subject: "Over <Zicht>".to_owned(),
            lines: vec!["Een & twee".to_owned()],
            link: Some(("Verder".to_owned(), "https://zicht.example/x?a=1&b=2".to_owned())),
            after: vec!["Tot slot".to_owned()],
        };
        let written = letter.write(Lang::Nl).expect("a mail");
        assert!(
            written.text.contains("Een & twee\n\nVerder:\nhttps://zicht.example/x?a=1&b=2\n\nTot slot"),
            "{}",
            written.text
        );
        assert!(written.html.contains("<p>Een &#38; twee</p>"), "{}", written.html);
        assert!(written.html.contains("href=\"https://zicht.example/x?a=1&#38;b=2\""), "{}", written.html);
    }
}
