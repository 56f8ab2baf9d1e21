//! A QR code as a drawing.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel};

/// The squares of margin that the standard asks for.
const MARGIN: usize = 4;

/// A QR code as one path of an SVG of `size` by `size`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrCode {
    /// The dark squares: a run of them in a row is one piece.
    pub path: String,
    /// How many squares wide the picture is, with its margin.
    pub size: usize,
}

impl QrCode {
    /// The code of a text; `None` if it is too long for one.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let code = qrcode::QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
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
        Some(Self { path, size: width + 2 * MARGIN })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_has_a_margin_and_its_dark_corners() {
        let code = QrCode::of("https://zicht.example/youth/abcd").expect("a code");
        // The finder pattern in the upper left corner is seven squares wide.
        assert!(code.path.starts_with("M4 4h7v1h-7z"), "{}", code.path);
        assert_eq!((code.size - 2 * MARGIN - 17) % 4, 0);
        assert_eq!(QrCode::of(&"x".repeat(5000)), None);
    }
}
