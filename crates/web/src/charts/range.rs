//! A group's mean with the middle half of its members, on one line.

use super::draw::{Drawing, Markup, Name, along};
use kernel::Norm;

/// One row of a comparison between groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range<'a> {
    /// The text alternative: "20.000 tot 50.000 inwoners: 41, middelste helft 30 tot 52, landelijk 43".
    pub label: &'a str,
    /// The mean of the group, or one's own score; nothing if there is none to show.
    pub value: Option<f64>,
    /// Its norm, for the colour.
    pub norm: Option<Norm>,
    /// From the first to the third quartile.
    pub band: Option<(f64, f64)>,
    /// The mean to compare with, such as of the whole country.
    pub reference: Option<f64>,
    /// Values of earlier waves.
    pub before: &'a [f64],
    /// The value at the right end, 100 for scores.
    pub scale: f64,
}

const MIDDLE: f64 = 15.0;

/// Draws a range: the middle half as a grey band, the mean to compare with as a stroke, earlier values
/// as open diamonds, the value as a dot.
#[must_use]
pub fn range_dots(range: &Range<'_>) -> Markup {
    let at = |value: f64| along(value, range.scale);
    let mut drawing = Drawing::fluid(2.0 * MIDDLE, Name::Picture(range.label));
    drawing.line("range-line", (at(0.0), MIDDLE), (at(range.scale), MIDDLE));
    if let Some((from, to)) = range.band {
        drawing.rect("band", at(from), 9.0, at((to - from).max(0.0)), 12.0, 6.0);
    }
    if let Some(reference) = range.reference {
        drawing.line("mean", (at(reference), 6.0), (at(reference), 24.0));
    }
    for before in range.before {
        drawing.diamond("before", at(*before), MIDDLE, 5.5);
    }
    if let Some(value) = range.value {
        let class = range.norm.map_or_else(|| "dot".to_owned(), |norm| format!("dot {}", norm.name()));
        drawing.circle(&class, at(value), MIDDLE, 8.0);
    }
    drawing.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_without_a_mean_shows_only_its_line() {
        let empty = Range {
            label: "x",
            value: None,
            norm: None,
            band: None,
            reference: None,
            before: &[],
            scale: 100.0,
        };
        let markup = range_dots(&empty);
        assert!(!markup.as_str().contains("circle"));
        let full = Range {
            value: Some(24.8),
            norm: Some(Norm::Low),
            band: Some((20.0, 60.0)),
            reference: Some(43.0),
            before: &[10.0],
            ..empty
        };
        let markup = range_dots(&full);
        let document = roxmltree::Document::parse(markup.as_str()).expect("well-formed XML");
        let band = document.descendants().find(|node| node.attribute("class") == Some("band"));
        assert_eq!(band.and_then(|node| node.attribute("width")), Some("40%"));
        assert!(markup.as_str().contains("dot low") && markup.as_str().contains("before"));
    }
}
