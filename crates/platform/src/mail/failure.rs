//! Why a mail server did not take a mail, and whether it may later. No reason holds what the server wrote:
//! servers like to repeat the address.

use std::error::Error as _;
use std::io::ErrorKind;

use lettre::transport::smtp::Error;

use crate::jobs::{Failure, Reason};

/// Sorts what lettre reports.
pub fn sort(error: &Error) -> Failure {
    let later = |code| Failure::Later(Reason::new(code));
    if let Some(status) = error.status() {
        let number = status.to_string();
        return match number.as_str() {
            // RFC 4954: about our name and password, which an administrator can mend. Not about this mail.
            "530" | "534" | "535" | "538" => Failure::Later(Reason::new("mail-sign-in").with(number)),
            _ if error.is_permanent() => Failure::Never(Reason::new("mail-refused").with(number)),
            _ => Failure::Later(Reason::new("mail-later").with(number)),
        };
    }
    if error.is_client() {
        let text = error.to_string();
        return match () {
            () if text.contains("SMTPUTF8") => Failure::Never(Reason::new("mail-address")),
            () if text.contains("STARTTLS") => later("mail-tls"),
            () if text.contains("authentication") => later("mail-sign-in-way"),
            () => later("mail-connection"),
        };
    }
    if error.is_tls() {
        return later("mail-tls");
    }
    match io_kind(error) {
        // What rustls says about a certificate comes as invalid data.
        Some(ErrorKind::InvalidData) => later("mail-tls"),
        Some(ErrorKind::TimedOut) => later("mail-time-out"),
        _ => later("mail-connection"),
    }
}

fn io_kind(error: &Error) -> Option<ErrorKind> {
    let mut source = error.source();
    while let Some(error) = source {
        if let Some(error) = error.downcast_ref::<std::io::Error>() {
            return Some(error.kind());
        }
        source = error.source();
    }
    None
}
