//! Lists page by key: an answer holds the first so many, and names the last; the next question begins after it.

use axum::http::{HeaderValue, header};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{PageError, RequestContext, api};

/// How many a page of a list has, if nothing else is asked for.
const USUAL: usize = 50;
/// The most that can be asked for.
const MOST: usize = 500;

/// What a list can be asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Paging {
    after: Option<String>,
    limit: Option<usize>,
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Listed<T> {
    /// What was asked for, in the order of their keys.
    pub items: Vec<T>,
    /// What to send as `after` for the next page; null on the last one.
    pub next: Option<String>,
}

impl Paging {
    /// The page of `all`, which stand in the order of their keys, as an answer with a link to the next one.
    ///
    /// # Errors
    /// If more is asked for than can be.
    pub fn page<T: Serialize>(
        &self,
        context: &RequestContext,
        all: impl Iterator<Item = T>,
        key: impl Fn(&T) -> String,
    ) -> Result<Response, PageError> {
        let limit = self.limit.unwrap_or(USUAL);
        if !(1..=MOST).contains(&limit) {
            return Err(PageError::BadRequest(context.tr().t1("api-limit", "most", MOST)));
        }
        let is_key =
            |after: &String| (1..=100).contains(&after.len()) && after.bytes().all(|c| c.is_ascii_graphic());
        if !self.after.as_ref().is_none_or(is_key) {
            return Err(PageError::BadRequest(context.tr().t("api-after")));
        }
        let mut rest = all.skip_while(|one| self.after.as_ref().is_some_and(|after| key(one) <= *after));
        let items: Vec<T> = rest.by_ref().take(limit).collect();
        let next = rest.next().and_then(|_| items.last().map(&key));
        let mut link = None;
        if let Some(next) = &next {
            let url = format!("{}{}", context.public_url(), context.with_query("after", Some(next)));
            link = HeaderValue::from_str(&format!("<{url}>; rel=\"next\"")).ok();
        }
        let mut response = api::answer(&Listed { items, next })?;
        if let Some(link) = link {
            response.headers_mut().insert(header::LINK, link);
        }
        Ok(response)
    }
}
