//! A goal more, in a set that is there or in a new one: so the goals on domestic violence can be added by who has their
//! text. Researchers (`Permission::RunWaves`).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::fields;
use super::part::unchangeable;
use super::rows::{self, Named};
use crate::Desk;
use crate::acts::{ActError, edit};
use crate::domain::editing::add_goal;
use crate::domain::questionnaire::Questionnaire;
use crate::pages::refused;

#[derive(Template)]
#[template(path = "questionnaires/goal.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    action: String,
    back: String,
    sets: Vec<(String, String)>,
}

/// The form.
pub async fn form(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(named): Path<Named>,
) -> Result<Response, PageError> {
    let (questionnaire, draft) = rows::seen(&desk, &mut *desk.read().await?, &named).await?;
    if draft.is_none() {
        return Ok(unchangeable(&context, &questionnaire));
    }
    Ok(Page(view(&context, &questionnaire, FormView::new(&context).value("set", "0"))).into_response())
}

/// Adds the goal.
pub async fn add(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(named): Path<Named>,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = desk.write().await?;
    let (questionnaire, draft) = rows::seen(&desk, &mut db, &named).await?;
    let Some(mut draft) = draft else { return Ok(unchangeable(&context, &questionnaire)) };
    let mut findings = Vec::new();
    form.required("title_nl", &mut findings);
    form.required("title_en", &mut findings);
    let set = if form.text("set") == "new" {
        form.required("set_nl", &mut findings);
        form.required("set_en", &mut findings);
        Err(fields::text(&form, "set"))
    } else {
        Ok(form.text("set").parse().unwrap_or(0))
    };
    let done = if findings.is_empty() {
        let number = add_goal(&mut draft.questionnaire, fields::text(&form, "title"), set);
        let kept = edit::keep(&mut db, &desk.act(&context)?, &draft.stored, &draft.questionnaire).await;
        kept.map(|()| number)
    } else {
        Err(ActError::Findings(findings))
    };
    match done {
        Ok(number) => {
            db.commit().await?;
            Ok(context.done(&format!("{}/goals/{number}", rows::path(&questionnaire)), "edited-goal-added"))
        }
        Err(error) => {
            let form = FormView::of(&context, &form, refused::findings(error)?);
            Ok(refused::again(view(&context, &questionnaire, form)))
        }
    }
}

fn view(context: &RequestContext, questionnaire: &Questionnaire, form: FormView) -> View {
    let tr = context.tr();
    let (path, title) = (rows::path(questionnaire), tr.t("edited-add-goal"));
    let sets = questionnaire.sets.iter().enumerate();
    let mut sets: Vec<_> =
        sets.map(|(at, set)| (at.to_string(), set.title.get(context.lang).to_owned())).collect();
    sets.push(("new".to_owned(), tr.t("edited-new-set")));
    View {
        frame: rows::frame(context, questionnaire, &form.title(&title), &[(title.clone(), None)]),
        action: context.url(&format!("{path}/add-goal")),
        back: context.url(&path),
        title,
        sets,
        form,
    }
}
