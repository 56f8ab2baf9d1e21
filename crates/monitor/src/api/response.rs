//! Waves that are held, and how many municipalities have answered: of the own region, or all.

use axum::extract::{Path, State};
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;
use web::api::Params;
use web::{PageError, RequestContext, api};

use super::list::{Listed, Paging};
use super::waves::Words;
use crate::Desk;
use crate::domain::response::{Count, Progress, Response as Counted};
use crate::domain::run::{Run, RunState};
use crate::pages::run_rows;
use crate::store::runs;

/// A wave while it is held, and after.
#[derive(Debug, Serialize, ToSchema)]
pub struct HeldWave {
    /// Its name in addresses.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// `open`, `closed`, `published` or `withdrawn`; for who runs waves also `draft`.
    pub state: &'static str,
    /// First day of filling in.
    #[schema(value_type = String, format = Date)]
    pub opens_on: String,
    /// Last day of filling in.
    #[schema(value_type = String, format = Date)]
    pub closes_on: String,
    /// Whether it is for trying out.
    pub trial: bool,
}

/// How many municipalities are how far.
#[derive(Debug, Serialize, ToSchema)]
pub struct Counts {
    /// Everybody who was invited.
    pub invited: u64,
    /// Nothing was saved.
    pub not_begun: u64,
    /// Something was.
    pub busy: u64,
    /// It waits for approval.
    pub submitted: u64,
    /// It counts.
    pub approved: u64,
}

/// The counts of a group.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupCounts {
    /// The group: a size class (1 to 5, or `unknown`), a province or a region.
    pub group: String,
    /// How far it is.
    #[serde(flatten)]
    pub counts: Counts,
}

/// The response of a wave, of the municipalities that the holder of the key may see.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaveResponse {
    /// Everybody.
    pub total: Counts,
    /// By size class.
    pub size_classes: Vec<GroupCounts>,
    /// By province.
    pub provinces: Vec<GroupCounts>,
    /// By Veilig Thuis region.
    pub regions: Vec<GroupCounts>,
}

impl From<&Count> for Counts {
    fn from(count: &Count) -> Self {
        // In the order of `Progress::ALL`.
        let [not_begun, busy, submitted, approved] = count.by_progress;
        Self { invited: count.invited(), not_begun, busy, submitted, approved }
    }
}

impl HeldWave {
    fn new(run: Run) -> Self {
        let plan = run.plan;
        Self {
            title: (&plan.title).into(),
            state: run.state.name(),
            opens_on: plan.period.0.to_string(),
            closes_on: plan.period.1.to_string(),
            trial: plan.nature != crate::domain::wave::Nature::Real,
            id: plan.id,
        }
    }
}

/// The waves that are held, by name.
#[utoipa::path(get, path = "/held-waves", operation_id = "list-held-waves", tag = "response",
    summary = "api-list-held-waves", security(("key" = [])),
    params(("after" = Option<String>, Query, pattern = "^[!-~]{1,100}$", description = "api-param-after"),
        ("limit" = Option<u16>, Query, minimum = 1, maximum = 500, description = "api-param-limit")),
    responses((status = 200, body = Listed<HeldWave>, description = "api-list-held-waves")))]
pub async fn list(
    State(desk): State<Desk>,
    context: RequestContext,
    Params(paging): Params<Paging>,
) -> Result<Response, PageError> {
    let may_run = context.actor()?.may(kernel::Permission::RunWaves);
    let mut held = runs::all(&mut *desk.read().await?).await?;
    held.retain(|run| may_run || run.state != RunState::Draft);
    held.sort_by(|one, other| one.plan.id.cmp(&other.plan.id));
    paging.page(&context, held.into_iter().map(HeldWave::new), |wave| wave.id.clone())
}

/// The response of a wave.
#[utoipa::path(get, path = "/held-waves/{wave}/response", operation_id = "read-response", tag = "response",
    summary = "api-read-response", security(("key" = [])),
    params(("wave" = String, Path, description = "api-param-wave")),
    responses((status = 200, body = WaveResponse, description = "api-read-response")))]
pub async fn one(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let sight = run_rows::sight(&desk, &context).await?;
    let mut db = desk.read().await?;
    let run = run_rows::run(&mut db, &context, &id).await?;
    let forms = run_rows::forms(&mut db, &sight, &run).await?;
    let far = forms.iter().map(|form| (form.municipality, Progress::of(&form.state, form.revision)));
    let counted = Counted::count(far);
    let group = |(group, count): (String, &Count)| GroupCounts { group, counts: count.into() };
    let class = |class: Option<geography::SizeClass>| {
        class.map_or_else(|| "unknown".to_owned(), |class| class.number().to_string())
    };
    let sizes = counted.by_class.iter().map(|(of, count)| (class(*of), count));
    let provinces = counted.by_province.iter().map(|(of, count)| (of.name().to_owned(), count));
    let regions = counted.by_region.iter().map(|(of, count)| (of.name().to_owned(), count));
    api::answer(&WaveResponse {
        total: (&counted.total).into(),
        size_classes: sizes.map(group).collect(),
        provinces: provinces.map(group).collect(),
        regions: regions.map(group).collect(),
    })
}
