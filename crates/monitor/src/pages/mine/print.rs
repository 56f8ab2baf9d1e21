//! The plan as PDF/UA, to take to a meeting. Everybody of the municipality (`Permission::SeeForm`).

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use documents::pdf::{Document, compile, table_data};
use documents::table::{Cell, Column, Table};
use serde_json::json;
use web::{PageError, RequestContext, Tr};

use super::plan::{ActionRow, TargetRow, load};
use super::rows;
use crate::Desk;
use crate::domain::wave::Nature;
use crate::pages::words::day;

/// Gives the plan.
pub async fn give(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(municipality): Path<String>,
) -> Result<Response, PageError> {
    let mine = rows::open(&desk, &context, &municipality).await?;
    let (actions, targets) = load(&desk, &context, &mine).await?;
    let (tr, lang) = (context.tr(), context.lang);
    let today = kernel::dutch_day(desk.now());
    let title = tr.t1("plan-of", "name", mine.municipality.name);
    let data = json!({
        "title": title,
        "intro": tr.t1("plan-of-day", "day", day(tr, today)),
        "actions": (!actions.is_empty()).then(|| table_data(&action_table(tr, &actions), lang)),
        "targets": (!targets.is_empty()).then(|| table_data(&target_table(tr, &targets), lang)),
        "none": tr.t("plan-none"),
    });
    let notice = notice(tr, mine.answered.first().map_or(Nature::Real, |answered| answered.nature));
    let make = move || {
        compile(&Document {
            lang,
            title: &title,
            author: "Zicht",
            date: today,
            notice: notice.as_deref(),
            template: include_str!("../../../templates/plan.typ"),
            data: &data,
            images: &[],
        })
        .map(Bytes::from)
    };
    let bytes = desk.site().made().pdf(make).await?;
    Ok(inline(bytes, &format!("zicht-plan-{}-{}.pdf", mine.code, lang.code())))
}

/// A PDF for one visitor, never kept on the way.
pub fn inline(bytes: Bytes, name: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}

/// The warning on every page, if the answers are not real.
pub fn notice(tr: Tr, nature: Nature) -> Option<String> {
    let name = nature.name();
    (nature != Nature::Real)
        .then(|| format!("{} {}", tr.t(&format!("notice-{name}")), tr.t(&format!("notice-{name}-text"))))
}

fn action_table(tr: Tr, rows: &[ActionRow]) -> Table {
    let row = |row: &ActionRow| {
        let state = [row.state.as_str(), row.timing.as_str()].into_iter().filter(|words| !words.is_empty());
        vec![
            Cell::Text(row.title.clone()),
            Cell::Text(row.goal.clone()),
            Cell::Text(row.owner.clone()),
            Cell::Text(row.due.clone()),
            Cell::Text(state.collect::<Vec<_>>().join(", ")),
        ]
    };
    let columns = ["plan-action", "column-goal", "plan-owner", "plan-due", "plan-state"];
    table(tr, "actions", "plan-actions", &columns, rows.iter().map(row).collect())
}

fn target_table(tr: Tr, rows: &[TargetRow]) -> Table {
    let row = |row: &TargetRow| {
        let progress = match row.progress {
            Some(share) => Cell::Text(format!("{share}%")),
            None if row.away.is_empty() => Cell::NotAvailable,
            None => Cell::Text(row.away.clone()),
        };
        let text = |text: &String| Cell::Text(text.clone());
        vec![text(&row.goal), text(&row.words), text(&row.now), progress, text(&row.source)]
    };
    let columns = ["column-goal", "plan-target", "plan-now", "plan-progress", "column-source"];
    table(tr, "targets", "plan-targets", &columns, rows.iter().map(row).collect())
}

fn table(tr: Tr, id: &str, title: &str, columns: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    Table {
        id: id.to_owned(),
        title: tr.t(title),
        columns: columns.iter().map(|key| Column::text(tr.t(key))).collect(),
        rows,
        note: None,
        source: None,
    }
}
