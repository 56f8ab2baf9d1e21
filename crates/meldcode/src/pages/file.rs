//! A file with what was filled in, for the user to keep and to go on with. The server keeps no copy.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::Finding;
use web::{Form, on_field};

use super::private;
use crate::Site;
use crate::domain::state::{State, Unusable, Walk};

/// The largest file that can be one of ours: all that can be typed, each character in four bytes, and what is round it.
const MOST: usize = 128 * 1024;

/// Why one can't go on with a file.
pub enum Refused {
    /// It is no file of ours.
    File(Finding),
    /// What is in it can't be used.
    State(Unusable),
}

/// Gives the file; its name begins with `name`.
pub fn give(site: &Site, name: &str, state: &State) -> Response {
    let name = format!("attachment; filename=\"{name}-{}.txt\"", site.today());
    let headers =
        [(header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    private(StatusCode::OK, (headers, site.seal.close(state)).into_response())
}

/// What is in the file that was chosen.
///
/// # Errors
/// Why it can't be used.
pub fn read(site: &Site, walk: Walk, form: &Form) -> Result<State, Refused> {
    let refused = |code| Refused::File(on_field(code, "file"));
    let file = form.file("file").ok_or_else(|| refused("walk-no-file"))?;
    if file.bytes.len() > MOST {
        return Err(refused("walk-file-large"));
    }
    let text = std::str::from_utf8(&file.bytes).map_err(|_| refused("walk-file-other"))?;
    if text.trim().is_empty() {
        return Err(refused("walk-file-empty"));
    }
    site.seal.open(walk, text).map_err(Refused::State)
}
