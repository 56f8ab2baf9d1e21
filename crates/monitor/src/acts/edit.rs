//! What a researcher does with a version of a questionnaire: copy, change, publish, remove.

use std::sync::Arc;

use kernel::{Finding, Place};
use platform::Connection;
use platform::audit::{self, Event, Who};

use super::{Act, ActError};
use crate::definitions::{self, Definitions, Spot};
use crate::domain::editing::copied;
use crate::domain::questionnaire::{NONE, Questionnaire};
use crate::store::questionnaires::{self, StoredVersion, Written};
use crate::store::{runs, waves};
use crate::versions;

/// A draft with what is wrong with it.
#[derive(Debug, Clone)]
pub struct Draft {
    /// As stored.
    pub stored: StoredVersion,
    /// What it says now.
    pub questionnaire: Questionnaire,
    /// Everything that keeps it from being published, each with its place.
    pub findings: Vec<(Spot, Finding)>,
}

/// The draft of this name and version.
///
/// # Errors
/// `NotThere` if there is none, or it is published.
pub async fn draft(db: &mut Connection, id: &str, version: u32) -> Result<Draft, ActError> {
    let stored = questionnaires::find(db, id, version).await?.filter(|stored| !stored.published);
    let stored = stored.ok_or(ActError::NotThere)?;
    let body = questionnaires::body(db, id, version).await?.ok_or(ActError::NotThere)?;
    let (questionnaire, _) = definitions::read_draft(&body);
    let findings = check(&questionnaire);
    Ok(Draft { stored, questionnaire, findings })
}

/// Everything that is wrong with a questionnaire: what its reader finds, and questions without an answer to give.
#[must_use]
pub fn check(questionnaire: &Questionnaire) -> Vec<(Spot, Finding)> {
    let (text, spots) = definitions::write(questionnaire);
    let (_, found) = definitions::read_draft(&text);
    let lines: Vec<&str> = text.lines().collect();
    let mut findings: Vec<(Spot, Finding)> = found
        .into_iter()
        .map(|finding| {
            let line =
                finding.place.row.and_then(|row| usize::try_from(row).ok()).unwrap_or(1).saturating_sub(1);
            let spot = spots.get(line).copied().unwrap_or(Spot::Head);
            (spot, at_field(spot, lines.get(line).copied().unwrap_or_default(), finding))
        })
        .collect();
    for (at, goal) in questionnaire.goals.iter().enumerate() {
        for (position, question) in goal.questions.iter().enumerate() {
            if question.options.iter().all(|option| option.code == NONE) {
                let finding = Finding::error("edited-no-measure", Place::default());
                findings.push((Spot::Question(at, position, None), finding));
            }
        }
    }
    findings
}

/// What the reader found at a line, in words for somebody who does not see the text, at the field of the editor.
fn at_field(spot: Spot, line: &str, finding: Finding) -> Finding {
    let key = line.split_once(" = ").map(|(key, _)| key.replace('.', "_"));
    let column = match (spot, key) {
        (Spot::Question(.., Some(at)) | Spot::Extra(_, Some(at)), Some(key)) => {
            Some(format!("{}.{at}", if key == "en" { "en" } else { "nl" }))
        }
        (_, key) => key,
    };
    let of = |name: &str| finding.params.iter().any(|(_, value)| value == name);
    let code = match finding.code {
        "definition-missing" if of("questions") => "edited-no-question",
        "definition-missing" if of("options") => "edited-no-option",
        "definition-missing" | "definition-type" => "edited-empty",
        other => other,
    };
    Finding { code, place: Place { column, ..Place::default() }, ..finding }
}

fn about(act: &Act<'_>, kind: &'static str, id: &str, version: u32) -> Event {
    let event = Event::new(kind, act.now, Who::Person(act.actor.person)).request(act.request);
    event.about("questionnaire", format!("{id}/{version}"))
}

/// Makes a draft that is a copy of a version that waves can be held with; gives its version.
///
/// # Errors
/// `NotThere` if there is no such version.
pub async fn copy(
    db: &mut Connection,
    act: &Act<'_>,
    definitions: &Definitions,
    id: &str,
    version: u32,
) -> Result<u32, ActError> {
    let base = versions::find(db, definitions, id, version).await?.ok_or(ActError::NotThere)?;
    let built_in =
        definitions.questionnaires.iter().filter(|known| known.id == id).map(|known| known.version);
    let stored = questionnaires::all(db).await?;
    let stored = stored.iter().filter(|known| known.id == id).map(|known| known.version);
    let next = built_in.chain(stored).max().unwrap_or(0).saturating_add(1);
    let copy = copied(&base, next, act.today());
    let (body, _) = definitions::write(&copy);
    let hash = definitions::hash(&body);
    let written = Written { id, version: next, body: &body, hash: &hash, by: act.actor.person, at: act.now };
    questionnaires::insert(db, written).await?;
    audit::record(db, &about(act, "questionnaire.copied", id, next)).await?;
    Ok(next)
}

