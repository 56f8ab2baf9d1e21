//! Adds evidence and notes to a goal of a form, and removes them.

use kernel::{AttachmentId, Entropy, Finding, Place};
use platform::keys::{Cell, Keys};
use platform::{Connection, audit};
use serde_json::json;

use super::fill::InHand;
use super::{Act, ActError};
use crate::domain::attachment::{Attachment, MOST};
use crate::domain::form::{FormRefusal, FormState};
use crate::store::attachments::{self, Stored};
use crate::store::forms;

/// The cell of a note, for sealing.
#[must_use]
pub fn note_cell(row: &str) -> Cell<'_> {
    Cell { table: "form_attachments", column: "note", row }
}

fn place<'a>(form: InHand<'a>, part: &'a str) -> attachments::Place<'a> {
    attachments::Place { run: &form.run.plan.id, municipality: form.municipality, part }
}

/// Evidence belongs to what is filled in: it changes only while the answers can. A note is for colleagues, at any time.
async fn may_change(
    db: &mut Connection,
    act: &Act<'_>,
    form: InHand<'_>,
    is_note: bool,
) -> Result<(), ActError> {
    let (run, municipality) = (form.run, form.municipality);
    forms::lock(db, &run.plan.id, municipality).await?;
    let stored = forms::find(db, &run.plan.id, municipality).await?.ok_or(ActError::NotThere)?;
    if is_note {
        return Ok(());
    }
    if !run.takes_answers(stored.last_day, act.today()) {
        return Err(FormRefusal::Closed.into());
    }
    if stored.state == FormState::Filling { Ok(()) } else { Err(FormRefusal::State.into()) }
}

/// Adds one to a part.
///
/// # Errors
/// If evidence can't be changed now, or there is too much already.
pub async fn add(
    db: &mut Connection,
    act: &Act<'_>,
    form: InHand<'_>,
    part: &str,
    attachment: Attachment,
    (keys, entropy): (&Keys, &dyn Entropy),
) -> Result<AttachmentId, ActError> {
    let is_note = matches!(attachment, Attachment::Note(_));
    may_change(db, act, form, is_note).await?;
    let place = place(form, part);
    if attachments::of(db, place).await?.len() >= MOST {
        return Err(ActError::Findings(vec![
            Finding::error("attachment-many", Place::default()).with("most", MOST.to_string()),
        ]));
    }
    let id = AttachmentId::new(act.now, entropy);
    let mut stored = Stored {
        id,
        kind: attachment.kind().to_owned(),
        title: None,
        url: None,
        file_name: None,
        size: None,
        note: None,
        by: act.actor.person,
        at: act.now,
    };
    let mut content = None;
    match attachment {
        Attachment::Link { title, url } => {
            (stored.title, stored.url) = (Some(title), Some(url));
        }
        Attachment::File { title, file_name, content: bytes } => {
            (stored.title, stored.file_name) = (Some(title), Some(file_name));
            stored.size = i64::try_from(bytes.len()).ok();
            content = Some(bytes);
        }
        Attachment::Note(text) => {
            stored.note = Some(keys.seal(note_cell(&id.to_string()), text.as_bytes(), entropy));
        }
    }
    attachments::insert(db, place, &stored).await?;
    if let Some(content) = content {
        attachments::insert_content(db, id, content).await?;
    }
    record(db, act, form, part, (&stored, "added")).await?;
    Ok(id)
}

/// Removes one from a part. A note only by who wrote it.
///
/// # Errors
/// If it is not there, is somebody else's note, or evidence can't be changed now.
pub async fn remove(
    db: &mut Connection,
    act: &Act<'_>,
    form: InHand<'_>,
    part: &str,
    id: AttachmentId,
) -> Result<(), ActError> {
    let place = place(form, part);
    let all = attachments::of(db, place).await?;
    let stored = all.into_iter().find(|stored| stored.id == id).ok_or(ActError::NotThere)?;
    let is_note = stored.kind == "note";
    if is_note && stored.by != act.actor.person {
        return Err(ActError::NotThere);
    }
    may_change(db, act, form, is_note).await?;
    attachments::remove(db, place, id).await?;
    record(db, act, form, part, (&stored, "removed")).await
}

/// Gives a link or file of a part another name.
///
/// # Errors
/// If it is not there, is a note, or evidence can't be changed now.
pub async fn rename(
    db: &mut Connection,
    act: &Act<'_>,
    form: InHand<'_>,
    part: &str,
    (id, title): (AttachmentId, &str),
) -> Result<(), ActError> {
    let place = place(form, part);
    may_change(db, act, form, false).await?;
    if !attachments::rename(db, place, id, title).await? {
        return Err(ActError::NotThere);
    }
    let all = attachments::of(db, place).await?;
    let stored = all.into_iter().find(|stored| stored.id == id).ok_or(ActError::NotThere)?;
    record(db, act, form, part, (&stored, "renamed")).await
}

async fn record(
    db: &mut Connection,
    act: &Act<'_>,
    form: InHand<'_>,
    part: &str,
    (stored, what): (&Stored, &str),
) -> Result<(), ActError> {
    let kind = match (stored.kind.as_str(), what) {
        ("note", "added") => "form.note-added",
        ("note", _) => "form.note-removed",
        (_, "added") => "form.evidence-added",
        (_, "renamed") => "form.evidence-renamed",
        _ => "form.evidence-removed",
    };
    let event = act.about_form(kind, &form.run.plan.id, form.municipality, form.organisation);
    let detail = json!({ "part": part, "attachment": stored.id.to_string(), "kind": stored.kind });
    audit::record(db, &event.detail(detail)).await?;
    Ok(())
}

#[cfg(test)]
#[path = "attach_tests.rs"]
mod tests;
