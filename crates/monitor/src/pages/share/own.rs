//! The links to goals of a form: who has one, when it was last used, a new one, and ending one. Everybody of the
//! municipality looks (`Permission::SeeForm`); editors make and end them (`Permission::FillIn`).

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Permission, PersonId};
use platform::mail::{self, Mail};
use web::{Arg, Form, FormView, Frame, Letter, Page, PageError, RequestContext, localized};

use crate::Desk;
use crate::acts::ActError;
use crate::acts::share;
use crate::desk::answered;
use crate::domain::share::{ShareState, Typed, Wanted, read};
use crate::pages::form_rows::{self as rows, Opened};
use crate::pages::forms::part::goal_of;
use crate::pages::refused;
use crate::pages::words::{day, moment};
use crate::store::shares;

#[derive(Template)]
#[template(path = "share/own.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    action: String,
    links: Vec<Row>,
    /// Number and title of each goal.
    goals: Vec<(String, String)>,
    makes: bool,
    back: String,
}

struct Row {
    id: String,
    name: String,
    goal: String,
    about: String,
    state: String,
    used: String,
    /// When they said to be done.
    ready: String,
    ends: bool,
}

#[derive(Template)]
#[template(path = "share/made.html")]
struct Made {
    frame: Frame,
    title: String,
    intro: String,
    url: String,
    mailed: Option<String>,
    back: String,
}

/// Shows the links.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(path): Path<(String, String)>,
) -> Result<Response, PageError> {
    let opened = open(&desk, &context, Permission::SeeForm, &path).await?;
    let goal = context.query_value("goal").unwrap_or_default();
    let until = opened.until().to_string();
    let form = FormView::new(&context).value("goal", goal).value("last_day", until);
    Ok(Page(view(&desk, &context, &opened, form).await?).into_response())
}

/// Makes a link, and shows it once.
pub async fn make(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(path): Path<(String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let opened = open(&desk, &context, Permission::FillIn, &path).await?;
    let goals: Vec<u32> = opened.questionnaire.goals.iter().map(|goal| goal.number).collect();
    let typed = Typed {
        goal: form.text("goal"),
        name: form.text("share_name"),
        last_day: form.text("last_day"),
        email: form.text("email"),
    };
    let wanted = match read(typed, &goals, kernel::dutch_day(desk.now()), opened.until()) {
        Ok(wanted) => wanted,
        Err(findings) => return again(&desk, &context, &opened, &form, findings).await,
    };
    let mut db = desk.write().await?;
    let sealing = (desk.keys(), desk.entropy());
    let done = share::make(&mut db, &desk.act(&context)?, opened.in_hand(), &wanted, sealing).await;
    match done {
        Ok((token, share)) => {
            let path = localized(context.lang, &format!("/share/{token}"));
            let url = format!("{}{path}", context.public_url());
            if let Some(email) = &wanted.email {
                let mail = letter(&context, &opened, &wanted, &url, email).map_err(PageError::internal)?;
                let key = Some(format!("form.share:{}", share.id));
                mail::send_later(&mut db, desk.keys(), &mail, key, desk.now(), desk.entropy()).await?;
            }
            db.commit().await?;
            let headers = [(header::CACHE_CONTROL, "no-store")];
            Ok((headers, Page(made(&context, &opened, &wanted, url))).into_response())
        }
        Err(error) => {
            drop(db);
            again(&desk, &context, &opened, &form, refused::findings(error)?).await
        }
    }
}

/// Ends a link.
pub async fn end(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality, id)): Path<(String, String, String)>,
    _form: Form,
) -> Result<Response, PageError> {
    let id: PersonId = id.parse().map_err(|_| PageError::NotFound)?;
    let opened = open(&desk, &context, Permission::FillIn, &(run, municipality)).await?;
    let mut db = desk.write().await?;
    match share::end(&mut db, &desk.act(&context)?, opened.in_hand(), id).await {
        Ok(()) => {
            db.commit().await?;
            Ok(context.done(&format!("{}/shares", opened.path()), "share-ended"))
        }
        Err(ActError::NotThere) => Err(PageError::NotFound),
        Err(error) => Err(PageError::internal(error)),
    }
}

async fn open(
    desk: &Desk,
    context: &RequestContext,
    permission: Permission,
    (run, municipality): &(String, String),
) -> Result<Opened, PageError> {
    let mut db = desk.read().await?;
    rows::open(desk, &mut db, context, permission, run, municipality).await
}

