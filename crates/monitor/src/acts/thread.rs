//! Asking and answering a question, closing it and opening it again. Who may: `domain/thread.rs`.

use kernel::{Finding, OrganisationId, Place as Where};
use platform::audit::{self, Event, Who};
use platform::keys::Cell;
use platform::mail::{self, Mail};
use platform::{Connection, keys::Keys};
use serde_json::json;

use super::run::Post;
use super::{Act, ActError};
use crate::domain::example::ExampleState;
use crate::domain::thread::{Audience, MOST_MESSAGES, MOST_OPEN, Party, Place, Thread, Turn, text};
use crate::store::examples;
use crate::store::threads::{self, StoredMessage, StoredThread};

/// A mail to somebody about a question, with nothing of what it says.
#[derive(Debug, Clone)]
pub struct Notice {
    /// For whom: part of the key, so that nobody gets it twice.
    pub person: kernel::PersonId,
    /// The mail.
    pub mail: Mail,
}

/// Somebody who speaks for a party.
#[derive(Clone, Copy)]
pub struct Speaker<'a> {
    /// For whom.
    pub party: Party,
    /// The organisation for which somebody acts, for its privacy officer.
    pub organisation: Option<OrganisationId>,
    /// What sends mail.
    pub post: Post<'a>,
}

/// Asks a question at a place; the answer is its number there. The rule of the place decides who may ask whom.
///
/// # Errors
/// What is wrong with it, or that too many are open; `NotThere` about an example that is not published.
pub async fn ask(
    db: &mut Connection,
    act: &Act<'_>,
    speaker: Speaker<'_>,
    (place, audience): (Place, Audience),
    typed: &str,
) -> Result<i64, ActError> {
    let said = text(typed).map_err(ActError::Findings)?;
    let number = threads::next_number(db, place).await?;
    if !takes_questions(db, place).await? {
        return Err(ActError::NotThere);
    }
    if is_full(db, place).await? {
        return Err(ActError::Findings(vec![web::on_field("thread-many", "thread_text")]));
    }
    threads::insert(db, place, number, (speaker.party, audience), act.now).await?;
    keep(db, act, speaker, (place, number, 1), said).await?;
    audit::record(db, &event(act, "question.asked", speaker, place, number)).await?;
    Ok(number)
}

/// Says something about an open question: an answer, or more of the question.
///
/// # Errors
/// What is wrong with it, or that it is closed, or not for this party.
pub async fn answer(
    db: &mut Connection,
    act: &Act<'_>,
    speaker: Speaker<'_>,
    (place, number): (Place, i64),
    typed: &str,
) -> Result<usize, ActError> {
    let said = text(typed).map_err(ActError::Findings)?;
    let thread = held(db, place, number).await?;
    if !thread.thread.is_seen_by(speaker.party) {
        return Err(ActError::NotThere);
    }
    if !thread.thread.takes_from(speaker.party) {
        return Err(ActError::Findings(vec![Finding::error("thread-closed", Where::default())]));
    }
    let message = thread.messages.len() + 1;
    if message > MOST_MESSAGES {
        return Err(ActError::Findings(vec![web::on_field("thread-full", "thread_text")]));
    }
    keep(db, act, speaker, (place, number, i64::try_from(message).unwrap_or(i64::MAX)), said).await?;
    audit::record(db, &event(act, "question.answered", speaker, place, number)).await?;
    Ok(message)
}

/// Closes a question, or opens it again.
///
/// # Errors
/// If it is not there for this party or not theirs to close or open, or if too many are open.
pub async fn turn(
    db: &mut Connection,
    act: &Act<'_>,
    speaker: Speaker<'_>,
    (place, number): (Place, i64),
    turn: Turn,
) -> Result<(), ActError> {
    let thread = held(db, place, number).await?;
    let is_there = turn == Turn::Close || takes_questions(db, place).await?;
    if !is_there || !thread.thread.may_turn(turn, speaker.party) {
        return Err(ActError::NotThere);
    }
    let (done, kind) = match turn {
        Turn::Close => {
            let by = (speaker.party, act.actor.person, act.now);
            (threads::close(db, place, number, by).await?, "question.closed")
        }
        Turn::Reopen if is_full(db, place).await? => {
            return Err(ActError::Findings(vec![Finding::error("thread-many", Where::default())]));
        }
        Turn::Reopen => (threads::reopen(db, place, number).await?, "question.reopened"),
    };
    if !done {
        return Err(ActError::Changed);
    }
    audit::record(db, &event(act, kind, speaker, place, number)).await?;
    Ok(())
}

