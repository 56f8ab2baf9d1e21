//! A whole in parts: whom municipalities reach, and how many can't see it.

use super::draw::{Drawing, Escaped, Markup, Name, Percent, Px, share};

/// The share of the target group that is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Share {
    /// Nobody is reached.
    Nobody,
    /// Less than half.
    LessThanHalf,
    /// More than half.
    MoreThanHalf,
    /// Everybody.
    Everybody,
    /// There is no sight of it; drawn hatched.
    NoSight,
}

impl Share {
    /// The class of its colour.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Nobody => "reach-0",
            Self::LessThanHalf => "reach-1",
            Self::MoreThanHalf => "reach-2",
            Self::Everybody => "reach-3",
            Self::NoSight => "reach-4",
        }
    }
}

/// One part of the bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Segment<'a> {
    /// What it stands for.
    pub kind: Share,
    /// Its size, in any unit: all sizes together are the whole.
    pub size: f64,
    /// What is printed inside when there is room: "34%".
    pub text: &'a str,
}

/// A bar of parts that make a whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StackedBar<'a> {
    /// An id that no other chart on the page has, of letters, digits and hyphens.
    pub id: &'a str,
    /// The text alternative, with every part and its share.
    pub label: &'a str,
    /// The parts from left to right; "no sight" comes last.
    pub segments: &'a [Segment<'a>],
}

/// From this share on, in percent, its text fits at 320 px.
const ROOM_FOR_TEXT: f64 = 12.0;
const HEIGHT: f64 = 34.0;

/// Draws the bar. Order, text and hatching say what the colours say.
#[must_use]
pub fn stacked_bar(bar: &StackedBar<'_>) -> Markup {
    let mut drawing = Drawing::fluid(HEIGHT, Name::Picture(bar.label));
    let hatch = format!("{}-hatch", bar.id);
    drawing.put(format_args!(
        "<defs><pattern id=\"{}\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><line class=\"hatch\" x1=\"1\" y1=\"0\" x2=\"1\" y2=\"7\"/></pattern></defs>",
        Escaped(&hatch)
    ));
    let whole: f64 = bar.segments.iter().map(|segment| segment.size).sum();
    let mut start = 0.0;
    for segment in bar.segments {
        let width = share(segment.size, whole);
        if width > 0.0 {
            draw(&mut drawing, segment, start, width, &hatch);
        }
        start += width;
    }
    drawing.finish()
}

fn draw(drawing: &mut Drawing, segment: &Segment<'_>, start: f64, width: f64, hatch: &str) {
    let (x, long) = (Percent(start), Percent(width));
    drawing.rect(segment.kind.class(), x, 0.0, long, HEIGHT, 0.0);
    if segment.kind == Share::NoSight {
        drawing.put(format_args!(
            "<rect fill=\"url(#{})\" x=\"{x}\" y=\"0\" width=\"{long}\" height=\"{HEIGHT}\"/>",
            Escaped(hatch)
        ));
        drawing.rect("outline", x, 0.5, long, HEIGHT - 1.0, 0.0);
    }
    drawing.line("cut", (x, 0.0), (x, HEIGHT));
    if width >= ROOM_FOR_TEXT {
        let middle = Percent(start + width / 2.0);
        if segment.kind == Share::NoSight {
            // A plate under the text keeps it readable on the hatching.
            drawing.put(format_args!("<svg x=\"{middle}\" y=\"0\" overflow=\"visible\">"));
            drawing.rect("reach-4", Px(-20.0), 7.0, Px(40.0), 20.0, 3.0);
            drawing.put(format_args!("</svg>"));
        }
        let class = if segment.kind == Share::Everybody { "on-dark" } else { "on-light" };
        drawing.text(class, (middle, 22.0), "middle", 0.0, segment.text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_parts_have_no_text_and_no_sight_is_hatched() {
        let part = |kind, size, text| Segment { kind, size, text };
        let segments = [
            part(Share::Nobody, 5.0, "5%"),
            part(Share::Everybody, 45.0, "45%"),
            part(Share::NoSight, 50.0, "50%"),
        ];
        let markup = stacked_bar(&StackedBar { id: "goal-1", label: "Bereik", segments: &segments });
        let document = roxmltree::Document::parse(markup.as_str()).expect("well-formed XML");
        let texts: Vec<_> =
            document.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect();
        assert_eq!(texts, ["45%", "50%"]);
        assert!(markup.as_str().contains("url(#goal-1-hatch)"));
    }

    #[test]
    fn a_whole_of_nothing_is_empty() {
        let segments = [Segment { kind: Share::Nobody, size: 0.0, text: "" }];
        let markup = stacked_bar(&StackedBar { id: "x", label: "x", segments: &segments });
        assert!(!markup.as_str().contains("<rect"));
    }
}