async fn again(
    desk: &Desk,
    context: &RequestContext,
    opened: &Opened,
    form: &Form,
    findings: Vec<Finding>,
) -> Result<Response, PageError> {
    let form = FormView::of(context, form, findings);
    Ok(refused::again(view(desk, context, opened, form).await?))
}

async fn view(
    desk: &Desk,
    context: &RequestContext,
    opened: &Opened,
    form: FormView,
) -> Result<View, PageError> {
    let tr = context.tr();
    let makes = opened.is_filled_in(desk)
        && rows::may(desk, context, Permission::FillIn, opened.municipality).await?;
    let all = shares::of(&mut *desk.read().await?, &opened.run.plan.id, opened.municipality).await?;
    let people: Vec<PersonId> = all.iter().map(|share| share.made_by).collect();
    let names = answered(desk.directory().names(&people)).await?;
    let goals = opened.questionnaire.goals.iter();
    let goals: Vec<(String, String)> = goals
        .map(|goal| (goal.number.to_string(), format!("{} {}", goal.number, goal.title.get(context.lang))))
        .collect();
    let mut links = Vec::new();
    for one in &all {
        let state = share::state(one, &opened.run, &opened.form, desk.now());
        let by = names.get(&one.made_by).cloned().unwrap_or_else(|| tr.t("form-somebody"));
        let goal = goals.iter().find(|(number, _)| *number == one.goal.to_string());
        links.push(Row {
            id: one.id.to_string(),
            name: share::name_of(desk.keys(), one)?,
            goal: goal.map_or_else(String::new, |(_, title)| title.clone()),
            about: tr
                .with("share-about", &[("name", Arg::from(by)), ("at", Arg::from(moment(tr, one.made_at)))]),
            state: tr.t1(&format!("share-state-{}", state.name()), "day", day(tr, one.last_day)),
            used: one
                .used_at
                .map_or_else(|| tr.t("share-never-used"), |at| tr.t1("share-used", "at", moment(tr, at))),
            ready: one.ready_at.map_or_else(String::new, |at| tr.t1("share-ready-at", "at", moment(tr, at))),
            ends: makes && state == ShareState::Open,
        });
    }
    let title = tr.t("shares-title");
    let shown = form.title(&title);
    Ok(View {
        frame: opened.frame(context, Some(&title), &shown),
        action: context.url(&format!("{}/shares", opened.path())),
        back: context.url(&opened.path()),
        title,
        links,
        goals,
        makes,
        form,
    })
}

fn made(context: &RequestContext, opened: &Opened, wanted: &Wanted, url: String) -> Made {
    let tr = context.tr();
    let title = tr.t("share-made-title");
    let args = [
        ("name", Arg::from(wanted.name.as_str())),
        ("goal", Arg::from(goal_name(context, opened, wanted))),
        ("day", Arg::from(day(tr, wanted.last_day))),
    ];
    Made {
        frame: opened.frame(context, Some(&title), &title),
        intro: tr.with("share-made-intro", &args),
        mailed: wanted.email.as_ref().map(|email| tr.t1("share-made-mailed", "email", email.as_str())),
        back: context.url(&format!("{}/shares", opened.path())),
        title,
        url,
    }
}

/// The goal of a link in words.
fn goal_name(context: &RequestContext, opened: &Opened, wanted: &Wanted) -> String {
    let goal = goal_of(opened, &wanted.goal.to_string());
    goal.map(|part| part.title(context.tr(), &opened.questionnaire)).unwrap_or_default()
}

/// The link as a mail, in the language of who made it.
fn letter(
    context: &RequestContext,
    opened: &Opened,
    wanted: &Wanted,
    url: &str,
    to: &str,
) -> Result<Mail, askama::Error> {
    let (tr, lang) = (context.tr(), context.lang);
    let goal = goal_name(context, opened, wanted);
    let args = [
        ("name", Arg::from(wanted.name.as_str())),
        ("municipality", Arg::from(opened.name())),
        ("wave", Arg::from(opened.run.plan.title.get(lang))),
        ("goal", Arg::from(goal)),
        ("day", Arg::from(day(tr, wanted.last_day))),
    ];
    let line = |part: &str| tr.with(&format!("letter-share-{part}"), &args);
    let letter = Letter {
        subject: line("subject"),
        lines: vec![line("why"), line("what")],
        link: Some((line("link"), url.to_owned())),
        after: vec![line("after")],
    };
    let written = letter.write(lang)?;
    Ok(Mail { to: to.to_owned(), subject: letter.subject, text: written.text, html: written.html, lang })
}
