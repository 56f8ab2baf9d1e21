//! What pages show of an authenticator app and of recovery codes.

use std::fmt::Write as _;

use web::QrCode;

use crate::domain::codes::RecoveryCode;
use crate::domain::totp::Authenticator;

/// What somebody needs to put Zicht into an app.
#[derive(Debug, Clone)]
pub struct AppSetup {
    /// The picture that the app reads, as one path of an SVG of `size` by `size`.
    pub path: String,
    /// How many squares wide the picture is, with its margin.
    pub size: usize,
    /// The secret, to be typed where there is no camera.
    pub secret: String,
    /// The address in the picture: on a telephone a tap opens the app.
    pub url: String,
}

impl AppSetup {
    /// For a secret; `None` if it is damaged.
    #[must_use]
    pub fn new(secret: &[u8], account: &str) -> Option<Self> {
        let url = Authenticator::new(secret, account)?.url()?;
        let QrCode { path, size } = QrCode::of(&url)?;
        Some(Self { path, size, secret: Authenticator::text(secret), url })
    }
}

/// Recovery codes as they are shown and as a file.
#[derive(Debug, Clone)]
pub struct CodesShown {
    /// Each code.
    pub codes: Vec<String>,
    /// A file with all of them, as an address.
    pub file: String,
}

impl CodesShown {
    /// For codes that were just made. `title` is the first line of the file.
    #[must_use]
    pub fn new(codes: &[RecoveryCode], title: &str) -> Self {
        let codes: Vec<String> = codes.iter().map(RecoveryCode::text).collect();
        let text = format!("{title}\r\n\r\n{}\r\n", codes.join("\r\n"));
        let mut file = "data:text/plain;charset=utf-8,".to_owned();
        for byte in text.bytes() {
            if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
                file.push(char::from(byte));
            } else {
                let _ = write!(file, "%{byte:02X}");
            }
        }
        Self { codes, file }
    }
}

#[cfg(test)]
mod tests {
    use testkit::SeededEntropy;

    use super::*;

    #[test]
    fn the_file_has_every_code_on_a_line() {
        let codes = RecoveryCode::ten(&SeededEntropy::new(1));
        let shown = CodesShown::new(&codes, "Herstelcodes & meer");
        assert!(
            shown.file.starts_with("data:text/plain;charset=utf-8,Herstelcodes%20%26%20meer%0D%0A%0D%0A")
        );
        assert!(shown.codes.iter().all(|code| shown.file.contains(code.as_str())));
    }
}
