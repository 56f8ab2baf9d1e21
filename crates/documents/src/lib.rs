#![doc = include_str!("../README.md")]

pub mod csv;
pub mod pdf;
pub mod png;
pub mod read;
pub mod table;
pub mod xlsx;
