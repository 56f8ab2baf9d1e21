//! A question of a draft: its words, to whom it is put, and its options. Researchers (`Permission::RunWaves`). What is
//! typed is kept, right or wrong; what is wrong is told at its field.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Text};
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::fields::{self, Fields};
use super::part::unchangeable;
use super::rows::{self, Named};
use crate::Desk;
use crate::acts::ActError;
use crate::acts::edit::{self, Draft};
use crate::definitions::{Spot, hash};
use crate::domain::conditions::choosable;
use crate::domain::editing::{QuestionEdit, QuestionOf, edit_question};
use crate::domain::questionnaire::{Choice, Condition, ExtraKind, Questionnaire, measures_column};
use crate::pages::forms::questions::{Part, questions};
use crate::pages::refused;

/// How many options can be added at once.
const ADDED: usize = 3;

#[derive(Template)]
#[template(path = "questionnaires/question.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    action: String,
    back: String,
    seen: String,
    is_extra: bool,
    has_options: bool,
    options: Vec<Row>,
    added: Vec<(String, String)>,
    /// Answers on which the question can hang.
    answers: Vec<(String, String)>,
    clashes: Vec<(String, String, String)>,
}

struct Row {
    nl: String,
    en: String,
    order: String,
    retire: String,
    words: String,
    is_new: bool,
}

/// A question of a goal.
pub async fn measures(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((id, version, goal, question)): Path<(String, String, String, String)>,
) -> Result<Response, PageError> {
    show(&desk, &context, &(id, version), |draft| measures_of(draft, &goal, &question)).await
}

