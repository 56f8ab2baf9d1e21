//! Single bars for a row that prints its own number.

use super::draw::{Drawing, Markup, Name, along};

/// The bar of a frequency, 0 to 100 percent. Hidden from screen readers: the row prints the number.
#[must_use]
pub fn frequency_bar(percent: f64) -> Markup {
    plain(percent, 100.0)
}

/// The bar of one part of a score. Hidden from screen readers: the row prints the number.
#[must_use]
pub fn part_bar(points: f64, max: f64) -> Markup {
    plain(points, max)
}

fn plain(value: f64, scale: f64) -> Markup {
    let mut drawing = Drawing::fluid(12.0, Name::Hidden);
    track(&mut drawing, value, scale, 12.0);
    drawing.finish()
}

fn track(drawing: &mut Drawing, value: f64, scale: f64, height: f64) {
    drawing.rect("track", along(0.0, scale), 0.0, along(scale, scale), height, 3.0);
    if value > 0.0 {
        drawing.rect("fill", along(0.0, scale), 0.0, along(value, scale), height, 3.0);
    }
}

/// The share of a group that took part, against the whole country.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ResponseBar<'a> {
    /// The text alternative: "Minder dan 20.000 inwoners: 36%, landelijk 44%".
    pub label: &'a str,
    /// The share of this group, in percent.
    pub percent: f64,
    /// The share of the whole country, in percent.
    pub country: Option<f64>,
}

/// Draws a response: a bar, with the country as an upright stroke through it.
#[must_use]
pub fn response_bar(bar: &ResponseBar<'_>) -> Markup {
    let mut drawing = Drawing::fluid(24.0, Name::Picture(bar.label));
    drawing.rect("track", along(0.0, 100.0), 5.0, along(100.0, 100.0), 14.0, 3.0);
    drawing.rect("fill", along(0.0, 100.0), 5.0, along(bar.percent, 100.0), 14.0, 3.0);
    if let Some(country) = bar.country {
        let x = along(country, 100.0);
        // A white edge keeps the stroke visible on the bar too.
        drawing.line("reference-edge", (x, 0.0), (x, 24.0));
        drawing.line("reference", (x, 0.0), (x, 24.0));
    }
    drawing.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_beside_its_number_is_hidden_from_screen_readers() {
        let markup = frequency_bar(65.5);
        assert!(markup.as_str().contains("aria-hidden=\"true\""));
        assert!(markup.as_str().contains("width=\"65.5%\""));
        assert!(!frequency_bar(0.0).as_str().contains("fill"));
        assert!(part_bar(6.25, 25.0).as_str().contains("width=\"25%\""));
    }

    #[test]
    fn a_response_shows_the_country_as_a_stroke() {
        let bar = ResponseBar { label: "klein", percent: 36.0, country: Some(44.0) };
        let markup = response_bar(&bar);
        let document = roxmltree::Document::parse(markup.as_str()).expect("well-formed XML");
        let stroke = document.descendants().find(|node| node.attribute("class") == Some("reference"));
        assert_eq!(stroke.and_then(|node| node.attribute("x1")), Some("44%"));
    }
}
