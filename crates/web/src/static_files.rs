//! The stylesheet, the scripts, the fonts and the icon, under `/assets`.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::errors::PageError;

/// A name holds a hash of its content, so what it names never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ICON: &str = include_str!("../templates/icon.svg");

pub(crate) async fn serve(Path(name): Path<String>) -> Response {
    let answer = |kind: &'static str, keep: &'static str, body: &'static [u8]| {
        ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep)], body).into_response()
    };
    if name == assets::STYLESHEET_NAME {
        return answer("text/css; charset=utf-8", FOR_EVER, assets::STYLESHEET.as_bytes());
    }
    if let Some(script) = assets::SCRIPTS.iter().find(|script| script.file == name) {
        return answer("text/javascript; charset=utf-8", FOR_EVER, script.text.as_bytes());
    }
    if name == "icon.svg" {
        return answer("image/svg+xml; charset=utf-8", "public, max-age=86400", ICON.as_bytes());
    }
    match assets::FONTS.iter().find(|(font, _)| *font == name) {
        Some((_, bytes)) => answer("font/woff2", FOR_EVER, bytes),
        None => PageError::NotFound.into_response(),
    }
}
