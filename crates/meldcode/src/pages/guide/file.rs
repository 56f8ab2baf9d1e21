//! The file of the guide.

use axum::extract::State;
use axum::response::Response;
use web::{Form, PageError, RequestContext};

use super::taken::take;
use super::{answer, filled, first, show};
use crate::Site;
use crate::domain::guide;
use crate::domain::state::Walk;
use crate::pages::file::{self, Refused};

/// Gives the file.
pub async fn give(
    State(site): State<Site>,
    context: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    match take(&site, site.table("sharing")?, &form) {
        Ok(taken) if taken.findings.is_empty() => Ok(file::give(&site, "wegwijzer", &taken.state)),
        Ok(taken) => answer(&site, &context, taken, &form).await,
        Err(why) => first(&site, &context, None, Some(why)),
    }
}

/// Goes on with a file: at the first page on which something is to be answered.
pub async fn resume(
    State(site): State<Site>,
    context: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let table = site.table("sharing")?;
    match file::read(&site, Walk::Guide, &form) {
        Ok(state) => {
            let step = guide::reached(table, &state.facts(table));
            let form = filled(&context, &Form::default(), Vec::new(), &state);
            show(super::Page { site: &site, context: &context, table, state, step, form }).await
        }
        Err(Refused::File(finding)) => first(&site, &context, Some(finding), None),
        Err(Refused::State(why)) => first(&site, &context, None, Some(why)),
    }
}
