//! One example as its municipality writes it: what it tells, its document, and publishing. Who fills in there
//! (`Permission::FillIn`).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Place};
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::rows;
use super::show::document_link;
use crate::Desk;
use crate::acts::ActError;
use crate::acts::examples::{self as acts, Held};
use crate::domain::advice::Step;
use crate::domain::attachment::Attachment;
use crate::domain::example::{ExampleState, Told};
use crate::domain::questionnaire::{Goal, NONE};
use crate::domain::wave::Nature;
use crate::pages::mine::plan::goal_title;
use crate::pages::mine::rows::Mine;
use crate::pages::refused;
use crate::store::examples::StoredExample;

/// Municipality and example of the path.
type At = Path<(String, String)>;

#[derive(Template)]
#[template(path = "examples/edit.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    goal: String,
    state: String,
    state_name: &'static str,
    changed: i64,
    path: String,
    back: String,
    /// Where everybody reads it.
    public: String,
    /// In whose name it is published.
    municipality: &'static str,
    measures: Vec<(String, String)>,
    document: Option<(String, String)>,
}

/// Shows the form.
pub async fn form(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((municipality, id)): At,
) -> Result<Response, PageError> {
    let (mine, example) = rows::own(&desk, &context, &municipality, &id).await?;
    let form = filled(FormView::new(&context), &example);
    Ok(Page(view(&desk, &context, &mine, &example, form)?).into_response())
}

/// Saves what is told.
pub async fn save(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(at): At,
    form: Form,
) -> Result<Response, PageError> {
    keep(&desk, &context, &at, &form, false).await
}

/// Saves what is told, and publishes it in the name of the municipality.
pub async fn publish(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(at): At,
    form: Form,
) -> Result<Response, PageError> {
    keep(&desk, &context, &at, &form, true).await
}

async fn keep(
    desk: &Desk,
    context: &RequestContext,
    (municipality, id): &(String, String),
    form: &Form,
    publishes: bool,
) -> Result<Response, PageError> {
    let (mine, example) = rows::own(desk, context, municipality, id).await?;
    let goals = &desk.newest_questionnaire()?.goals;
    let goal = goals.iter().find(|goal| goal.number == example.goal);
    let step = form.text("example_step");
    let is_step = goal.is_some_and(|goal| Step::parse(goal, step).is_some());
    let known = form.text("changed").parse().unwrap_or(-1);
    let held = rows::held(desk, &example, known, Some(mine.code)).await?;
    let act = desk.act(context)?;
    let mut db = desk.write().await?;
    let mut done = acts::change(&mut db, &act, held, if is_step { step } else { "" }, told(form)).await;
    if publishes && done.is_ok() {
        let held = Held { known: known + 1, ..held };
        done = acts::publish(&mut db, &act, held, form.checked("agrees")).await;
    }
    match done {
        Ok(()) => {
            db.commit().await?;
            let key = if publishes { "example-published" } else { "example-saved" };
            Ok(context.done(&page(&mine, &example), key))
        }
        Err(error) => {
            drop(db);
            let form = FormView::of(context, form, findings(error)?);
            Ok(refused::again(view(desk, context, &mine, &example, form)?))
        }
    }
}

fn told(form: &Form) -> Told {
    Told {
        title: form.text("example_title").to_owned(),
        what: form.text("example_what").to_owned(),
        for_whom: form.text("example_for_whom").to_owned(),
        reach: form.text("example_reach").to_owned(),
        cost: form.text("example_cost").to_owned(),
        contact: form.text("example_contact").to_owned(),
    }
}

/// Takes it back.
pub async fn withdraw(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((municipality, id)): At,
    form: Form,
) -> Result<Response, PageError> {
    let (mine, example) = rows::own(&desk, &context, &municipality, &id).await?;
    let known = form.text("changed").parse().unwrap_or(-1);
    let held = rows::held(&desk, &example, known, Some(mine.code)).await?;
    let mut db = desk.write().await?;
    match acts::withdraw(&mut db, &desk.act(&context)?, held).await {
        Ok(()) => {
            db.commit().await?;
            Ok(context.done(&page(&mine, &example), "example-withdrawn"))
        }
        Err(error) => {
            drop(db);
            refuse(&desk, &context, (&mine, &example), &form, error)
        }
    }
}

/// Puts a link with it.
pub async fn link(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(at): At,
    form: Form,
) -> Result<Response, PageError> {
    let read = Attachment::link(form.text("link_title"), form.text("url")).map(Some);
    attach(&desk, &context, &at, (&form, read)).await
}

