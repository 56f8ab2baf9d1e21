//! Evidence and notes with a goal of a form. Everybody of the municipality reads them and writes notes
//! (`Permission::SeeForm`); editors change the evidence (`Permission::FillIn`).

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kernel::{AttachmentId, Finding, Permission, PersonId};
use web::{Arg, Form, FormView, Frame, Page, PageError, RequestContext, Tr};

use super::part::goal_of;
use super::questions::Part;
use super::rows::{self, Opened};
use crate::Desk;
use crate::acts::attach::{add, note_cell, remove, rename as rename_to};
use crate::desk::answered;
use crate::domain::attachment::Attachment;
use crate::pages::refused;
use crate::pages::words::moment;
use crate::store::attachments::{self, Stored};

#[derive(Template)]
#[template(path = "forms/more.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    path: String,
    evidence: Vec<Evidence>,
    notes: Vec<Note>,
    edits: bool,
    back: String,
}

/// A link or a file in the list.
struct Evidence {
    id: String,
    /// The field with its name.
    field: String,
    title: String,
    url: String,
    about: String,
    is_file: bool,
}

/// A note in the list.
struct Note {
    id: String,
    text: String,
    about: String,
    own: bool,
}

/// Shows the page.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(path): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let (opened, part) = open(&desk, &context, Permission::SeeForm, &path).await?;
    let form = FormView::new(&context);
    Ok(Page(view(&desk, &context, &opened, part, form).await?).into_response())
}

/// Adds a link.
pub async fn link(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(path): Path<(String, String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let read = Attachment::link(form.text("link_title"), form.text("url"));
    keep(&desk, &context, Permission::FillIn, &path, (&form, read)).await
}

/// Adds a file.
pub async fn file(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(path): Path<(String, String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let sent = form.file("file").map(|file| (file.file_name.as_str(), &file.bytes[..]));
    let read = Attachment::file(form.text("file_title"), sent);
    keep(&desk, &context, Permission::FillIn, &path, (&form, read)).await
}

/// Adds a note.
pub async fn note(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(path): Path<(String, String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let read = Attachment::note(form.text("note"));
    keep(&desk, &context, Permission::SeeForm, &path, (&form, read)).await
}

/// Removes evidence, or an own note.
pub async fn take_away(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality, goal, id)): Path<(String, String, String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let id: AttachmentId = id.parse().map_err(|_| PageError::NotFound)?;
    let path = (run, municipality, goal);
    // A note of one's own goes also without the right to fill in; the act looks whose it is.
    let permission = if form.checked("note") { Permission::SeeForm } else { Permission::FillIn };
    let (opened, part) = open(&desk, &context, permission, &path).await?;
    let mut db = desk.write().await?;
    let done = remove(&mut db, &desk.act(&context)?, opened.in_hand(), &place(&opened, part), id).await;
    match done {
        Ok(()) => {
            db.commit().await?;
            Ok(context.done(&here(&opened, part), "attachment-removed"))
        }
        Err(error) => {
            drop(db);
            again(&desk, &context, &opened, part, (&form, refused::findings(error)?)).await
        }
    }
}

/// Gives evidence another name.
pub async fn rename(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality, goal, id)): Path<(String, String, String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let id: AttachmentId = id.parse().map_err(|_| PageError::NotFound)?;
    let path = (run, municipality, goal);
    let (opened, part) = open(&desk, &context, Permission::FillIn, &path).await?;
    let field = name_field(&id.to_string());
    let title = match Attachment::name(form.text(&field), &field) {
        Ok(title) => title,
        Err(findings) => return again(&desk, &context, &opened, part, (&form, findings)).await,
    };
    let mut db = desk.write().await?;
    let of = place(&opened, part);
    let done = rename_to(&mut db, &desk.act(&context)?, opened.in_hand(), &of, (id, &title)).await;
    match done {
        Ok(()) => {
            db.commit().await?;
            Ok(context.done(&here(&opened, part), "attachment-renamed"))
        }
        Err(error) => {
            drop(db);
            again(&desk, &context, &opened, part, (&form, refused::findings(error)?)).await
        }
    }
}

/// The field with the name of one piece of evidence: each has its own on the page.
fn name_field(id: &str) -> String {
    format!("title-{id}")
}

/// Gives a file: always to be kept, never shown inside a page of ours.
pub async fn content(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality, goal, id)): Path<(String, String, String, String)>,
) -> Result<Response, PageError> {
    let id: AttachmentId = id.parse().map_err(|_| PageError::NotFound)?;
    let (opened, part) = open(&desk, &context, Permission::SeeForm, &(run, municipality, goal)).await?;
    let part = place(&opened, part);
    let place =
        attachments::Place { run: &opened.run.plan.id, municipality: opened.municipality, part: &part };
    let found = attachments::content(&mut *desk.read().await?, place, id).await?;
    let (name, bytes) = found.ok_or(PageError::NotFound)?;
    let plain =
        |letter: char| if letter.is_ascii_alphanumeric() || "-_. ".contains(letter) { letter } else { '_' };
    let name: String = name.chars().map(plain).collect();
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, bytes).into_response())
}

