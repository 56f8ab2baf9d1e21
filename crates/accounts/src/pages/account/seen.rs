//! `/account/seen`: who looked at the own account or changed it, with names, from the audit trail.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use platform::Connection;
use platform::audit::{self, Filter, Row, Scope};
use web::{Frame, Page, PageError, Pager, RequestContext, Tr};

use super::sessions::moment;
use crate::Site;
use crate::store::people;

/// Lines on a page.
const PAGE: u32 = 50;

#[derive(Template)]
#[template(path = "account/seen.html")]
struct View {
    frame: Frame,
    lines: Vec<Line>,
    pager: Pager,
}

struct Line {
    at: String,
    what: String,
    who: String,
}

/// The page.
pub async fn show(State(site): State<Site>, request: RequestContext) -> Result<Response, PageError> {
    let tr = request.tr();
    let person = request.actor()?.person;
    let before = request.query_value("before").and_then(|text| text.parse().ok());
    let mut db = site.database().read().await?;
    // Of every organisation: this is about the person, whoever keeps it.
    let filter = Filter { organisations: Scope::All, about: Some(person.to_string()), ..Filter::default() };
    let mut rows = audit::page(&mut db, &filter, before, PAGE + 1).await?;
    let more = rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    let next = rows.last().filter(|_| more).map(|row| row.seq.to_string());
    let mut names = HashMap::new();
    let mut lines = Vec::new();
    for row in &rows {
        let at = platform::read_moment(&row.at).map_or_else(|| row.at.clone(), |at| moment(&request, at));
        let who = who(&site, &mut db, tr, row, &person.to_string(), &mut names).await?;
        lines.push(Line { at, what: tr.t(&format!("audit-kind-{}", row.kind.replace('.', "-"))), who });
    }
    let frame = request
        .frame(tr.t("seen-title"), "", "account")
        .crumb(tr.t("account-title"), Some("/account"))
        .crumb(tr.t("seen-title"), None);
    let pager = Pager {
        first: before.map(|_: i64| request.with_query("before", None)),
        next: next.map(|seq| request.with_query("before", Some(&seq))),
    };
    Ok(Page(View { frame, lines, pager }).into_response())
}

/// Who did it, in words.
async fn who(
    site: &Site,
    db: &mut Connection,
    tr: Tr,
    row: &Row,
    own: &str,
    names: &mut HashMap<String, String>,
) -> Result<String, PageError> {
    Ok(match (row.actor_kind.as_str(), row.actor.as_deref()) {
        ("person", Some(id)) if id == own => tr.t("seen-yourself"),
        ("person", Some(id)) => {
            if let Some(name) = names.get(id) {
                return Ok(name.clone());
            }
            let found = match id.parse() {
                Ok(id) => people::find(db, id).await?,
                Err(_) => None,
            };
            let name = match found {
                Some(row) => people::open(site.keys(), &row)?.name,
                None => tr.t("seen-somebody"),
            };
            names.insert(id.to_owned(), name.clone());
            name
        }
        ("operator", _) => tr.t("seen-operator"),
        ("job", _) => tr.t("seen-program"),
        _ => tr.t("seen-nobody"),
    })
}
