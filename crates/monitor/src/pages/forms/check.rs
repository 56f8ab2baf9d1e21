//! Everything that is wrong or open in a form, sending it in, approving it and sending it back. Looking is for
//! `Permission::SeeForm`, sending in for `Permission::FillIn`, the rest for `Permission::ApproveForm`.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Permission, Place};
use web::{Arg, Form, FormView, Frame, Page, PageError, RequestContext, Tr};

use super::last::{Last, last};
use super::overview;
use super::questions::{NAMED, question};
use super::rows::{self, Opened};
use super::told::{Problem, problem};
use crate::Desk;
use crate::acts::ActError;
use crate::acts::check::{Checked, check};
use crate::acts::sign::{Signing, sign};
use crate::domain::form::{FormRefusal, FormState, Kept};
use crate::domain::voice;
use crate::store::cells::{self, Cells};
use crate::store::runs;

#[derive(Template)]
#[template(path = "forms/check.html")]
#[expect(clippy::struct_excessive_bools, reason = "each is a part of the page that is there or not")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    state: String,
    problems: Vec<Problem>,
    /// Questions that may stay open: words and path.
    open: Vec<(String, String)>,
    /// Whether the municipality is shown by name, in words, and where to change it.
    consent: (String, String),
    four_eyes: bool,
    may_submit: bool,
    may_approve: bool,
    may_reopen: bool,
    /// It waits for somebody else than who looks.
    own_work: bool,
    /// The reason with which it was sent back last.
    sent_back: Option<String>,
    /// The words of the link to the question about names.
    consent_words: String,
    /// The score over all goals, beside that of the last time.
    overall: Option<String>,
    /// How much is as it was the last time.
    same: Option<String>,
    /// The goals with their scores, for who looks over what was sent in.
    goals: Vec<overview::Row>,
    other: Option<(String, String)>,
    path: String,
}

/// Shows what is wrong or open.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let mut db = desk.read().await?;
    let opened = rows::open(&desk, &mut db, &context, Permission::SeeForm, &run, &municipality).await?;
    drop(db);
    Ok(Page(view(&desk, &context, &opened, FormView::new(&context)).await?).into_response())
}

