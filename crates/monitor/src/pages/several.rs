//! The choice of whoever works at several places.

use askama::Template;
use axum::response::{IntoResponse, Response};
use web::{Page, RequestContext};

/// The page.
#[derive(Template)]
#[template(path = "several.html")]
struct View {
    frame: web::Frame,
    /// What it says where there are none.
    none: String,
    rows: Vec<(&'static str, String)>,
}

/// Shows the places, by name and address, with the words of `<words>-list-title`, `<words>-intro` and
/// `<words>-list-none`.
pub fn show(
    context: &RequestContext,
    words: &str,
    section: &'static str,
    rows: Vec<(&'static str, String)>,
) -> Response {
    let tr = context.tr();
    let title = tr.t(&format!("{words}-list-title"));
    let frame = context
        .frame(&title, tr.t(&format!("{words}-intro")), section)
        .crumb(tr.t("crumb-start"), Some("/start"))
        .crumb(&title, None);
    Page(View { frame, none: tr.t(&format!("{words}-list-none")), rows }).into_response()
}
