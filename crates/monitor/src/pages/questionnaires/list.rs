//! Every version of every questionnaire, where it is used, and a copy to work on. Researchers
//! (`Permission::RunWaves`).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use web::{Frame, Page, PageError, RequestContext};

use super::rows::{self, Named};
use crate::Desk;
use crate::acts::edit;
use crate::store::questionnaires;

#[derive(Template)]
#[template(path = "questionnaires/list.html")]
struct View {
    frame: Frame,
    rows: Vec<Row>,
}

struct Row {
    title: String,
    name: String,
    url: String,
    state: String,
    uses: String,
}

/// Shows the list, newest first.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let mut db = desk.read().await?;
    let built_in = desk.definitions().questionnaires.iter();
    let mut names: Vec<(String, u32, &str)> =
        built_in.map(|known| (known.id.clone(), known.version, "built-in")).collect();
    for stored in questionnaires::all(&mut db).await? {
        let state = if stored.published { "published" } else { "draft" };
        names.push((stored.id, stored.version, state));
    }
    let mut rows = Vec::new();
    for (id, version, state) in names.into_iter().rev() {
        let (questionnaire, _) = rows::seen(&desk, &mut db, &(id.clone(), version.to_string())).await?;
        let uses = edit::uses(&mut db, &id, version).await.map_err(rows::page_error)?;
        let uses: Vec<String> = uses.into_iter().map(|used| used.wave).collect();
        rows.push(Row {
            title: rows::title(&context, &questionnaire),
            name: format!("{id}/{version}"),
            url: context.url(&rows::path(&questionnaire)),
            state: tr.t(&format!("edited-state-{state}")),
            uses: if uses.is_empty() { tr.t("edited-unused") } else { uses.join(", ") },
        });
    }
    let frame = context
        .frame(tr.t("edited-title"), tr.t("edited-intro"), "waves")
        .crumb(tr.t("crumb-start"), Some("/start"))
        .crumb(tr.t("runs-title"), Some("/waves"))
        .crumb(tr.t("edited-title"), None);
    Ok(Page(View { frame, rows }))
}

/// Makes a draft that is a copy of a version.
pub async fn copy(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(named): Path<Named>,
) -> Result<Response, PageError> {
    let version = named.1.parse().map_err(|_| PageError::NotFound)?;
    let mut db = desk.write().await?;
    let copied = edit::copy(&mut db, &desk.act(&context)?, desk.definitions(), &named.0, version).await;
    let copied = copied.map_err(rows::page_error)?;
    db.commit().await?;
    Ok(context.done(&format!("/questionnaires/{}/{copied}", named.0), "edited-copied"))
}
