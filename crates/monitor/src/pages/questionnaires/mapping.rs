//! What the answers of the version before have become in a draft, goal by goal: so trends survive. Researchers
//! (`Permission::RunWaves`).

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use platform::Connection;
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::fields::{self, Fields};
use super::part::unchangeable;
use super::rows::{self, Named};
use crate::Desk;
use crate::acts::{ActError, edit};
use crate::definitions::hash;
use crate::domain::editing::map_options;
use crate::domain::mapping::Mapping;
use crate::domain::questionnaire::{Choice, Questionnaire, measures_column, option_name};
use crate::pages::refused;
use crate::report::comparable::reason;
use crate::versions;

#[derive(Template)]
#[template(path = "questionnaires/mapping.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    action: String,
    back: String,
    seen: String,
    /// The parts, each with its page and whether it is the one that is shown.
    parts: Vec<(String, String, bool)>,
    /// What can't be compared as it is now.
    broken: Vec<String>,
    /// Questions of the version before with their answers: field and words.
    questions: Vec<(String, Vec<(String, String)>)>,
    /// What an answer can have become.
    options: Vec<(String, String)>,
    clashes: Vec<(String, String, String)>,
}

/// A part of the version before, as the page has it.
struct Was {
    title: String,
    /// Questions with their options by name.
    questions: Vec<(String, Vec<(String, String)>)>,
    /// What they can have become.
    options: Vec<(String, String)>,
}

/// Shows a goal by its number in the version before, or the other questions.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((id, version, part)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let mut db = desk.read().await?;
    let (draft, stored) = rows::seen(&desk, &mut db, &(id, version)).await?;
    if stored.is_none() {
        return Ok(unchangeable(&context, &draft));
    }
    let base = base(&desk, &mut db, &draft).await?;
    let was = was(&context, &draft, &base, &part)?;
    let form = fields::filled(FormView::new(&context), &current(&draft, &was));
    Ok(Page(view(&context, &draft, &base, &part, &was, form, Vec::new())).into_response())
}

