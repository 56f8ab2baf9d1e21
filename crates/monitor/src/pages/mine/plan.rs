//! The plan: actions with owner, day and state, and targets with their progress. Everybody of the municipality reads it
//! (`Permission::SeeForm`); who fills in changes it (`Permission::FillIn`).

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use kernel::Permission;
use web::{Arg, Form, FormView, Frame, Page, PageError, RequestContext, Tr};

use super::advice::words;
use super::rows::{self, Mine};
use crate::Desk;
use crate::acts::ActError;
use crate::acts::action::{PlanOf, add as add_action};
use crate::desk::answered;
use crate::domain::advice::Step;
use crate::domain::plan::{Target, TargetKind, Timing};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::wave::Nature;
use crate::pages::forms::rows::may;
use crate::pages::words::day;
use crate::store::plans::{self, StoredAction};

#[derive(Template)]
#[template(path = "mine/plan.html")]
struct View {
    frame: Frame,
    form: FormView,
    path: String,
    may_change: bool,
    actions: Vec<ActionRow>,
    targets: Vec<TargetRow>,
    /// Number and title of each goal.
    goals: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
}

/// An action in the plan.
pub struct ActionRow {
    /// Its number.
    pub number: i64,
    /// What is done.
    pub title: String,
    /// The goal it is for.
    pub goal: String,
    /// Who sees to it.
    pub owner: String,
    /// When.
    pub due: String,
    /// Where it is, in words.
    pub state: String,
    /// What to watch, in words; empty if nothing.
    pub timing: String,
    /// Whether there is something to do.
    pub is_live: bool,
}

/// A target in the plan.
pub struct TargetRow {
    /// The goal it is for.
    pub goal: String,
    /// What it is about, with first figure and aim.
    pub words: String,
    /// Where it is now.
    pub now: String,
    /// How far that is, 0 to 100; nothing while it is not known, or further away than at first.
    pub progress: Option<u8>,
    /// That it is further away than at first, in words; empty if it is not.
    pub away: String,
    /// Where the figures come from.
    pub source: String,
    /// Its form, without the path of the plan.
    pub page: String,
}

/// Shows the plan.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(municipality): Path<String>,
) -> Result<Response, PageError> {
    let mine = rows::open(&desk, &context, &municipality).await?;
    Ok(Page(view(&desk, &context, &mine, FormView::new(&context)).await?).into_response())
}

/// Adds an action: a step of the advice, or one in own words.
pub async fn add(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(municipality): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let mine = rows::open_for(&desk, &context, &municipality, Permission::FillIn).await?;
    let questionnaire = questionnaire(&desk, &mine)?;
    let number: u32 = form.text("goal").parse().unwrap_or(0);
    let goal = questionnaire.goals.iter().find(|goal| goal.number == number);
    let step = goal.and_then(|goal| Step::parse(goal, form.text("step")));
    let title = match (goal, step) {
        (Some(goal), Some(step)) => words(context.tr(), goal, step),
        _ => form.text("title").to_owned(),
    };
    let code = goal.zip(step).map_or_else(String::new, |(goal, step)| step.code(goal));
    let mut findings = Vec::new();
    if goal.is_none() {
        findings.push(web::on_field("plan-goal", "goal"));
    }
    let title: String = title.chars().take(if step.is_some() { 200 } else { usize::MAX }).collect();
    let mut db = desk.write().await?;
    let done =
        add_action(&mut db, &desk.act(&context)?, of(&desk, &mine).await?, (number, &code), &title).await;
    match done {
        Ok(number) if findings.is_empty() => {
            db.commit().await?;
            return Ok(context.done(&mine.path(&format!("/plan/actions/{number}")), "plan-added"));
        }
        Ok(_) => {}
        Err(ActError::Findings(found)) => findings.extend(found),
        Err(error) => return Err(PageError::internal(error)),
    }
    drop(db);
    let view = view(&desk, &context, &mine, FormView::of(&context, &form, findings)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(view)).into_response())
}

/// Whose plan it is, for an act.
pub async fn of(desk: &Desk, mine: &Mine) -> Result<PlanOf, PageError> {
    let organisation = answered(desk.directory().organisation(&mine.code.to_string())).await?;
    Ok(PlanOf { municipality: mine.code, organisation })
}

/// What the goals of the plan are: those of the newest wave that was answered, or else of the newest questionnaire.
pub fn questionnaire(desk: &Desk, mine: &Mine) -> Result<Arc<Questionnaire>, PageError> {
    let answered = mine.answered.first().map(|one| &one.questionnaire);
    answered.or(desk.definitions().questionnaires.last()).cloned().ok_or(PageError::NotFound)
}

