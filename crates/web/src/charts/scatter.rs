//! Two numbers of each municipality against each other, such as its own grade and its score.

use super::draw::{Drawing, Markup, Name, Percent, share};
use super::histogram::Mark;

/// One direction of the chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis<'a> {
    /// What it measures, with its unit.
    pub label: &'a str,
    /// The value where it begins.
    pub from: f64,
    /// The value where it ends.
    pub to: f64,
    /// What stands along it.
    pub marks: &'a [Mark<'a>],
}

/// Where one or more stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point<'a> {
    /// Along the horizontal axis.
    pub x: f64,
    /// Along the upright axis.
    pub y: f64,
    /// How many stand here: the surface of the dot.
    pub count: u64,
    /// Shown on hovering: "cijfer 7, score 40 tot 45: 6 gemeenten".
    pub title: &'a str,
}

/// A cloud of points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scatter<'a> {
    /// The text alternative; says how strong the connection is.
    pub label: &'a str,
    /// The horizontal axis.
    pub x: Axis<'a>,
    /// The upright axis.
    pub y: Axis<'a>,
    /// The points.
    pub points: &'a [Point<'a>],
}

const LEFT: f64 = 9.0;
const RIGHT: f64 = 97.0;
const TOP: f64 = 36.0;
const BOTTOM: f64 = 280.0;
const HEIGHT: f64 = 326.0;
const LARGEST: f64 = 13.0;

/// Draws the cloud: a dot for each point, as large as the count it stands for.
#[must_use]
pub fn scatter(scatter: &Scatter<'_>) -> Markup {
    let across = |value: f64| {
        let part = share(value - scatter.x.from, scatter.x.to - scatter.x.from) / 100.0;
        Percent(LEFT + part * (RIGHT - LEFT))
    };
    let up = |value: f64| {
        let part = share(value - scatter.y.from, scatter.y.to - scatter.y.from) / 100.0;
        BOTTOM - part * (BOTTOM - TOP)
    };
    let mut drawing = Drawing::fluid(HEIGHT, Name::Picture(scatter.label));
    for mark in scatter.y.marks {
        let y = up(mark.at);
        drawing.line("axis-line", (Percent(LEFT), y), (Percent(100.0), y));
        drawing.text("axis", (Percent(LEFT), y + 5.0), "end", -8.0, mark.label);
    }
    for mark in scatter.x.marks {
        drawing.text("axis", (across(mark.at), BOTTOM + 22.0), "middle", 0.0, mark.label);
    }
    drawing.text("axis", (Percent(0.0), 14.0), "start", 0.0, scatter.y.label);
    drawing.text("axis", (Percent(100.0), HEIGHT - 4.0), "end", 0.0, scatter.x.label);
    let most = scatter.points.iter().map(|point| point.count).max().unwrap_or(1).max(1);
    // A single one stays visible; surfaces, not widths, follow the counts.
    let radius = |count: u64| (LARGEST * (count as f64 / most as f64).sqrt()).max(3.0);
    for point in scatter.points {
        drawing.named(point.title, None, |drawing| {
            drawing.circle("point", across(point.x), up(point.y), radius(point.count));
        });
    }
    drawing.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surfaces_follow_the_counts() {
        let axis = |to| Axis { label: "score", from: 0.0, to, marks: &[Mark { at: 0.0, label: "0" }] };
        let point = |count| Point { x: 50.0, y: 5.0, count, title: "x" };
        let points = [point(16), point(4), point(1)];
        let markup = scatter(&Scatter { label: "r = 0,45", x: axis(100.0), y: axis(10.0), points: &points });
        let document = roxmltree::Document::parse(markup.as_str()).expect("well-formed XML");
        let radii: Vec<_> = document.descendants().filter_map(|node| node.attribute("r")).collect();
        assert_eq!(radii, ["13", "6.5", "3.25"]);
        assert!(markup.as_str().contains("cx=\"53%\""));
    }
}
