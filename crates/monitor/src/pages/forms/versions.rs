//! Every version of a form, and what changed from one to the next, in words. Everybody of the municipality with
//! `Permission::SeeForm`.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::{Path, State};
use kernel::{Permission, PersonId};
use web::{Arg, Frame, Page, PageError, RequestContext};

use super::questions::{Part, questions};
use super::rows::{self, Opened};
use crate::Desk;
use crate::acts::share::name_of;
use crate::desk::answered;
use crate::pages::words::moment;
use crate::store::cells::{self, Version};
use crate::store::shares;

#[derive(Template)]
#[template(path = "forms/versions.html")]
struct List {
    frame: Frame,
    title: String,
    rows: Vec<Row>,
}

struct Row {
    title: String,
    url: String,
    what: String,
    reason: Option<String>,
    /// How much changed, in words.
    changes: String,
}

#[derive(Template)]
#[template(path = "forms/version.html")]
struct One {
    frame: Frame,
    title: String,
    what: String,
    reason: Option<String>,
    /// What this version is compared with, in a sentence.
    beside: String,
    changes: Vec<Change>,
    back: String,
}

/// An answer that is not the same in two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The part.
    pub part: String,
    /// The question.
    pub question: String,
    /// The answer in the version before.
    pub before: String,
    /// The answer in this one.
    pub after: String,
    /// Who gave it by a link, in words.
    pub by: Option<String>,
}

type Answers = BTreeMap<String, String>;

/// Shows the list.
pub async fn list(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality)): Path<(String, String)>,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let (opened, versions) = open(&desk, &context, &run, &municipality).await?;
    let people: Vec<PersonId> = versions.iter().map(|version| version.by).collect();
    let names = answered(desk.directory().names(&people)).await?;
    let mut rows = Vec::new();
    for (at, version) in versions.iter().enumerate() {
        let before = versions.get(at + 1).map(answers).transpose()?.unwrap_or_default();
        rows.push(Row {
            title: tr.t1("form-version", "number", version.number.to_string()),
            url: context.url(&format!("{}/versions/{}", opened.path(), version.number)),
            what: what(&context, version, names.get(&version.by)),
            reason: version.reason.clone(),
            changes: tr.t1(
                // Of the first there is nothing before it that it could differ from.
                if at + 1 == versions.len() { "form-version-filled" } else { "form-version-changes" },
                "n",
                changes(&context, &opened, (&before, &answers(version)?), &Answers::new()).len() as u64,
            ),
        });
    }
    let title = tr.t("form-to-versions");
    Ok(Page(List { frame: opened.frame(&context, Some(&title), &title), title, rows }))
}

/// Shows one version beside the one before.
pub async fn one(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality, number)): Path<(String, String, String)>,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let (opened, versions) = open(&desk, &context, &run, &municipality).await?;
    let at = versions.iter().position(|version| version.number.to_string() == number);
    let (at, version) = at.and_then(|at| Some((at, versions.get(at)?))).ok_or(PageError::NotFound)?;
    let before = versions.get(at + 1);
    let names = answered(desk.directory().names(&[version.by])).await?;
    let title = tr.t1("form-version", "number", version.number.to_string());
    let then = before.map(answers).transpose()?.unwrap_or_default();
    let now = answers(version)?;
    Ok(Page(One {
        frame: opened.frame(&context, Some(&title), &title),
        what: what(&context, version, names.get(&version.by)),
        reason: version.reason.clone(),
        beside: match before {
            Some(before) => tr.t1("form-version-beside", "number", before.number.to_string()),
            None => tr.t("form-version-first"),
        },
        changes: changes(&context, &opened, (&then, &now), &by_link(&desk, &context, &opened, &now).await?),
        back: context.url(&format!("{}/versions", opened.path())),
        title,
    }))
}

async fn open(
    desk: &Desk,
    context: &RequestContext,
    run: &str,
    municipality: &str,
) -> Result<(Opened, Vec<Version>), PageError> {
    let mut db = desk.read().await?;
    let opened = rows::open(desk, &mut db, context, Permission::SeeForm, run, municipality).await?;
    let versions = cells::versions(&mut db, run, opened.municipality).await?;
    Ok((opened, versions))
}

fn what(context: &RequestContext, version: &Version, name: Option<&String>) -> String {
    let tr = context.tr();
    let name = name.cloned().unwrap_or_else(|| tr.t("form-somebody"));
    let args = [("name", Arg::from(name)), ("at", Arg::from(moment(tr, version.at)))];
    tr.with(&format!("form-version-{}", version.kind), &args)
}

fn answers(version: &Version) -> Result<Answers, PageError> {
    serde_json::from_str(&version.cells).map_err(PageError::internal)
}

/// Answers of a version that were given by a link and stand so still: by whom, in words, by column.
async fn by_link(
    desk: &Desk,
    context: &RequestContext,
    opened: &Opened,
    now: &Answers,
) -> Result<Answers, PageError> {
    let tr = context.tr();
    let mut db = desk.read().await?;
    let (run, municipality) = (&opened.run.plan.id, opened.municipality);
    let kept = cells::all(&mut db, run, municipality).await?;
    let mut by = Answers::new();
    for share in shares::of(&mut db, run, municipality).await? {
        let name = tr.t1("share-by", "name", name_of(desk.keys(), &share)?);
        let own = kept.iter().filter(|(column, kept)| {
            kept.by == share.id && now.get(*column).is_some_and(|value| *value == kept.value)
        });
        by.extend(own.map(|(column, _)| (column.clone(), tr.t1("form-version-by", "name", name.as_str()))));
    }
    Ok(by)
}

fn changes(
    context: &RequestContext,
    opened: &Opened,
    (before, after): (&Answers, &Answers),
    by: &Answers,
) -> Vec<Change> {
    let (tr, questionnaire) = (context.tr(), &*opened.questionnaire);
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differs = |name: &str| names.contains(&name.to_owned()) && before.get(name) != after.get(name);
    let of_part = |part: Part| {
        let title = part.title(tr, questionnaire);
        let changed =
            questions(tr, questionnaire, part).into_iter().filter(|question| differs(&question.name));
        changed
            .map(|question| {
                let words =
                    |all: &Answers| question.words(tr, all.get(&question.name).map_or("", String::as_str));
                let (before, after) = (words(before), words(after));
                let by = by.get(&question.name).cloned();
                Change { part: title.clone(), question: question.label.clone(), before, after, by }
            })
            .collect::<Vec<_>>()
    };
    Part::all(questionnaire).flat_map(of_part).collect()
}
