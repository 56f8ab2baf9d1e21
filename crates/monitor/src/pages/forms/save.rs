//! Takes what an editor sends of a part: a whole part by its button, or one field by the script
//! (`Permission::FillIn`). A field comes with `field` (it is saved) or with `was.<name>`, the answer that the editor
//! saw (it is saved if it is another one now).

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Permission, Place};
use platform::Connection;
use serde_json::{Map, Value, json};
use web::{Form, PageError, RequestContext};

use super::clash::{self, Clash};
use super::last::{Last, last};
use super::part::{editing, goal_of, score_of};
use super::questions::{Part, Question, questions};
use super::rows::{self, Opened};
use super::told;
use crate::Desk;
use crate::acts::ActError;
use crate::acts::check::{Checked, check_part};
use crate::acts::fill::{self, Answer, Saved};
use crate::acts::share;
use crate::pages::refused;
use crate::store::cells::{self, Cells};
use crate::store::runs;

/// Takes over, or puts back, whatever can be.
const ALL: &str = "all";

/// Saves answers about a goal.
pub async fn goal(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality, goal)): Path<(String, String, String)>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, PageError> {
    let (opened, last) = open(&desk, &context, &run, &municipality, &form).await?;
    let part = goal_of(&opened, &goal)?;
    save(&desk, &context, opened, part, &last, &headers, &form).await
}

/// Saves other answers.
pub async fn other(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality)): Path<(String, String)>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, PageError> {
    let (opened, last) = open(&desk, &context, &run, &municipality, &form).await?;
    save(&desk, &context, opened, Part::Other, &last, &headers, &form).await
}

async fn open(
    desk: &Desk,
    context: &RequestContext,
    run: &str,
    municipality: &str,
    form: &Form,
) -> Result<(Opened, Last), PageError> {
    let mut db = desk.read().await?;
    let opened = rows::open(desk, &mut db, context, Permission::FillIn, run, municipality).await?;
    let last = taken(desk, &mut db, &opened, form).await?;
    Ok((opened, last))
}

/// What was answered then, if something of it is taken over: most saves are of one field and don't need it.
pub async fn taken(
    desk: &Desk,
    db: &mut Connection,
    opened: &Opened,
    form: &Form,
) -> Result<Last, PageError> {
    match form.text("take") {
        "" => Ok(Last::default()),
        _ => last(db, desk.definitions(), opened).await,
    }
}

/// What each answer was before it was taken over, if something of that is put back.
async fn put_back(
    db: &mut Connection,
    opened: &Opened,
    form: &Form,
) -> Result<BTreeMap<String, String>, PageError> {
    let undo = form.text("undo");
    if undo.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut before = cells::taken(db, &opened.run.plan.id, opened.municipality).await?;
    before.retain(|name, _| undo == ALL || undo == name);
    Ok(before)
}

/// Every answer that is to be saved; `before` is what is put back.
fn sent(form: &Form, questions: &[Question], last: &Last, before: &BTreeMap<String, String>) -> Vec<Answer> {
    let take = form.text("take");
    let typed = |question: &Question| {
        let value = form.all(&question.name).filter(|value| !value.is_empty()).collect::<Vec<_>>().join(";");
        let was = form.all(&format!("was.{}", question.name)).next().map(str::to_owned);
        let named = form.all("field").any(|name| name == question.name);
        let is_open = value.is_empty();
        let taken = take == question.name || (take == ALL && is_open);
        if let Some(before) = before.get(&question.name) {
            return Some(before.clone());
        }
        match last.get(&question.name).filter(|before| taken && question.fits(before)) {
            Some(before) => Some(before.to_owned()),
            None if named || was.is_some_and(|was| was.trim() != value.trim()) => Some(value),
            None => None,
        }
    };
    let answers = questions.iter().map(|question| Some((question, typed(question)?)));
    answers.flatten().map(|(question, value)| Answer { name: question.name.clone(), value }).collect()
}

