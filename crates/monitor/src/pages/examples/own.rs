//! The examples of a municipality in every state, and the questions about examples that it asked or was asked. Everybody
//! of the municipality (`Permission::SeeForm`); who fills in makes a new one (`Permission::FillIn`).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kernel::Permission;
use web::{Form, FormView, Frame, Page, PageError, RequestContext, on_field};

use super::show::parts;
use crate::Desk;
use crate::acts::examples::make as make_example;
use crate::acts::run::Post;
use crate::desk::answered;
use crate::domain::example::ExampleState;
use crate::domain::thread::{Party, Place};
use crate::domain::wave::Nature;
use crate::pages::forms::rows::may;
use crate::pages::mine::plan::goal_title;
use crate::pages::mine::rows::{Mine, open, open_for};
use crate::pages::{refused, thread};
use crate::store::{examples, threads};

#[derive(Template)]
#[template(path = "examples/own.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    path: String,
    back: String,
    may_change: bool,
    rows: Vec<Row>,
    goals: Vec<(String, String)>,
    questions: Vec<thread::Row>,
}

struct Row {
    title: String,
    /// Where it is changed, or read.
    url: String,
    goal: String,
    state: String,
    /// Why a researcher took it off.
    because: String,
    /// What it says, where it has no page any more.
    parts: Vec<(String, String)>,
    thanks: String,
}

/// Shows the list.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(municipality): Path<String>,
) -> Result<Response, PageError> {
    let mine = open(&desk, &context, &municipality).await?;
    Ok(Page(view(&desk, &context, &mine, FormView::new(&context)).await?).into_response())
}

/// Makes a draft.
pub async fn make(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(municipality): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let mine = open_for(&desk, &context, &municipality, Permission::FillIn).await?;
    let goal: u32 = form.text("goal").parse().unwrap_or(0);
    let mut findings = Vec::new();
    if desk.newest_questionnaire()?.goals.iter().all(|one| one.number != goal) {
        findings.push(on_field("plan-goal", "goal"));
    }
    let organisation = answered(desk.directory().organisation(&municipality)).await?;
    let post = Post { keys: desk.keys(), entropy: desk.entropy() };
    let mut db = desk.write().await?;
    let of = (mine.code, organisation);
    match make_example(&mut db, &desk.act(&context)?, of, (goal, form.text("example_title")), post).await {
        Ok(id) if findings.is_empty() => {
            db.commit().await?;
            return Ok(context.done(&mine.path(&format!("/examples/{id}")), "example-made"));
        }
        Ok(_) => {}
        Err(error) => findings.extend(refused::findings(error)?),
    }
    drop(db);
    let form = FormView::of(&context, &form, findings);
    Ok(refused::again(view(&desk, &context, &mine, form).await?))
}

async fn view(desk: &Desk, context: &RequestContext, mine: &Mine, form: FormView) -> Result<View, PageError> {
    let tr = context.tr();
    let questionnaire = desk.newest_questionnaire()?;
    let may_change = may(desk, context, Permission::FillIn, mine.code).await?;
    let party = Party::Municipality(mine.code);
    let mut db = desk.read().await?;
    let mut rows = Vec::new();
    for one in examples::of(&mut db, mine.code).await? {
        let thanks = examples::thanks(&mut db, one.id).await?.len();
        let edits = may_change && one.state.is_changed();
        let page =
            if edits { mine.path(&format!("/examples/{}", one.id)) } else { format!("/examples/{}", one.id) };
        let is_shown = edits || one.state == ExampleState::Published;
        rows.push(Row {
            parts: if is_shown { Vec::new() } else { parts(tr, &one) },
            url: if is_shown { context.url(&page) } else { String::new() },
            goal: goal_title(tr, questionnaire, one.goal),
            state: tr.t(&format!("example-state-{}", one.state.name())),
            thanks: if thanks > 0 { tr.t1("example-thanks", "n", thanks) } else { String::new() },
            because: match one.state {
                ExampleState::Removed { because } => because,
                _ => String::new(),
            },
            title: one.told.title,
        });
    }
    let asked = threads::open_at_examples(&mut db, party).await?;
    drop(db);
    let speaks = if may_change { vec![party] } else { Vec::new() };
    let mut questions = Vec::new();
    for one in &asked {
        let Place::Example(id) = one.place else { continue };
        let page = format!("/examples/{id}/questions/{}", one.number);
        questions.push(thread::row(desk, context, one, &page, &speaks)?);
    }
    let title = tr.t("examples-own");
    Ok(View {
        frame: mine.frame(context, Some(&form.title(&title)), Nature::Real),
        path: context.url(&mine.path("/examples")),
        back: context.url(&mine.path("")),
        may_change,
        rows,
        goals: questionnaire
            .goals
            .iter()
            .map(|goal| (goal.number.to_string(), goal_title(tr, questionnaire, goal.number)))
            .collect(),
        questions,
        title,
        form,
    })
}
