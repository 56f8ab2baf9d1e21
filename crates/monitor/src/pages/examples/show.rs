//! One good example. Anyone reads it (`Permission::SeePublished`); who fills in for another municipality thanks
//! (`Permission::FillIn`).

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use geography::Code;
use kernel::Permission;
use web::{Form, FormView, Frame, Page, PageError, RequestContext, Tr};

use super::rows::{self, measure};
use crate::Desk;
use crate::acts::examples::{thank as thank_for, unthank as unthank_for};
use crate::domain::thread::{Party, Place};
use crate::pages::mine::plan::goal_title;
use crate::pages::refused;
use crate::pages::runs::rows::name;
use crate::pages::thread;
use crate::pages::words::day;
use crate::report::words::listed;
use crate::store::examples::{self, Document, StoredExample};
use crate::store::threads;

#[derive(Template)]
#[template(path = "examples/show.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    /// Of whom, and since when.
    about: String,
    goal: (String, String),
    measure: String,
    /// Label and text of each part.
    parts: Vec<(String, String)>,
    contact: String,
    /// Words and address.
    document: Option<(String, String)>,
    path: String,
    thanks: String,
    /// Who thanked; for its municipality.
    thanked: String,
    /// That the municipality of the visitor thanked, where the visitor may take that back.
    own_thanks: String,
    may_thank: bool,
    may_ask: bool,
    may_remove: bool,
    /// Where its municipality changes it.
    edit: Option<String>,
    questions: Vec<thread::Row>,
}

/// Shows it.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let example = rows::published(&desk, &id).await?;
    let tr = context.tr();
    let reads = rows::municipalities(&desk, &context, Permission::SeeForm).await?;
    let speaks = rows::municipalities(&desk, &context, Permission::FillIn).await?;
    let is_own = reads.contains(&example.municipality);
    let others = |codes: &[Code]| codes.iter().any(|code| *code != example.municipality);
    let mut db = desk.read().await?;
    let thanks = examples::thanks(&mut db, example.id).await?;
    let asked = if reads.is_empty() {
        Vec::new()
    } else {
        threads::of_place(&mut db, Place::Example(example.id)).await?
    };
    drop(db);
    let (sees, mine): (Vec<Party>, Vec<Party>) = (
        reads.iter().copied().map(Party::Municipality).collect(),
        speaks.iter().copied().map(Party::Municipality).collect(),
    );
    let path = format!("/examples/{}", example.id);
    let mut questions = Vec::new();
    for one in asked.iter().filter(|one| sees.iter().any(|party| one.thread.is_seen_by(*party))) {
        questions.push(thread::row(
            &desk,
            &context,
            one,
            &format!("{path}/questions/{}", one.number),
            &mine,
        )?);
    }
    let questionnaire = desk.newest_questionnaire()?;
    let names = thanks.iter().map(|code| name(*code).to_owned());
    let thanked_for = speaks.iter().find(|code| thanks.contains(code));
    Ok(Page(View {
        frame: context
            .frame(&example.told.title, tr.t("examples-intro"), "examples")
            .crumb(tr.t("crumb-home"), Some("/"))
            .crumb(tr.t("examples-title"), Some("/examples"))
            .crumb(&example.told.title, None),
        form: FormView::new(&context),
        about: about(tr, &example),
        goal: (
            goal_title(tr, questionnaire, example.goal),
            context.url(&format!("/examples?goal={}", example.goal)),
        ),
        measure: measure(tr, questionnaire, example.goal, &example.step),
        parts: parts(tr, &example),
        contact: example.told.contact.clone(),
        document: example
            .document
            .as_ref()
            .map(|one| document_link(tr, one, &context.url(&format!("{path}/document")))),
        thanks: tr.t1("example-thanks", "n", thanks.len()),
        thanked: if is_own && !thanks.is_empty() { listed(tr.0, names) } else { String::new() },
        own_thanks: thanked_for
            .map_or_else(String::new, |code| tr.t1("example-thanked-own", "name", name(*code))),
        may_thank: others(&speaks) && thanked_for.is_none(),
        may_ask: others(&speaks),
        may_remove: context.signed_in().is_some_and(|person| person.actor.may(Permission::RunWaves)),
        edit: speaks
            .contains(&example.municipality)
            .then(|| context.url(&format!("/own/{}/examples/{}", example.municipality, example.id))),
        path: context.url(&path),
        questions,
        title: example.told.title,
    })
    .into_response())
}

