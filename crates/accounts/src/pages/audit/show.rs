//! The audit trail, newest first, with filters and the state of its chain. Looking is an event itself.
//! The privacy officer (`Permission::SeeAudit`); whose events: `filter::Asked`.

use askama::Template;
use axum::extract::{Query, State};
use kernel::Permission;
use platform::Connection;
use platform::audit::{self, Filter, Scope};
use web::{Form, FormView, Frame, Page, PageError, Pager, RequestContext, Tr};

use super::filter::Asked;
use super::words::{self, KINDS, Names};
use crate::Site;
use crate::domain::visible::Sight;
use crate::pages::parts;
use crate::store::{checkpoints, organisations};

/// Events on a page.
const ROWS: u32 = 50;

#[derive(Template)]
#[template(path = "audit/show.html")]
struct View {
    frame: Frame,
    form: FormView,
    asked: Asked,
    kinds: Vec<(String, String)>,
    organisations: Vec<(String, String)>,
    /// Whom the list is narrowed to: words, and the address without that.
    narrowed: Vec<(String, String)>,
    count: String,
    chain: Vec<String>,
    rows: Vec<Line>,
    pager: Pager,
    export: String,
}

struct Line {
    seq: i64,
    at: String,
    who: String,
    /// The list of what this person did.
    who_url: Option<String>,
    on_behalf_of: Option<String>,
    what: String,
    about: String,
    about_url: Option<String>,
    organisation: String,
    detail: String,
    reason: Option<String>,
}

/// Shows a page of events.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, PageError> {
    let (tr, today) = (context.tr(), crate::store::day(site.now()));
    let act = parts::act(&site, &context)?;
    let mut db = site.database().read().await?;
    let (filter, findings) = asked.filter(&mut db, &context, today).await?;
    let before: Option<i64> = asked.before.parse().ok();
    let found = audit::page(&mut db, &filter, before, ROWS + 1).await?;
    let count = audit::count(&mut db, &filter).await?;
    let sight = Sight::of(act.actor, Permission::SeeAudit);
    let seen = organisations::with_predecessors(&mut db, &sight.organisations, today).await?;
    let scope = if sight.all { Scope::All } else { Scope::Only(seen) };
    let mut names = Names::new(site.keys(), tr, scope);
    let shown = found.get(..ROWS as usize).unwrap_or(&found);
    let mut rows = Vec::new();
    for row in shown {
        rows.push(line(&mut db, &context, &asked, &mut names, row).await?);
    }
    let narrowed = narrowed(&mut db, &context, &asked, &mut names).await?;
    let chain = chain(&mut db, tr, sight.all).await?;
    let organisations = choices(&mut db, &sight, today).await?;
    drop(db);
    let mut db = site.database().write().await?;
    audit::record(&mut db, &event(&act, &asked, &filter, "audit.seen")).await?;
    db.commit().await?;
    let next = (found.len() > shown.len()).then(|| shown.last().map(|row| row.seq.to_string())).flatten();
    let frame = context
        .frame(tr.t("audit-title"), tr.t("audit-intro"), "audit")
        .crumb(tr.t("crumb-start"), Some("/start"))
        .crumb(tr.t("audit-title"), None);
    Ok(Page(View {
        form: FormView::of(&context, &Form::default(), findings)
            .value("from", &*asked.from)
            .value("to", &*asked.to)
            .value("kind", &*asked.kind)
            .value("organisation", &*asked.organisation),
        kinds: KINDS.iter().map(|kind| ((*kind).to_owned(), words::kind(tr, kind))).collect(),
        count: tr.t1("audit-count", "n", i64::try_from(count).unwrap_or(i64::MAX)),
        pager: Pager {
            first: before.map(|_| context.url(&asked.with("/audit", "", ""))),
            next: next.map(|seq| context.url(&asked.with("/audit", "before", &seq))),
        },
        export: context.url(&asked.with("/audit/export.csv", "", "")),
        frame,
        asked,
        organisations,
        narrowed,
        chain,
        rows,
    }))
}

