//! The municipalities of a wave with how far each is. Researchers see all of them, coordinators
//! (`Permission::SeeResponse`) those of their own region.

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::Permission;
use serde::Deserialize;
use web::{Frame, Page, PageError, RequestContext, Tr};

use super::rows;
use crate::Desk;
use crate::domain::response::Progress;
use crate::domain::run::{Run, RunState};
use crate::pages::scope::Choice;
use crate::pages::words::day;
use crate::report::words::size_class;
use crate::store::forms::StoredForm;

#[derive(Template)]
#[template(path = "runs/municipalities.html")]
struct View {
    frame: Frame,
    title: String,
    choices: Vec<Choice>,
    count: String,
    rows: Vec<Row>,
    /// Whether somebody may be given longer.
    may_extend: bool,
}

struct Row {
    name: &'static str,
    region: &'static str,
    size: String,
    progress: String,
    mails: String,
    until: String,
    extend: String,
}

/// What the address can ask for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The name of a [`Progress`]; anything else is all.
    state: String,
}

/// Shows the list.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let sight = rows::sight(&desk, &context).await?;
    let mut db = desk.read().await?;
    let run = rows::run(&mut db, &context, &id).await?;
    let mut all = rows::forms(&mut db, &sight, &run).await?;
    let path = format!("/waves/{id}/municipalities");
    let choices = choices(&context, &path, &asked, &all);
    let only = Progress::ALL.into_iter().find(|progress| progress.name() == asked.state);
    all.retain(|form| only.is_none_or(|only| Progress::of(&form.state, form.revision) == only));
    all.sort_by_key(|form| geography::fold(rows::name(form.municipality)));
    let title = tr.t("run-list-title");
    Ok(Page(View {
        frame: rows::frame(&context, &run, Some(title.clone())),
        title,
        choices,
        count: tr.t1("run-list-count", "n", all.len()),
        rows: all.iter().map(|form| row(&context, &run, form)).collect(),
        may_extend: run.state == RunState::Open && context.actor()?.may(Permission::RunWaves),
    }))
}

fn choices(context: &RequestContext, path: &str, asked: &Asked, all: &[StoredForm]) -> Vec<Choice> {
    let tr = context.tr();
    let mut choices = vec![Choice {
        label: tr.t1("run-list-all", "n", all.len()),
        url: context.url(path),
        on: Progress::ALL.iter().all(|progress| progress.name() != asked.state),
    }];
    choices.extend(Progress::ALL.map(|progress| {
        let is_it = |form: &&StoredForm| Progress::of(&form.state, form.revision) == progress;
        let words = tr.t(&format!("progress-{}", progress.name()));
        Choice {
            label: format!("{words} ({})", all.iter().filter(is_it).count()),
            url: context.url(&format!("{path}?state={}", progress.name())),
            on: progress.name() == asked.state,
        }
    }));
    choices
}

fn row(context: &RequestContext, run: &Run, form: &StoredForm) -> Row {
    let tr = context.tr();
    let found = geography::Geography::built_in().get(form.municipality);
    let class = found.and_then(geography::Municipality::size_class);
    let until = day(tr, form.last_day.unwrap_or(run.plan.period.1));
    Row {
        name: rows::name(form.municipality),
        region: found.map_or("", |found| found.region.name()),
        size: class.map_or_else(String::new, |class| size_class(tr.0, class.number(), class.number())),
        progress: tr.t(&format!("progress-{}", Progress::of(&form.state, form.revision).name())),
        mails: mails(tr, form),
        until: match form.last_day {
            Some(_) => tr.t1("run-until-extended", "day", until),
            None => until,
        },
        extend: context.url(&format!("/waves/{}/municipalities/{}/extend", run.plan.id, form.municipality)),
    }
}

/// Which mail a municipality had.
fn mails(tr: Tr, form: &StoredForm) -> String {
    match (form.invited_at, form.reminders) {
        (None, 0) => tr.t("run-mailed-none"),
        (_, 0) => tr.t("run-mailed-invited"),
        (_, n) => tr.t1("run-mailed-reminded", "n", n),
    }
}
