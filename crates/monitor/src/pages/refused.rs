//! What a page answers when an act was not done.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Place};
use web::{Page, PageError};

use crate::acts::ActError;

/// The page again, because of what was typed or what stands in the way.
pub fn again<T: Template>(view: T) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, Page(view)).into_response()
}

/// What a form shows when an act was not done; an error of the page if it can't show it.
pub fn findings(error: ActError) -> Result<Vec<Finding>, PageError> {
    let about_all = |code| Ok(vec![Finding::error(code, Place::default())]);
    match error {
        ActError::Findings(findings) => Ok(findings),
        ActError::Run(refusal) => about_all(refusal.code()),
        ActError::Form(refusal) => about_all(refusal.code()),
        ActError::Changed => about_all("changed-meanwhile"),
        ActError::NotThere => Err(PageError::NotFound),
        ActError::Database(error) => Err(PageError::internal(error)),
        ActError::Wave(error) => Err(PageError::internal(error)),
    }
}
