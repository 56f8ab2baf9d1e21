//! The waves that are planned, held or published here, newest first, and below them those that were read in. Researchers, and coordinators
//! (`Permission::SeeResponse`), who see no drafts.

use askama::Template;
use axum::extract::State;
use kernel::Permission;
use web::{Frame, Page, PageError, RequestContext};

use crate::Desk;
use crate::definitions::read_wave;
use crate::domain::run::RunState;
use crate::pages::words::period;
use crate::store::runs;

#[derive(Template)]
#[template(path = "runs/list.html")]
struct View {
    frame: Frame,
    rows: Vec<Row>,
    may_run: bool,
}

struct Row {
    title: String,
    url: String,
    period: String,
    state: String,
}

/// Shows the list.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let may_run = context.actor()?.may(Permission::RunWaves);
    let mut found = runs::all(&mut *desk.read().await?).await?;
    found.retain(|run| may_run || run.state != RunState::Draft);
    let held: Vec<&str> = found.iter().map(|run| run.plan.id.as_str()).collect();
    // Waves from before were read in: they are published, and nobody runs them here.
    let before = desk.site().waves().await?.into_iter().filter(|stored| !held.contains(&stored.id.as_str()));
    let before: Vec<Row> = before
        .filter_map(|stored| {
            let wave = read_wave(&stored.id, stored.definition.as_deref()?).ok()?;
            Some(Row {
                title: wave.title.get(tr.0).to_owned(),
                url: context.url(&format!("/monitor/{}", stored.id)),
                period: period(tr, wave.period),
                state: tr.t("run-state-read-in"),
            })
        })
        .collect();
    let rows = found.iter().map(|run| Row {
        title: run.plan.title.get(tr.0).to_owned(),
        url: context.url(&format!("/waves/{}", run.plan.id)),
        period: period(tr, run.plan.period),
        state: tr.t(&format!("run-state-{}", run.state.name())),
    });
    let frame = context
        .frame(tr.t("runs-title"), tr.t("runs-intro"), "waves")
        .crumb(tr.t("crumb-start"), Some("/start"))
        .crumb(tr.t("runs-title"), None);
    Ok(Page(View { frame, rows: rows.chain(before).collect(), may_run }))
}
