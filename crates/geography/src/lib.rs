#![doc = include_str!("../README.md")]

mod area;
pub mod boundaries;
mod code;
mod comparable;
mod geography;
mod merger;
mod municipality;
mod read;
mod size;
mod text;
pub mod tiles;

pub use area::{Province, Region};
pub use code::{Code, CodeError};
pub use comparable::Comparability;
pub use geography::Geography;
pub use merger::{Kind, Merger};
pub use municipality::Municipality;
pub use size::SizeClass;
pub use text::fold;
