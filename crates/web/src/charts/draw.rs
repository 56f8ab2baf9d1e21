//! The few shapes that charts are made of, written as SVG with every text escaped.

use std::fmt::{self, Display, Write};

/// Finished SVG or HTML: templates print it as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Markup(pub(super) String);

impl Markup {
    /// The markup as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Markup {}

/// A place along the width: a share of the width of the chart, or pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Length {
    /// Percent of the width.
    Percent(f64),
    /// Pixels, or units of the view box.
    Px(f64),
}

pub(super) use Length::{Percent, Px};

impl Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Percent(value) => write!(f, "{}%", Short(*value)),
            Px(value) => write!(f, "{}", Short(*value)),
        }
    }
}

/// A number with at most two decimals and nothing superfluous; what is no number counts as zero.
pub(super) struct Short(pub f64);

impl Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Integers print several times faster than floats, and a map has thousands. What is no number
        // becomes zero and what is too large stays within i64: `as` does both.
        #[allow(clippy::cast_possible_truncation)]
        let hundredths = (self.0 * 100.0).round() as i64;
        let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
        if hundredths < 0 {
            f.write_char('-')?;
        }
        match rest {
            0 => write!(f, "{whole}"),
            _ if rest % 10 == 0 => write!(f, "{whole}.{}", rest / 10),
            _ => write!(f, "{whole}.{rest:02}"),
        }
    }
}

/// Text made safe for content and attributes.
pub(super) struct Escaped<'a>(pub &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for char in self.0.chars() {
            match char {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                // XML has no other control characters.
                control if control.is_control() && !matches!(control, '\n' | '\t') => f.write_char(' ')?,
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}

/// `value` of `scale` as a place along the width, kept within the chart.
pub(super) fn along(value: f64, scale: f64) -> Length {
    Percent(share(value, scale))
}

/// `value` of `scale` in percent, between 0 and 100; nothing of nothing is 0.
pub(super) fn share(value: f64, scale: f64) -> f64 {
    if scale > 0.0 && value.is_finite() { (value / scale * 100.0).clamp(0.0, 100.0) } else { 0.0 }
}

/// How a chart is known to who does not see it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Name<'a> {
    /// A picture with this text alternative.
    Picture(&'a str),
    /// A group of links with this name.
    Group(&'a str),
    /// The text beside it says it all.
    Hidden,
}

impl Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Picture(label) => write!(f, "role=\"img\" aria-label=\"{}\"", Escaped(label)),
            Self::Group(label) => write!(f, "role=\"group\" aria-label=\"{}\"", Escaped(label)),
            Self::Hidden => f.write_str("aria-hidden=\"true\""),
        }
    }
}

/// A chart under construction.
pub(super) struct Drawing(String);

impl Drawing {
    /// As wide as its place on the page, with a fixed height in pixels.
    pub fn fluid(height: f64, name: Name<'_>) -> Self {
        Self(format!("<svg class=\"chart\" width=\"100%\" height=\"{}\" {name}>", Short(height)))
    }

    /// Growing and shrinking as a whole, such as a map.
    pub fn scaled(class: &str, width: f64, height: f64, name: Name<'_>) -> Self {
        Self(format!(
            "<svg class=\"chart {class}\" viewBox=\"0 0 {} {}\" {name}>",
            Short(width),
            Short(height)
        ))
    }