/// An extra question.
pub async fn extra(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((id, version, question)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    show(&desk, &context, &(id, version), |draft| extra_of(draft, &question)).await
}

/// Keeps a question of a goal.
pub async fn save_measures(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((id, version, goal, question)): Path<(String, String, String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    save(&desk, &context, &(id, version), &form, |draft| measures_of(draft, &goal, &question)).await
}

/// Keeps an extra question.
pub async fn save_extra(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((id, version, question)): Path<(String, String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    save(&desk, &context, &(id, version), &form, |draft| extra_of(draft, &question)).await
}

fn measures_of(questionnaire: &Questionnaire, goal: &str, question: &str) -> Option<QuestionOf> {
    let goal = questionnaire.goal_index(goal.parse().ok()?)?;
    let at = question.parse::<usize>().ok()?.checked_sub(1)?;
    questionnaire.goals[goal].questions.get(at).map(|_| QuestionOf::Measures(goal, at))
}

fn extra_of(questionnaire: &Questionnaire, question: &str) -> Option<QuestionOf> {
    let at = question.parse::<usize>().ok()?.checked_sub(1)?;
    questionnaire.extra.get(at).map(|_| QuestionOf::Extra(at))
}

async fn show(
    desk: &Desk,
    context: &RequestContext,
    named: &Named,
    of: impl Fn(&Questionnaire) -> Option<QuestionOf>,
) -> Result<Response, PageError> {
    let (questionnaire, draft) = rows::seen(desk, &mut *desk.read().await?, named).await?;
    let of = of(&questionnaire).ok_or(PageError::NotFound)?;
    let Some(draft) = draft else { return Ok(unchangeable(context, &questionnaire)) };
    let told = FormView::of(context, &Form::default(), findings(&draft, of));
    let asked = Asked::of(&questionnaire, of);
    let form = fields::filled(told, &asked.fields());
    Ok(Page(view(context, &questionnaire, of, form, Vec::new())).into_response())
}

async fn save(
    desk: &Desk,
    context: &RequestContext,
    named: &Named,
    form: &Form,
    of: impl Fn(&Questionnaire) -> Option<QuestionOf>,
) -> Result<Response, PageError> {
    let mut db = desk.write().await?;
    let (questionnaire, draft) = rows::seen(desk, &mut db, named).await?;
    let of = of(&questionnaire).ok_or(PageError::NotFound)?;
    let Some(mut draft) = draft else { return Ok(unchangeable(context, &questionnaire)) };
    let asked = Asked::of(&questionnaire, of);
    let done = if form.text("seen") == asked.fingerprint() {
        edit_question(&mut draft.questionnaire, of, typed(form, asked.options.len()));
        edit::keep(&mut db, &desk.act(context)?, &draft.stored, &draft.questionnaire).await
    } else {
        Err(ActError::Changed)
    };
    if let Err(error) = done {
        drop(db);
        let shown = FormView::of(context, form, refused::findings(error)?);
        let clashes = fields::clashes(context.tr(), &asked.fields(), form);
        return Ok(refused::again(view(context, &questionnaire, of, shown, clashes)));
    }
    db.commit().await?;
    Ok(context.done(&format!("{}{}", rows::path(&questionnaire), page(&questionnaire, of)), "edited-saved"))
}

/// A question as the page has it.
struct Asked<'q> {
    title: &'q Text,
    question: Option<&'q Text>,
    shown: Option<&'q Condition>,
    options: &'q [Choice],
    has_options: bool,
    column: String,
}

impl<'q> Asked<'q> {
    /// The question of the draft; it must be there.
    fn of(questionnaire: &'q Questionnaire, of: QuestionOf) -> Self {
        match of {
            QuestionOf::Measures(goal, at) => {
                let goal = &questionnaire.goals[goal];
                let found = &goal.questions[at];
                Self {
                    title: &found.title,
                    question: None,
                    shown: found.shown.as_ref(),
                    options: &found.options,
                    has_options: true,
                    column: measures_column(goal.number, found.number),
                }
            }
            QuestionOf::Extra(at) => {
                let found = &questionnaire.extra[at];
                Self {
                    title: &found.title,
                    question: Some(&found.question),
                    shown: found.shown.as_ref(),
                    options: &found.options,
                    has_options: found.kind != ExtraKind::Grade,
                    column: found.column.clone(),
                }
            }
        }
    }

    fn fields(&self) -> Fields {
        let mut all = fields::both("title", self.title);
        all.extend(self.question.into_iter().flat_map(|question| fields::both("question", question)));
        all.push(fields::of_shown(self.shown));
        all.extend(fields::of_options(self.options));
        all
    }

    fn fingerprint(&self) -> String {
        let codes: Vec<&str> = self.options.iter().map(|option| option.code.as_str()).collect();
        hash(&format!("{:?} {codes:?}", self.fields()))[..16].to_owned()
    }
}

fn typed(form: &Form, count: usize) -> QuestionEdit {
    QuestionEdit {
        title: fields::text(form, "title"),
        question: fields::text(form, "question"),
        shown: fields::shown(form),
        options: fields::options(form, count),
        added: (0..ADDED).map(|at| fields::text(form, &format!("new{at}"))).collect(),
    }
}

fn findings(draft: &Draft, of: QuestionOf) -> Vec<Finding> {
    let is_here = |spot: Spot| match (of, spot) {
        (QuestionOf::Measures(goal, at), Spot::Question(found, question, _)) => {
            (goal, at) == (found, question)
        }
        (QuestionOf::Extra(at), Spot::Extra(found, _)) => at == found,
        _ => false,
    };
    draft.findings.iter().filter(|(spot, _)| is_here(*spot)).map(|(_, finding)| finding.clone()).collect()
}

fn page(questionnaire: &Questionnaire, of: QuestionOf) -> String {
    match of {
        QuestionOf::Measures(goal, at) => {
            format!("/goals/{}/questions/{}", questionnaire.goals[goal].number, at + 1)
        }
        QuestionOf::Extra(at) => format!("/extra/{}", at + 1),
    }
}

/// Every answer on which the question can hang: what comes before it.
fn answers(context: &RequestContext, questionnaire: &Questionnaire, column: &str) -> Vec<(String, String)> {
    let tr = context.tr();
    let before: Vec<_> =
        choosable(questionnaire).into_iter().take_while(|known| known.column != column).collect();
    let mut all = Vec::new();
    for part in Part::all(questionnaire) {
        let number = part.goal(questionnaire).map(|goal| tr.t1("edited-at-goal", "goal", goal.number));
        for question in questions(tr, questionnaire, part) {
            if !before.iter().any(|known| known.column == question.name) {
                continue;
            }
            for (code, words) in &question.options {
                let label = format!("{}: {words}", question.label);
                let label = number.iter().fold(label, |label, number| format!("{number}. {label}"));
                all.push((format!("{}/{code}", question.name), label));
            }
        }
    }
    all
}

fn view(
    context: &RequestContext,
    questionnaire: &Questionnaire,
    of: QuestionOf,
    form: FormView,
    clashes: Vec<(String, String, String)>,
) -> View {
    let tr = context.tr();
    let (path, asked) = (rows::path(questionnaire), Asked::of(questionnaire, of));
    let (above, above_page) = match of {
        QuestionOf::Measures(goal, _) => {
            let number = questionnaire.goals[goal].number;
            (tr.t1("edited-at-goal", "goal", number), format!("{path}/goals/{number}"))
        }
        QuestionOf::Extra(_) => (tr.t("edited-extra"), format!("{path}/extra")),
    };
    let title = tr.t1("edited-question-title", "title", asked.title.get(context.lang));
    let below = [(above, Some(above_page.clone())), (title.clone(), None)];
    let row = |(at, option): (usize, &Choice)| Row {
        nl: format!("nl.{at}"),
        en: format!("en.{at}"),
        order: format!("order.{at}"),
        retire: format!("retire.{at}"),
        words: option.label.get(context.lang).to_owned(),
        is_new: option.was.is_empty(),
    };
    View {
        frame: rows::frame(context, questionnaire, &form.title(&title), &below),
        seen: asked.fingerprint(),
        is_extra: asked.question.is_some(),
        has_options: asked.has_options,
        options: asked.options.iter().enumerate().map(row).collect(),
        added: (0..ADDED).map(|at| (format!("new{at}_nl"), format!("new{at}_en"))).collect(),
        answers: answers(context, questionnaire, &asked.column),
        action: context.url(&format!("{path}{}", page(questionnaire, of))),
        back: context.url(&above_page),
        title,
        clashes,
        form,
    }
}
