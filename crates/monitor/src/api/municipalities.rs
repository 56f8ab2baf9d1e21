//! Municipalities of a published wave: that they took part, and their scores only where they agreed to be named.

use axum::extract::{Path, State};
use axum::response::Response;
use geography::{Code, Geography, Municipality as Known};
use kernel::Exact;
use serde::Serialize;
use utoipa::ToSchema;
use web::api::Params;
use web::{PageError, RequestContext, api};

use super::list::{Listed, Paging};
use super::waves::Words;
use crate::acts::youth::Heard;
use crate::analysis::{Analysis, Participant};
use crate::domain::rule::Parts;
use crate::domain::score::Scorer;
use crate::domain::youth::Share;
use crate::pages::Site;

/// A municipality in a wave.
#[derive(Debug, Serialize, ToSchema)]
pub struct Municipality {
    /// CBS code.
    #[schema(pattern = r"^GM\d{4}$")]
    pub code: String,
    /// Name.
    pub name: &'static str,
    /// Province.
    pub province: &'static str,
    /// Veilig Thuis region.
    pub region: &'static str,
    /// Size class, 1 (small) to 5; null where the number of inhabitants is not known.
    pub size_class: Option<u8>,
    /// Whether it answered.
    pub took_part: bool,
    /// Whether it agreed to be shown by name: otherwise it has no score here.
    pub named: bool,
    /// Mean total over the goals that it answered, 0 to 100, unrounded.
    #[schema(value_type = Option<f64>)]
    pub mean_total: Option<Exact>,
}

/// A municipality in a wave, with its goals and what young people said.
#[derive(Debug, Serialize, ToSchema)]
pub struct MunicipalityDetail {
    /// What the list says.
    #[serde(flatten)]
    pub municipality: Municipality,
    /// The goals that it answered; empty without its consent.
    pub goals: Vec<GoalScore>,
    /// What young people said; null without the municipality's consent, and if they were not asked.
    pub young_people: Option<YoungPeople>,
}

/// The points of one goal.
#[derive(Debug, Serialize, ToSchema)]
pub struct GoalScore {
    /// Number of the goal.
    pub number: u32,
    /// Points for embedding.
    #[schema(value_type = f64)]
    pub embedding: Exact,
    /// Points for measures.
    #[schema(value_type = f64)]
    pub measures: Exact,
    /// Points for reach.
    #[schema(value_type = f64)]
    pub reach: Exact,
    /// All points.
    #[schema(value_type = f64)]
    pub total: Exact,
}

/// What young people said: one table that never changes, from ten answers, in steps of five percent.
#[derive(Debug, Serialize, ToSchema)]
pub struct YoungPeople {
    /// `coming` (the wave is not closed), `too-few` (fewer than ten answered) or `table`.
    pub state: &'static str,
    /// How many answered, down to whole tens.
    pub at_least: Option<u64>,
    /// The questions; empty without a table.
    pub questions: Vec<YoungQuestion>,
}

/// A question and how it was answered.
#[derive(Debug, Serialize, ToSchema)]
pub struct YoungQuestion {
    /// The question.
    pub question: Words,
    /// The options; empty if fewer than ten answered this question.
    pub options: Vec<YoungOption>,
}

/// An option and its share.
#[derive(Debug, Serialize, ToSchema)]
pub struct YoungOption {
    /// The option.
    pub option: Words,
    /// `at-most`, `about` or `at-least` so many percent.
    pub bound: &'static str,
    /// Percent, in steps of five.
    pub percent: u64,
}

fn line(analysis: &Analysis, known: &'static Known) -> Municipality {
    let participant = analysis.participants.get(&known.code);
    Municipality {
        code: known.code.to_string(),
        name: known.name,
        province: known.province.name(),
        region: known.region.name(),
        size_class: known.size_class().map(geography::SizeClass::number),
        took_part: participant.is_some(),
        named: matches!(participant, Some(Participant::Named(_))),
        mean_total: match participant {
            Some(Participant::Named(mean)) => *mean,
            _ => None,
        },
    }
}

