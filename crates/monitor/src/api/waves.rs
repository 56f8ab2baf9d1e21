//! Published waves, and their reports.

use axum::extract::{Path, State};
use axum::response::Response;
use kernel::Text;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::api::Params;
use web::{PageError, RequestContext, api};

use super::list::{Listed, Paging};
use crate::definitions::read_wave;
use crate::pages::{Query, Site};
use crate::report::write::Form;
use crate::store::waves::StoredWave;

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Words {
    /// Dutch, the source.
    pub nl: String,
    /// English.
    pub en: String,
}

impl From<&Text> for Words {
    fn from(text: &Text) -> Self {
        Self { nl: text.nl.clone(), en: text.en.clone() }
    }
}

/// A published wave.
#[derive(Debug, Serialize, ToSchema)]
pub struct Wave {
    /// Its name in addresses.
    pub id: String,
    /// Its year.
    pub year: u32,
    /// Its title; null for a wave that was imported without a definition.
    pub title: Option<Words>,
    /// `real`, `reconstruction` (only published totals are real) or `generated` (says nothing about anybody).
    pub nature: &'static str,
    /// The name of its questionnaire.
    pub questionnaire: String,
    /// The version of its questionnaire.
    pub questionnaire_version: u32,
    /// The name of the rule that it is scored by.
    pub scoring_rule: Option<String>,
    /// The day whose municipalities it is about.
    #[schema(value_type = Option<String>, format = Date)]
    pub reference_date: Option<String>,
    /// How many municipalities were invited.
    pub invited: Option<u64>,
    /// How many municipalities answered.
    pub respondents: u64,
}

impl Wave {
    fn new(stored: StoredWave) -> Self {
        let definition = stored.definition.as_deref().and_then(|text| read_wave(&stored.id, text).ok());
        let definition = definition.as_ref();
        Self {
            title: definition.map(|wave| (&wave.title).into()),
            scoring_rule: definition.map(|wave| wave.scoring_rule.clone()),
            reference_date: definition.map(|wave| wave.reference_date.to_string()),
            invited: definition.map(|wave| wave.invited),
            nature: stored.nature.name(),
            year: stored.year,
            questionnaire: stored.questionnaire,
            questionnaire_version: stored.questionnaire_version,
            respondents: stored.respondents,
            id: stored.id,
        }
    }
}

/// The published waves, by name.
#[utoipa::path(get, path = "/waves", operation_id = "list-waves", tag = "waves", summary = "api-list-waves",
    params(("after" = Option<String>, Query, pattern = "^[!-~]{1,100}$", description = "api-param-after"),
        ("limit" = Option<u16>, Query, minimum = 1, maximum = 500, description = "api-param-limit")),
    responses((status = 200, body = Listed<Wave>, description = "api-list-waves")))]
pub async fn list(
    State(site): State<Site>,
    context: RequestContext,
    Params(paging): Params<Paging>,
) -> Result<Response, PageError> {
    let mut waves: Vec<Wave> = site.waves().await?.into_iter().map(Wave::new).collect();
    waves.sort_by(|one, other| one.id.cmp(&other.id));
    paging.page(&context, waves.into_iter(), |wave| wave.id.clone())
}

/// One published wave.
#[utoipa::path(get, path = "/waves/{wave}", operation_id = "read-wave", tag = "waves", summary = "api-read-wave",
    params(("wave" = String, Path, description = "api-param-wave")),
    responses((status = 200, body = Wave, description = "api-read-wave")))]
pub async fn one(State(site): State<Site>, Path(wave): Path<String>) -> Result<Response, PageError> {
    let found = site.waves().await?.into_iter().find(|stored| stored.id == wave);
    api::answer(&Wave::new(found.ok_or(PageError::NotFound)?))
}

/// What a report can be asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Asked {
    rule: Option<String>,
    parts: Option<String>,
}

/// Every figure of a wave: the file `report.json`. Groups that are too small are withheld.
#[utoipa::path(get, path = "/waves/{wave}/report", operation_id = "read-report", tag = "waves",
    summary = "api-read-report",
    params(("wave" = String, Path, description = "api-param-wave"),
        ("rule" = Option<String>, Query, description = "api-param-rule"),
        ("parts" = Option<String>, Query, description = "api-param-parts",
            pattern = "^(embedding|measures|reach)(,(embedding|measures|reach))*$")),
    responses((status = 200, body = super::document::Report, description = "api-read-report")))]
pub async fn report(
    State(site): State<Site>,
    context: RequestContext,
    Path(wave): Path<String>,
    Params(asked): Params<Asked>,
) -> Result<Response, PageError> {
    let known =
        |text: &String| text.split(',').all(|part| ["embedding", "measures", "reach"].contains(&part));
    if !asked.parts.as_ref().is_none_or(known) {
        return Err(PageError::BadRequest(context.tr().t("api-parts")));
    }
    let query = Query { parts: asked.parts, ..Query::default() };
    let report = site.report(&wave, asked.rule.as_deref(), query.parts()).await?;
    let bytes = site.made().report(report, Form::Json, context.lang).await?;
    Ok(api::json(bytes))
}
