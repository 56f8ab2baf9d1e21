//! Saves answers of a form, one or many at once; nothing of somebody else is ever written over unseen.

use geography::Code;
use kernel::{Finding, OrganisationId, Place};
use platform::{Connection, audit};
use serde_json::json;

use super::{Act, ActError};
use crate::domain::form::{FormRefusal, FormState, Kept, Saving, weigh};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::run::Run;
use crate::import::columns::{Column, Field, columns, tidy};
use crate::store::{cells, forms};

/// The most characters of one answer; the longest is free text.
pub const LONGEST: usize = 4000;

/// One answer that somebody saves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The column of the answers file.
    pub name: String,
    /// The answer; empty takes it away.
    pub value: String,
}

/// A form that somebody has in hand.
#[derive(Debug, Clone, Copy)]
pub struct InHand<'a> {
    /// The wave.
    pub run: &'a Run,
    /// What it asks.
    pub questionnaire: &'a Questionnaire,
    /// Whose form.
    pub municipality: Code,
    /// The organisation of that municipality.
    pub organisation: Option<OrganisationId>,
}

/// What was saved.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Saved {
    /// The save of the form that the editor has now seen.
    pub revision: i64,
    /// The names of those that were kept, with what was there before.
    pub kept: Vec<(String, String)>,
    /// Answers that were not kept, because somebody else gave another one meanwhile: theirs.
    pub conflicts: Vec<(Answer, Kept)>,
}

/// Saves answers. `seen` is the save of the form that the editor saw. Answers in conflict are not kept but given
/// back; the others are. An answer that keeps to no rule is kept as well: it is work in progress, and is told.
///
/// # Errors
/// If the form does not take answers now, or a name is of no question (which no page of ours sends).
pub async fn save(
    db: &mut Connection,
    act: &Act<'_>,
    form: InHand<'_>,
    seen: i64,
    answers: &[Answer],
) -> Result<Saved, ActError> {
    let InHand { run, municipality, .. } = form;
    let known = columns(form.questionnaire);
    let mut read = Vec::new();
    let mut findings = Vec::new();
    for answer in answers {
        match read_answer(form.questionnaire, &known, answer) {
            Ok(answer) => read.push(answer),
            Err(finding) => findings.push(finding),
        }
    }
    if !findings.is_empty() {
        return Err(ActError::Findings(findings));
    }
    // The next number is taken first: it holds the form, so that what is read below stays as it is.
    let stored = forms::next_revision(db, &run.plan.id, municipality).await?.ok_or(ActError::NotThere)?;
    let revision = stored.revision;
    if !run.takes_answers(stored.last_day, act.today()) {
        return Err(FormRefusal::Closed.into());
    }
    if stored.state != FormState::Filling {
        return Err(FormRefusal::State.into());
    }
    let (by, mut saved, mut changed) = (act.actor.person, Saved { revision, ..Saved::default() }, Vec::new());
    for answer in read {
        let kept = cells::find(db, &run.plan.id, municipality, &answer.name).await?;
        match weigh(kept.as_ref(), by, seen, &answer.value) {
            Saving::Same => {}
            Saving::Conflict(theirs) => saved.conflicts.push((answer, theirs)),
            Saving::Keep => {
                let before = kept.map_or_else(String::new, |kept| kept.value);
                let kept = Kept { value: answer.value, revision, by };
                cells::set(db, &run.plan.id, municipality, &answer.name, &kept, act.now).await?;
                changed.push(answer.name.clone());
                saved.kept.push((answer.name, before));
            }
        }
    }
    if !changed.is_empty() {
        let event = act.about_form("form.saved", &run.plan.id, municipality, form.organisation);
        let detail = if act.by_link {
            json!({ "answers": changed, "link": by.to_string() })
        } else {
            json!({ "answers": changed })
        };
        audit::record(db, &event.detail(detail)).await?;
    }
    Ok(saved)
}

/// Notes that answers of a save were taken over from the last wave, so that each can be put back.
///
/// # Errors
/// If the database fails.
pub async fn note_taken(
    db: &mut Connection,
    form: InHand<'_>,
    saved: &Saved,
    is_taken: impl Fn(&str) -> bool,
) -> Result<(), ActError> {
    for (name, before) in saved.kept.iter().filter(|(name, _)| is_taken(name)) {
        let (run, revision) = (&form.run.plan.id, saved.revision);
        cells::note_taken(db, run, form.municipality, (name, before), revision).await?;
    }
    Ok(())
}

/// An answer as it is kept: without what people leave around it, lists in one order.
fn read_answer(questionnaire: &Questionnaire, known: &[Column], answer: &Answer) -> Result<Answer, Finding> {
    let place = || Place::default().column(answer.name.chars().take(60).collect::<String>());
    let column = known.iter().find(|column| column.name == answer.name);
    let is_ours =
        |field: &Field| !matches!(field, Field::Respondent | Field::SizeClass | Field::Municipality);
    let Some(column) = column.filter(|column| is_ours(&column.field)) else {
        return Err(Finding::error("form-unknown", place()));
    };
    if answer.value.chars().count() > LONGEST {
        return Err(Finding::error("form-long", place()).with("most", LONGEST.to_string()));
    }
    let value = tidy(questionnaire, column.field, &answer.value).replace('\r', "");
    Ok(Answer { name: answer.name.clone(), value })
}

#[cfg(test)]
#[path = "fill_tests.rs"]
mod tests;
