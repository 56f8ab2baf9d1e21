//! The events of a filter as CSV, streamed: any number, a thousand at a time. Taking it is an event.
//! The privacy officer (`Permission::SeeAudit`); whose events: `filter::Asked`.

use axum::body::{Body, Bytes};
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use documents::csv::{self, Form};
use documents::table::{Cell, Column, Table};
use futures_util::stream;
use kernel::{Lang, Permission};
use platform::audit::{self, Export, Row, Scope};
use web::{PageError, RequestContext, Tr};

use super::filter::Asked;
use super::show::event;
use super::words::{self, Names};
use crate::Site;
use crate::domain::visible::Sight;
use crate::pages::parts;
use crate::store::organisations;

/// The columns, by the end of their key.
const COLUMNS: [&str; 13] = [
    "number",
    "at",
    "who-kind",
    "who",
    "who-id",
    "on-behalf-of",
    "code",
    "what",
    "about-kind",
    "about-id",
    "organisation",
    "reason",
    "detail",
];

/// What the stream needs for its next part.
struct Part {
    site: Site,
    tr: Tr,
    scope: Scope,
    export: Export,
    begun: bool,
}

/// Streams the file.
pub async fn csv(
    State(site): State<Site>,
    context: RequestContext,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let (tr, today) = (context.tr(), crate::store::day(site.now()));
    let act = parts::act(&site, &context)?;
    let mut db = site.database().write().await?;
    let (filter, findings) = asked.filter(&mut db, &context, today).await?;
    if let Some(finding) = findings.first() {
        return Err(PageError::BadRequest(web::finding_text(context.lang, finding)));
    }
    let sight = Sight::of(act.actor, Permission::SeeAudit);
    let seen = organisations::with_predecessors(&mut db, &sight.organisations, today).await?;
    let count = audit::count(&mut db, &filter).await?;
    let mut event = event(&act, &asked, &filter, "audit.exported");
    if let Some(detail) = event.detail.as_object_mut() {
        detail.insert("events".to_owned(), count.into());
    }
    audit::record(&mut db, &event).await?;
    db.commit().await?;
    let part = Part {
        tr,
        scope: if sight.all { Scope::All } else { Scope::Only(seen) },
        export: Export::new(filter),
        begun: false,
        site: site.clone(),
    };
    let body = Body::from_stream(stream::try_unfold(part, next));
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"zicht-audit-{today}.csv\"")),
    ];
    Ok((headers, body).into_response())
}

/// The next part of the file. A failure breaks the transfer off, so that half a file is not taken for a whole.
async fn next(mut part: Part) -> Result<Option<(Bytes, Part)>, std::io::Error> {
    let failed = |error: &dyn std::fmt::Display| {
        tracing::error!(%error, "an export of the audit trail broke off");
        std::io::Error::other("the export broke off")
    };
    let mut db = part.site.database().read().await.map_err(|error| failed(&error))?;
    let rows = part.export.next(&mut db).await.map_err(|error| failed(&error))?;
    if rows.is_empty() && part.begun {
        return Ok(None);
    }
    let mut names = Names::new(part.site.keys(), part.tr, part.scope.clone());
    let mut table = Table {
        id: "audit".to_owned(),
        title: String::new(),
        columns: COLUMNS.map(|name| Column::text(part.tr.t(&format!("audit-column-{name}")))).to_vec(),
        rows: Vec::new(),
        note: None,
        source: None,
    };
    for row in &rows {
        let cells = cells(&mut db, part.tr, &mut names, row).await;
        table.rows.push(cells.map_err(|_| failed(&"a name could not be looked up"))?);
    }
    let form = if part.tr.0 == Lang::Nl { Form::DutchExcel } else { Form::Machine };
    let text = if part.begun { csv::rows(&table, form) } else { csv::write(&table, form) };
    part.begun = true;
    Ok(Some((Bytes::from(text), part)))
}

async fn cells(
    db: &mut platform::Connection,
    tr: Tr,
    names: &mut Names<'_>,
    row: &Row,
) -> Result<Vec<Cell>, PageError> {
    let text = |value: &Option<String>| Cell::Text(value.clone().unwrap_or_default());
    let organisation = match &row.organisation {
        Some(id) => names.organisation(db, id).await?,
        None => String::new(),
    };
    Ok(vec![
        Cell::Count(u64::try_from(row.seq).unwrap_or(0)),
        row.at.clone().into(),
        row.actor_kind.clone().into(),
        names.who(db, row).await?.into(),
        text(&row.actor),
        text(&row.on_behalf_of),
        row.kind.clone().into(),
        words::kind(tr, &row.kind).into(),
        text(&row.about_kind),
        text(&row.about),
        organisation.into(),
        text(&row.reason),
        words::detail(tr, row).into(),
    ])
}