/// Saves what was sent of a part.
pub async fn save(
    desk: &Desk,
    context: &RequestContext,
    mut opened: Opened,
    part: Part,
    last: &Last,
    headers: &HeaderMap,
    form: &Form,
) -> Result<Response, PageError> {
    let by_script = is_by_script(headers);
    let (is_ready, take) = (form.checked("ready"), form.text("take"));
    let asked = questions(context.tr(), &opened.questionnaire, part);
    let seen = form.text("seen").parse().unwrap_or(0);
    let shared = opened.shared.clone();
    let act = rows::act(desk, context, shared.as_ref())?;
    let mut db = desk.write().await?;
    let before = put_back(&mut db, &opened, form).await?;
    let answers = sent(form, &asked, last, &before);
    // As it is now: the wave may have been closed meanwhile.
    opened.run = runs::find(&mut db, &opened.run.plan.id).await?.ok_or(PageError::NotFound)?;
    // Before the save: from its event on, every other save waits for the end of this transaction.
    let path = part.path(&opened.questionnaire);
    cells::here(&mut db, &opened.run.plan.id, opened.municipality, act.actor.person, &path, act.now).await?;
    let allowed = match &shared {
        Some(shared) => share::may_save(&mut db, &shared.token, act.now).await,
        None => Ok(()),
    };
    let done = match (allowed, answers.as_slice()) {
        (Err(error), _) => Err(error),
        (Ok(()), []) => Ok(Saved { revision: seen, ..Saved::default() }),
        (Ok(()), answers) => fill::save(&mut db, &act, opened.in_hand(), seen, answers).await,
    };
    let (saved, kept) = match done {
        Ok(saved) => {
            // Here and not afterwards: another connection costs more than the wait for this one.
            let kept = cells::all(&mut db, &opened.run.plan.id, opened.municipality).await?;
            let is_taken = |name: &str| {
                let now = kept.get(name).map(|kept| kept.value.as_str());
                (take == ALL || take == name) && last.get(name).is_some() && last.get(name) == now
            };
            if !take.is_empty() {
                let noted = fill::note_taken(&mut db, opened.in_hand(), &saved, is_taken).await;
                noted.map_err(PageError::internal)?;
            }
            if let Some(shared) = shared.as_ref().filter(|_| is_ready && saved.conflicts.is_empty()) {
                let noted = share::ready(&mut db, &act, opened.in_hand(), &shared.share).await;
                noted.map_err(PageError::internal)?;
            }
            db.commit().await?;
            (saved, kept)
        }
        Err(error) => {
            drop(db);
            let findings = refused::findings(error)?;
            if by_script {
                return Ok(refused_script(context, &findings));
            }
            return editing(desk, context, &opened, part, Some((form, findings)), true).await;
        }
    };
    let clashes = clash::clashes(desk, context, &opened, &asked, &saved).await?;
    if by_script {
        return script(context, &opened, part, &saved, &kept, &clashes);
    }
    if !clashes.is_empty() {
        return Ok(clash::show(context, &opened, part, saved.revision, clashes));
    }
    let here = opened.address(part);
    for (button, done) in [("take", "form-taken"), ("undo", "form-untaken")] {
        let name = form.text(button);
        if !name.is_empty() {
            let field = if name == ALL { String::new() } else { format!("#field-{name}") };
            return Ok(context.see_other(&format!("{here}?done={done}{field}")));
        }
    }
    let checked = read(&opened, &kept, part);
    // A question that came with an answer was not on the page that was sent.
    let is_new = |question: &&Question| {
        opened.questionnaire.condition(&question.name).is_some()
            && !checked.hidden.contains(&question.name)
            && form.all(&format!("was.{}", question.name)).next().is_none()
    };
    if let Some(question) = asked.iter().find(is_new) {
        return Ok(context.see_other(&format!("{here}?done=form-more#field-{}", question.name)));
    }
    if is_ready {
        let problems = if told::of_part(&checked, part).is_empty() { "" } else { "?problems" };
        return Ok(context.done(&format!("{here}{problems}"), "share-ready"));
    }
    if told::of_part(&checked, part).is_empty() {
        return Ok(context.done(&opened.onward(part), "form-saved"));
    }
    Ok(context.done(&format!("{here}?problems"), "form-saved-problems"))
}

/// What the part says now.
fn read(opened: &Opened, kept: &Cells, part: Part) -> Checked {
    let goal = if let Part::Goal(at) = part { Some(at) } else { None };
    check_part(&opened.questionnaire, opened.rule, opened.municipality, kept, goal)
}

fn answer(status: StatusCode, value: &Value) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (status, headers, value.to_string()).into_response()
}

/// Whether the script of the page sends it.
#[must_use]
pub fn is_by_script(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_some_and(|kind| kind == "application/json")
}

/// The answer to the script where a link does not work any more, with the code of what to tell.
pub fn script_refused(
    context: &RequestContext,
    error: ActError,
    code: &'static str,
) -> Result<Response, PageError> {
    let _ = refused::findings(error)?;
    Ok(refused_script(context, &[Finding::error(code, Place::default())]))
}

fn refused_script(context: &RequestContext, findings: &[Finding]) -> Response {
    let words = |finding: &Finding| {
        let plain = Finding { place: Place::default(), ..finding.clone() };
        web::finding_text(context.lang, &plain)
    };
    let text = findings.iter().map(words).collect::<Vec<_>>().join(" ");
    answer(StatusCode::UNPROCESSABLE_ENTITY, &json!({ "message": text }))
}

/// The answer to the script: what is wrong now in this part, the score, and what somebody else gave.
fn script(
    context: &RequestContext,
    opened: &Opened,
    part: Part,
    saved: &Saved,
    kept: &Cells,
    clashes: &[Clash],
) -> Result<Response, PageError> {
    let checked = read(opened, kept, part);
    let mut problems = Map::new();
    for finding in told::of_part(&checked, part) {
        let name = finding.place.column.clone().unwrap_or_default();
        let plain = Finding { place: Place::default(), ..finding };
        problems.entry(name).or_insert_with(|| web::finding_text(context.lang, &plain).into());
    }
    let score = score_of(context, opened, &checked, part).map(|score| score.render()).transpose()?;
    let clashes: Vec<Value> = clashes
        .iter()
        .map(|clash| json!({ "name": clash.name, "text": clash.text, "theirs": clash.theirs, "ours": clash.ours }))
        .collect();
    let status = if clashes.is_empty() { StatusCode::OK } else { StatusCode::CONFLICT };
    let value =
        json!({ "revision": saved.revision, "problems": problems, "score": score, "clashes": clashes });
    Ok(answer(status, &value))
}
