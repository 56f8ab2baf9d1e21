//! The answers of a form: reading all, and changing some. Whoever changes names the save that was read
//! (`If-Match`): what somebody else saved meanwhile is never written over.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use kernel::{Finding, Permission, Place};
use platform::Connection;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::api::Body;
use web::{PageError, RequestContext, api};

use crate::Desk;
use crate::acts::ActError;
use crate::acts::fill::{self, Answer};
use crate::pages::form_rows::{self, Opened};
use crate::store::{cells, forms, runs};

/// The answers of a form by column; questions without an answer are left out.
#[derive(Debug, Serialize, ToSchema)]
pub struct Answers {
    /// The number of the save that they are of.
    pub revision: i64,
    /// Answer by column. Several options stand with `;` between them.
    pub answers: BTreeMap<String, String>,
}

/// Answers to change, by column; null takes one away. What is not named stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Changes {
    /// Answer by column, or null.
    answers: BTreeMap<String, Option<String>>,
}

/// The answers of a form.
#[utoipa::path(get, path = "/forms/{wave}/{municipality}/answers", operation_id = "read-answers", tag = "forms",
    summary = "api-read-answers", security(("key" = [])),
    params(("wave" = String, Path, description = "api-param-wave"),
        ("municipality" = String, Path, description = "api-param-municipality", pattern = r"^GM\d{4}$")),
    responses((status = 200, body = Answers, description = "api-read-answers")))]
pub async fn read(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let mut db = desk.read().await?;
    // The number first: an answer that comes in after it is one that the program did not see.
    let opened = form_rows::open(&desk, &mut db, &context, Permission::SeeForm, &run, &municipality).await?;
    written(&mut db, &opened, opened.form.revision).await
}

/// Changes answers, all or none of them.
#[utoipa::path(patch, path = "/forms/{wave}/{municipality}/answers", operation_id = "change-answers",
    tag = "forms", summary = "api-change-answers", security(("key" = [])),
    request_body(content = Changes, description = "api-change-answers-body"),
    params(("wave" = String, Path, description = "api-param-wave"),
        ("municipality" = String, Path, description = "api-param-municipality", pattern = r"^GM\d{4}$"),
        ("If-Match" = Option<String>, Header, pattern = r#"^(\*|"\d+")$"#, description = "api-param-if-match")),
    responses((status = 200, body = Answers, description = "api-change-answers-done")))]
pub async fn change(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality)): Path<(String, String)>,
    headers: HeaderMap,
    Body(changes): Body<Changes>,
) -> Result<Response, PageError> {
    let mut db = desk.read().await?;
    let mut opened =
        form_rows::open(&desk, &mut db, &context, Permission::FillIn, &run, &municipality).await?;
    let known = headers.get(header::IF_MATCH).map_or("", |known| known.to_str().unwrap_or("?").trim());
    if known.is_empty() {
        return Err(PageError::NoPrecondition);
    }
    let known = known.to_owned();
    if !is_tag(&known) {
        return Err(PageError::BadRequest(context.tr().t("api-if-match")));
    }
    drop(db);
    let mut db = desk.write().await?;
    // As it is now: the wave may have been closed meanwhile.
    opened.run = runs::find(&mut db, &run).await?.ok_or(PageError::NotFound)?;
    forms::lock(&mut db, &run, opened.municipality).await?;
    let now = forms::find(&mut db, &run, opened.municipality).await?.ok_or(PageError::NotFound)?;
    if known != "*" && known != tag(now.revision) {
        return Err(PageError::Outdated);
    }
    let answers: Vec<Answer> = changes
        .answers
        .into_iter()
        .map(|(name, value)| Answer { name, value: value.unwrap_or_default() })
        .collect();
    let mut revision = now.revision;
    if !answers.is_empty() {
        let act = desk.act(&context)?;
        let saved = fill::save(&mut db, &act, opened.in_hand(), now.revision, &answers).await;
        revision = saved.map_err(refused)?.revision;
        db.commit().await?;
    }
    written(&mut *desk.read().await?, &opened, revision).await
}

fn refused(error: ActError) -> PageError {
    match error {
        ActError::Findings(findings) => PageError::Unfit(findings),
        ActError::Form(refusal) => PageError::Unfit(vec![Finding::error(refusal.code(), Place::default())]),
        ActError::NotThere => PageError::NotFound,
        other => PageError::internal(other),
    }
}

async fn written(db: &mut Connection, opened: &Opened, revision: i64) -> Result<Response, PageError> {
    let kept = cells::all(db, &opened.run.plan.id, opened.municipality).await?;
    let filled = kept.into_iter().filter(|(_, kept)| !kept.value.is_empty());
    let answers = filled.map(|(column, kept)| (column, kept.value)).collect();
    api::answer_with(&Answers { revision, answers }, &tag(revision))
}

/// Whether a text can be the tag of a save, or stands for any.
fn is_tag(text: &str) -> bool {
    let number = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    text == "*"
        || number.is_some_and(|number| !number.is_empty() && number.bytes().all(|c| c.is_ascii_digit()))
}

/// The tag of a save.
fn tag(revision: i64) -> String {
    format!("\"{revision}\"")
}