/// Keeps what was said.
pub async fn save(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((id, version, part)): Path<(String, String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = desk.write().await?;
    let named: Named = (id, version);
    let (questionnaire, draft) = rows::seen(&desk, &mut db, &named).await?;
    let Some(mut draft) = draft else { return Ok(unchangeable(&context, &questionnaire)) };
    let base = base(&desk, &mut db, &questionnaire).await?;
    let was = was(&context, &questionnaire, &base, &part)?;
    let now = current(&questionnaire, &was);
    let done = if form.text("seen") == fingerprint(&now, &was) {
        let known = |name: &str| was.options.iter().any(|(option, _)| option == name);
        let said: BTreeMap<String, Option<String>> = now
            .iter()
            .zip(was.questions.iter().flat_map(|(_, options)| options))
            .map(|((field, _), (name, _))| {
                (name.clone(), Some(form.text(field).to_owned()).filter(|to| known(to)))
            })
            .collect();
        map_options(&mut draft.questionnaire, &said);
        edit::keep(&mut db, &desk.act(&context)?, &draft.stored, &draft.questionnaire).await
    } else {
        Err(ActError::Changed)
    };
    match done {
        Ok(()) => {
            db.commit().await?;
            Ok(context.done(&format!("{}/mapping/{part}", rows::path(&questionnaire)), "edited-saved"))
        }
        Err(error) => {
            drop(db);
            let shown = FormView::of(&context, &form, refused::findings(error)?);
            let clashes = fields::clashes(context.tr(), &now, &form);
            Ok(refused::again(view(&context, &questionnaire, &base, &part, &was, shown, clashes)))
        }
    }
}

async fn base(
    desk: &Desk,
    db: &mut Connection,
    draft: &Questionnaire,
) -> Result<Arc<Questionnaire>, PageError> {
    let (id, version) = draft.base.as_ref().ok_or(PageError::NotFound)?;
    let found = versions::find(db, desk.definitions(), id, *version).await.map_err(PageError::internal)?;
    found.ok_or(PageError::NotFound)
}

/// The part of the version before, with what its options can have become: those of the same goal.
fn was(
    context: &RequestContext,
    draft: &Questionnaire,
    base: &Questionnaire,
    part: &str,
) -> Result<Was, PageError> {
    let (tr, lang) = (context.tr(), context.lang);
    let named = |column: &str, options: &[Choice], before: &str| -> Vec<(String, String)> {
        let name = |option: &Choice| {
            (option_name(column, &option.code), format!("{before}{}", option.label.get(lang)))
        };
        options.iter().map(name).collect()
    };
    if part == "other" {
        let questions = base.extra.iter().filter(|question| !question.options.is_empty());
        let now = draft.extra.iter().flat_map(|question| {
            named(&question.column, &question.options, &format!("{}: ", question.title.get(lang)))
        });
        return Ok(Was {
            title: tr.t("form-other"),
            questions: questions
                .map(|question| {
                    (question.title.get(lang).to_owned(), named(&question.column, &question.options, ""))
                })
                .collect(),
            options: now.collect(),
        });
    }
    let number: u32 = part.parse().map_err(|_| PageError::NotFound)?;
    let goal = base.goal_index(number).and_then(|at| base.goals.get(at)).ok_or(PageError::NotFound)?;
    let now = draft.goals.iter().filter(|now| now.was == Some(number)).flat_map(|now| {
        now.questions.iter().flat_map(|question| {
            let before = format!("{}: ", question.title.get(lang));
            named(&measures_column(now.number, question.number), &question.options, &before)
        })
    });
    Ok(Was {
        title: format!("{number} {}", goal.title.get(lang)),
        questions: goal
            .questions
            .iter()
            .map(|question| {
                let column = measures_column(number, question.number);
                (question.title.get(lang).to_owned(), named(&column, &question.options, ""))
            })
            .collect(),
        options: now.collect(),
    })
}

/// What each answer of the version before has become, in the order of the page.
fn current(draft: &Questionnaire, was: &Was) -> Fields {
    let mut becomes: BTreeMap<&str, String> = BTreeMap::new();
    for goal in &draft.goals {
        for question in &goal.questions {
            let column = measures_column(goal.number, question.number);
            for option in &question.options {
                let name = option_name(&column, &option.code);
                becomes.extend(option.was.iter().map(|was| (was.as_str(), name.clone())));
            }
        }
    }
    for question in &draft.extra {
        for option in &question.options {
            let name = option_name(&question.column, &option.code);
            becomes.extend(option.was.iter().map(|was| (was.as_str(), name.clone())));
        }
    }
    let names = was.questions.iter().flat_map(|(_, options)| options).enumerate();
    names
        .map(|(at, (name, _))| (format!("to.{at}"), becomes.get(name.as_str()).cloned().unwrap_or_default()))
        .collect()
}

fn fingerprint(now: &Fields, was: &Was) -> String {
    hash(&format!("{now:?} {:?}", was.options))[..16].to_owned()
}

fn view(
    context: &RequestContext,
    draft: &Questionnaire,
    base: &Questionnaire,
    part: &str,
    was: &Was,
    form: FormView,
    clashes: Vec<(String, String, String)>,
) -> View {
    let (tr, lang) = (context.tr(), context.lang);
    let path = rows::path(draft);
    let title = tr.t1("edited-mapping-of", "part", was.title.clone());
    let link =
        |name: String, words: String| (words, context.url(&format!("{path}/mapping/{name}")), name == part);
    let goals = base
        .goals
        .iter()
        .map(|goal| link(goal.number.to_string(), tr.t1("edited-at-goal", "goal", goal.number)));
    let parts = goals.chain([link("other".to_owned(), tr.t("form-other"))]).collect();
    let comparison = Mapping::to_base(draft, base).compare(draft, base);
    let number: Option<u32> = part.parse().ok();
    let now = draft.goals.iter().position(|goal| goal.was.is_some() && goal.was == number);
    let broken = now.and_then(|at| comparison.goals.get(at)).into_iter().flatten();
    let mut fields = was.questions.iter().flat_map(|(_, options)| options).enumerate();
    let mut next = || fields.next().map_or_else(String::new, |(at, _)| format!("to.{at}"));
    View {
        frame: rows::frame(context, draft, &form.title(&title), &[(title.clone(), None)]),
        seen: fingerprint(&current(draft, was), was),
        broken: broken.map(|found| reason(lang, found)).collect(),
        questions: was
            .questions
            .iter()
            .map(|(title, options)| {
                (title.clone(), options.iter().map(|(_, words)| (next(), words.clone())).collect())
            })
            .collect(),
        options: was.options.clone(),
        action: context.url(&format!("{path}/mapping/{part}")),
        back: context.url(&path),
        title,
        parts,
        clashes,
        form,
    }
}
