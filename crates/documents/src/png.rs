//! Draws an SVG as a PNG, for slides and documents that take no SVG.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Transform, Tree};
use thiserror::Error;

/// The most pixels along a side.
const MOST: f32 = 8000.0;

/// No other font is known, so a picture can hold no other.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for bytes in assets::PDF_FONTS {
        fonts.load_font_data(bytes.to_vec());
    }
    Arc::new(fonts)
});

/// A picture that can't be drawn; a mistake of ours.
#[derive(Debug, Error)]
#[error("the picture can't be drawn: {0}")]
pub struct PngError(String);

/// The SVG on white, `scale` pixels to each of its own. The same SVG gives the same bytes; it can open nothing outside
/// itself.
///
/// # Errors
/// When the SVG is not sound, or far too large.
pub fn draw(svg: &str, scale: f32) -> Result<Vec<u8>, PngError> {
    let options =
        Options { fontdb: Arc::clone(&FONTS), font_family: "Source Sans 3".to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| PngError(error.to_string()))?;
    let (width, height) = (tree.size().width() * scale, tree.size().height() * scale);
    let Some(mut pixels) = pixmap(width, height) else { return Err(PngError("its size".to_owned())) };
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| PngError(error.to_string()))
}

fn pixmap(width: f32, height: f32) -> Option<Pixmap> {
    let is_fine = |side: f32| (1.0..=MOST).contains(&side.ceil());
    if !is_fine(width) || !is_fine(height) {
        return None;
    }
    // Within 1 and 8000, as was just seen.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = |side: f32| side.ceil() as u32;
    Pixmap::new(whole(width), whole(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\" viewBox=\"0 0 20 10\">\
        <style>.a{fill:#0f4c5c}</style><rect class=\"a\" width=\"20\" height=\"10\"/>\
        <text x=\"1\" y=\"9\">Zicht</text></svg>";

    #[test]
    fn the_same_picture_gives_the_same_bytes_at_the_size_asked_for() {
        let png = draw(SVG, 2.0).expect("a picture");
        assert_eq!(&png[1..4], b"PNG");
        // Width and height stand big-endian after the header.
        assert_eq!((&png[16..20], &png[20..24]), (&40_u32.to_be_bytes()[..], &20_u32.to_be_bytes()[..]));
        assert_eq!(png, draw(SVG, 2.0).expect("a picture"));
    }

    #[test]
    fn what_is_no_picture_or_has_no_end_is_refused() {
        assert!(draw("<p>", 1.0).is_err());
        assert!(draw(SVG, 1000.0).is_err());
    }
}
