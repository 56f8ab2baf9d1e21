//! A score against the norms, with earlier waves and the three parts beneath.

use super::draw::{Drawing, Markup, Name, along};
use kernel::Norm;

/// A part of a score: what was earned of what can be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PartBar {
    /// Points earned.
    pub points: f64,
    /// Points that can be earned: the length of its stretch.
    pub max: f64,
}

/// One row of the list of goals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoreBar<'a> {
    /// The text alternative: "Hulp bij eerste signalen: 55 van 100, midden; vorige meting 47".
    pub label: &'a str,
    /// The score in points, or nothing if nobody answered.
    pub points: Option<f64>,
    /// Its norm by the exact score; without one the bar has no norm colour.
    pub norm: Option<Norm>,
    /// Where the norms cut the bar, in points; none when the parts that count have no norms.
    pub cuts: &'a [f64],
    /// Scores of earlier waves, in points.
    pub before: &'a [f64],
    /// The parts that count, in order. The scale is the sum of their maxima, or 100 without parts.
    pub parts: &'a [PartBar],
}

/// Percent of the width between two parts.
const GAP: f64 = 0.6;

/// Draws a score: the track with the norms cut in, the score as a bar with a dark dot at its end,
/// earlier waves as open diamonds, the parts as thin bars each on its own stretch.
#[must_use]
pub fn score_bar(bar: &ScoreBar<'_>) -> Markup {
    let sum: f64 = bar.parts.iter().map(|part| part.max).sum();
    let scale = if sum > 0.0 { sum } else { 100.0 };
    let height = if bar.parts.is_empty() { 32.0 } else { 42.0 };
    let mut drawing = Drawing::fluid(height, Name::Picture(bar.label));
    drawing.rect("track", along(0.0, scale), 8.0, along(scale, scale), 16.0, 3.0);
    if let Some(points) = bar.points {
        let fill = bar.norm.map_or_else(|| "fill".to_owned(), |norm| format!("fill {}", norm.name()));
        drawing.rect(&fill, along(0.0, scale), 8.0, along(points, scale), 16.0, 3.0);
    }
    for cut in bar.cuts {
        drawing.line("cut", (along(*cut, scale), 4.0), (along(*cut, scale), 28.0));
    }
    for points in bar.before {
        drawing.diamond("before", along(*points, scale), 16.0, 6.0);
    }
    if let Some(points) = bar.points {
        drawing.circle("now", along(points, scale), 16.0, 6.5);
    }
    parts(&mut drawing, bar.parts, scale);
    drawing.finish()
}

/// Each part on its own stretch, a little shorter than its share so that neighbours stay apart.
fn parts(drawing: &mut Drawing, parts: &[PartBar], scale: f64) {
    let mut start = 0.0;
    for part in parts {
        let room = (part.max - GAP / 100.0 * scale).max(0.0);
        let earned = if part.max > 0.0 { part.points / part.max * room } else { 0.0 };
        drawing.rect("track", along(start, scale), 32.0, along(room, scale), 6.0, 2.0);
        drawing.rect("part", along(start, scale), 32.0, along(earned, scale), 6.0, 2.0);
        start += part.max;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(parts: &[PartBar]) -> String {
        let bar = ScoreBar {
            label: "Doel & score",
            points: Some(50.0),
            norm: Some(Norm::Middle),
            cuts: &[25.0, 75.0],
            before: &[40.0],
            parts,
        };
        score_bar(&bar).to_string()
    }

    #[test]
    fn the_scale_is_what_the_parts_that_count_can_earn() {
        let all = [
            PartBar { points: 20.0, max: 25.0 },
            PartBar { points: 30.0, max: 50.0 },
            PartBar { points: 0.0, max: 25.0 },
        ];
        assert!(bar(&all).contains("cx=\"50%\""));
        assert!(bar(&all[..2]).contains("cx=\"66.67%\""));
        assert!(bar(&[]).contains("cx=\"50%\""));
    }

    #[test]
    fn this_wave_and_earlier_ones_differ_in_shape() {
        let markup = bar(&[]);
        let document = roxmltree::Document::parse(&markup).expect("well-formed XML");
        let named = |class| document.descendants().find(|node| node.attribute("class") == Some(class));
        assert_eq!(named("now").map(|node| node.tag_name().name()), Some("circle"));
        assert_eq!(named("before").map(|node| node.tag_name().name()), Some("path"));
        assert!(named("fill middle").is_some());
    }

    #[test]
    fn a_goal_that_nobody_answered_has_an_empty_track() {
        let bar = ScoreBar { label: "x", points: None, norm: None, cuts: &[], before: &[], parts: &[] };
        let markup = score_bar(&bar).to_string();
        assert!(markup.contains("track"));
        assert!(!markup.contains("fill"));
        assert!(!markup.contains("circle"));
    }
}