    pub fn rect(&mut self, class: &str, x: Length, y: f64, width: Length, height: f64, radius: f64) {
        self.put(format_args!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{}\" width=\"{width}\" height=\"{}\" rx=\"{}\"/>",
            Short(y),
            Short(height),
            Short(radius)
        ));
    }

    pub fn line(&mut self, class: &str, from: (Length, f64), to: (Length, f64)) {
        self.put(format_args!(
            "<line class=\"{class}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
            from.0,
            Short(from.1),
            to.0,
            Short(to.1)
        ));
    }

    pub fn circle(&mut self, class: &str, x: Length, y: f64, radius: f64) {
        self.put(format_args!(
            "<circle class=\"{class}\" cx=\"{x}\" cy=\"{}\" r=\"{}\"/>",
            Short(y),
            Short(radius)
        ));
    }

    /// A diamond round a point; a path knows no percentages, so a picture of its own carries it there.
    pub fn diamond(&mut self, class: &str, x: Length, y: f64, radius: f64) {
        let (r, back) = (Short(radius), Short(-radius));
        self.put(format_args!(
            "<svg x=\"{x}\" y=\"{}\" overflow=\"visible\"><path class=\"{class}\" \
             d=\"M0 {back}L{r} 0 0 {r} {back} 0z\"/></svg>",
            Short(y)
        ));
    }

    /// A line of text; `anchor` is `start`, `middle` or `end`, `shift` moves it in pixels.
    pub fn text(&mut self, class: &str, at: (Length, f64), anchor: &str, shift: f64, text: &str) {
        self.put(format_args!(
            "<text class=\"{class}\" x=\"{}\" y=\"{}\" dx=\"{}\" text-anchor=\"{anchor}\">{}</text>",
            at.0,
            Short(at.1),
            Short(shift),
            Escaped(text)
        ));
    }

    /// Draws `shapes` with a name that shows on hovering, as a link if it leads somewhere. Who uses a
    /// keyboard takes the list that belongs to the chart, so the link is no stop of its own.
    pub fn named(&mut self, title: &str, href: Option<&str>, shapes: impl FnOnce(&mut Self)) {
        let title = Escaped(title);
        match href {
            Some(href) => self.put(format_args!(
                "<a href=\"{}\" tabindex=\"-1\" aria-label=\"{title}\"><title>{title}</title>",
                Escaped(href)
            )),
            None => self.put(format_args!("<g><title>{title}</title>")),
        }
        shapes(self);
        self.0.push_str(if href.is_some() { "</a>" } else { "</g>" });
    }

    /// Anything else; the caller escapes.
    pub fn put(&mut self, markup: fmt::Arguments<'_>) {
        // Writing to a String can't fail.
        let _ = self.0.write_fmt(markup);
    }

    pub fn finish(mut self) -> Markup {
        self.0.push_str("</svg>");
        Markup(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let text = |value| Short(value).to_string();
        assert_eq!(text(12.0), "12");
        assert_eq!(text(12.345), "12.35");
        assert_eq!(text(-0.001), "0");
        assert_eq!(text(-3.2), "-3.2");
        assert_eq!(text(0.05), "0.05");
        assert_eq!(text(f64::NAN), "0");
        assert_eq!(text(120.0), "120");
    }

    #[test]
    fn places_stay_within_the_chart() {
        assert_eq!(along(50.0, 200.0), Percent(25.0));
        assert_eq!(along(300.0, 200.0), Percent(100.0));
        assert_eq!(along(-1.0, 200.0), Percent(0.0));
        assert_eq!(along(1.0, 0.0), Percent(0.0));
        assert_eq!(along(f64::NAN, 100.0), Percent(0.0));
    }

    #[test]
    fn a_hostile_name_stays_text() {
        let mut drawing = Drawing::fluid(10.0, Name::Picture("\"><script>alert('x')</script>"));
        drawing.text("axis", (Px(0.0), 8.0), "start", 0.0, "<b>&\u{1}");
        drawing.named("a\"b", Some("/x?\"onload='y'"), |drawing| drawing.circle("now", Px(1.0), 1.0, 1.0));
        let markup = drawing.finish();
        assert!(!markup.as_str().contains("<script"));
        let document = roxmltree::Document::parse(markup.as_str()).expect("well-formed XML");
        assert_eq!(document.root_element().attribute("aria-label"), Some("\"><script>alert('x')</script>"));
    }
}
