//! PDF/UA, XLSX and CSV: writers and readers.
