//! Jobs that wait, are held or stuck, with why; and what runs: version, database, the last checkpoint and
//! backup. A national administrator (`Permission::SeeOperations`).

use askama::Template;
use axum::extract::{Query, State};
use kernel::JobId;
use platform::audit::{self, Filter, Scope, Verified};
use platform::jobs::{self, State as JobState};
use platform::{Backend, Connection, mail};
use serde::Deserialize;
use web::{FormView, Frame, Page, PageError, Pager, RequestContext, Tr};

use super::{kind, reason};
use crate::Site;
use crate::pages::parts::{self, ROWS};
use crate::store::checkpoints;

#[derive(Template)]
#[template(path = "operations/list.html")]
struct View {
    frame: Frame,
    /// Words, how many, and the address of the list; the one that is shown has none.
    states: Vec<(String, u64, Option<String>)>,
    caption: String,
    rows: Vec<Line>,
    pager: Pager,
    facts: Vec<(String, String)>,
    has_mail: bool,
    /// How much mail is held although it could go, in words.
    held_mail: Option<String>,
    /// That the audit trail is not whole, in words.
    tampered: Option<String>,
    form: FormView,
}

struct Line {
    url: String,
    what: String,
    why: String,
    attempts: u32,
    created: String,
    next: String,
}

/// What the address can ask for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    state: String,
    /// The page before this job.
    before: String,
}

/// Shows the page.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let mut db = site.database().read().await?;
    let counts = jobs::counts(&mut db).await?;
    let number = |state| match state {
        JobState::Waiting => counts.waiting,
        JobState::Held => counts.held,
        JobState::Stuck => counts.stuck,
        JobState::Done => counts.done,
    };
    // Without a wish: what needs a person first.
    let needs = [JobState::Stuck, JobState::Held].into_iter().find(|state| number(*state) > 0);
    let chosen = JobState::parse(&asked.state).or(needs).unwrap_or(JobState::Waiting);
    let before: Option<JobId> = asked.before.parse().ok();
    let limit = u32::try_from(ROWS + 1).unwrap_or(u32::MAX);
    let mut found = jobs::page(&mut db, Some(chosen), before, limit).await?;
    let more = found.len() > ROWS;
    found.truncate(ROWS);
    let address = |state: JobState| format!("/operations?state={}", state.name());
    let next = found.last().filter(|_| more).map(|last| format!("{}&before={}", address(chosen), last.id));
    let words = |state: JobState| tr.t(&format!("job-state-{}", state.name()));
    let verified = audit::last_verified(&mut db).await?;
    let facts = facts(&mut db, &site, tr, verified).await?;
    let held_mail = if site.settings().has_mail { jobs::held(&mut db, mail::KIND).await? } else { 0 };
    let frame = context
        .frame(tr.t("operations-title"), tr.t("operations-intro"), "operations")
        .crumb(tr.t("crumb-start"), Some("/start"))
        .crumb(tr.t("operations-title"), None);
    Ok(Page(View {
        states: JobState::ALL
            .into_iter()
            .map(|state| {
                let url = (state != chosen).then(|| context.url(&address(state)));
                (words(state), number(state), url)
            })
            .collect(),
        caption: tr.t1("operations-jobs", "state", words(chosen)),
        rows: found.iter().map(|row| line(tr, &context, row, site.settings().has_mail)).collect(),
        pager: Pager {
            first: before.map(|_| context.url(&address(chosen))),
            next: next.map(|path| context.url(&path)),
        },
        has_mail: site.settings().has_mail,
        held_mail: (held_mail > 0).then(|| tr.t1("operations-held-mail", "n", held_mail)),
        tampered: verified
            .filter(|verified| !verified.whole)
            .map(|verified| tr.t1("audit-verified-broken", "at", parts::moment(tr, verified.at))),
        form: FormView::new(&context),
        frame,
        facts,
    }))
}

fn line(tr: Tr, context: &RequestContext, row: &jobs::Row, has_mail: bool) -> Line {
    let next = match (row.state, row.finished_at) {
        (JobState::Waiting, _) => parts::moment(tr, row.run_at),
        (_, Some(at)) => parts::moment(tr, at),
        _ => String::new(),
    };
    Line {
        url: context.url(&format!("/operations/jobs/{}", row.id)),
        what: kind(tr, row),
        why: row.reason.as_ref().map(|why| reason(tr, why, has_mail)).unwrap_or_default(),
        attempts: row.attempts,
        created: parts::moment(tr, row.created_at),
        next,
    }
}

/// What runs here, as far as the database knows.
async fn facts(
    db: &mut Connection,
    site: &Site,
    tr: Tr,
    verified: Option<Verified>,
) -> Result<Vec<(String, String)>, PageError> {
    let backend = match site.database().backend() {
        Backend::Sqlite => "SQLite",
        Backend::PostgreSql => "PostgreSQL",
    };
    let checkpoint = match checkpoints::last(db).await? {
        Some((_, at)) => at.parse().map_or(at, |at| parts::moment(tr, at)),
        None => tr.t("operations-never"),
    };
    let mail = if site.settings().has_mail { "operations-mail-yes" } else { "operations-mail-no" };
    Ok(vec![
        (tr.t("operations-version"), env!("CARGO_PKG_VERSION").to_owned()),
        (tr.t("operations-database"), backend.to_owned()),
        (tr.t("operations-mail"), tr.t(mail)),
        (tr.t("operations-checkpoint"), checkpoint),
        (tr.t("operations-verified"), verified_words(tr, verified)),
        (tr.t("operations-backup"), last(db, tr, "backup.made").await?),
    ])
}

fn verified_words(tr: Tr, verified: Option<Verified>) -> String {
    match verified {
        None => tr.t("operations-never"),
        Some(Verified { at, whole }) => {
            let key = if whole { "operations-verified-whole" } else { "operations-verified-broken" };
            tr.t1(key, "at", parts::moment(tr, at))
        }
    }
}

/// When something happened last.
async fn last(db: &mut Connection, tr: Tr, kind: &str) -> Result<String, PageError> {
    let filter = Filter { organisations: Scope::All, kind: Some(kind.to_owned()), ..Filter::default() };
    let found = audit::page(db, &filter, None, 1).await?;
    let at = found.first().and_then(audit::Row::moment);
    Ok(at.map_or_else(|| tr.t("operations-never"), |at| parts::moment(tr, at)))
}
