#![doc = include_str!("../README.md")]

mod access;
mod address;
pub mod api;
mod arrival;
mod base64;
pub mod charts;
mod cookies;
mod errors;
mod findings;
mod form;
mod form_view;
mod frame;
mod gate;
mod guard;
pub mod i18n;
mod keep;
mod letter;
mod limits;
mod lists;
pub mod number;
mod observe;
#[cfg(test)]
mod outside_tests;
mod page;
mod qr;
mod request;
mod routes;
mod security;
mod settings;
mod static_files;
mod token;

pub use access::{Access, RouteInfo, Takes};

/// The stylesheet with its fonts inside, for a page that must stand alone in a file.
pub use assets::STANDALONE_STYLESHEET;
pub use errors::PageError;
pub use findings::{finding_text, place_text};
pub use form::{Form, RESUME_FIELD, TOKEN_FIELD, TOKEN_HEADER, Upload, on_field};
pub use form_view::FormView;
pub use frame::{Crumb, Frame, Greeting, Link, NavItem, Notice, Site};
pub use gate::{Boxed, Client, Gate, KeyScope, SignedIn, Visitor};
pub use i18n::{Arg, Tr, t, t_with};
pub use letter::{Letter, Written};
pub use lists::Pager;
pub use page::Page;
pub use qr::QrCode;
pub use request::{RequestContext, local_path, localized};
pub use routes::{ApiMethod, Routes};
pub use settings::{NotAnOrigin, Rate, Settings};