/// Sends the form in.
pub async fn submit(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(path): Path<(String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    act(&desk, &context, Permission::FillIn, &path, &form, Signing::Submit, "form-submitted").await
}

/// Approves it.
pub async fn approve(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(path): Path<(String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    act(&desk, &context, Permission::ApproveForm, &path, &form, Signing::Approve, "form-approved").await
}

/// Sends it back to the editors.
pub async fn reopen(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(path): Path<(String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let because = form.text("because").to_owned();
    let signing = Signing::Reopen(&because);
    act(&desk, &context, Permission::ApproveForm, &path, &form, signing, "form-reopened").await
}

async fn act(
    desk: &Desk,
    context: &RequestContext,
    permission: Permission,
    (run, municipality): &(String, String),
    form: &Form,
    signing: Signing<'_>,
    done: &str,
) -> Result<Response, PageError> {
    let mut db = desk.read().await?;
    let mut opened = rows::open(desk, &mut db, context, permission, run, municipality).await?;
    drop(db);
    let mut db = desk.write().await?;
    // As it is now: the wave may have been closed meanwhile.
    opened.run = runs::find(&mut db, run).await?.ok_or(PageError::NotFound)?;
    let findings = match sign(&mut db, &desk.act(context)?, opened.in_hand(), opened.rule, signing).await {
        Ok(_) => {
            db.commit().await?;
            return Ok(context.done(&opened.path(), done));
        }
        // The list on the page has each of them.
        Err(ActError::Findings(_)) => vec![Finding::error(FormRefusal::Findings.code(), Place::default())],
        Err(ActError::Form(FormRefusal::NoReason)) => {
            vec![web::on_field(FormRefusal::NoReason.code(), "because")]
        }
        Err(ActError::Form(refusal)) => vec![Finding::error(refusal.code(), Place::default())],
        Err(ActError::NotThere) => return Err(PageError::NotFound),
        Err(error) => return Err(PageError::internal(error)),
    };
    drop(db);
    let view = view(desk, context, &opened, FormView::of(context, form, findings)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(view)).into_response())
}

async fn view(
    desk: &Desk,
    context: &RequestContext,
    opened: &Opened,
    form: FormView,
) -> Result<View, PageError> {
    let (tr, questionnaire) = (context.tr(), &*opened.questionnaire);
    let (run, municipality) = (&opened.run.plan.id, opened.municipality);
    let mut db = desk.read().await?;
    let kept = cells::all(&mut db, run, municipality).await?;
    let versions = cells::versions(&mut db, run, municipality).await?;
    let last = last(&mut db, desk.definitions(), opened).await?;
    drop(db);
    let checked = check(questionnaire, opened.rule, municipality, &kept);
    let open = checked.open_extra.iter().filter_map(|column| {
        let question = question(tr, questionnaire, column)?;
        Some((question.label, format!("/other#field-{column}")))
    });
    // Not asked for, only brought to mind: a goal that is answered without a word about children.
    let unheard = checked.goals.iter().zip(&questionnaire.goals).filter_map(|(found, goal)| {
        let [heard, _, _] = voice::columns(goal.number);
        let is_open = kept.get(&heard).is_none_or(|kept| kept.value.is_empty());
        (found.filled > 0 && is_open).then(|| {
            let title = format!("{} {}", goal.number, goal.title.get(tr.0));
            (tr.t1("form-check-heard", "goal", title), format!("/goals/{}#field-{heard}", goal.number))
        })
    });
    let may = async |permission| rows::may(desk, context, permission, municipality).await;
    let takes = opened.takes_answers(desk);
    let state = opened.form.state;
    let own = context.actor()?.person;
    let is_own = matches!(state, FormState::Submitted(signed) if signed.by == own);
    let approver = takes && may(Permission::ApproveForm).await?;
    let fills = overview::fills(desk, context, opened).await?;
    let title = tr.t(if takes && state == FormState::Filling { "form-to-check" } else { "form-check-title" });
    let shown = form.title(&title);
    Ok(View {
        frame: opened.frame(context, Some(&title), &shown),
        state: overview::state(desk, context, opened).await?,
        problems: checked.problems().map(|finding| problem(tr, questionnaire, finding)).collect(),
        open: unheard.chain(open).collect(),
        consent: (overview::consent(context, &kept), format!("/other#field-{NAMED}")),
        four_eyes: opened.run.plan.four_eyes,
        may_submit: takes && state == FormState::Filling && may(Permission::FillIn).await?,
        may_approve: approver && matches!(state, FormState::Submitted(_)) && !is_own,
        may_reopen: approver && state != FormState::Filling,
        own_work: is_own,
        sent_back: versions.into_iter().next().and_then(|version| version.reason),
        consent_words: tr.t(overview::consent_link(fills)),
        overall: overall(context, opened, &checked, &last),
        same: same(tr, &kept, &last),
        goals: if state == FormState::Filling {
            Vec::new()
        } else {
            overview::goals(context, opened, &checked)
        },
        other: None,
        path: context.url(&opened.path()),
        title,
        form,
    })
}

/// The score over all goals, beside that of the last time.
fn overall(context: &RequestContext, opened: &Opened, checked: &Checked, last: &Last) -> Option<String> {
    let now = overview::overall(context, opened, checked)?;
    // As if they were answers to this form: what can't be taken over does not count here either.
    let by = context.actor().ok()?.person;
    let kept = |value: &String| Kept { value: value.clone(), revision: 0, by };
    let then: Cells = last.cells.iter().map(|(name, value)| (name.clone(), kept(value))).collect();
    let then = check(&opened.questionnaire, opened.rule, opened.municipality, &then);
    let tr = context.tr();
    Some(match overview::overall(context, opened, &then).filter(|_| last.year > 0) {
        Some(then) => {
            let before = tr.t1("form-before", "year", last.year.to_string());
            format!("{now} ({} {then})", before.to_lowercase())
        }
        None => now,
    })
}

/// How many answers are as they were the last time: taken over, or given again.
fn same(tr: Tr, kept: &Cells, last: &Last) -> Option<String> {
    let filled = kept.iter().filter(|(_, kept)| !kept.value.is_empty());
    let (mut all, mut same) = (0_u64, 0_u64);
    for (name, kept) in filled {
        all += 1;
        same += u64::from(last.get(name) == Some(kept.value.as_str()));
    }
    let args =
        [("same", Arg::from(same)), ("all", Arg::from(all)), ("year", Arg::from(last.year.to_string()))];
    (last.year > 0 && all > 0).then(|| tr.with("form-same", &args))
}
