//! `/own`: to the own municipality, or a choice for who works for several. Everybody of a municipality
//! (`Permission::SeeForm`).

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use geography::{Code, Geography};
use kernel::Permission;
use web::{Frame, Page, PageError, RequestContext};

use crate::Desk;
use crate::desk::answered;

#[derive(Template)]
#[template(path = "mine/list.html")]
struct View {
    frame: Frame,
    /// Name and address.
    rows: Vec<(&'static str, String)>,
}

/// Leads on, or shows the choice.
pub async fn show(State(desk): State<Desk>, context: RequestContext) -> Result<Response, PageError> {
    let tr = context.tr();
    let seen = answered(desk.directory().municipalities(context.actor()?, Permission::SeeForm)).await?;
    if let [only] = seen.codes.as_slice() {
        return Ok(context.see_other(&format!("/own/{only}")));
    }
    let name = |code: &String| {
        let found = Geography::built_in().get(code.parse::<Code>().ok()?)?;
        Some((found.name, context.url(&format!("/own/{code}"))))
    };
    let rows = seen.codes.iter().filter_map(name).collect();
    let frame = context
        .frame(tr.t("mine-list-title"), tr.t("mine-intro"), "own")
        .crumb(tr.t("crumb-start"), Some("/start"))
        .crumb(tr.t("mine-list-title"), None);
    Ok(Page(View { frame, rows }).into_response())
}
