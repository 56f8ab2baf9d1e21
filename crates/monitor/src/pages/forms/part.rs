//! One part of a form: a goal, or the other questions. Editors fill it in (`Permission::FillIn`); everybody of the
//! municipality with `Permission::SeeForm` reads it. What happens to what is sent: [`super::save`].

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Permission};
use platform::Connection;
use web::{Form, FormView, Frame, Page, PageError, RequestContext, Tr};

use super::last::{Last, last};
use super::questions::{Kind, Part, Question, questions};
use super::rows::{self, Opened};
use super::score::{Score, score};
use super::told;
use crate::Desk;
use crate::acts::Act;
use crate::acts::check::{Checked, check};
use crate::acts::share::name_of;
use crate::domain::voice::{CHANGE, HEARD, HOW};
use crate::pages::words::{day, moment};
use crate::store::cells::{self, Cells};
use crate::store::{attachments, shares};

#[derive(Template)]
#[template(path = "forms/part.html")]
struct Editing {
    frame: Frame,
    form: FormView,
    title: String,
    intro: Vec<String>,
    action: String,
    seen: i64,
    asked: Vec<Asked>,
    score: Option<Score>,
    /// Who else has the form open: name and part.
    others: Vec<(String, String)>,
    /// The year of the wave that answers can be taken over from; zero without one.
    last: u32,
    /// Whether there is something empty that can be taken over.
    takes_all: bool,
    /// Whether several answers were taken over and can be put back.
    undoes_all: bool,
    /// Whether all problems are told above the form.
    told: bool,
    next: String,
    /// The form as a whole; nothing for whoever has only a link to this goal.
    back: Option<String>,
    /// Until when, for whoever has a link.
    until: Option<String>,
    /// Where to go from here, for a goal: evidence and notes, and a link for somebody else. Address and words.
    more: Vec<(String, String)>,
    /// Who filled in something here by a link, in words.
    shared: Vec<String>,
}

#[derive(Template)]
#[template(path = "forms/part_read.html")]
struct Reading {
    frame: Frame,
    title: String,
    intro: Vec<String>,
    /// The answers. Findings lead to the name of the question, also for who only reads.
    answers: Vec<Answered>,
    score: Option<Score>,
    why: String,
    next: String,
    back: String,
    more: Vec<(String, String)>,
    shared: Vec<String>,
}

/// A question with its answer, for reading.
struct Answered {
    name: String,
    question: String,
    answer: String,
    /// What was answered the last time, in words; nothing where that is not known.
    before: Option<String>,
}

/// A question with what goes with it.
struct Asked {
    question: Question,
    /// The answer of the last wave: in words, and as it can be taken over.
    before: Option<(String, Option<String>)>,
    /// What the answer was before it was taken over, while that can be put back.
    undo: Option<String>,
    /// The answer that is kept.
    was: String,
    /// Whether the questions about children, which are not scored, begin here.
    opens_voice: bool,
    /// Names for the styles: whether the question only counts after a certain answer on the one before it.
    class: &'static str,
}

/// Shows a goal.
pub async fn goal(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality, goal)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let opened = open(&desk, &context, &run, &municipality).await?;
    let part = goal_of(&opened, &goal)?;
    show(&desk, &context, &opened, part).await
}

/// Shows the other questions.
pub async fn other(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let opened = open(&desk, &context, &run, &municipality).await?;
    show(&desk, &context, &opened, Part::Other).await
}

/// The part of a goal by its number.
pub fn goal_of(opened: &Opened, number: &str) -> Result<Part, PageError> {
    let at = number.parse().ok().and_then(|number| opened.questionnaire.goal_index(number));
    at.map(Part::Goal).ok_or(PageError::NotFound)
}

async fn open(
    desk: &Desk,
    context: &RequestContext,
    run: &str,
    municipality: &str,
) -> Result<Opened, PageError> {
    let mut db = desk.read().await?;
    rows::open(desk, &mut db, context, Permission::SeeForm, run, municipality).await
}

async fn show(
    desk: &Desk,
    context: &RequestContext,
    opened: &Opened,
    part: Part,
) -> Result<Response, PageError> {
    let edits = opened.is_filled_in(desk)
        && rows::may(desk, context, Permission::FillIn, opened.municipality).await?;
    if !edits {
        return read(desk, context, opened, part).await;
    }
    let act = desk.act(context)?;
    let mut db = desk.write().await?;
    here(&mut db, &act, opened, part).await?;
    db.commit().await?;
    let told = context.query_value("problems").is_some();
    editing(desk, context, opened, part, None, told).await
}

/// Says that somebody has a part before them.
pub async fn here(db: &mut Connection, act: &Act<'_>, opened: &Opened, part: Part) -> Result<(), PageError> {
    let (run, path) = (&opened.run.plan.id, part.path(&opened.questionnaire));
    Ok(cells::here(db, run, opened.municipality, act.actor.person, &path, act.now).await?)
}

