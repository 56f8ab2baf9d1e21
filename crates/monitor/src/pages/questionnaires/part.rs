//! A part of a draft: its own words, a goal with its questions, or the extra questions. Researchers
//! (`Permission::RunWaves`). What is typed is kept, right or wrong; what is wrong is told at its field.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kernel::Finding;
use web::{Form, FormView, Frame, Page, PageError, RequestContext, on_field};

use super::fields::{self, Fields};
use super::rows::{self, Named};
use crate::Desk;
use crate::acts::ActError;
use crate::acts::edit::{self, Draft};
use crate::definitions::{Spot, hash};
use crate::domain::editing::{GoalTexts, NewQuestion, PartEdit, PartOf, edit_part, retire_goal};
use crate::domain::questionnaire::{ExtraKind, Questionnaire};
use crate::pages::refused;

const KINDS: [(&str, ExtraKind); 3] =
    [("one", ExtraKind::One), ("many", ExtraKind::Many), ("grade", ExtraKind::Grade)];

#[derive(Template)]
#[template(path = "questionnaires/part.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    action: String,
    back: String,
    /// What of it was seen, so that nothing of others is written over.
    seen: String,
    is_head: bool,
    is_goal: bool,
    questions: Vec<Row>,
    kinds: Vec<(String, String)>,
    clashes: Vec<(String, String, String)>,
}

struct Row {
    order: String,
    retire: String,
    title: String,
    url: String,
    what: String,
}

/// What a page is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Head,
    Part(PartOf),
}

/// The words of the questionnaire as a whole.
pub async fn head(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(named): Path<Named>,
) -> Result<Response, PageError> {
    show(&desk, &context, &named, |_| Some(About::Head)).await
}

