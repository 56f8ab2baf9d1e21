//! What people do with good examples: their municipality makes, changes, publishes and withdraws them, others thank,
//! and a researcher takes one off.

use geography::{Code, Geography, Municipality};
use kernel::{ExampleId, Finding, OrganisationId, Place as Where};
use platform::Connection;
use platform::audit::{self, Event, Who};
use platform::mail;
use serde_json::json;

use super::run::Post;
use super::thread::Notice;
use super::{Act, ActError};
use crate::domain::attachment::Attachment;
use crate::domain::example::{ExampleState, Told};
use crate::domain::thread::Place;
use crate::store::examples::{self, Document, StoredExample};
use crate::store::threads;

/// The most examples of one municipality.
const MOST: usize = 200;
/// The most characters of a reason.
const LONGEST_BECAUSE: usize = 500;

/// An example, for somebody who acts for `organisation`.
#[derive(Debug, Clone, Copy)]
pub struct Held {
    /// Which one.
    pub id: ExampleId,
    /// After how many saves it was seen.
    pub known: i64,
    /// The organisation for which somebody acts, for its privacy officer.
    pub organisation: Option<OrganisationId>,
}

/// Makes a draft with a title, for a goal.
///
/// # Errors
/// What is wrong with it, or that there are too many.
pub async fn make(
    db: &mut Connection,
    act: &Act<'_>,
    (municipality, organisation): (Code, Option<OrganisationId>),
    (goal, title): (u32, &str),
    post: Post<'_>,
) -> Result<ExampleId, ActError> {
    let told = Told { title: title.trim().to_owned(), ..Told::default() };
    let mut findings = told.problems();
    if examples::of(db, municipality).await?.len() >= MOST {
        findings.push(web::on_field("example-many", "example_title"));
    }
    if !findings.is_empty() {
        return Err(ActError::Findings(findings));
    }
    let id = ExampleId::new(act.now, post.entropy);
    let new = StoredExample {
        id,
        municipality,
        goal,
        step: String::new(),
        told,
        document: None,
        state: ExampleState::Draft,
        changed: 0,
        published_at: None,
    };
    let known = Geography::built_in().get(municipality);
    let class = known.and_then(Municipality::size_class).map_or(0, geography::SizeClass::number);
    let search = new.told.search(known.map_or("", |known| known.name));
    examples::insert(db, &new, (class, &search), (act.actor.person, act.now)).await?;
    record(db, act, "example.made", Held { id, known: 0, organisation }).await?;
    Ok(id)
}

/// Changes what is told. What is published keeps all its parts.
///
/// # Errors
/// What is wrong with it, or `Changed` if a colleague changed it meanwhile.
pub async fn change(
    db: &mut Connection,
    act: &Act<'_>,
    held: Held,
    step: &str,
    told: Told,
) -> Result<(), ActError> {
    let found = changeable(db, held).await?;
    let mut findings = told.problems();
    if found.state == ExampleState::Published && findings.is_empty() {
        findings = told.missing();
    }
    if !findings.is_empty() {
        return Err(ActError::Findings(findings));
    }
    let name = Geography::built_in().get(found.municipality).map_or("", |known| known.name);
    let search = told.search(name);
    let now = StoredExample { step: step.to_owned(), told, ..found };
    if !examples::update(db, &now, &search, held.known).await? {
        return Err(ActError::Changed);
    }
    record(db, act, "example.changed", held).await
}

/// Puts a link or a file with it; nothing takes away what is there.
///
/// # Errors
/// If it is not there, or can't be changed.
pub async fn set_document(
    db: &mut Connection,
    act: &Act<'_>,
    held: Held,
    attachment: Option<Attachment>,
) -> Result<(), ActError> {
    changeable(db, held).await?;
    let (document, content) = match attachment {
        Some(Attachment::Link { title, url }) => {
            (Some(Document { title, url: Some(url), file_name: None, size: None }), None)
        }
        Some(Attachment::File { title, file_name, content }) => {
            let size = i64::try_from(content.len()).ok();
            (Some(Document { title, url: None, file_name: Some(file_name), size }), Some(content))
        }
        Some(Attachment::Note(_)) | None => (None, None),
    };
    examples::set_document(db, held.id, document.as_ref(), content).await?;
    record(db, act, "example.changed", held).await
}