/// The municipalities of the reference date of a wave, by code.
#[utoipa::path(get, path = "/waves/{wave}/municipalities", operation_id = "list-municipalities", tag = "waves",
    summary = "api-list-municipalities",
    params(("wave" = String, Path, description = "api-param-wave"),
        ("after" = Option<String>, Query, pattern = "^[!-~]{1,100}$", description = "api-param-after"),
        ("limit" = Option<u16>, Query, minimum = 1, maximum = 500, description = "api-param-limit")),
    responses((status = 200, body = Listed<Municipality>, description = "api-list-municipalities")))]
pub async fn list(
    State(site): State<Site>,
    context: RequestContext,
    Path(wave): Path<String>,
    Params(paging): Params<Paging>,
) -> Result<Response, PageError> {
    let report = site.report(&wave, None, Parts::ALL).await?;
    let analysis = &report.analysis;
    // Without a definition nobody knows which municipalities there were, and no answer has one.
    let date = analysis.wave.as_ref().map(|wave| wave.reference_date);
    let mut all: Vec<_> = date.map(|date| Geography::built_in().at(date)).into_iter().flatten().collect();
    all.sort_by_key(|known| known.code);
    paging.page(&context, all.into_iter().map(|known| line(analysis, known)), |one| one.code.clone())
}

/// One municipality of a wave.
#[utoipa::path(get, path = "/waves/{wave}/municipalities/{code}", operation_id = "read-municipality",
    tag = "waves", summary = "api-read-municipality",
    params(("wave" = String, Path, description = "api-param-wave"),
        ("code" = String, Path, description = "api-param-municipality", pattern = r"^GM\d{4}$")),
    responses((status = 200, body = MunicipalityDetail, description = "api-read-municipality")))]
pub async fn one(
    State(site): State<Site>,
    Path((wave, code)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let code: Code = code.parse().map_err(|_| PageError::NotFound)?;
    let known = Geography::built_in().get(code).ok_or(PageError::NotFound)?;
    let report = site.report(&wave, None, Parts::ALL).await?;
    let municipality = line(&report.analysis, known);
    // Only of a municipality that agreed are the answers read at all.
    let named = if municipality.named { site.named(&wave, &code.to_string()).await? } else { None };
    let mut goals = Vec::new();
    let mut young_people = None;
    if let Some(response) = &named {
        let questionnaire = &report.analysis.questionnaire;
        let scorer = Scorer::new(&report.analysis.rule, questionnaire);
        for (at, goal) in questionnaire.goals.iter().enumerate() {
            let answers = response.goals.get(at).and_then(Option::as_ref);
            let Some(score) = answers.and_then(|answers| scorer.score(at, answers)) else { continue };
            goals.push(GoalScore {
                number: goal.number,
                embedding: score.embedding,
                measures: score.measures,
                reach: score.reach,
                total: score.total(Parts::ALL),
            });
        }
        young_people = site.young(&wave, code, told).await?;
    }
    api::answer(&MunicipalityDetail { municipality, goals, young_people })
}

fn told(heard: &Heard<'_>) -> YoungPeople {
    let only = |state| YoungPeople { state, at_least: None, questions: Vec::new() };
    match heard {
        Heard::NotAsked | Heard::Coming { .. } => only("coming"),
        Heard::TooFew => only("too-few"),
        Heard::Table(questionnaire, table) => {
            let pairs = questionnaire.questions.iter().zip(&table.questions);
            let questions = pairs.map(|(question, shares)| YoungQuestion {
                question: (&question.text).into(),
                options: shares
                    .iter()
                    .flatten()
                    .zip(&question.options)
                    .map(|(share, option)| {
                        let (bound, percent) = match *share {
                            Share::AtMost(percent) => ("at-most", percent),
                            Share::About(percent) => ("about", percent),
                            Share::AtLeast(percent) => ("at-least", percent),
                        };
                        YoungOption { option: (&option.label).into(), bound, percent }
                    })
                    .collect(),
            });
            YoungPeople { state: "table", at_least: Some(table.at_least), questions: questions.collect() }
        }
    }
}
