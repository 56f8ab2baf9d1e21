//! A chart outside a page: in a file of its own or in a PDF.

use super::draw::{Markup, Short};

/// The width that a chart without a width of its own gets.
const WIDTH: f64 = 640.0;
/// Room round it for dots that stand on its edge.
const MARGIN: f64 = 10.0;

/// A chart with everything it needs inside: name space, size, and the colours and font of the stylesheet
/// as plain rules, without variables and without a ground. Programs other than browsers can draw it, if
/// they have the font Source Sans 3.
#[must_use]
pub fn standalone(chart: &Markup) -> String {
    standalone_at(chart, WIDTH)
}

/// As [`standalone`], `width` pixels wide if the chart has no width of its own: what is printed small
/// gets fewer pixels, so that its type stays readable.
#[must_use]
pub fn standalone_at(chart: &Markup, width: f64) -> String {
    let svg = chart.as_str();
    let (root, inside) = svg.split_once('>').unwrap_or((svg, ""));
    let (width, height) = size(root, width);
    let root = without_size(root);
    let (full_width, full_height) = (Short(width + 2.0 * MARGIN), Short(height + 2.0 * MARGIN));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{full_width}\" height=\"{full_height}\" \
         viewBox=\"0 0 {full_width} {full_height}\"><style>{}</style>\
         {root} x=\"{MARGIN}\" y=\"{MARGIN}\" width=\"{}\" height=\"{}\" overflow=\"visible\">{inside}</svg>",
        assets::CHART_STYLE,
        Short(width),
        Short(height)
    )
}

/// The size of a map is its view box; another chart has only a height.
fn size(root: &str, fluid: f64) -> (f64, f64) {
    let numbers = |text: &str| text.split(' ').filter_map(|part| part.parse().ok()).collect::<Vec<f64>>();
    let view_box = attribute(root, "viewBox").map(numbers);
    match view_box.as_deref() {
        Some([_, _, width, height]) => (*width, *height),
        _ => (fluid, attribute(root, "height").and_then(|text| text.parse().ok()).unwrap_or(0.0)),
    }
}

fn attribute<'a>(root: &'a str, name: &str) -> Option<&'a str> {
    root.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

/// The start of the root element without the width and height that a page gives it.
fn without_size(root: &str) -> String {
    let mut kept = root.to_owned();
    for name in ["width", "height"] {
        if let Some(value) = attribute(root, name) {
            kept = kept.replacen(&format!(" {name}=\"{value}\""), "", 1);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::{PlaceClass, Tile, TileMap, frequency_bar, tile_map};

    #[test]
    fn a_fluid_chart_gets_a_width_and_keeps_its_height() {
        let svg = standalone(&frequency_bar(65.5));
        let document = roxmltree::Document::parse(&svg).expect("well-formed XML");
        let root = document.root_element();
        assert_eq!(root.attribute("width"), Some("660"));
        assert_eq!(root.attribute("height"), Some("32"));
        let inner = root.children().find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "svg")));
        assert_eq!(inner.and_then(|node| node.attribute("width")), Some("640"));
        assert!(!svg.contains("var("));
    }

    #[test]
    fn a_map_keeps_its_proportions() {
        let tile = Tile { x: 1, y: 0, class: PlaceClass::Absent, title: "x", href: None, region: "" };
        let svg = standalone(&tile_map(&TileMap { label: "Kaart > land", tiles: &[tile] }));
        let document = roxmltree::Document::parse(&svg).expect("well-formed XML");
        assert_eq!(document.root_element().attribute("width"), Some("56"));
        assert!(svg.contains("Source Sans 3"));
    }
}
