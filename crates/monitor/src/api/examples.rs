//! Good examples that municipalities published, in their own name.

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;
use web::api::Params;
use web::{PageError, RequestContext};

use super::list::{Listed, Paging};
use crate::pages::Site;
use crate::store::examples::StoredExample;

/// A good example.
#[derive(Debug, Serialize, ToSchema)]
pub struct Example {
    /// Its name in addresses.
    #[schema(format = "uuid")]
    pub id: String,
    /// CBS code of its municipality.
    #[schema(pattern = r"^GM\d{4}$")]
    pub municipality: String,
    /// The number of its goal.
    pub goal: u32,
    /// The measure, in codes of the questionnaire; null if it is with none.
    pub measure: Option<String>,
    /// What it is called.
    pub title: String,
    /// What is done.
    pub what: String,
    /// For whom.
    pub for_whom: String,
    /// Whom it reaches.
    pub reach: String,
    /// What it costs.
    pub cost: String,
    /// The address of a team or function.
    pub contact: String,
    /// Where its document is; null without one.
    #[schema(format = "uri")]
    pub document: Option<String>,
    /// When it was last published.
    #[schema(format = "date-time")]
    pub published_at: Option<String>,
    /// How many municipalities thanked.
    pub thanks: u64,
}

impl Example {
    fn new((stored, thanks): (StoredExample, u64), site: &str) -> Self {
        let page = format!("{site}/examples/{}", stored.id);
        Self {
            id: stored.id.to_string(),
            municipality: stored.municipality.to_string(),
            goal: stored.goal,
            measure: (!stored.step.is_empty()).then_some(stored.step),
            document: stored.document.map(|one| one.url.unwrap_or_else(|| format!("{page}/document"))),
            published_at: stored.published_at.map(|at| at.to_string()),
            title: stored.told.title,
            what: stored.told.what,
            for_whom: stored.told.for_whom,
            reach: stored.told.reach,
            cost: stored.told.cost,
            contact: stored.told.contact,
            thanks,
        }
    }
}

/// The published examples, in the order in which they were made.
#[utoipa::path(get, path = "/examples", operation_id = "list-examples", tag = "examples",
    summary = "api-list-examples",
    params(("after" = Option<String>, Query, pattern = "^[!-~]{1,100}$", description = "api-param-after"),
        ("limit" = Option<u16>, Query, minimum = 1, maximum = 500, description = "api-param-limit")),
    responses((status = 200, body = Listed<Example>, description = "api-list-examples")))]
pub async fn list(
    State(site): State<Site>,
    context: RequestContext,
    Params(paging): Params<Paging>,
) -> Result<Response, PageError> {
    let all = site.published_examples().await?.into_iter();
    paging.page(&context, all.map(|one| Example::new(one, context.public_url())), |one| one.id.clone())
}
