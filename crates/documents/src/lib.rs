//! Reads and writes files: tables from CSV and XLSX in, CSV, XLSX and PDF/UA out. Knows nothing of
//! what the tables are about.

pub mod csv;
pub mod read;
pub mod table;
pub mod xlsx;