/// Keeps a draft as it is now, right or wrong.
///
/// # Errors
/// `Changed` if somebody else changed or published it since it was read.
pub async fn keep(
    db: &mut Connection,
    act: &Act<'_>,
    stored: &StoredVersion,
    questionnaire: &Questionnaire,
) -> Result<(), ActError> {
    let (id, version) = (&*stored.id, stored.version);
    let (body, _) = definitions::write(questionnaire);
    let hash = definitions::hash(&body);
    if hash == stored.hash {
        return Ok(());
    }
    let written = Written { id, version, body: &body, hash: &hash, by: act.actor.person, at: act.now };
    if !questionnaires::update(db, written, stored.changed).await? {
        return Err(ActError::Changed);
    }
    audit::record(db, &about(act, "questionnaire.changed", id, version)).await?;
    Ok(())
}

/// Publishes a draft as it was when it had changed `known` times: from then on waves can be held with it, and it
/// never changes.
///
/// # Errors
/// Everything that is wrong with it, or `Changed` if somebody else changed it meanwhile.
pub async fn publish(
    db: &mut Connection,
    act: &Act<'_>,
    id: &str,
    version: u32,
    known: i64,
) -> Result<(), ActError> {
    let draft = draft(db, id, version).await?;
    if draft.stored.changed != known {
        return Err(ActError::Changed);
    }
    if !draft.findings.is_empty() {
        return Err(ActError::Findings(vec![
            Finding::error("edited-findings", Place::default()).with("n", draft.findings.len().to_string()),
        ]));
    }
    let (body, _) = definitions::write(&draft.questionnaire);
    let hash = definitions::hash(&body);
    let written = Written { id, version, body: &body, hash: &hash, by: act.actor.person, at: act.now };
    if !questionnaires::publish(db, written, known).await? {
        return Err(ActError::Changed);
    }
    audit::record(db, &about(act, "questionnaire.published", id, version)).await?;
    Ok(())
}

/// Removes a draft.
///
/// # Errors
/// `NotThere` if there is none, or it is published.
pub async fn remove(db: &mut Connection, act: &Act<'_>, id: &str, version: u32) -> Result<(), ActError> {
    if !questionnaires::delete_draft(db, id, version).await? {
        return Err(ActError::NotThere);
    }
    audit::record(db, &about(act, "questionnaire.removed", id, version)).await?;
    Ok(())
}

/// Where a wave uses a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// Name of the wave.
    pub wave: String,
    /// Whether it is held here, with a page for researchers.
    pub held: bool,
}

/// Every wave that uses a version, newest first.
///
/// # Errors
/// If the database fails.
pub async fn uses(db: &mut Connection, id: &str, version: u32) -> Result<Vec<Use>, ActError> {
    let mut found: Vec<Use> = Vec::new();
    for run in
        runs::all(db).await?.into_iter().filter(|run| run.plan.questionnaire == (id.to_owned(), version))
    {
        found.push(Use { wave: run.plan.id, held: true });
    }
    for wave in waves::all(db).await? {
        let is_it = wave.questionnaire == id && wave.questionnaire_version == version;
        if is_it && !found.iter().any(|found| found.wave == wave.id) {
            found.push(Use { wave: wave.id, held: false });
        }
    }
    found.sort_by(|a, b| b.wave.cmp(&a.wave));
    Ok(found)
}

/// A version that a researcher sees: one that waves can be held with, or a draft.
///
/// # Errors
/// `NotThere` if it is neither.
pub async fn seen(
    db: &mut Connection,
    definitions: &Definitions,
    id: &str,
    version: u32,
) -> Result<(Arc<Questionnaire>, Option<Draft>), ActError> {
    if let Some(found) = versions::find(db, definitions, id, version).await? {
        return Ok((found, None));
    }
    let draft = draft(db, id, version).await?;
    Ok((Arc::new(draft.questionnaire.clone()), Some(draft)))
}

#[cfg(test)]
#[path = "edit_tests.rs"]
mod tests;
