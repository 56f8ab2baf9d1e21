//! One action of the plan: who sees to it, when, where it is, and what it cost. Who fills in for the municipality
//! (`Permission::FillIn`).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Permission, Place};
use web::{Form, FormView, Frame, Page, PageError, RequestContext, Tr};

use super::plan::{goal_title, of, questionnaire};
use super::rows::{self, Mine};
use crate::Desk;
use crate::acts::ActError;
use crate::acts::action::{ActionForm, change};
use crate::domain::plan::ActionState;
use crate::domain::wave::Nature;
use crate::pages::refused;
use crate::store::plans::{self, StoredAction};

#[derive(Template)]
#[template(path = "mine/action.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    goal: String,
    changed: i64,
    action: String,
    back: String,
    states: Vec<(String, String)>,
    efforts: Vec<(String, String)>,
}

/// Shows the form.
pub async fn form(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((municipality, number)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (mine, action) = load(&desk, &context, &municipality, &number).await?;
    let form = filled(FormView::new(&context), &action)
        .value("effort", action.effort.map_or_else(String::new, |effort| effort.to_string()));
    Ok(Page(view(&desk, &context, &mine, &action, form)?).into_response())
}

/// Saves it.
pub async fn save(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((municipality, number)): Path<(String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let (mine, action) = load(&desk, &context, &municipality, &number).await?;
    let (read, mut findings) = read(&form);
    let known = form.text("changed").parse().unwrap_or(-1);
    if findings.is_empty() {
        let mut db = desk.write().await?;
        let of = of(&desk, &mine).await?;
        match change(&mut db, &desk.act(&context)?, of, (action.number, known), read).await {
            Ok(()) => {
                db.commit().await?;
                return Ok(context.done(&mine.path("/plan"), "plan-saved"));
            }
            Err(ActError::Changed) => findings.push(Finding::error("plan-changed", Place::default())),
            Err(error) => findings = refused::findings(error)?,
        }
    } else {
        findings.extend(crate::acts::action::problems(&read));
    }
    let form = FormView::of(&context, &form, findings);
    Ok(refused::again(view(&desk, &context, &mine, &action, form)?))
}

/// A form with what is kept of an action, but for the effort.
pub fn filled(form: FormView, action: &StoredAction) -> FormView {
    form.value("title", &action.title)
        .value("owner", &action.owner)
        .value("due", action.due.map_or_else(String::new, |due| due.to_string()))
        .value("state", action.state.name())
}

/// Where an action can be: names and words.
pub fn states(tr: Tr) -> Vec<(String, String)> {
    ActionState::ALL
        .map(|state| (state.name().to_owned(), tr.t(&format!("action-state-{}", state.name()))))
        .to_vec()
}

/// What was filled in, and what can't be read of it.
pub fn read(form: &Form) -> (ActionForm, Vec<Finding>) {
    let mut findings = Vec::new();
    let due = match form.text("due") {
        "" => None,
        text => {
            let due = text.parse().ok();
            if due.is_none() {
                findings.push(web::on_field("action-due", "due"));
            }
            due
        }
    };
    let state = ActionState::parse(form.text("state"));
    if state.is_none() {
        findings.push(web::on_field("action-state", "state"));
    }
    let form = ActionForm {
        title: form.text("title").to_owned(),
        owner: form.text("owner").to_owned(),
        due,
        state: state.unwrap_or(ActionState::Open),
        effort: form.text("effort").parse().ok().filter(|effort| (1..=3).contains(effort)),
    };
    (form, findings)
}

async fn load(
    desk: &Desk,
    context: &RequestContext,
    municipality: &str,
    number: &str,
) -> Result<(Mine, StoredAction), PageError> {
    let mine = rows::open_for(desk, context, municipality, Permission::FillIn).await?;
    let number = number.parse().map_err(|_| PageError::NotFound)?;
    let found = plans::action(&mut *desk.read().await?, mine.whose(), number).await?;
    Ok((mine, found.ok_or(PageError::NotFound)?))
}

fn view(
    desk: &Desk,
    context: &RequestContext,
    mine: &Mine,
    action: &StoredAction,
    form: FormView,
) -> Result<View, PageError> {
    let tr = context.tr();
    let title = tr.t("action-edit");
    let nature = mine.answered.first().map_or(Nature::Real, |answered| answered.nature);
    Ok(View {
        frame: mine.frame(context, Some(&form.title(&title)), nature),
        goal: goal_title(tr, &*questionnaire(desk, mine)?, action.goal),
        changed: action.changed,
        action: context.url(&mine.path(&format!("/plan/actions/{}", action.number))),
        back: context.url(&mine.path("/plan")),
        states: states(tr),
        efforts: [("", "none"), ("1", "small"), ("2", "middle"), ("3", "large")]
            .map(|(value, name)| (value.to_owned(), tr.t(&format!("action-effort-{name}"))))
            .to_vec(),
        title,
        form,
    })
}
