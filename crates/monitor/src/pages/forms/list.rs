//! The forms of the own municipality, newest wave first. Editors, approvers and readers (`Permission::SeeForm`).

use askama::Template;
use axum::extract::State;
use web::{Frame, Page, PageError, RequestContext};

use super::rows;
use crate::Desk;
use crate::pages::words::day;

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
    let mut db = desk.read().await?;
    let own = rows::own(&desk, &mut db, &context).await?;
    let row = |opened: &rows::Opened| Row {
        title: opened.run.plan.title.get(tr.0).to_owned(),
        url: context.url(&opened.path()),
        municipality: opened.name().to_owned(),
        until: day(tr, opened.until()),
        state: tr.t(&format!("form-state-{}", opened.form.state.name())),
    };
    let rows = own.iter().map(row).collect();
    let frame = context
        .frame(tr.t("forms-title"), tr.t("forms-intro"), "forms")
        .crumb(tr.t("crumb-start"), Some("/start"))
        .crumb(tr.t("forms-title"), None);
    Ok(Page(View { frame, rows }))
}
