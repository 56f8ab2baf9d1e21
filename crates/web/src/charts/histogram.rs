//! What is behind a mean: how many have which score.

use super::draw::{Drawing, Markup, Name, Percent, along, share};
use kernel::Norm;

/// One class of scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HistogramClass<'a> {
    /// How many fall in it.
    pub count: u64,
    /// The norm of its scores.
    pub norm: Norm,
    /// Shown on hovering: "10 tot 15: 8 gemeenten".
    pub title: &'a str,
}

/// A place on an axis and what stands there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark<'a> {
    /// The place, in the unit of the axis.
    pub at: f64,
    /// Its words.
    pub label: &'a str,
}

/// The spread of scores from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Histogram<'a> {
    /// The text alternative; says how many stay under 25.
    pub label: &'a str,
    /// The classes from low to high, all equally wide; 20 of them for scores.
    pub classes: &'a [HistogramClass<'a>],
    /// The mean, 0 to 100, with its words: "gemiddeld 55".
    pub mean: Option<Mark<'a>>,
    /// What stands along the axis, 0 to 100.
    pub axis: &'a [Mark<'a>],
}

const HEIGHT: f64 = 186.0;
const BASE: f64 = 160.0;
const ROOM: f64 = 136.0;

/// Draws the spread: bars in the norm colours, the mean as a dashed line.
#[must_use]
pub fn histogram(histogram: &Histogram<'_>) -> Markup {
    let mut drawing = Drawing::fluid(HEIGHT, Name::Picture(histogram.label));
    let most = histogram.classes.iter().map(|class| class.count).max().unwrap_or(0);
    let width = 100.0 / histogram.classes.len().max(1) as f64;
    for (index, class) in histogram.classes.iter().enumerate() {
        if class.count == 0 {
            continue;
        }
        let height = share(class.count as f64, most as f64) / 100.0 * ROOM;
        let (x, style) = (index as f64 * width, format!("fill {}", class.norm.name()));
        drawing.named(class.title, None, |drawing| {
            drawing.rect(&style, Percent(x + width * 0.05), BASE - height, Percent(width * 0.9), height, 2.0);
        });
    }
    drawing.line("axis-line", (Percent(0.0), BASE), (Percent(100.0), BASE));
    for mark in histogram.axis {
        let anchor = if mark.at <= 0.0 {
            "start"
        } else if mark.at >= 100.0 {
            "end"
        } else {
            "middle"
        };
        drawing.text("axis", (along(mark.at, 100.0), BASE + 20.0), anchor, 0.0, mark.label);
    }
    if let Some(mean) = histogram.mean {
        let x = along(mean.at, 100.0);
        drawing.line("mean-line", (x, 0.0), (x, BASE));
        // Beside the line, on the side where there is room.
        let (anchor, shift) = if mean.at > 60.0 { ("end", -6.0) } else { ("start", 6.0) };
        drawing.text("mean-label", (x, 12.0), anchor, shift, mean.label);
    }
    drawing.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tallest_bar_fills_the_room_and_empty_classes_have_none() {
        let class = |count, norm| HistogramClass { count, norm, title: "10 tot 15" };
        let markup = histogram(&Histogram {
            label: "Verdeling; 3 onder 25",
            classes: &[
                class(3, Norm::Low),
                class(0, Norm::Middle),
                class(6, Norm::Middle),
                class(1, Norm::High),
            ],
            mean: Some(Mark { at: 55.1, label: "gemiddeld 55" }),
            axis: &[Mark { at: 0.0, label: "0" }, Mark { at: 100.0, label: "100" }],
        });
        let document = roxmltree::Document::parse(markup.as_str()).expect("well-formed XML");
        let bars: Vec<_> = document.descendants().filter(|node| node.has_tag_name("rect")).collect();
        assert_eq!(bars.len(), 3);
        assert_eq!(bars[1].attribute("height"), Some("136"));
        assert_eq!(bars[0].attribute("class"), Some("fill low"));
        assert!(markup.as_str().contains("gemiddeld 55"));
    }

    #[test]
    fn nobody_at_all_gives_an_empty_axis() {
        let markup = histogram(&Histogram { label: "leeg", classes: &[], mean: None, axis: &[] });
        assert!(roxmltree::Document::parse(markup.as_str()).is_ok());
    }
}