/// A goal.
pub async fn goal(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((id, version, goal)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    show(&desk, &context, &(id, version), |draft| goal_of(draft, &goal)).await
}

/// The extra questions.
pub async fn extra(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(named): Path<Named>,
) -> Result<Response, PageError> {
    show(&desk, &context, &named, |_| Some(About::Part(PartOf::Extra))).await
}

/// Keeps the words of the questionnaire.
pub async fn save_head(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(named): Path<Named>,
    form: Form,
) -> Result<Response, PageError> {
    save(&desk, &context, &named, &form, |_| Some(About::Head)).await
}

/// Keeps a goal.
pub async fn save_goal(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((id, version, goal)): Path<(String, String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    save(&desk, &context, &(id, version), &form, |draft| goal_of(draft, &goal)).await
}

/// Keeps the extra questions.
pub async fn save_extra(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(named): Path<Named>,
    form: Form,
) -> Result<Response, PageError> {
    save(&desk, &context, &named, &form, |_| Some(About::Part(PartOf::Extra))).await
}

fn goal_of(questionnaire: &Questionnaire, number: &str) -> Option<About> {
    let at = questionnaire.goal_index(number.parse().ok()?)?;
    Some(About::Part(PartOf::Goal(at)))
}

/// Sends whoever wants to change what does not change to its page.
pub fn unchangeable(context: &RequestContext, questionnaire: &Questionnaire) -> Response {
    context.done(&rows::path(questionnaire), "edited-not-draft")
}

async fn show(
    desk: &Desk,
    context: &RequestContext,
    named: &Named,
    about: impl Fn(&Questionnaire) -> Option<About>,
) -> Result<Response, PageError> {
    let (questionnaire, draft) = rows::seen(desk, &mut *desk.read().await?, named).await?;
    let about = about(&questionnaire).ok_or(PageError::NotFound)?;
    let Some(draft) = draft else { return Ok(unchangeable(context, &questionnaire)) };
    let told = FormView::of(context, &Form::default(), findings(&draft, about));
    let form = fields::filled(told, &current(&questionnaire, about));
    Ok(Page(view(context, &questionnaire, about, form, Vec::new())).into_response())
}

async fn save(
    desk: &Desk,
    context: &RequestContext,
    named: &Named,
    form: &Form,
    about: impl Fn(&Questionnaire) -> Option<About>,
) -> Result<Response, PageError> {
    let mut db = desk.write().await?;
    let (questionnaire, draft) = rows::seen(desk, &mut db, named).await?;
    let about = about(&questionnaire).ok_or(PageError::NotFound)?;
    let Some(mut draft) = draft else { return Ok(unchangeable(context, &questionnaire)) };
    let done = if form.text("seen") == fingerprint(&questionnaire, about) {
        change(&mut draft.questionnaire, about, form);
        edit::keep(&mut db, &desk.act(context)?, &draft.stored, &draft.questionnaire).await
    } else {
        Err(ActError::Changed)
    };
    if let Err(error) = done {
        drop(db);
        let shown = FormView::of(context, form, refused::findings(error)?);
        let clashes = fields::clashes(context.tr(), &current(&questionnaire, about), form);
        return Ok(refused::again(view(context, &questionnaire, about, shown, clashes)));
    }
    db.commit().await?;
    let path = rows::path(&questionnaire);
    let there = place(&draft.questionnaire, about, form);
    Ok(context.done(&format!("{path}{there}"), "edited-saved"))
}

/// The page after saving, below that of the version: the same, unless the goal went.
fn place(questionnaire: &Questionnaire, about: About, form: &Form) -> String {
    match about {
        About::Part(PartOf::Goal(at)) if !form.checked("retire") => {
            questionnaire.goals.get(at).map_or(String::new(), |goal| format!("/goals/{}", goal.number))
        }
        About::Part(PartOf::Extra) => "/extra".to_owned(),
        _ => String::new(),
    }
}

fn change(draft: &mut Questionnaire, about: About, form: &Form) {
    match about {
        About::Head => {
            draft.title = fields::text(form, "title");
            form.text("source").clone_into(&mut draft.source);
        }
        About::Part(PartOf::Goal(at)) if form.checked("retire") => retire_goal(draft, at),
        About::Part(part) => {
            let count = match part {
                PartOf::Goal(at) => draft.goals.get(at).map_or(0, |goal| goal.questions.len()),
                PartOf::Extra => draft.extra.len(),
            };
            let title = fields::text(form, "new");
            let kind = KINDS.iter().find(|(name, _)| *name == form.text("kind"));
            let kind = kind.map_or(ExtraKind::One, |(_, kind)| *kind);
            let added = (!title.nl.is_empty() || !title.en.is_empty()).then_some(NewQuestion { title, kind });
            let texts = fields::texts(form);
            edit_part(draft, part, PartEdit { texts, lines: fields::lines(form, count), added });
        }
    }
}

/// What the form holds of what is there now.
fn current(questionnaire: &Questionnaire, about: About) -> Fields {
    match about {
        About::Head => fields::of_head(questionnaire),
        About::Part(PartOf::Extra) => fields::of_lines(questionnaire.extra.len()),
        About::Part(PartOf::Goal(at)) => {
            let Some(goal) = questionnaire.goals.get(at) else { return Fields::new() };
            let mut all = fields::of_goal(&GoalTexts::of(goal));
            all.extend(fields::of_lines(goal.questions.len()));
            all
        }
    }
}

/// Names what a page shows and changes: the words, and which questions stand where.
fn fingerprint(questionnaire: &Questionnaire, about: About) -> String {
    let titles: Vec<_> = rows_of(questionnaire, about).collect();
    hash(&format!("{:?} {titles:?}", current(questionnaire, about)))[..16].to_owned()
}

fn rows_of(questionnaire: &Questionnaire, about: About) -> impl Iterator<Item = (&kernel::Text, usize)> {
    let goal = match about {
        About::Part(PartOf::Goal(at)) => questionnaire.goals.get(at),
        _ => None,
    };
    let extra = if about == About::Part(PartOf::Extra) { &questionnaire.extra[..] } else { &[] };
    let measures = goal.into_iter().flat_map(|goal| &goal.questions);
    let measures = measures.map(|question| (&question.title, question.options.len()));
    measures.chain(extra.iter().map(|question| (&question.title, question.options.len())))
}

fn findings(draft: &Draft, about: About) -> Vec<Finding> {
    let is_here = |spot: Spot| match (about, spot) {
        (About::Head, Spot::Head) => true,
        (About::Part(PartOf::Goal(at)), Spot::Goal(found)) => at == found,
        _ => false,
    };
    let mut findings: Vec<Finding> = draft
        .findings
        .iter()
        .filter(|(spot, _)| is_here(*spot))
        .map(|(_, finding)| finding.clone())
        .collect();
    // What is wrong with a question is told on its own page; here it is told where that is.
    for at in 0..rows_of(&draft.questionnaire, about).count() {
        let is_there = |spot: Spot| match (about, spot) {
            (About::Part(PartOf::Goal(goal)), Spot::Question(found, question, _)) => {
                (goal, at) == (found, question)
            }
            (About::Part(PartOf::Extra), Spot::Extra(question, _)) => at == question,
            _ => false,
        };
        if draft.findings.iter().any(|(spot, _)| is_there(*spot)) {
            findings
                .push(on_field("edited-question", &format!("order.{at}")).with("n", (at + 1).to_string()));
        }
    }
    findings
}

fn view(
    context: &RequestContext,
    questionnaire: &Questionnaire,
    about: About,
    form: FormView,
    clashes: Vec<(String, String, String)>,
) -> View {
    let tr = context.tr();
    let path = rows::path(questionnaire);
    let (title, page) = match about {
        About::Head => (tr.t("edited-change"), "/change".to_owned()),
        About::Part(PartOf::Extra) => (tr.t("edited-extra"), "/extra".to_owned()),
        About::Part(PartOf::Goal(at)) => {
            let goal = questionnaire.goals.get(at);
            let number = goal.map_or(0, |goal| goal.number);
            let words = goal.map_or("", |goal| goal.title.get(context.lang));
            (tr.t2("edited-goal", "n", number, "title", words), format!("/goals/{number}"))
        }
    };
    let below =
        if about == About::Part(PartOf::Extra) { "/extra".to_owned() } else { format!("{page}/questions") };
    let row = |(at, (title, options)): (usize, (&kernel::Text, usize))| Row {
        order: format!("order.{at}"),
        retire: format!("retire.{at}"),
        title: title.get(context.lang).to_owned(),
        url: context.url(&format!("{path}{below}/{}", at + 1)),
        what: tr.t1("edited-options", "n", options),
    };
    View {
        frame: rows::frame(context, questionnaire, &form.title(&title), &[(title.clone(), None)]),
        seen: fingerprint(questionnaire, about),
        is_head: about == About::Head,
        is_goal: matches!(about, About::Part(PartOf::Goal(_))),
        questions: rows_of(questionnaire, about).enumerate().map(row).collect(),
        kinds: KINDS.map(|(name, _)| (name.to_owned(), tr.t(&format!("edited-kind-{name}")))).to_vec(),
        action: context.url(&format!("{path}{page}")),
        back: context.url(&path),
        title,
        clashes,
        form,
    }
}
