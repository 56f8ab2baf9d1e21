//! Own scores beside a group, as one picture with all its words inside: for a file or a letter.

use super::draw::{Drawing, Markup, Name, Px, share};
use kernel::Norm;

/// A whole comparison.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison<'a> {
    /// The text alternative.
    pub label: &'a str,
    /// What is compared, above the picture.
    pub title: &'a str,
    /// Beside whom, under the title.
    pub subtitle: &'a str,
    /// Headings of the two columns of figures: the own score and the mean of the group.
    pub columns: [&'a str; 2],
    /// The lines.
    pub rows: &'a [ComparisonRow<'a>],
    /// What the own dot, the earlier diamonds, the band and the stroke mean; the second may be empty.
    pub signs: [&'a str; 4],
    /// Where it comes from.
    pub source: &'a str,
    /// The value at the right end, 100 for scores.
    pub scale: f64,
}

/// One line of a comparison.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ComparisonRow<'a> {
    /// What was scored.
    pub name: &'a str,
    /// The own score and its norm.
    pub own: Option<(f64, Option<Norm>)>,
    /// Own scores of earlier waves.
    pub before: &'a [f64],
    /// The middle half of the group.
    pub band: Option<(f64, f64)>,
    /// The mean of the group.
    pub mean: Option<f64>,
    /// The own score and the mean in words.
    pub words: [&'a str; 2],
}

const WIDTH: f64 = 760.0;
const LEFT: f64 = 280.0;
const RIGHT: f64 = 610.0;
const TOP: f64 = 78.0;
const ROW: f64 = 34.0;

/// Draws a comparison.
#[must_use]
pub fn comparison(comparison: &Comparison<'_>) -> Markup {
    let bottom = TOP + ROW * comparison.rows.len() as f64;
    let height = bottom + 92.0;
    let at = |value: f64| Px(LEFT + (RIGHT - LEFT) * share(value, comparison.scale) / 100.0);
    let mut drawing = Drawing::scaled("comparison", WIDTH, height, Name::Picture(comparison.label));
    drawing.text("mean-label", (Px(0.0), 16.0), "start", 0.0, comparison.title);
    drawing.text("axis", (Px(0.0), 38.0), "start", 0.0, comparison.subtitle);
    for (x, words) in [670.0, WIDTH].into_iter().zip(comparison.columns) {
        drawing.text("axis", (Px(x), TOP - 10.0), "end", 0.0, words);
    }
    for (row, y) in comparison.rows.iter().zip(0..) {
        let middle = TOP + ROW * (f64::from(y) + 0.5);
        drawing.line("axis-line", (Px(0.0), middle - ROW / 2.0), (Px(WIDTH), middle - ROW / 2.0));
        drawing.text("on-light", (Px(0.0), middle + 5.0), "start", 0.0, row.name);
        drawing.line("range-line", (Px(LEFT), middle), (Px(RIGHT), middle));
        if let Some((from, to)) = row.band {
            let (Px(from), Px(to)) = (at(from), at(to)) else { continue };
            drawing.rect("band", Px(from), middle - 6.0, Px(to - from), 12.0, 6.0);
        }
        if let Some(mean) = row.mean {
            drawing.line("mean", (at(mean), middle - 9.0), (at(mean), middle + 9.0));
        }
        for before in row.before {
            drawing.diamond("before", at(*before), middle, 5.5);
        }
        if let Some((value, norm)) = row.own {
            let class = norm.map_or_else(|| "dot".to_owned(), |norm| format!("dot {}", norm.name()));
            drawing.circle(&class, at(value), middle, 8.0);
        }
        drawing.text("on-light", (Px(670.0), middle + 5.0), "end", 0.0, row.words[0]);
        drawing.text("axis", (Px(WIDTH), middle + 5.0), "end", 0.0, row.words[1]);
    }
    drawing.line("axis-line", (Px(0.0), bottom), (Px(WIDTH), bottom));
    for quarter in 0..=4 {
        let value = comparison.scale * f64::from(quarter) / 4.0;
        drawing.text("axis", (at(value), bottom + 18.0), "middle", 0.0, &format!("{value:.0}"));
    }
    let has_norms = comparison.rows.iter().any(|row| row.own.is_some_and(|(_, norm)| norm.is_some()));
    signs(&mut drawing, comparison.signs, has_norms, bottom + 48.0);
    drawing.text("axis", (Px(0.0), bottom + 80.0), "start", 0.0, comparison.source);
    drawing.finish()
}

/// What the signs mean, each a quarter of the width. With norms the own score is in one of three colours.
fn signs(drawing: &mut Drawing, words: [&str; 4], has_norms: bool, y: f64) {
    let used = words.iter().enumerate().filter(|(_, words)| !words.is_empty());
    for ((sign, words), place) in used.zip(0..) {
        let mut x = 8.0 + f64::from(place) * WIDTH / 4.0;
        match sign {
            0 if has_norms => {
                for norm in [Norm::Low, Norm::Middle, Norm::High] {
                    drawing.circle(&format!("dot {}", norm.name()), Px(x), y - 5.0, 7.0);
                    x += 18.0;
                }
                x -= 18.0;
            }
            0 => drawing.circle("dot", Px(x), y - 5.0, 7.0),
            1 => drawing.diamond("before", Px(x), y - 5.0, 5.5),
            2 => drawing.rect("band", Px(x - 8.0), y - 11.0, Px(16.0), 12.0, 6.0),
            _ => drawing.line("mean", (Px(x), y - 13.0), (Px(x), y + 3.0)),
        }
        drawing.text("axis", (Px(x + 14.0), y), "start", 0.0, words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comparison_is_well_formed_and_its_words_are_text() {
        let row = ComparisonRow {
            name: "1 <Doel>",
            own: Some((40.0, Some(Norm::Middle))),
            before: &[30.0],
            band: Some((20.0, 60.0)),
            mean: Some(43.0),
            words: ["40", "43"],
        };
        let bare = ComparisonRow { own: None, before: &[], band: None, mean: None, ..row };
        let markup = comparison(&Comparison {
            label: "x & y",
            title: "Wijchen",
            subtitle: "naast",
            columns: ["uw score", "gemiddelde"],
            rows: &[row, bare],
            signs: ["u", "", "helft", "gemiddelde"],
            source: "Zicht",
            scale: 100.0,
        });
        let document = roxmltree::Document::parse(markup.as_str()).expect("well-formed XML");
        let count = |name: &str| document.descendants().filter(|node| node.has_tag_name(name)).count();
        // One dot in the row, three among the signs.
        assert_eq!((count("circle"), count("path")), (4, 1));
        assert!(markup.as_str().contains("1 &lt;Doel&gt;"));
    }
}