async fn open(
    desk: &Desk,
    context: &RequestContext,
    permission: Permission,
    (run, municipality, goal): &(String, String, String),
) -> Result<(Opened, Part), PageError> {
    let mut db = desk.read().await?;
    let opened = rows::open(desk, &mut db, context, permission, run, municipality).await?;
    let part = goal_of(&opened, goal)?;
    Ok((opened, part))
}

/// The name of a part where attachments are kept.
pub fn place(opened: &Opened, part: Part) -> String {
    part.path(&opened.questionnaire).trim_start_matches('/').to_owned()
}

/// The address of the page, without language.
fn here(opened: &Opened, part: Part) -> String {
    format!("{}{}/more", opened.path(), part.path(&opened.questionnaire))
}

async fn keep(
    desk: &Desk,
    context: &RequestContext,
    permission: Permission,
    path: &(String, String, String),
    (form, read): (&Form, Result<Attachment, Vec<Finding>>),
) -> Result<Response, PageError> {
    let (opened, part) = open(desk, context, permission, path).await?;
    let attachment = match read {
        Ok(attachment) => attachment,
        Err(findings) => return again(desk, context, &opened, part, (form, findings)).await,
    };
    let mut db = desk.write().await?;
    let sealing = (desk.keys(), desk.entropy());
    let act = desk.act(context)?;
    let done = add(&mut db, &act, opened.in_hand(), &place(&opened, part), attachment, sealing).await;
    match done {
        Ok(_) => {
            db.commit().await?;
            Ok(context.done(&here(&opened, part), "attachment-kept"))
        }
        Err(error) => {
            drop(db);
            again(desk, context, &opened, part, (form, refused::findings(error)?)).await
        }
    }
}

async fn again(
    desk: &Desk,
    context: &RequestContext,
    opened: &Opened,
    part: Part,
    (form, findings): (&Form, Vec<Finding>),
) -> Result<Response, PageError> {
    let form = FormView::of(context, form, findings);
    Ok(refused::again(view(desk, context, opened, part, form).await?))
}

async fn view(
    desk: &Desk,
    context: &RequestContext,
    opened: &Opened,
    part: Part,
    form: FormView,
) -> Result<View, PageError> {
    let (tr, own) = (context.tr(), context.actor()?.person);
    let name = place(opened, part);
    let place =
        attachments::Place { run: &opened.run.plan.id, municipality: opened.municipality, part: &name };
    let all = attachments::of(&mut *desk.read().await?, place).await?;
    let people: Vec<PersonId> = all.iter().map(|one| one.by).collect();
    let names = answered(desk.directory().names(&people)).await?;
    let path = context.url(&here(opened, part));
    let (mut evidence, mut notes) = (Vec::new(), Vec::new());
    for one in &all {
        let about = about(tr, &names, one);
        match &one.note {
            Some(sealed) => {
                let text = desk.keys().open_text(note_cell(&one.id.to_string()), sealed)?.to_string();
                notes.push(Note { id: one.id.to_string(), text, about, own: one.by == own });
            }
            None => evidence.push(Evidence {
                is_file: one.kind == "file",
                title: one.title.clone().unwrap_or_default(),
                url: one.url.clone().unwrap_or_else(|| format!("{path}/{}", one.id)),
                about: size(tr, one).map_or(about.clone(), |size| format!("{size}. {about}")),
                field: name_field(&one.id.to_string()),
                id: one.id.to_string(),
            }),
        }
    }
    // What was typed comes first; the others say what they are called.
    let form = evidence.iter().fold(form, |form, one| form.value(&one.field, one.title.as_str()));
    let title = tr.t1("attachments-title", "part", part.title(tr, &opened.questionnaire));
    let shown = form.title(&title);
    Ok(View {
        frame: opened.frame(context, Some(&title), &shown),
        edits: opened.is_filled_in(desk)
            && rows::may(desk, context, Permission::FillIn, opened.municipality).await?,
        back: context.url(&format!("{}{}", opened.path(), part.path(&opened.questionnaire))),
        path,
        evidence,
        notes,
        title,
        form,
    })
}

/// Who added it, and when.
fn about(tr: Tr, names: &BTreeMap<PersonId, String>, one: &Stored) -> String {
    let name = names.get(&one.by).cloned().unwrap_or_else(|| tr.t("form-somebody"));
    tr.with("attachment-by", &[("name", Arg::from(name)), ("at", Arg::from(moment(tr, one.at)))])
}

/// How large a file is, in kilobytes.
fn size(tr: Tr, one: &Stored) -> Option<String> {
    let kilobytes = u64::try_from(one.size?).ok()?.div_ceil(1024);
    Some(tr.t1("attachment-size", "kb", tr.count(&kilobytes)))
}
