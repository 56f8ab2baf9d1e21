//! One example as its municipality writes it: what it tells, its document, and publishing. Who fills in there
//! (`Permission::FillIn`).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Place};
use platform::Connection;
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::rows;
use super::show::document_link;
use crate::Desk;
use crate::acts::examples::{self as acts, Held};
use crate::acts::{Act, ActError};
use crate::domain::advice::Step;
use crate::domain::attachment::Attachment;
use crate::domain::contact::is_doubtful;
use crate::domain::example::{ExampleState, Told};
use crate::domain::wave::Nature;
use crate::pages::mine::plan::goal_title;
use crate::pages::mine::rows::Mine;
use crate::pages::refused;
use crate::store::examples::StoredExample;

/// The field in which somebody says that a contact fits that raises a doubt.
const CONTACT_FITS: &str = "contact_fits";

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
    /// Whether to ask if the contact fits.
    asks_fit: bool,
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

/// What a button of the form does besides saving what is told.
enum Besides {
    Nothing,
    Publish,
    /// Puts this document with it, or none.
    Document(Result<Option<Attachment>, Vec<Finding>>),
}

/// Saves what is told.
pub async fn save(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(at): At,
    form: Form,
) -> Result<Response, PageError> {
    // Who presses Enter in the fields of a link means the link.
    let typed = [form.text("link_title"), form.text("url")];
    let besides = if typed.iter().any(|typed| !typed.is_empty()) {
        Besides::Document(read_link(&form))
    } else {
        Besides::Nothing
    };
    keep(&desk, &context, &at, &form, besides).await
}

/// Saves what is told, and publishes it in the name of the municipality.
pub async fn publish(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(at): At,
    form: Form,
) -> Result<Response, PageError> {
    keep(&desk, &context, &at, &form, Besides::Publish).await
}

/// Saves what is told, and puts a link with it.
pub async fn link(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(at): At,
    form: Form,
) -> Result<Response, PageError> {
    let read = read_link(&form);
    keep(&desk, &context, &at, &form, Besides::Document(read)).await
}

/// Saves what is told, and puts a file with it.
pub async fn file(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(at): At,
    form: Form,
) -> Result<Response, PageError> {
    let sent = form.file("file").map(|file| (file.file_name.as_str(), &file.bytes[..]));
    let read = Attachment::file(form.text("file_title"), sent).map(Some);
    keep(&desk, &context, &at, &form, Besides::Document(read)).await
}

/// Saves what is told, and takes its document away.
pub async fn without(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(at): At,
    form: Form,
) -> Result<Response, PageError> {
    keep(&desk, &context, &at, &form, Besides::Document(Ok(None))).await
}

fn read_link(form: &Form) -> Result<Option<Attachment>, Vec<Finding>> {
    Attachment::link(form.text("link_title"), form.text("url")).map(Some)
}

async fn keep(
    desk: &Desk,
    context: &RequestContext,
    (municipality, id): &(String, String),
    form: &Form,
    besides: Besides,
) -> Result<Response, PageError> {
    let (mine, example) = rows::own(desk, context, municipality, id).await?;
    let goals = &desk.newest_questionnaire()?.goals;
    let goal = goals.iter().find(|goal| goal.number == example.goal);
    let step = goal.and_then(|goal| Some(Step::parse(goal, form.text("example_step"))?.code(goal)));
    let known = form.text("changed").parse().unwrap_or(example.changed);
    let held = rows::held(desk, &example, known, Some(mine.code)).await?;
    let doubts = doubts(&example, form, &besides);
    let act = desk.act(context)?;
    let mut db = desk.write().await?;
    let mut findings = match kept(&mut db, &act, held, step.as_deref(), form, besides).await {
        Ok(done) if doubts.is_empty() => {
            db.commit().await?;
            return Ok(context.done(&page(&mine, &example), done));
        }
        Ok(_) => Vec::new(),
        Err(error) => findings(error)?,
    };
    drop(db);
    findings.extend(doubts);
    let form = FormView::of(context, form, findings);
    Ok(refused::again(view(desk, context, &mine, &example, filled(form, &example))?))
}

/// What is asked to be looked at again: of what becomes public or changes there, unless it was confirmed.
fn doubts(example: &StoredExample, form: &Form, besides: &Besides) -> Vec<Finding> {
    let is_public = example.state == ExampleState::Published;
    let told = if has_texts(form) { told(form) } else { example.told.clone() };
    let is_known = is_public && told.contact == example.told.contact;
    let shows = is_public || matches!(besides, Besides::Publish);
    if shows && !is_known && !form.checked(CONTACT_FITS) { told.doubts() } else { Vec::new() }
}

/// Does what the button says; the answer is the key of what was done.
async fn kept(
    db: &mut Connection,
    act: &Act<'_>,
    mut held: Held,
    step: Option<&str>,
    form: &Form,
    besides: Besides,
) -> Result<&'static str, ActError> {
    if let Besides::Document(Err(findings)) = besides {
        return Err(ActError::Findings(findings));
    }
    if has_texts(form) {
        acts::change(db, act, held, step.unwrap_or_default(), told(form)).await?;
        held.known += 1;
    }
    match besides {
        Besides::Publish => {
            acts::publish(db, act, held, form.checked("agrees")).await?;
            Ok("example-published")
        }
        Besides::Document(document) => {
            acts::set_document(db, act, held, document.unwrap_or_default()).await?;
            Ok("example-document")
        }
        Besides::Nothing => Ok("example-saved"),
    }
}

/// Whether the texts came along.
fn has_texts(form: &Form) -> bool {
    form.all("example_title").next().is_some()
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

/// The page again after another form than that of the texts, which shows what is kept.
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

/// The form with what is kept, unless what was typed is in it.
fn filled(form: FormView, example: &StoredExample) -> FormView {
    if form.sent("example_title") {
        return form;
    }
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
        rows::steps(goal).into_iter().map(|step| (step.code(goal), rows::with(tr, goal, step))).collect()
    });
    let title = tr.t("example-edit");
    let public = context.url(&format!("/examples/{}", example.id));
    let doubtful = is_doubtful(form.get("example_contact")) && form.error("example_contact").is_some();
    Ok(View {
        frame: mine.frame(context, Some(&form.title(&title)), Nature::Real),
        asks_fit: doubtful || form.sent(CONTACT_FITS),
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