/// What a part shows of the database.
struct Loaded {
    cells: Cells,
    checked: Checked,
    last: Last,
    others: Vec<(String, String)>,
    shared: Vec<String>,
    taken: BTreeMap<String, String>,
    seen: i64,
}

async fn load(
    desk: &Desk,
    context: &RequestContext,
    opened: &Opened,
    part: Part,
) -> Result<Loaded, PageError> {
    let mut db = desk.read().await?;
    // The number first: an answer that comes in after it is one that the editor did not see.
    let form = crate::store::forms::find(&mut db, &opened.run.plan.id, opened.municipality).await?;
    let cells = cells::all(&mut db, &opened.run.plan.id, opened.municipality).await?;
    Ok(Loaded {
        checked: check(&opened.questionnaire, opened.rule, opened.municipality, &cells),
        last: last(&mut db, desk.definitions(), opened).await?,
        others: rows::others(desk, &mut db, context, opened).await?,
        shared: by_link(desk, &mut db, context, opened, (part, &cells)).await?,
        taken: cells::taken(&mut db, &opened.run.plan.id, opened.municipality).await?,
        seen: form.map_or(0, |form| form.revision),
        cells,
    })
}

/// Who filled in something of a part by a link, and how much of it is still so.
async fn by_link(
    desk: &Desk,
    db: &mut Connection,
    context: &RequestContext,
    opened: &Opened,
    (part, cells): (Part, &Cells),
) -> Result<Vec<String>, PageError> {
    if opened.shared.is_some() {
        return Ok(Vec::new());
    }
    let tr = context.tr();
    let mut lines = Vec::new();
    for share in shares::of(db, &opened.run.plan.id, opened.municipality).await? {
        let of_part = |name: &str| Part::of(&opened.questionnaire, name) == part;
        let count = cells.iter().filter(|(name, kept)| kept.by == share.id && of_part(name)).count();
        let is_here = part.goal(&opened.questionnaire).is_some_and(|goal| goal.number == share.goal);
        let ready = share.ready_at.filter(|_| is_here);
        if count == 0 && ready.is_none() {
            continue;
        }
        let name = tr.t1("share-by", "name", name_of(desk.keys(), &share)?);
        let mut line = tr.t2("share-filled", "name", name, "n", count);
        if let Some(at) = ready {
            line = format!("{line} {}", tr.t1("share-ready-at", "at", moment(tr, at)));
        }
        lines.push(line);
    }
    Ok(lines)
}

/// The part as a form. `typed` is what could not be kept, with the reason; otherwise it is as it is kept.
pub async fn editing(
    desk: &Desk,
    context: &RequestContext,
    opened: &Opened,
    part: Part,
    typed: Option<(&Form, Vec<Finding>)>,
    told: bool,
) -> Result<Response, PageError> {
    let (tr, questionnaire) = (context.tr(), &*opened.questionnaire);
    let loaded = load(desk, context, opened, part).await?;
    let kept = |name: &str| loaded.cells.get(name).map_or("", |kept| kept.value.as_str());
    let asked: Vec<Asked> = questions(tr, questionnaire, part)
        .into_iter()
        .filter(|question| !loaded.checked.hidden.contains(&question.name))
        .map(|question| Asked {
            before: loaded.last.get(&question.name).map(|value| {
                let differs = value != kept(&question.name);
                (question.words(tr, value), (differs && question.fits(value)).then(|| value.to_owned()))
            }),
            undo: loaded.taken.get(&question.name).cloned(),
            was: kept(&question.name).to_owned(),
            opens_voice: question.name.rsplit('.').next() == Some(HEARD),
            class: class(&question, kept(&question.name)),
            question: with_open(tr, question),
        })
        .collect();
    let is_refused = typed.is_some();
    let (form, seen) = if let Some((form, findings)) = typed {
        // What was seen then, so that nothing of others goes unnoticed the next time.
        (FormView::of(context, form, findings), form.text("seen").parse().unwrap_or(0))
    } else {
        let empty = FormView::of(context, &Form::default(), told::of_part(&loaded.checked, part));
        (asked.iter().fold(empty, filled), loaded.seen)
    };
    let title = part.title(tr, questionnaire);
    let shown = if told || is_refused { form.title(&title) } else { title.clone() };
    let view = Editing {
        frame: opened.frame(context, Some(&title), &shown).script("fill"),
        intro: intro(context, opened, part),
        action: context.url(&opened.address(part)),
        score: score_of(context, opened, &loaded.checked, part),
        others: loaded.others,
        last: if asked.iter().any(|asked| asked.before.is_some()) { loaded.last.year } else { 0 },
        takes_all: asked
            .iter()
            .any(|asked| asked.was.is_empty() && matches!(asked.before, Some((_, Some(_))))),
        undoes_all: asked.iter().filter(|asked| asked.undo.is_some()).count() > 1,
        told: told || is_refused,
        next: context.url(&opened.onward(part)),
        back: opened.shared.is_none().then(|| context.url(&opened.path())),
        until: opened
            .shared
            .is_some()
            .then(|| tr.t2("share-intro", "municipality", opened.name(), "day", day(tr, opened.until()))),
        more: more(desk, context, opened, part).await?,
        shared: loaded.shared,
        seen,
        asked,
        title,
        form,
    };
    let status =
        if is_refused { axum::http::StatusCode::UNPROCESSABLE_ENTITY } else { axum::http::StatusCode::OK };
    Ok((status, Page(view)).into_response())
}

