//! What the signs in a chart mean, as a list of small pictures with words.

use super::draw::{Drawing, Markup, Name, Px};
use super::stacked_bar::Share;
use super::tile_map::{PlaceClass, mark};
use kernel::Norm;

/// A sign that a chart uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Swatch {
    /// This wave: a dark dot.
    Now,
    /// An earlier wave: an open diamond.
    Before,
    /// A bar.
    Bar,
    /// A part of a score: a thin bar.
    Part,
    /// The middle half of a group: a grey band.
    Band,
    /// The mean to compare with: a stroke.
    Mean,
    /// The country in a response bar: a dark stroke.
    Country,
    /// A value in the colour of its norm.
    Norm(Norm),
    /// A place on a map.
    Place(PlaceClass),
    /// A share of the target group.
    Share(Share),
}

const SIZE: f64 = 16.0;

/// Draws one sign, 16 by 16 pixels.
#[must_use]
pub fn swatch(sign: Swatch) -> Markup {
    let mut drawing = Drawing::scaled("swatch", SIZE, SIZE, Name::Hidden);
    let square = |drawing: &mut Drawing, class: &str| drawing.rect(class, Px(1.0), 1.0, Px(14.0), 14.0, 2.5);
    match sign {
        Swatch::Now => drawing.circle("now", Px(8.0), 8.0, 6.5),
        Swatch::Before => drawing.diamond("before", Px(8.0), 8.0, 6.0),
        Swatch::Bar => drawing.rect("fill", Px(0.0), 3.0, Px(16.0), 10.0, 2.0),
        Swatch::Part => drawing.rect("part", Px(0.0), 5.0, Px(16.0), 6.0, 2.0),
        Swatch::Band => drawing.rect("band", Px(0.0), 3.0, Px(16.0), 10.0, 5.0),
        Swatch::Mean => drawing.line("mean", (Px(8.0), 0.0), (Px(8.0), 16.0)),
        Swatch::Country => drawing.line("reference", (Px(8.0), 0.0), (Px(8.0), 16.0)),
        Swatch::Norm(norm) => drawing.circle(&format!("dot {}", norm.name()), Px(8.0), 8.0, 7.0),
        Swatch::Place(class) => {
            square(&mut drawing, class.class());
            mark(&mut drawing, class, 8.0, 8.0);
        }
        Swatch::Share(kind) => {
            square(&mut drawing, kind.class());
            if kind == Share::NoSight {
                drawing.line("hatch", (Px(3.0), 13.0), (Px(13.0), 3.0));
                drawing.line("hatch", (Px(3.0), 7.0), (Px(7.0), 3.0));
                drawing.line("hatch", (Px(9.0), 13.0), (Px(13.0), 9.0));
                square(&mut drawing, "outline");
            }
        }
    }
    drawing.finish()
}

/// The legend of a chart as an HTML list: each sign with its words.
#[must_use]
pub fn legend<T: AsRef<str>>(signs: &[(Swatch, T)]) -> Markup {
    let items = signs
        .iter()
        .map(|(sign, words)| format!("<li>{}{}</li>", swatch(*sign), super::draw::Escaped(words.as_ref())));
    Markup(format!("<ul class=\"legend\">{}</ul>", items.collect::<String>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_is_well_formed_and_its_words_are_text() {
        let signs = [
            Swatch::Now,
            Swatch::Before,
            Swatch::Bar,
            Swatch::Part,
            Swatch::Band,
            Swatch::Mean,
            Swatch::Country,
            Swatch::Norm(Norm::Low),
            Swatch::Place(PlaceClass::Score(1)),
            Swatch::Place(PlaceClass::Hidden),
            Swatch::Share(Share::NoSight),
        ];
        let list = legend(&signs.map(|sign| (sign, "meer dan de helft & <minder>")));
        let document = roxmltree::Document::parse(list.as_str()).expect("well-formed XML");
        let pictures = document.descendants().filter(|node| node.has_tag_name("svg"));
        assert!(pictures.count() >= signs.len());
    }
}
