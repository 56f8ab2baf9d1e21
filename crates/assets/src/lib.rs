//! Styles, fonts and icons from npm, built once and embedded.
