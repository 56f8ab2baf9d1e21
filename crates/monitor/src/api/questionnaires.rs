//! Questionnaires: what each column of an answer means, and which values it takes.

use axum::extract::{Path, State};
use axum::response::Response;
use kernel::Lang;
use serde::Serialize;
use utoipa::ToSchema;
use web::api::Params;
use web::{PageError, RequestContext, Tr, api};

use super::list::{Listed, Paging};
use super::waves::Words;
use crate::domain::questionnaire::Questionnaire as Known;
use crate::pages::Site;
use crate::pages::questions::{Kind, Part, questions};

/// A questionnaire.
#[derive(Debug, Serialize, ToSchema)]
pub struct Questionnaire {
    /// Its name.
    pub id: String,
    /// Its version, from 1.
    pub version: u32,
    /// Its title.
    pub title: Words,
    /// How many goals it has.
    pub goals: usize,
}

/// A questionnaire with its questions.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionnaireDetail {
    /// What the list says.
    #[serde(flatten)]
    pub questionnaire: Questionnaire,
    /// The questions, in order.
    pub questions: Vec<Question>,
}

/// A question.
#[derive(Debug, Serialize, ToSchema)]
pub struct Question {
    /// The column of its answer.
    pub column: String,
    /// Number of the goal that it is about; null for a question about the municipality as a whole.
    pub goal: Option<u32>,
    /// `one` of the options, `many` of them (codes with `;` between), `grade` or `words`.
    pub kind: &'static str,
    /// The question in words.
    pub text: Words,
    /// What can be chosen.
    pub options: Vec<Choice>,
}

/// Something that can be chosen.
#[derive(Debug, Serialize, ToSchema)]
pub struct Choice {
    /// As it stands in an answer.
    pub code: String,
    /// As people read it.
    pub label: Words,
}

impl Questionnaire {
    fn new(known: &Known) -> Self {
        Self {
            id: known.id.clone(),
            version: known.version,
            title: (&known.title).into(),
            goals: known.goals.len(),
        }
    }

    /// In the order of the list.
    fn key(&self) -> String {
        format!("{}/{:05}", self.id, self.version)
    }
}

/// The questionnaires, by name and version.
#[utoipa::path(get, path = "/questionnaires", operation_id = "list-questionnaires", tag = "questionnaires",
    summary = "api-list-questionnaires",
    params(("after" = Option<String>, Query, pattern = "^[!-~]{1,100}$", description = "api-param-after"),
        ("limit" = Option<u16>, Query, minimum = 1, maximum = 500, description = "api-param-limit")),
    responses((status = 200, body = Listed<Questionnaire>, description = "api-list-questionnaires")))]
pub async fn list(
    State(site): State<Site>,
    context: RequestContext,
    Params(paging): Params<Paging>,
) -> Result<Response, PageError> {
    let mut all: Vec<_> =
        site.questionnaires().await?.iter().map(|known| Questionnaire::new(known)).collect();
    all.sort_by_key(Questionnaire::key);
    paging.page(&context, all.into_iter(), Questionnaire::key)
}

/// One questionnaire, with the column, kind and options of every question.
#[utoipa::path(get, path = "/questionnaires/{questionnaire}/{version}", operation_id = "read-questionnaire",
    tag = "questionnaires", summary = "api-read-questionnaire",
    params(("questionnaire" = String, Path, description = "api-param-questionnaire"),
        ("version" = u32, Path, minimum = 1, description = "api-param-version")),
    responses((status = 200, body = QuestionnaireDetail, description = "api-read-questionnaire")))]
pub async fn one(
    State(site): State<Site>,
    Path((name, version)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let version: u32 = version.parse().map_err(|_| PageError::NotFound)?;
    let all = site.questionnaires().await?;
    let known = all.iter().find(|known| known.id == name && known.version == version);
    let known = known.ok_or(PageError::NotFound)?;
    let questions = Part::all(known).flat_map(|part| asked(known, part)).collect();
    api::answer(&QuestionnaireDetail { questionnaire: Questionnaire::new(known), questions })
}

/// The questions of a part; the form words them in each language alike.
fn asked(known: &Known, part: Part) -> Vec<Question> {
    let both = Lang::ALL.map(|lang| questions(Tr(lang), known, part));
    let [nl, en] = both;
    let pairs = nl.into_iter().zip(en);
    pairs
        .map(|(nl, en)| Question {
            goal: part.goal(known).map(|goal| goal.number),
            kind: match nl.kind {
                Kind::One => "one",
                Kind::Many => "many",
                Kind::Grade => "grade",
                Kind::Words => "words",
            },
            text: Words { nl: nl.label, en: en.label },
            options: nl
                .options
                .into_iter()
                .zip(en.options)
                .map(|((code, nl), (_, en))| Choice { code, label: Words { nl, en } })
                .collect(),
            column: nl.name,
        })
        .collect()
}
