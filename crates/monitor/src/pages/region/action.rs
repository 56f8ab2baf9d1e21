//! Joint actions: who does what together, by when. The coordinator and who fills in for a municipality of the region
//! change them (`Permission::WorkInRegion`).

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use geography::Code;
use kernel::{Finding, Permission, Place};
use web::{Form, FormView, Frame, Page, PageError, RequestContext, on_field};

use super::rows::{self, Here};
use super::show;
use crate::Desk;
use crate::acts::ActError;
use crate::acts::action::{ActionForm, add as add_action};
use crate::acts::region::{change_action, plan_of};
use crate::domain::plan::Whose;
use crate::domain::thread::Party;
use crate::domain::wave::Nature;
use crate::pages::mine::action::{filled, read, states};
use crate::pages::mine::plan::goal_title;
use crate::pages::refused;
use crate::store::plans::{self, StoredAction};

#[derive(Template)]
#[template(path = "region/action.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    goal: String,
    changed: i64,
    action: String,
    back: String,
    states: Vec<(String, String)>,
    members: Vec<(String, String)>,
}

/// Adds a joint action.
pub async fn add(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(slug): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let here = rows::open(&desk, &context, &slug, Permission::WorkInRegion).await?;
    let questionnaire = desk.newest_questionnaire()?;
    let number: u32 = form.text("goal").parse().unwrap_or(0);
    let mut findings = Vec::new();
    if questionnaire.goals.iter().all(|goal| goal.number != number) {
        findings.push(on_field("plan-goal", "goal"));
    }
    let of = plan_of(here.region, here.own_organisation(&desk, &context).await?);
    let mut db = desk.write().await?;
    match add_action(&mut db, &desk.act(&context)?, of, (number, ""), form.text("title")).await {
        Ok(number) if findings.is_empty() => {
            // Who proposes it takes part; the next page asks who else does.
            let own = here.speaks_as.iter().filter_map(|party| match party {
                Party::Municipality(code) => Some(*code),
                Party::Coordinator => None,
            });
            plans::set_members(&mut db, Whose::Region(here.region), number, &own.collect::<Vec<_>>()).await?;
            db.commit().await?;
            return Ok(context.done(&here.path(&format!("/actions/{number}")), "joint-added"));
        }
        Ok(_) => {}
        Err(error) => findings.extend(refused::findings(error)?),
    }
    drop(db);
    let form = FormView::of(&context, &form, findings);
    Ok(refused::again(show::view(&desk, &context, &here, None, form).await?))
}

/// Shows the form of one.
pub async fn form(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (here, action) = load(&desk, &context, &slug, &number).await?;
    let whose = Whose::Region(here.region);
    let members = plans::members(&mut *desk.read().await?, whose).await?;
    let mut form = filled(FormView::new(&context), &action);
    for (_, code) in members.iter().filter(|(of, _)| *of == action.number) {
        form = form.value("members", code.to_string());
    }
    Ok(Page(view(&desk, &context, &here, &action, form)?).into_response())
}

/// Saves it.
pub async fn save(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((slug, number)): Path<(String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let (here, action) = load(&desk, &context, &slug, &number).await?;
    let (read, mut findings) = read(&form);
    let read = ActionForm { effort: None, ..read };
    let codes = form.all("members").filter_map(|code| code.parse::<Code>().ok());
    let members: BTreeSet<Code> = codes.filter(|code| here.holds(*code)).collect();
    let members: Vec<Code> = members.into_iter().collect();
    if members.is_empty() {
        findings.push(on_field("joint-members", "members"));
    }
    if findings.is_empty() {
        let known = form.text("changed").parse().unwrap_or(-1);
        let of = plan_of(here.region, here.own_organisation(&desk, &context).await?);
        let mut db = desk.write().await?;
        let seen = (action.number, known);
        match change_action(&mut db, &desk.act(&context)?, of, seen, read, &members).await {
            Ok(()) => {
                db.commit().await?;
                return Ok(context.done(&here.path(""), "joint-saved"));
            }
            Err(ActError::Changed) => findings.push(Finding::error("plan-changed", Place::default())),
            Err(error) => findings = refused::findings(error)?,
        }
    } else {
        findings.extend(crate::acts::action::problems(&read));
    }
    let form = FormView::of(&context, &form, findings);
    Ok(refused::again(view(&desk, &context, &here, &action, form)?))
}

async fn load(
    desk: &Desk,
    context: &RequestContext,
    slug: &str,
    number: &str,
) -> Result<(Here, StoredAction), PageError> {
    let here = rows::open(desk, context, slug, Permission::WorkInRegion).await?;
    let number = number.parse().map_err(|_| PageError::NotFound)?;
    let found = plans::action(&mut *desk.read().await?, Whose::Region(here.region), number).await?;
    Ok((here, found.ok_or(PageError::NotFound)?))
}

fn view(
    desk: &Desk,
    context: &RequestContext,
    here: &Here,
    action: &StoredAction,
    form: FormView,
) -> Result<View, PageError> {
    let tr = context.tr();
    let title = tr.t("joint-edit");
    Ok(View {
        frame: here.frame(context, Some((&form.title(&title), &title)), Nature::Real),
        goal: goal_title(tr, desk.newest_questionnaire()?, action.goal),
        changed: action.changed,
        action: context.url(&here.path(&format!("/actions/{}", action.number))),
        back: context.url(&here.path("")),
        states: states(tr),
        members: here.municipalities.iter().map(|one| (one.code.to_string(), one.name.to_owned())).collect(),
        title,
        form,
    })
}
