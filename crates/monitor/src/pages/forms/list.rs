//! The forms of the own municipality, newest wave first. Editors, approvers and readers (`Permission::SeeForm`).

use askama::Template;
use axum::extract::State;
use geography::{Code, Geography};
use kernel::Permission;
use web::{Frame, Page, PageError, RequestContext};

use crate::Desk;
use crate::desk::answered;
use crate::domain::run::RunState;
use crate::pages::words::day;
use crate::store::{forms, runs};

#[derive(Template)]
#[template(path = "forms/list.html")]
struct View {
    frame: Frame,
    rows: Vec<Row>,
}

struct Row {
    title: String,
    url: String,
    municipality: String,
    until: String,
    state: String,
}

/// Shows the list.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let seen = answered(desk.directory().municipalities(context.actor()?, Permission::SeeForm)).await?;
    let mut db = desk.read().await?;
    let mut rows = Vec::new();
    for (id, municipality) in forms::of(&mut db, &seen.codes).await? {
        let code: Code = municipality.parse().map_err(|_| PageError::internal("a stored code is none"))?;
        let (Some(run), Some(form)) =
            (runs::find(&mut db, &id).await?, forms::find(&mut db, &id, code).await?)
        else {
            continue;
        };
        if run.state == RunState::Draft {
            continue;
        }
        rows.push(Row {
            title: run.plan.title.get(tr.0).to_owned(),
            url: context.url(&format!("/forms/{id}/{municipality}")),
            municipality: Geography::built_in().get(code).map_or("", |found| found.name).to_owned(),
            until: day(tr, form.last_day.unwrap_or(run.plan.period.1)),
            state: tr.t(&format!("form-state-{}", form.state.name())),
        });
    }
    let frame = context
        .frame(tr.t("forms-title"), tr.t("forms-intro"), "forms")
        .crumb(tr.t("crumb-start"), Some("/start"))
        .crumb(tr.t("forms-title"), None);
    Ok(Page(View { frame, rows }))
}
