//! Mail from Zicht about accounts.

use kernel::Lang;
use platform::mail::Mail;
use web::Letter;

/// A letter as a mail to `to`.
///
/// # Errors
/// If a template fails, which a test rules out.
pub fn mail(letter: Letter, to: &str, lang: Lang) -> Result<Mail, askama::Error> {
    let written = letter.write(lang)?;
    Ok(Mail { to: to.to_owned(), subject: letter.subject, text: written.text, html: written.html, lang })
}
