//! One job: what, why it waits, the mail in it, and trying it again. A national administrator
//! (`Permission::SeeOperations`, confirmed: the mail can hold a link that opens an account). Reading a mail
//! is an event.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::JobId;
use platform::audit;
use platform::jobs::{self, State as JobState};
use platform::mail::{self, Mail};
use serde_json::json;
use web::{FormView, Frame, Page, PageError, RequestContext};

use super::{kind, reason};
use crate::Site;
use crate::pages::parts;

#[derive(Template)]
#[template(path = "operations/job.html")]
struct View {
    frame: Frame,
    form: FormView,
    path: String,
    what: String,
    state: String,
    why: Option<String>,
    attempts: u32,
    created: String,
    run_at: String,
    may_retry: bool,
    mail: Option<Mail>,
}

impl View {
    /// The address of a page under this one.
    fn at(&self, tail: &str) -> String {
        self.frame.url(&format!("{}{tail}", self.path))
    }
}

/// Shows a job, with its mail if that was not sent.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let id: JobId = id.parse().map_err(|_| PageError::NotFound)?;
    let act = parts::act(&site, &context)?;
    // Reading a mail is an event, so this is a write.
    let mut db = site.database().write().await?;
    let row = jobs::find(&mut db, id).await?.ok_or(PageError::NotFound)?;
    let shown = matches!(row.state, JobState::Held | JobState::Stuck) && row.kind == mail::KIND;
    let mail = if shown { mail::read(&mut db, site.keys(), id).await? } else { None };
    if mail.is_some() {
        audit::record(&mut db, &act.event("mail.seen").about("job", id)).await?;
        db.commit().await?;
    }
    let what = kind(tr, &row);
    let frame = context
        .frame(what.clone(), tr.t("operations-intro"), "operations")
        .crumb(tr.t("operations-title"), Some("/operations"))
        .crumb(what.clone(), None);
    Ok(Page(View {
        form: FormView::new(&context),
        path: format!("/operations/jobs/{id}"),
        state: tr.t(&format!("job-state-{}", row.state.name())),
        why: row.reason.as_ref().map(|why| reason(tr, why, site.settings().has_mail)),
        attempts: row.attempts,
        created: parts::moment(tr, row.created_at),
        run_at: parts::moment(tr, row.run_at),
        may_retry: matches!(row.state, JobState::Held | JobState::Stuck),
        frame,
        what,
        mail,
    }))
}

/// Sends all mail that is held: what waited for a mail server, now that there is one.
pub async fn send_held(State(site): State<Site>, context: RequestContext) -> Result<Response, PageError> {
    if !site.settings().has_mail {
        // The page says that there is none.
        return Ok(context.see_other("/operations"));
    }
    let act = parts::act(&site, &context)?;
    let mut db = site.database().write().await?;
    let count = jobs::release(&mut db, mail::KIND, act.now).await?;
    if count == 0 {
        return Ok(context.done("/operations", "job-not-waiting"));
    }
    audit::record(&mut db, &act.event("mail.released").detail(json!({ "count": count }))).await?;
    db.commit().await?;
    Ok(context.done("/operations", "mail-released"))
}

/// Tries a job that is held or stuck again.
pub async fn retry(
    State(site): State<Site>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let job: JobId = id.parse().map_err(|_| PageError::NotFound)?;
    let act = parts::act(&site, &context)?;
    let mut db = site.database().write().await?;
    let row = jobs::find(&mut db, job).await?.ok_or(PageError::NotFound)?;
    if !jobs::retry(&mut db, job, act.now).await? {
        return Ok(context.done(&format!("/operations/jobs/{id}"), "job-not-waiting"));
    }
    let event = act.event("job.retried").about("job", job);
    audit::record(&mut db, &event.detail(json!({ "kind": row.kind }))).await?;
    db.commit().await?;
    Ok(context.done("/operations", "job-retried"))
}
