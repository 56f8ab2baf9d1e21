//! A Veilig Thuis region, for its coordinator and the people of its municipalities: what its page shows beside scores,
//! which are in the waves.

use axum::extract::{Path, State};
use axum::response::Response;
use kernel::Permission;
use serde::Serialize;
use utoipa::ToSchema;
use web::{PageError, RequestContext, api};

use crate::Desk;
use crate::domain::plan::Whose;
use crate::pages::region_rows as rows;
use crate::store::{plans, region, threads};

/// A region.
#[derive(Debug, Serialize, ToSchema)]
pub struct Region {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: &'static str,
    /// CBS codes of its municipalities today.
    pub municipalities: Vec<String>,
    /// Where its vision is; null if nobody said.
    pub vision: Option<RegionVision>,
    /// Its joint actions.
    pub actions: Vec<JointAction>,
    /// How many open questions the owner of the key may read.
    pub open_questions: u64,
}

/// The vision of a region.
#[derive(Debug, Serialize, ToSchema)]
pub struct RegionVision {
    /// `none`, `writing` or `adopted`.
    pub state: &'static str,
    /// The year in which it was adopted, or is to be.
    pub year: Option<i64>,
    /// The first year for which it holds.
    pub first_year: Option<i64>,
    /// The last one.
    pub last_year: Option<i64>,
    /// Where to read it; null if nowhere.
    #[schema(format = "uri")]
    pub url: Option<String>,
    /// What else there is to say.
    pub note: String,
    /// When somebody said so.
    #[schema(format = "date-time")]
    pub changed_at: String,
}

/// What several municipalities do together.
#[derive(Debug, Serialize, ToSchema)]
pub struct JointAction {
    /// Its number in the region.
    pub number: i64,
    /// The number of its goal.
    pub goal: u32,
    /// What is done.
    pub title: String,
    /// Who sees to it; empty if nobody yet.
    pub owner: String,
    /// When it must be done.
    #[schema(format = "date")]
    pub due: Option<String>,
    /// `open`, `busy`, `done` or `dropped`.
    pub state: &'static str,
    /// CBS codes of those who take part.
    pub municipalities: Vec<String>,
}

/// One region.
#[utoipa::path(get, path = "/regions/{region}", operation_id = "read-region", tag = "regions",
    summary = "api-read-region", security(("key" = [])),
    params(("region" = String, Path, description = "api-param-region", pattern = "^[a-z-]{1,60}$")),
    responses((status = 200, body = Region, description = "api-read-region")))]
pub async fn one(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(slug): Path<String>,
) -> Result<Response, PageError> {
    let here = rows::open(&desk, &context, &slug, Permission::SeeRegion).await?;
    let whose = Whose::Region(here.region);
    let mut db = desk.read().await?;
    let vision = region::vision(&mut db, here.region).await?;
    let members = plans::members(&mut db, whose).await?;
    let actions = plans::actions(&mut db, whose).await?;
    let asked = threads::of_place(&mut db, here.place()).await?;
    drop(db);
    let seen = asked
        .iter()
        .filter(|one| one.thread.is_open() && here.sees_as.iter().any(|party| one.thread.is_seen_by(*party)));
    let action = |action: plans::StoredAction| JointAction {
        municipalities: members
            .iter()
            .filter(|(number, _)| *number == action.number)
            .map(|(_, code)| code.to_string())
            .collect(),
        number: action.number,
        goal: action.goal,
        title: action.title,
        owner: action.owner,
        due: action.due.map(|due| due.to_string()),
        state: action.state.name(),
    };
    api::answer(&Region {
        open_questions: seen.count() as u64,
        slug: here.region.slug(),
        name: here.region.name(),
        municipalities: here.municipalities.iter().map(|one| one.code.to_string()).collect(),
        vision: vision.map(|stored| RegionVision {
            state: stored.vision.state.name(),
            year: stored.vision.year,
            first_year: stored.vision.period.map(|(first, _)| first),
            last_year: stored.vision.period.map(|(_, last)| last),
            url: Some(stored.vision.url).filter(|url| !url.is_empty()),
            note: stored.vision.note,
            changed_at: stored.at.to_string(),
        }),
        actions: actions.into_iter().map(action).collect(),
    })
}
