//! What pages show of an authenticator app and of recovery codes.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

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
        let (path, size) = picture(&url)?;
        Some(Self { path, size, secret: Authenticator::text(secret), url })
    }
}

/// The squares of margin that the standard asks for.
const MARGIN: usize = 4;

/// A QR code as one path: a run of dark squares in a row is one piece.
fn picture(text: &str) -> Option<(String, usize)> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let (width, colors) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (y, row) in colors.chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let run = row[x..].iter().take_while(|color| **color == Color::Dark).count();
            if run > 0 {
                // Writing into a String cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + MARGIN, y + MARGIN);
            }
            x += run.max(1);
        }
    }
    Some((path, width + 2 * MARGIN))
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
    fn the_picture_has_a_margin_and_its_dark_corners() {
        let setup = AppSetup::new(b"12345678901234567890", "a@example.nl").expect("a secret");
        // The finder pattern in the upper left corner is seven squares wide.
        assert!(setup.path.starts_with("M4 4h7v1h-7z"), "{}", setup.path);
        assert_eq!((setup.size - 2 * MARGIN - 17) % 4, 0);
    }

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
