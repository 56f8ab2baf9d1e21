//! Charts as SVG: plain data with ready-made labels in, markup out.
//!
//! Each chart is one picture with a text alternative; the bars that stand beside their own number in a
//! list are hidden from screen readers, because the number says it already. A chart always goes with its
//! table, which is the page's to print.

mod bars;
mod boundary_map;
mod comparison;
mod draw;
mod histogram;
mod legend;
mod range;
mod scatter;
mod score_bar;
mod stacked_bar;
mod standalone;
mod tile_map;

pub use bars::{ResponseBar, frequency_bar, part_bar, response_bar};
pub use boundary_map::{Area, BoundaryMap, boundary_map};
pub use comparison::{Comparison, ComparisonRow, comparison};
pub use draw::Markup;
pub use histogram::{Histogram, HistogramClass, Mark, histogram};
pub use legend::{Swatch, legend, swatch};
pub use range::{Range, range_dots};
pub use scatter::{Axis, Point, Scatter, scatter};
pub use score_bar::{PartBar, ScoreBar, score_bar};
pub use stacked_bar::{Segment, Share, StackedBar, stacked_bar};
pub use standalone::{standalone, standalone_at};
pub use tile_map::{PlaceClass, Tile, TileMap, tile_map};
