//! A target of a goal: where it began, what is aimed at, and where it is now. Who fills in for the municipality
//! (`Permission::FillIn`).

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Permission, Place};
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::plan::{goal_title, of, questionnaire};
use super::rows::{self, Mine};
use crate::Desk;
use crate::acts::ActError;
use crate::acts::action::set_target;
use crate::domain::plan::{Measured, Target, TargetKind};
use crate::domain::wave::Nature;
use crate::store::plans;

#[derive(Template)]
#[template(path = "mine/target.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    goal: String,
    explained: String,
    changed: i64,
    action: String,
    back: String,
}

/// Shows the form.
pub async fn form(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((municipality, goal, kind)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let (mine, goal, kind) = load(&desk, &context, &municipality, &goal, &kind).await?;
    let found = plans::targets(&mut *desk.read().await?, mine.code).await?;
    let found = found.into_iter().find(|target| target.goal == goal && target.kind == kind);
    let mut form = FormView::new(&context);
    if let Some(target) = &found {
        let figures = [("first", Some(target.first)), ("aim", Some(target.aim)), ("now", target.now)];
        for (name, measured) in figures {
            let Some(measured) = measured else { continue };
            form = form
                .value(&format!("{name}_year"), measured.year.to_string())
                .value(&format!("{name}_value"), measured.value.to_string());
        }
        form = form.value("source", &target.source);
    } else {
        let year = i64::from(kernel::dutch_day(desk.now()).year());
        let aim = kind.usual(Measured { year, value: 0 });
        form = form.value("first_year", year.to_string()).value("aim_year", aim.year.to_string());
    }
    let changed = found.map_or(0, |target| target.changed);
    Ok(Page(view(&desk, &context, &mine, (goal, kind), changed, form)?).into_response())
}

/// Saves it.
pub async fn save(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((municipality, goal, kind)): Path<(String, String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let (mine, goal, kind) = load(&desk, &context, &municipality, &goal, &kind).await?;
    let changed = form.text("changed").parse().unwrap_or(-1);
    let mut findings = Vec::new();
    let target = read(&form, goal, kind, changed, &mut findings);
    if findings.is_empty() {
        let mut db = desk.write().await?;
        let of = of(&desk, &mine).await?;
        match set_target(&mut db, &desk.act(&context)?, of, &target).await {
            Ok(()) => {
                db.commit().await?;
                return Ok(context.done(&mine.path("/plan"), "plan-saved"));
            }
            Err(ActError::Findings(found)) => findings = found,
            Err(ActError::Changed) => findings.push(Finding::error("plan-changed", Place::default())),
            Err(error) => return Err(PageError::internal(error)),
        }
    }
    let view = view(&desk, &context, &mine, (goal, kind), changed, FormView::of(&context, &form, findings))?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(view)).into_response())
}

/// What was filled in. Without an aim the usual one is meant; without a figure of now there is none.
fn read(form: &Form, goal: u32, kind: TargetKind, changed: i64, findings: &mut Vec<Finding>) -> Target {
    let mut number = |name: &str, optional: bool| -> Option<i64> {
        let text = form.text(name);
        if text.is_empty() && optional {
            return None;
        }
        // Who reads "percentage" types its sign.
        let number = text.trim_end_matches('%').trim_end().parse().ok();
        if number.is_none() {
            findings.push(web::on_field("target-number", name));
        }
        number
    };
    let first = Measured {
        year: number("first_year", false).unwrap_or(0),
        value: number("first_value", false).unwrap_or(0),
    };
    let usual = kind.usual(first);
    let aim = Measured {
        year: number("aim_year", true).unwrap_or(usual.year),
        value: number("aim_value", true).unwrap_or(usual.value),
    };
    let now_value = number("now_value", true);
    let now = now_value.map(|value| Measured { year: number("now_year", false).unwrap_or(0), value });
    Target { goal, kind, first, aim, now, source: form.text("source").to_owned(), changed }
}

async fn load(
    desk: &Desk,
    context: &RequestContext,
    municipality: &str,
    goal: &str,
    kind: &str,
) -> Result<(Mine, u32, TargetKind), PageError> {
    let mine = rows::open_for(desk, context, municipality, Permission::FillIn).await?;
    let number: u32 = goal.parse().map_err(|_| PageError::NotFound)?;
    let known = questionnaire(desk, &mine)?.goal_index(number).is_some();
    let kind = TargetKind::parse(kind).filter(|_| known).ok_or(PageError::NotFound)?;
    Ok((mine, number, kind))
}

fn view(
    desk: &Desk,
    context: &RequestContext,
    mine: &Mine,
    (goal, kind): (u32, TargetKind),
    changed: i64,
    form: FormView,
) -> Result<View, PageError> {
    let tr = context.tr();
    let title = tr.t(&format!("target-{}-title", kind.name()));
    let nature = mine.answered.first().map_or(Nature::Real, |answered| answered.nature);
    Ok(View {
        frame: mine.frame(context, Some(&form.title(&title)), nature),
        goal: goal_title(tr, &*questionnaire(desk, mine)?, goal),
        explained: tr.t(&format!("target-{}-explained", kind.name())),
        changed,
        action: context.url(&mine.path(&format!("/plan/targets/{goal}/{}", kind.name()))),
        back: context.url(&mine.path("/plan")),
        title,
        form,
    })
}
