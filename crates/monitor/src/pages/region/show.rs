//! The page of a region. Its coordinator and everybody of its municipalities (`Permission::SeeRegion`).

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use kernel::Permission;
use serde::Deserialize;
use web::{FormView, Frame, Page, PageError, RequestContext};

use super::progress::{Running, running};
use super::rows::{self, Here};
use super::side::{Side, side};
use super::vision::{self, Shown};
use crate::Desk;
use crate::domain::plan::Whose;
use crate::domain::wave::Nature;
use crate::pages::mine::plan::{ActionRow, action_rows, goal_title};
use crate::pages::runs::rows::name;
use crate::pages::thread;
use crate::report::words::listed;
use crate::store::{plans, threads};

/// The page of a region.
#[derive(Template)]
#[template(path = "region/show.html")]
pub struct View {
    frame: Frame,
    form: FormView,
    title: String,
    path: String,
    leads: bool,
    works: bool,
    side: Option<Side>,
    running: Vec<Running>,
    vision: Option<Shown>,
    /// Each with who takes part.
    actions: Vec<(ActionRow, String)>,
    goals: Vec<(String, String)>,
    open: Vec<thread::Row>,
    closed: Vec<thread::Row>,
    /// How many questions wait for the visitor, in words.
    waiting: Option<String>,
}

/// What the address can ask for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    wave: Option<String>,
}

/// Shows the page.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let here = rows::open(&desk, &context, &slug, Permission::SeeRegion).await?;
    let form = FormView::new(&context);
    Ok(Page(view(&desk, &context, &here, asked.wave.as_deref(), form).await?).into_response())
}

/// The page, with a form that was refused or an empty one.
pub async fn view(
    desk: &Desk,
    context: &RequestContext,
    here: &Here,
    wave: Option<&str>,
    form: FormView,
) -> Result<View, PageError> {
    let tr = context.tr();
    let questionnaire = desk.newest_questionnaire()?;
    let side = side(desk, context, here.region, wave).await?;
    let running = running(desk, context, here).await?;
    let mut db = desk.read().await?;
    let vision = vision::shown(desk, context, &mut db, here).await?;
    let whose = Whose::Region(here.region);
    let actions = plans::actions(&mut db, whose).await?;
    let mut members: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    for (number, code) in plans::members(&mut db, whose).await? {
        members.entry(number).or_default().push(name(code).to_owned());
    }
    let asked = threads::of_place(&mut db, here.place()).await?;
    drop(db);
    let with = |action: ActionRow| {
        let names = members.remove(&action.number).unwrap_or_default();
        let names = if names.is_empty() { tr.t("joint-nobody") } else { listed(tr.0, names.into_iter()) };
        (action, names)
    };
    let rows = action_rows(tr, questionnaire, actions, kernel::dutch_day(desk.now()));
    let actions = rows.into_iter().map(with).collect();
    let (mut open, mut closed) = (Vec::new(), Vec::new());
    for one in asked {
        if !here.sees_as.iter().any(|party| one.thread.is_seen_by(*party)) {
            continue;
        }
        let path = here.path(&format!("/questions/{}", one.number));
        let row = thread::row(desk, context, &one, &path, &here.speaks_as)?;
        if one.thread.is_open() { open.push(row) } else { closed.push(row) }
    }
    let waiting = open.iter().filter(|row| row.waits).count();
    let title = tr.t1("region-title", "name", here.region.name());
    let shown = form.title(&title);
    let nature = side.as_ref().map_or(Nature::Real, |side| side.nature);
    let mut frame = here.frame(context, None, nature);
    frame.title = shown;
    Ok(View {
        frame,
        path: context.url(&here.path("")),
        leads: here.leads(),
        works: !here.speaks_as.is_empty(),
        side,
        running,
        vision,
        actions,
        goals: questionnaire
            .goals
            .iter()
            .map(|goal| (goal.number.to_string(), goal_title(tr, questionnaire, goal.number)))
            .collect(),
        open,
        closed,
        waiting: (waiting > 0).then(|| tr.t1("region-waiting", "n", waiting)),
        title,
        form,
    })
}