/// Shows it to everybody, in the name of the municipality.
///
/// # Errors
/// What is missing, that nobody said to agree, or `Changed`.
pub async fn publish(db: &mut Connection, act: &Act<'_>, held: Held, agrees: bool) -> Result<(), ActError> {
    let found = changeable(db, held).await?;
    let mut findings = found.told.missing();
    if !agrees {
        findings.push(web::on_field("example-agree", "agrees"));
    }
    if !findings.is_empty() {
        return Err(ActError::Findings(findings));
    }
    let state = found.state.publish().map_err(|_| ActError::Changed)?;
    moved(db, act, held, &state, "example.published").await
}

/// Takes it back.
///
/// # Errors
/// Unless it is published.
pub async fn withdraw(db: &mut Connection, act: &Act<'_>, held: Held) -> Result<(), ActError> {
    let found = changeable(db, held).await?;
    let state = found.state.withdraw().map_err(|_| ActError::Changed)?;
    moved(db, act, held, &state, "example.withdrawn").await
}

/// Takes it off, for a reason that its municipality reads, and closes the questions about it.
///
/// # Errors
/// Without a reason, or if it is off already.
pub async fn remove(db: &mut Connection, act: &Act<'_>, held: Held, because: &str) -> Result<(), ActError> {
    let because = because.trim();
    if because.is_empty() || because.chars().count() > LONGEST_BECAUSE {
        return Err(ActError::Findings(vec![web::on_field("run-because", "because")]));
    }
    let found = examples::find(db, held.id).await?.ok_or(ActError::NotThere)?;
    let state = found.state.remove(because).map_err(|_| ActError::Changed)?;
    moved(db, act, held, &state, "example.removed").await?;
    // Who answers or asks at this moment holds the place too, and is before or after.
    let place = Place::Example(held.id);
    threads::hold(db, place).await?;
    threads::close_all(db, place, (act.actor.person, act.now)).await?;
    Ok(())
}

/// Mails those of its municipality that an example was taken off.
///
/// # Errors
/// If the database fails.
pub async fn tell_removed(
    db: &mut Connection,
    act: &Act<'_>,
    post: Post<'_>,
    id: ExampleId,
    notices: &[Notice],
) -> Result<(), ActError> {
    for notice in notices {
        let key = format!("example-removed:{id}:{}", notice.person);
        mail::send_later(db, post.keys, &notice.mail, Some(key), act.now, post.entropy).await?;
    }
    Ok(())
}

/// Thanks for a municipality. To thank twice changes nothing.
///
/// # Errors
/// If it is not published, or of that municipality itself.
pub async fn thank(
    db: &mut Connection,
    act: &Act<'_>,
    held: Held,
    municipality: Code,
) -> Result<(), ActError> {
    let found = examples::find(db, held.id).await?.ok_or(ActError::NotThere)?;
    if found.state != ExampleState::Published || found.municipality == municipality {
        return Err(ActError::NotThere);
    }
    if examples::thank(db, held.id, municipality, (act.actor.person, act.now)).await? {
        record(db, act, "example.thanked", held).await?;
    }
    Ok(())
}

/// Takes the thanks of a municipality back. Without thanks nothing changes.
///
/// # Errors
/// If it is not published.
pub async fn unthank(
    db: &mut Connection,
    act: &Act<'_>,
    held: Held,
    municipality: Code,
) -> Result<(), ActError> {
    let found = examples::find(db, held.id).await?.ok_or(ActError::NotThere)?;
    if found.state != ExampleState::Published {
        return Err(ActError::NotThere);
    }
    if examples::unthank(db, held.id, municipality).await? {
        record(db, act, "example.unthanked", held).await?;
    }
    Ok(())
}

async fn changeable(db: &mut Connection, held: Held) -> Result<StoredExample, ActError> {
    let found = examples::find(db, held.id).await?.ok_or(ActError::NotThere)?;
    if found.state.is_changed() {
        return Ok(found);
    }
    Err(ActError::Findings(vec![Finding::error("example-removed", Where::default())]))
}

async fn moved(
    db: &mut Connection,
    act: &Act<'_>,
    held: Held,
    state: &ExampleState,
    kind: &'static str,
) -> Result<(), ActError> {
    if !examples::set_state(db, held.id, state, held.known, act.now).await? {
        return Err(ActError::Changed);
    }
    record(db, act, kind, held).await
}

async fn record(db: &mut Connection, act: &Act<'_>, kind: &'static str, held: Held) -> Result<(), ActError> {
    let event = Event::new(kind, act.now, Who::Person(act.actor.person)).request(act.request);
    let event = event.about("example", held.id.to_string()).detail(json!({}));
    let event = match held.organisation {
        Some(organisation) => event.organisation(organisation),
        None => event,
    };
    audit::record(db, &event).await?;
    Ok(())
}

#[cfg(test)]
#[path = "examples_tests.rs"]
mod tests;
