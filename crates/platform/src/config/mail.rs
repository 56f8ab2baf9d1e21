//! The mail server.

use lettre::message::Mailbox;

use super::files::Surroundings;
use super::reader::Section;
use super::settings::{Security, Smtp};
use super::url::{is_host, is_loopback};

/// The mail server, if there is one.
pub fn smtp(root: &Section<'_>, around: &Surroundings<'_>) -> Option<Smtp> {
    let section = root.section("smtp")?;
    let host = section.required_text("host");
    if host.is_some_and(|host| !is_host(host)) {
        section.problem("config-host", "host", &[]);
    }
    let kinds = [("starttls", Security::StartTls), ("tls", Security::Tls), ("none", Security::None)];
    let security = section.one_of("security", &kinds).unwrap_or(Security::StartTls);
    if security == Security::None && host.is_some_and(|host| !is_loopback(host)) {
        section.problem("config-smtp-plain", "security", &[]);
    }
    let usual = match security {
        Security::Tls => 465,
        Security::StartTls => 587,
        Security::None => 25,
    };
    let port = section.whole("port", &(1..=65535)).and_then(|port| u16::try_from(port).ok());
    let from = section.required_text("from");
    if from.is_some_and(|from| from.parse::<Mailbox>().is_err()) {
        section.problem("config-mail-address", "from", &[]);
    }
    let user = section.text("user");
    let password = around.secret(&section, "password_file", "ZICHT_SMTP_PASSWORD");
    let half = section.has("user") || section.has("password_file");
    if half && user.is_some() != (password.is_some() || section.has("password_file")) {
        let (key, missing) =
            if user.is_some() { ("user", "password_file") } else { ("password_file", "user") };
        section.problem("config-smtp-half", key, &[("missing", missing)]);
    }
    Some(Smtp {
        host: host?.to_owned(),
        port: port.unwrap_or(usual),
        security,
        sign_in: user.map(str::to_owned).zip(password),
        from: from?.to_owned(),
    })
}