/// Sends the mails about what was said: the question, or its answer with that number.
///
/// # Errors
/// If the database fails.
pub async fn notify(
    db: &mut Connection,
    act: &Act<'_>,
    post: Post<'_>,
    (place, number, message): (Place, i64, usize),
    notices: &[Notice],
) -> Result<(), ActError> {
    for notice in notices {
        let key = format!("question:{place}:{number}:{message}:{}", notice.person);
        mail::send_later(db, post.keys, &notice.mail, Some(key), act.now, post.entropy).await?;
    }
    Ok(())
}

/// What was said, opened.
///
/// # Errors
/// If the keys are not those with which it was sealed.
pub fn opened(
    keys: &Keys,
    thread: &StoredThread,
    index: usize,
) -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
    let Some(message) = thread.messages.get(index) else { return Ok(String::new()) };
    let row = row(thread.place, thread.number, i64::try_from(index + 1)?);
    Ok(keys.open_text(cell(&row), &message.text)?.to_string())
}

/// Whether questions can be open at a place, which must be held: an example that is taken off meanwhile closes what was
/// asked about it.
async fn takes_questions(db: &mut Connection, place: Place) -> Result<bool, ActError> {
    let Place::Example(id) = place else { return Ok(true) };
    Ok(examples::find(db, id).await?.is_some_and(|found| found.state == ExampleState::Published))
}

/// Whether as many questions are open at a place as may be.
async fn is_full(db: &mut Connection, place: Place) -> Result<bool, ActError> {
    Ok(usize::try_from(threads::count_open(db, place).await?).unwrap_or(usize::MAX) >= MOST_OPEN)
}

/// The question as it is now, with its place held so that no two say the same number.
async fn held(db: &mut Connection, place: Place, number: i64) -> Result<StoredThread, ActError> {
    threads::hold(db, place).await?;
    threads::find(db, place, number).await?.ok_or(ActError::NotThere)
}

async fn keep(
    db: &mut Connection,
    act: &Act<'_>,
    speaker: Speaker<'_>,
    at: (Place, i64, i64),
    said: &str,
) -> Result<(), ActError> {
    let row = row(at.0, at.1, at.2);
    let text = speaker.post.keys.seal(cell(&row), said.as_bytes(), speaker.post.entropy);
    let message = StoredMessage { party: speaker.party, text, at: act.now };
    threads::say(db, at, &message, act.actor.person).await?;
    Ok(())
}

fn row(place: Place, number: i64, message: i64) -> String {
    format!("{place}/{number}/{message}")
}

fn cell(row: &str) -> Cell<'_> {
    Cell { table: "thread_messages", column: "text", row }
}

fn event(act: &Act<'_>, kind: &'static str, speaker: Speaker<'_>, place: Place, number: i64) -> Event {
    let event = Event::new(kind, act.now, Who::Person(act.actor.person)).request(act.request);
    let event = event.about("question", format!("{place}/{number}"));
    let event = event.detail(json!({ "for": speaker.party.to_string() }));
    match speaker.organisation {
        Some(organisation) => event.organisation(organisation),
        None => event,
    }
}

/// Whom to write to about what a party said: those who are asked, or who asked.
#[must_use]
pub fn other_side(thread: Thread, party: Party) -> Audience {
    if thread.asked_by == party { thread.audience } else { Audience::One(thread.asked_by) }
}

#[cfg(test)]
#[path = "thread_tests.rs"]
mod tests;