/// Of whom it is, and since when it is here.
pub fn about(tr: Tr, example: &StoredExample) -> String {
    let name = name(example.municipality);
    match example.published_at {
        Some(at) => tr.t2("example-about", "name", name, "day", day(tr, kernel::dutch_day(at))),
        None => name.to_owned(),
    }
}

/// What it says, each part with its heading.
pub fn parts(tr: Tr, example: &StoredExample) -> Vec<(String, String)> {
    let told = &example.told;
    [("what", &told.what), ("for-whom", &told.for_whom), ("reach", &told.reach), ("cost", &told.cost)]
        .map(|(key, text)| (tr.t(&format!("example-shown-{key}")), text.clone()))
        .to_vec()
}

/// What the document is, and where.
pub fn document_link(tr: Tr, document: &Document, url: &str) -> (String, String) {
    match (&document.url, document.size.and_then(|size| u64::try_from(size).ok())) {
        (Some(url), _) => (document.title.clone(), url.clone()),
        (None, size) => {
            let kilobytes = size.unwrap_or(0).div_ceil(1024);
            let size = tr.t1("attachment-size", "kb", tr.count(&kilobytes));
            (format!("{} (PDF, {size})", document.title), url.to_owned())
        }
    }
}

/// Gives the document: always to be kept, never shown inside a page of ours.
pub async fn document(State(desk): State<Desk>, Path(id): Path<String>) -> Result<Response, PageError> {
    let example = rows::published(&desk, &id).await?;
    let found = examples::content(&mut *desk.read().await?, example.id).await?;
    let bytes = found.ok_or(PageError::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"document.pdf\""),
    ];
    Ok((headers, bytes).into_response())
}

/// Thanks for the municipality of the visitor.
pub async fn thank(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, PageError> {
    let example = rows::published(&desk, &id).await?;
    let codes = rows::municipalities(&desk, &context, Permission::FillIn).await?;
    let code = codes.into_iter().find(|code| *code != example.municipality).ok_or(PageError::NotFound)?;
    let held = rows::held(&desk, &example, example.changed, Some(code)).await?;
    let mut db = desk.write().await?;
    match thank_for(&mut db, &desk.act(&context)?, held, code).await {
        Ok(()) => {
            db.commit().await?;
            Ok(context.done(&format!("/examples/{}", example.id), "example-thanked"))
        }
        Err(error) => Err(refused::findings(error).err().unwrap_or(PageError::NotFound)),
    }
}

/// Takes the thanks of the municipality of the visitor back.
pub async fn unthank(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, PageError> {
    let example = rows::published(&desk, &id).await?;
    let codes = rows::municipalities(&desk, &context, Permission::FillIn).await?;
    let mut db = desk.write().await?;
    let thanks = examples::thanks(&mut db, example.id).await?;
    let code = codes.into_iter().find(|code| thanks.contains(code)).ok_or(PageError::NotFound)?;
    let held = rows::held(&desk, &example, example.changed, Some(code)).await?;
    match unthank_for(&mut db, &desk.act(&context)?, held, code).await {
        Ok(()) => {
            db.commit().await?;
            Ok(context.done(&format!("/examples/{}", example.id), "example-unthanked"))
        }
        Err(error) => Err(refused::findings(error).err().unwrap_or(PageError::NotFound)),
    }
}
