//! How far the municipalities of a region are in the waves that are open now. A coordinator sees all of them, as on the
//! page of the wave; people of a municipality only their own.

use kernel::Permission;
use web::{PageError, RequestContext};

use super::rows::Here;
use crate::Desk;
use crate::desk::answered;
use crate::domain::response::Progress;
use crate::domain::run::RunState;
use crate::pages::runs::rows;
use crate::pages::words::day;
use crate::store::runs;

/// A wave that is open.
pub struct Running {
    /// Its title.
    pub title: String,
    /// Its page, for who follows the response.
    pub url: Option<String>,
    /// Name, how far, and the last day.
    pub rows: Vec<[String; 3]>,
}

/// The open waves in which anybody of the region is invited that the visitor may follow.
pub async fn running(desk: &Desk, context: &RequestContext, here: &Here) -> Result<Vec<Running>, PageError> {
    let (tr, actor) = (context.tr(), context.actor()?);
    let permission = if here.leads() { Permission::SeeResponse } else { Permission::SeeForm };
    let sight = answered(desk.directory().municipalities(actor, permission)).await?;
    let mut db = desk.read().await?;
    let mut found = Vec::new();
    for run in runs::all(&mut db).await?.into_iter().filter(|run| run.state == RunState::Open) {
        let mut forms = rows::forms(&mut db, &sight, &run).await?;
        forms.retain(|form| here.holds(form.municipality));
        forms.sort_by_key(|form| geography::fold(rows::name(form.municipality)));
        if forms.is_empty() {
            continue;
        }
        let row = |form: &crate::store::forms::StoredForm| {
            let progress = Progress::of(&form.state, form.revision);
            let until = form.last_day.unwrap_or(run.plan.period.1);
            [
                rows::name(form.municipality).to_owned(),
                tr.t(&format!("progress-{}", progress.name())),
                day(tr, until),
            ]
        };
        found.push(Running {
            title: run.plan.title.get(tr.0).to_owned(),
            url: here.leads().then(|| context.url(&format!("/waves/{}", run.plan.id))),
            rows: forms.iter().map(row).collect(),
        });
    }
    Ok(found)
}