/// A question that hangs on the one before it stays out of sight until that is answered so, unless it has an answer.
fn class(question: &Question, was: &str) -> &'static str {
    let column = question.name.rsplit('.').next().unwrap_or_default();
    match column {
        _ if !was.is_empty() => "",
        "document" | "bereik" | "eigen-maatregel-tekst" | HOW | CHANGE => "after-yes",
        "anders-tekst" => "after-other",
        _ => "",
    }
}

/// Radio buttons can't be taken back: one more choice says that the question is still open.
fn with_open(tr: Tr, mut question: Question) -> Question {
    if question.kind == Kind::One {
        question.options.push((String::new(), tr.t("form-not-yet")));
    }
    question
}

/// Fills in what is kept.
fn filled(form: FormView, asked: &Asked) -> FormView {
    match asked.question.kind {
        Kind::Many => asked.was.split(';').fold(form, |form, code| form.value(&asked.question.name, code)),
        _ => form.value(&asked.question.name, asked.was.as_str()),
    }
}

/// Where to go from a goal: evidence and notes, and for editors a link for somebody else.
async fn more(
    desk: &Desk,
    context: &RequestContext,
    opened: &Opened,
    part: Part,
) -> Result<Vec<(String, String)>, PageError> {
    let Some(goal) = part.goal(&opened.questionnaire).filter(|_| opened.shared.is_none()) else {
        return Ok(Vec::new());
    };
    let counts =
        attachments::counts(&mut *desk.read().await?, &opened.run.plan.id, opened.municipality).await?;
    let path = part.path(&opened.questionnaire);
    let (evidence, notes) = counts.get(path.trim_start_matches('/')).copied().unwrap_or_default();
    let words =
        context.tr().with("attachments-link", &[("evidence", evidence.into()), ("notes", notes.into())]);
    let mut links = vec![(context.url(&format!("{}{path}/more", opened.path())), words)];
    if opened.is_filled_in(desk) && rows::may(desk, context, Permission::FillIn, opened.municipality).await? {
        let page = format!("{}/shares?goal={}", opened.path(), goal.number);
        links.push((context.url(&page), context.tr().t("share-goal-link")));
    }
    Ok(links)
}

/// The score of the goal, if the part is one.
pub fn score_of(context: &RequestContext, opened: &Opened, checked: &Checked, part: Part) -> Option<Score> {
    if let Part::Goal(at) = part { Some(score(context, opened, checked, at)) } else { None }
}

fn intro(context: &RequestContext, opened: &Opened, part: Part) -> Vec<String> {
    match part.goal(&opened.questionnaire) {
        Some(goal) => {
            vec![goal.explanation.get(context.lang).to_owned(), goal.why.get(context.lang).to_owned()]
        }
        None => vec![context.tr().t("form-other-intro")],
    }
}

async fn read(
    desk: &Desk,
    context: &RequestContext,
    opened: &Opened,
    part: Part,
) -> Result<Response, PageError> {
    let (tr, questionnaire) = (context.tr(), &*opened.questionnaire);
    let loaded = load(desk, context, opened, part).await?;
    let title = part.title(tr, questionnaire);
    let approves = rows::may(desk, context, Permission::ApproveForm, opened.municipality).await?;
    let view = Reading {
        frame: opened.frame(context, Some(&title), &title),
        intro: intro(context, opened, part),
        answers: questions(tr, questionnaire, part)
            .into_iter()
            .filter(|question| !loaded.checked.hidden.contains(&question.name))
            .map(|question| {
                let value = loaded.cells.get(&question.name).map_or("", |kept| kept.value.as_str());
                let before = loaded.last.get(&question.name).map(|then| {
                    let year = loaded.last.year.to_string();
                    if then == value {
                        return tr.t1("form-before-same", "year", year);
                    }
                    format!("{} {}", tr.t1("form-before", "year", year), question.words(tr, then))
                });
                let answer = question.words(tr, value);
                Answered { name: question.name, question: question.label, answer, before }
            })
            .collect(),
        score: score_of(context, opened, &loaded.checked, part),
        why: tr.t(match opened.is_filled_in(desk) {
            true => "form-read-right",
            false if opened.takes_answers(desk) && approves => "form-read-approver",
            false if opened.takes_answers(desk) => "form-read-state",
            false => "form-read-closed",
        }),
        next: context.url(&opened.onward(part)),
        back: context.url(&opened.path()),
        more: more(desk, context, opened, part).await?,
        shared: loaded.shared,
        title,
    };
    Ok(Page(view).into_response())
}
