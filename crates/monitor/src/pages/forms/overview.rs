//! The form of a municipality as a whole: until when, how far, what next. Editors, approvers and readers of the
//! municipality (`Permission::SeeForm`).

use askama::Template;
use axum::extract::{Path, State};
use kernel::{Exact, Permission};
use web::{Arg, Frame, Page, PageError, RequestContext, Tr};

use super::questions::{NAMED, Part};
use super::rows::{self, Opened};
use super::score::{Score, score};
use super::told;
use crate::Desk;
use crate::acts::check::{Checked, check};
use crate::desk::answered;
use crate::domain::form::{FormState, Signed};
use crate::domain::rule::Parts;
use crate::pages::words::{day, moment};
use crate::store::cells::{self, Cells};

#[derive(Template)]
#[template(path = "forms/overview.html")]
struct View {
    frame: Frame,
    title: String,
    until: String,
    state: String,
    /// How many goals are done, in words, and as a number of all.
    progress: String,
    done: usize,
    all: usize,
    goals: Vec<Row>,
    other: Option<(String, String)>,
    consent: String,
    consent_url: String,
    /// The words of the link to it: to change it, or only to look.
    consent_words: String,
    /// What to do now: why, where, in which words.
    next: Option<(String, String, String)>,
    others: Vec<(String, String)>,
    links: Vec<(String, String)>,
}

/// A goal in the list of a form.
pub struct Row {
    pub title: String,
    pub url: String,
    pub state: String,
    pub score: Score,
}

/// Every goal with its state and score.
pub fn goals(context: &RequestContext, opened: &Opened, checked: &Checked) -> Vec<Row> {
    let (tr, questionnaire) = (context.tr(), &*opened.questionnaire);
    let row = |at: usize| Row {
        title: Part::Goal(at).title(tr, questionnaire),
        url: context.url(&format!("{}{}", opened.path(), Part::Goal(at).path(questionnaire))),
        state: goal_words(tr, checked, at),
        score: score(context, opened, checked, at),
    };
    (0..questionnaire.goals.len()).map(row).collect()
}

/// Whether the municipality is shown by name, in words; what is not filled in is a no.
pub fn consent(context: &RequestContext, kept: &Cells) -> String {
    context.tr().t(match kept.get(NAMED).map_or("", |kept| kept.value.as_str()) {
        "ja" => "form-consent-yes",
        "" => "form-consent-open",
        _ => "form-consent-no",
    })
}

/// Shows the form.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality)): Path<(String, String)>,
) -> Result<Page<impl Template>, PageError> {
    let (tr, mut db) = (context.tr(), desk.read().await?);
    let opened = rows::open(&desk, &mut db, &context, Permission::SeeForm, &run, &municipality).await?;
    let kept = cells::all(&mut db, &run, opened.municipality).await?;
    let checked = check(&opened.questionnaire, opened.rule, opened.municipality, &kept);
    let others = rows::others(&desk, &mut db, &context, &opened).await?;
    drop(db);
    let questionnaire = &*opened.questionnaire;
    let put =
        questionnaire.extra.iter().filter(|question| !checked.hidden.contains(&question.column)).count();
    let path = opened.path();
    let goals = goals(&context, &opened, &checked);
    let title = opened.title(&context);
    let (done, all) = (checked.done(), goals.len());
    let fills = fills(&desk, &context, &opened).await?;
    Ok(Page(View {
        frame: opened.frame(&context, None, &title),
        until: day(tr, opened.until()),
        state: state(&desk, &context, &opened).await?,
        progress: tr
            .with("form-progress", &[("done", Arg::from(done as u64)), ("all", Arg::from(all as u64))]),
        done,
        all,
        other: Some((context.url(&format!("{path}/other")), other(&context, &checked, put))),
        consent: consent(&context, &kept),
        consent_url: context.url(&format!("{path}/other#field-{NAMED}")),
        consent_words: tr.t(consent_link(fills)),
        next: next(&desk, &context, &opened, &checked).await?,
        links: ["check", "shares", "youth", "versions", "print.pdf", "print.pdf?empty"]
            .map(|page| (context.url(&format!("{path}/{page}")), tr.t(words(page, fills))))
            .to_vec(),
        goals,
        others,
        title,
    }))
}

/// Whether the visitor can change the form now.
pub async fn fills(desk: &Desk, context: &RequestContext, opened: &Opened) -> Result<bool, PageError> {
    Ok(opened.is_filled_in(desk) && rows::may(desk, context, Permission::FillIn, opened.municipality).await?)
}

