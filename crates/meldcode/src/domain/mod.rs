//! What is filled in, and the texts beside it. Plain data in, plain data out.

pub mod content;
pub mod guide;
pub mod personal;
pub mod point;
pub mod shown;
pub mod state;
pub mod step;