/// The event that somebody looked or took a file: the filter, of which nothing is personal.
pub(super) fn event(
    act: &crate::acts::Act<'_>,
    asked: &Asked,
    filter: &Filter,
    kind: &'static str,
) -> audit::Event {
    let mut event = act.event(kind).detail(asked.detail(filter));
    // The own organisation's privacy officers see that one of them looked.
    event.organisation =
        act.actor.with(Permission::SeeAudit).map(|membership| membership.organisation).next();
    event
}

async fn line(
    db: &mut Connection,
    context: &RequestContext,
    asked: &Asked,
    names: &mut Names<'_>,
    row: &audit::Row,
) -> Result<Line, PageError> {
    let tr = context.tr();
    let link =
        |key: &str, id: &Option<String>| id.as_ref().map(|id| context.url(&asked.with("/audit", key, id)));
    let on_behalf_of = match &row.on_behalf_of {
        Some(id) => Some(names.person(db, id).await?),
        None => None,
    };
    Ok(Line {
        seq: row.seq,
        at: row.moment().map_or_else(|| row.at.clone(), |at| parts::moment(tr, at)),
        who: names.who(db, row).await?,
        who_url: link("actor", &row.actor).filter(|_| row.actor_kind == "person"),
        on_behalf_of,
        what: words::kind(tr, &row.kind),
        about: names.about(db, row).await?,
        about_url: link("about", &row.about),
        organisation: match &row.organisation {
            Some(id) => names.organisation(db, id).await?,
            None => String::new(),
        },
        detail: words::detail(tr, row),
        reason: row.reason.clone(),
    })
}

/// What the list is narrowed to by a link, each with the address without it.
async fn narrowed(
    db: &mut Connection,
    context: &RequestContext,
    asked: &Asked,
    names: &mut Names<'_>,
) -> Result<Vec<(String, String)>, PageError> {
    let tr = context.tr();
    let mut narrowed = Vec::new();
    for (key, id) in [("actor", &asked.actor), ("about", &asked.about)] {
        if id.is_empty() {
            continue;
        }
        let name = names.person(db, id).await?;
        let words = tr.t1(&format!("audit-only-{key}"), "name", name);
        narrowed.push((words, context.url(&asked.with("/audit", key, ""))));
    }
    Ok(narrowed)
}

/// The organisations to choose from; one alone is no choice.
async fn choices(
    db: &mut Connection,
    sight: &Sight,
    today: jiff::civil::Date,
) -> Result<Vec<(String, String)>, PageError> {
    if !sight.all && sight.organisations.len() < 2 {
        return Ok(Vec::new());
    }
    let found = organisations::choices(db, sight, today).await?;
    Ok(found.into_iter().map(|one| (one.id.to_string(), one.about.name)).collect())
}

/// What is known about the chain: the last signature, and for a national privacy officer the last time that
/// the whole trail was gone through.
async fn chain(db: &mut Connection, tr: Tr, all: bool) -> Result<Vec<String>, PageError> {
    let mut lines = Vec::new();
    lines.push(match checkpoints::last(db).await? {
        Some((seq, at)) => {
            let day = at.parse().map_or(at, |at| parts::moment(tr, at));
            tr.t2("audit-checkpoint-last", "at", day, "seq", seq)
        }
        None => tr.t("audit-checkpoint-none"),
    });
    lines.push(match audit::last_verified(db).await? {
        Some(verified) => {
            let key = if verified.whole { "audit-verified-sound" } else { "audit-verified-broken" };
            tr.t1(key, "at", parts::moment(tr, verified.at))
        }
        None => tr.t("audit-verified-never"),
    });
    if !all {
        lines.push(tr.t("audit-own-only"));
    }
    Ok(lines)
}
