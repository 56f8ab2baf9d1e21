//! A file with what was filled in, for the user to keep and to go on with. The server keeps no copy.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use web::{Form, PageError, RequestContext, on_field};

use super::taken::{Taken, take};
use super::{page, start};
use crate::Site;
use crate::domain::state::Walk;
use crate::domain::step::Step;
use crate::pages::private;

/// The largest file that can be one of ours: all that can be typed, each character in four bytes, and what is round it.
const MOST: usize = 128 * 1024;

/// Gives the file.
pub async fn give(
    State(site): State<Site>,
    context: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let Taken { state, step, findings, .. } = match take(&site, &form) {
        Ok(taken) => taken,
        Err(why) => return Ok(start::refused(&site, &context, why)),
    };
    if !findings.is_empty() {
        return page(&site, &context, state, step, Some((&form, findings))).await;
    }
    let name = format!("attachment; filename=\"stappen-{}.txt\"", site.today());
    let headers =
        [(header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok(private(StatusCode::OK, (headers, site.seal.close(&state)).into_response()))
}

/// Goes on with a file: at the first step that has nothing filled in.
pub async fn resume(
    State(site): State<Site>,
    context: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let Some(file) = form.file("file") else {
        return Ok(start::with_file_problem(&site, &context, on_field("walk-no-file", "file")));
    };
    if file.bytes.len() > MOST {
        return Ok(start::with_file_problem(&site, &context, on_field("walk-file-large", "file")));
    }
    let Ok(text) = std::str::from_utf8(&file.bytes) else {
        return Ok(start::with_file_problem(&site, &context, on_field("walk-file-other", "file")));
    };
    match site.seal.open(Walk::Meldcode, text) {
        Ok(state) => {
            let tables =
                super::taken::tables(&site).map_err(|_| PageError::internal("a table is missing"))?;
            let empty =
                |step: &Step| !step.fields(tables).iter().any(|field| !state.get(&field.name).is_empty());
            let step = Step::FIVE.into_iter().find(empty).unwrap_or(Step::Report);
            page(&site, &context, state, step, None).await
        }
        Err(why) => Ok(start::refused(&site, &context, why)),
    }
}
