//! Forms of the own municipality: how far they are, their scores so far, and what is wrong with them.

use axum::extract::{Path, State};
use axum::response::Response;
use geography::Geography;
use kernel::{Exact, Permission};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use web::api::Params;
use web::{PageError, RequestContext, api};

use super::list::{Listed, Paging};
use super::municipalities::GoalScore;
use crate::Desk;
use crate::acts::check::check;
use crate::domain::response::Progress;
use crate::domain::rule::Parts;
use crate::pages::form_rows::{self, Opened};
use crate::store::cells;

/// The form of a municipality for a wave.
#[derive(Debug, Serialize, ToSchema)]
pub struct Form {
    /// The wave.
    pub wave: String,
    /// The municipality.
    #[schema(pattern = r"^GM\d{4}$")]
    pub municipality: String,
    /// The name of the municipality.
    pub name: &'static str,
    /// `not-begun`, `busy`, `submitted` or `approved`.
    pub progress: &'static str,
    /// Whether answers can be changed now.
    pub open: bool,
    /// Its last day.
    #[schema(value_type = String, format = Date)]
    pub until: String,
    /// The number of its last save.
    pub revision: i64,
    /// The questionnaire.
    pub questionnaire: String,
    /// The version of the questionnaire.
    pub questionnaire_version: u32,
}

/// A form with what it says so far.
#[derive(Debug, Serialize, ToSchema)]
pub struct FormDetail {
    /// What the list says.
    #[serde(flatten)]
    pub form: Form,
    /// Points of the goals that are answered so far.
    pub goals: Vec<GoalScore>,
    /// Mean total over those goals; null if there are none.
    #[schema(value_type = Option<f64>)]
    pub mean_total: Option<Exact>,
    /// Everything that keeps it from being submitted.
    #[schema(value_type = Vec<super::document::Finding>)]
    pub findings: Vec<Value>,
}

impl Form {
    /// The form as a program sees it.
    pub fn new(desk: &Desk, opened: &Opened) -> Self {
        let plan = &opened.run.plan;
        Self {
            wave: plan.id.clone(),
            municipality: opened.municipality.to_string(),
            name: Geography::built_in().get(opened.municipality).map_or("", |found| found.name),
            progress: Progress::of(&opened.form.state, opened.form.revision).name(),
            open: opened.is_filled_in(desk),
            until: opened.until().to_string(),
            revision: opened.form.revision,
            questionnaire: plan.questionnaire.0.clone(),
            questionnaire_version: plan.questionnaire.1,
        }
    }
}

/// The forms of the own municipality, by wave and municipality.
#[utoipa::path(get, path = "/forms", operation_id = "list-forms", tag = "forms", summary = "api-list-forms",
    security(("key" = [])),
    params(("after" = Option<String>, Query, pattern = "^[!-~]{1,100}$", description = "api-param-after"),
        ("limit" = Option<u16>, Query, minimum = 1, maximum = 500, description = "api-param-limit")),
    responses((status = 200, body = Listed<Form>, description = "api-list-forms")))]
pub async fn list(
    State(desk): State<Desk>,
    context: RequestContext,
    Params(paging): Params<Paging>,
) -> Result<Response, PageError> {
    let mut db = desk.read().await?;
    let mut forms: Vec<Form> = form_rows::own(&desk, &mut db, &context)
        .await?
        .iter()
        .map(|opened| Form::new(&desk, opened))
        .collect();
    let key = |form: &Form| format!("{}/{}", form.wave, form.municipality);
    forms.sort_by_key(key);
    paging.page(&context, forms.into_iter(), key)
}

/// One form.
#[utoipa::path(get, path = "/forms/{wave}/{municipality}", operation_id = "read-form", tag = "forms",
    summary = "api-read-form", security(("key" = [])),
    params(("wave" = String, Path, description = "api-param-wave"),
        ("municipality" = String, Path, description = "api-param-municipality", pattern = r"^GM\d{4}$")),
    responses((status = 200, body = FormDetail, description = "api-read-form")))]
pub async fn one(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let mut db = desk.read().await?;
    let opened = form_rows::open(&desk, &mut db, &context, Permission::SeeForm, &run, &municipality).await?;
    let kept = cells::all(&mut db, &run, opened.municipality).await?;
    let checked = check(&opened.questionnaire, opened.rule, opened.municipality, &kept);
    let scored = opened.questionnaire.goals.iter().zip(&checked.goals);
    let goals: Vec<GoalScore> = scored
        .filter_map(|(goal, checked)| {
            let (score, _) = checked.score.as_ref()?;
            Some(GoalScore {
                number: goal.number,
                embedding: score.embedding,
                measures: score.measures,
                reach: score.reach,
                total: score.total(Parts::ALL),
            })
        })
        .collect();
    let total: Exact = goals.iter().map(|goal| goal.total).sum();
    api::answer(&FormDetail {
        form: Form::new(&desk, &opened),
        mean_total: total.per(goals.len() as u64),
        goals,
        findings: checked.problems().map(|finding| api::written(context.lang, finding)).collect(),
    })
}