/// Puts a file with it.
pub async fn file(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(at): At,
    form: Form,
) -> Result<Response, PageError> {
    let sent = form.file("file").map(|file| (file.file_name.as_str(), &file.bytes[..]));
    let read = Attachment::file(form.text("file_title"), sent).map(Some);
    attach(&desk, &context, &at, (&form, read)).await
}

/// Takes its document away.
pub async fn without(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(at): At,
    form: Form,
) -> Result<Response, PageError> {
    attach(&desk, &context, &at, (&form, Ok(None))).await
}

async fn attach(
    desk: &Desk,
    context: &RequestContext,
    (municipality, id): &(String, String),
    (form, read): (&Form, Result<Option<Attachment>, Vec<Finding>>),
) -> Result<Response, PageError> {
    let (mine, example) = rows::own(desk, context, municipality, id).await?;
    let held = rows::held(desk, &example, example.changed, Some(mine.code)).await?;
    let attachment = match read {
        Ok(attachment) => attachment,
        Err(findings) => return refuse(desk, context, (&mine, &example), form, ActError::Findings(findings)),
    };
    let mut db = desk.write().await?;
    match acts::set_document(&mut db, &desk.act(context)?, held, attachment).await {
        Ok(()) => {
            db.commit().await?;
            Ok(context.done(&page(&mine, &example), "example-document"))
        }
        Err(error) => {
            drop(db);
            refuse(desk, context, (&mine, &example), form, error)
        }
    }
}

/// The page again after another form than that of the texts, which show what is kept.
fn refuse(
    desk: &Desk,
    context: &RequestContext,
    (mine, example): (&Mine, &StoredExample),
    form: &Form,
    error: ActError,
) -> Result<Response, PageError> {
    let form = filled(FormView::of(context, form, findings(error)?), example);
    Ok(refused::again(view(desk, context, mine, example, form)?))
}

fn findings(error: ActError) -> Result<Vec<Finding>, PageError> {
    match error {
        ActError::Changed => Ok(vec![Finding::error("example-changed", Place::default())]),
        error => refused::findings(error),
    }
}

fn filled(form: FormView, example: &StoredExample) -> FormView {
    let told = &example.told;
    form.value("example_title", &told.title)
        .value("example_step", &example.step)
        .value("example_what", &told.what)
        .value("example_for_whom", &told.for_whom)
        .value("example_reach", &told.reach)
        .value("example_cost", &told.cost)
        .value("example_contact", &told.contact)
}

fn page(mine: &Mine, example: &StoredExample) -> String {
    mine.path(&format!("/examples/{}", example.id))
}

/// What an example can be with: the measures of the goal, and the other steps of the advice.
fn steps(goal: &Goal) -> Vec<Step> {
    let measures = goal.questions.iter().enumerate().flat_map(|(question, asked)| {
        let named = asked.options.iter().enumerate().filter(|(_, option)| option.code != NONE);
        named.map(move |(option, _)| Step::Measure(question, option))
    });
    measures.chain([Step::Own, Step::Policy, Step::Record, Step::Sight]).collect()
}

fn view(
    desk: &Desk,
    context: &RequestContext,
    mine: &Mine,
    example: &StoredExample,
    form: FormView,
) -> Result<View, PageError> {
    let tr = context.tr();
    let questionnaire = desk.newest_questionnaire()?;
    let goal = questionnaire.goals.iter().find(|goal| goal.number == example.goal);
    let measures = goal.map_or_else(Vec::new, |goal| {
        steps(goal).into_iter().map(|step| (step.code(goal), rows::with(tr, goal, step))).collect()
    });
    let title = tr.t("example-edit");
    let public = context.url(&format!("/examples/{}", example.id));
    Ok(View {
        frame: mine.frame(context, Some(&form.title(&title)), Nature::Real),
        goal: goal_title(tr, questionnaire, example.goal),
        state: tr.t(&format!("example-state-{}", example.state.name())),
        state_name: example.state.name(),
        changed: example.changed,
        path: context.url(&page(mine, example)),
        back: context.url(&mine.path("/examples")),
        document: example.document.as_ref().map(|one| document_link(tr, one, &format!("{public}/document"))),
        public: if example.state == ExampleState::Published { public } else { String::new() },
        municipality: mine.municipality.name,
        measures,
        title,
        form,
    })
}