/// The key of the link to the question about names.
pub const fn consent_link(fills: bool) -> &'static str {
    if fills { "form-consent-where" } else { "form-consent-look" }
}

/// The mean score over the goals that have one, in words.
pub fn overall(context: &RequestContext, opened: &Opened, checked: &Checked) -> Option<String> {
    let tr = context.tr();
    let totals = checked.goals.iter().filter_map(|goal| Some(goal.score.as_ref()?.0.total(Parts::ALL)));
    let totals: Vec<Exact> = totals.collect();
    let mean = totals.iter().copied().sum::<Exact>().per(totals.len() as u64)?;
    Some(tr.score(&mean, &opened.rule.norms))
}

/// The key of a link to another page of the form.
fn words(page: &str, fills: bool) -> &'static str {
    match page {
        "check" if !fills => "form-check-title",
        "check" => "form-to-check",
        "shares" => "shares-title",
        "youth" => "youth-own-crumb",
        "versions" => "form-to-versions",
        "print.pdf" => "form-to-print",
        _ => "form-to-print-empty",
    }
}

/// The state of a goal in words, with how many questions are empty of one that is done.
fn goal_words(tr: Tr, checked: &Checked, at: usize) -> String {
    let key = goal_state(checked, at);
    match checked.goals.get(at).map_or(0, |goal| goal.open) {
        open @ 1.. if key == "form-goal-state-done" => tr.t1("form-goal-state-part", "n", open),
        _ => tr.t(key),
    }
}

/// The key of the state of a goal.
fn goal_state(checked: &Checked, at: usize) -> &'static str {
    match checked.goals.get(at) {
        Some(goal) if goal.filled == 0 => "form-goal-state-open",
        Some(goal) if goal.findings.is_empty() => "form-goal-state-done",
        _ => "form-goal-state-wrong",
    }
}

fn other(context: &RequestContext, checked: &Checked, all: usize) -> String {
    let tr = context.tr();
    if !checked.extra.is_empty() {
        return tr.t("form-goal-state-wrong");
    }
    let filled = all.saturating_sub(checked.open_extra.len());
    tr.with("form-other-progress", &[("filled", Arg::from(filled as u64)), ("all", Arg::from(all as u64))])
}

/// Where the form is, with who did what when.
pub async fn state(desk: &Desk, context: &RequestContext, opened: &Opened) -> Result<String, PageError> {
    let tr = context.tr();
    let (key, signed) = match opened.form.state {
        FormState::Filling => return Ok(tr.t("form-state-filling")),
        FormState::Submitted(signed) => ("form-state-submitted-by", signed),
        FormState::Approved { approved, .. } => ("form-state-approved-by", approved),
    };
    let Signed { by, at } = signed;
    let names = answered(desk.directory().names(&[by])).await?;
    let name = names.get(&by).cloned().unwrap_or_else(|| tr.t("form-somebody"));
    Ok(tr.with(key, &[("name", Arg::from(name)), ("at", Arg::from(moment(tr, at)))]))
}

/// The one thing to do now, for this visitor.
async fn next(
    desk: &Desk,
    context: &RequestContext,
    opened: &Opened,
    checked: &Checked,
) -> Result<Option<(String, String, String)>, PageError> {
    let (tr, path) = (context.tr(), opened.path());
    if !opened.takes_answers(desk) {
        return Ok(None);
    }
    let may = |permission| rows::may(desk, context, permission, opened.municipality);
    let step = |key: &str, page: &str, words: String| {
        Some((tr.t(&format!("form-next-{key}")), context.url(&format!("{path}{page}")), words))
    };
    let own = context.actor()?.person;
    Ok(match opened.form.state {
        FormState::Filling if may(Permission::FillIn).await? => {
            let open = checked.goals.iter().position(|goal| !goal.findings.is_empty());
            let problem = |part| !told::of_part(checked, part).is_empty();
            let part = open.map(Part::Goal).or(problem(Part::Other).then_some(Part::Other));
            match part {
                Some(part) => {
                    let title = part.title(tr, &opened.questionnaire);
                    let begun = checked.goals.iter().any(|goal| goal.filled > 0);
                    let key = if begun { "go-on" } else { "begin" };
                    step(key, &part.path(&opened.questionnaire), tr.t1("form-go-to", "part", title))
                }
                None => step("submit", "/check", tr.t("form-to-check")),
            }
        }
        FormState::Submitted(signed) if signed.by != own && may(Permission::ApproveForm).await? => {
            step("approve", "/check", tr.t("form-to-approve"))
        }
        FormState::Submitted(_) => step("wait", "/check", tr.t("form-to-check")),
        _ => None,
    })
}
