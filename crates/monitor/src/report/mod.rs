//! The national report: one model, written as JSON, tables, HTML and PDF.

pub mod charts;
pub mod comparable;
mod document;
pub mod html;
pub mod json;
pub mod model;
pub mod pdf;
pub mod tables;
pub mod twice;
pub mod words;
pub mod write;

#[cfg(test)]
mod tests;
