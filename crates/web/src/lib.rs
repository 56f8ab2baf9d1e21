#![doc = include_str!("../README.md")]

pub mod charts;
mod errors;
mod findings;
mod frame;
pub mod i18n;
pub mod number;
mod page;
mod request;
mod routes;
mod security;
mod static_files;

/// The stylesheet with its fonts inside, for a page that must stand alone in a file.
pub use assets::STANDALONE_STYLESHEET;
pub use errors::PageError;
pub use findings::{finding_text, place_text};
pub use frame::{Crumb, Frame, Link, NavItem, Notice, Site};
pub use i18n::{Arg, Tr, t, t_with};
pub use page::Page;
pub use request::{RequestContext, localized};
pub use routes::{RouteInfo, Routes};