/// The title of a goal with its number.
#[must_use]
pub fn goal_title(tr: Tr, questionnaire: &Questionnaire, number: u32) -> String {
    let goal = questionnaire.goals.iter().find(|goal| goal.number == number);
    goal.map_or_else(|| number.to_string(), |goal| format!("{number} {}", goal.title.get(tr.0)))
}

async fn view(desk: &Desk, context: &RequestContext, mine: &Mine, form: FormView) -> Result<View, PageError> {
    let tr = context.tr();
    let questionnaire = questionnaire(desk, mine)?;
    let (actions, targets) = load(desk, context, mine).await?;
    let goals = questionnaire.goals.iter();
    let title = tr.t("plan-title");
    Ok(View {
        frame: mine.frame(
            context,
            Some(&form.title(&title)),
            mine.answered.first().map_or(Nature::Real, |answered| answered.nature),
        ),
        path: context.url(&mine.path("")),
        may_change: may(desk, context, Permission::FillIn, mine.code).await?,
        actions,
        targets,
        goals: goals
            .map(|goal| (goal.number.to_string(), goal_title(tr, &questionnaire, goal.number)))
            .collect(),
        kinds: TargetKind::ALL
            .map(|kind| (kind.name().to_owned(), tr.t(&format!("target-{}", kind.name()))))
            .to_vec(),
        form,
    })
}

/// The rows of the plan, as the page and the PDF show them.
pub async fn load(
    desk: &Desk,
    context: &RequestContext,
    mine: &Mine,
) -> Result<(Vec<ActionRow>, Vec<TargetRow>), PageError> {
    let tr = context.tr();
    let questionnaire = questionnaire(desk, mine)?;
    let today = kernel::dutch_day(desk.now());
    let mut db = desk.read().await?;
    let actions = plans::actions(&mut db, mine.whose()).await?;
    let targets = plans::targets(&mut db, mine.code).await?;
    drop(db);
    let targets = targets.iter().map(|target| target_row(tr, &questionnaire, target)).collect();
    Ok((action_rows(tr, &questionnaire, actions, today), targets))
}

/// The rows of actions: what is live first, by day; what has none comes after.
pub fn action_rows(
    tr: Tr,
    questionnaire: &Questionnaire,
    mut actions: Vec<StoredAction>,
    today: Date,
) -> Vec<ActionRow> {
    actions.sort_by_key(|action| (!action.state.is_live(), action.due.is_none(), action.due, action.number));
    let row = |action: StoredAction| {
        let timing = Timing::of(action.state, action.due, today);
        ActionRow {
            number: action.number,
            is_live: action.state.is_live(),
            goal: goal_title(tr, questionnaire, action.goal),
            due: action.due.map_or_else(|| tr.t("no-value"), |due| day(tr, due)),
            owner: if action.owner.is_empty() { tr.t("plan-nobody") } else { action.owner },
            state: tr.t(&format!("action-state-{}", action.state.name())),
            timing: if timing == Timing::Calm {
                String::new()
            } else {
                tr.t(&format!("action-timing-{}", timing.name()))
            },
            title: action.title,
        }
    };
    actions.into_iter().map(row).collect()
}

fn target_row(tr: Tr, questionnaire: &Questionnaire, target: &Target) -> TargetRow {
    let name = target.kind.name();
    let args = [
        ("first", Arg::from(target.first.value.to_string())),
        ("first-year", Arg::from(target.first.year.to_string())),
        ("aim", Arg::from(target.aim.value.to_string())),
        ("aim-year", Arg::from(target.aim.year.to_string())),
    ];
    let now = target.now.map_or_else(
        || tr.t("target-now-unknown"),
        |now| {
            tr.t2(&format!("target-{name}-now"), "value", now.value.to_string(), "year", now.year.to_string())
        },
    );
    let progress = target.progress().map(|share| share.rounded(0));
    TargetRow {
        goal: goal_title(tr, questionnaire, target.goal),
        words: tr.with(&format!("target-{name}-words"), &args),
        now,
        progress: progress.and_then(|share| u8::try_from(share.min(100)).ok()),
        away: if progress.is_some_and(|share| share < 0) { tr.t("plan-away") } else { String::new() },
        source: target.source.clone(),
        page: format!("/plan/targets/{}/{name}", target.goal),
    }
}
