//! Stored questions with their answers.

use std::collections::BTreeMap;

use jiff::Timestamp;
use kernel::PersonId;
use platform::{Connection, decode, write_moment};
use sqlx::any::AnyRow;
use sqlx::{Any, FromRow, Row};

use crate::domain::thread::{Audience, Party, Place, Thread};

/// The most closed questions of a place that are listed.
const CLOSED: i64 = 50;

/// A question as it is kept, with all that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredThread {
    /// Where it was asked.
    pub place: Place,
    /// Its number there.
    pub number: i64,
    /// Who asked whom.
    pub thread: Thread,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// What was said, in order; the first is the question.
    pub messages: Vec<StoredMessage>,
}

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredMessage {
    /// Who spoke.
    pub party: Party,
    /// The text, sealed.
    pub text: Vec<u8>,
    /// When.
    pub at: Timestamp,
}

impl StoredThread {
    /// Who spoke, in order.
    #[must_use]
    pub fn said(&self) -> Vec<Party> {
        self.messages.iter().map(|message| message.party).collect()
    }

    /// Whether it waits for one of these.
    #[must_use]
    pub fn waits_for_one_of(&self, parties: &[Party]) -> bool {
        let said = self.said();
        parties.iter().any(|party| self.thread.waits_for(*party, &said))
    }
}

impl StoredThread {
    /// Whether one of these asked it and waits for who was asked.
    #[must_use]
    pub fn waits_elsewhere(&self, mine: &[Party]) -> bool {
        let last = self.messages.last().map(|message| message.party);
        self.thread.is_open() && last == Some(self.thread.asked_by) && mine.contains(&self.thread.asked_by)
    }
}

impl FromRow<'_, AnyRow> for StoredThread {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let closed_at: Option<Timestamp> = decode::optional(row, "closed_at")?;
        let asked_by = decode::id(row, "asked_by")?;
        let closed_for: Option<Party> = decode::optional(row, "closed_for")?;
        Ok(Self {
            place: decode::id(row, "place")?,
            number: row.try_get("number")?,
            thread: Thread {
                asked_by,
                audience: decode::id(row, "audience")?,
                closed_by: closed_at.map(|_| closed_for.unwrap_or(asked_by)),
            },
            closed_at,
            messages: Vec::new(),
        })
    }
}

impl FromRow<'_, AnyRow> for StoredMessage {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            party: decode::id(row, "party")?,
            text: row.try_get("text")?,
            at: decode::id(row, "made_at")?,
        })
    }
}

/// Gives the next number at a place, and holds the place until the end of the transaction.
pub async fn next_number(db: &mut Connection, place: Place) -> sqlx::Result<i64> {
    sqlx::query_scalar(
        "insert into thread_places (place, numbers) values ($1, 1)
         on conflict (place) do update set numbers = thread_places.numbers + 1
         returning numbers",
    )
    .bind(place.to_string())
    .fetch_one(db)
    .await
}

/// Holds a place until the end of the transaction.
pub async fn hold(db: &mut Connection, place: Place) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into thread_places (place, numbers) values ($1, 0)
         on conflict (place) do update set numbers = thread_places.numbers",
    )
    .bind(place.to_string())
    .execute(db)
    .await?;
    Ok(())
}

/// How many questions are open at a place.
pub async fn count_open(db: &mut Connection, place: Place) -> sqlx::Result<i64> {
    sqlx::query_scalar("select count(*) from threads where place = $1 and closed_at is null")
        .bind(place.to_string())
        .fetch_one(db)
        .await
}

/// Keeps a question under a number of [`next_number`]; what was asked is its first message.
pub async fn insert(
    db: &mut Connection,
    place: Place,
    number: i64,
    (asked_by, audience): (Party, Audience),
    now: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into threads (place, number, asked_by, audience, made_at) values ($1, $2, $3, $4, $5)",
    )
    .bind(place.to_string())
    .bind(number)
    .bind(asked_by.to_string())
    .bind(audience.to_string())
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(())
}

/// Keeps what was said; `message` is its number in the question, the first being 1.
pub async fn say(
    db: &mut Connection,
    (place, number, message): (Place, i64, i64),
    said: &StoredMessage,
    by: PersonId,
) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into thread_messages (place, number, message, party, text, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(place.to_string())
    .bind(number)
    .bind(message)
    .bind(said.party.to_string())
    .bind(said.text.clone())
    .bind(by.to_string())
    .bind(write_moment(said.at))
    .execute(db)
    .await?;
    Ok(())
}

/// Closes a question, unless it is closed already: then the answer is false.
pub async fn close(
    db: &mut Connection,
    place: Place,
    number: i64,
    (party, by, now): (Party, PersonId, Timestamp),
) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(
        "update threads set closed_at = $3, closed_by = $4, closed_for = $5
          where place = $1 and number = $2 and closed_at is null",
    )
    .bind(place.to_string())
    .bind(number)
    .bind(write_moment(now))
    .bind(by.to_string())
    .bind(party.to_string())
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Opens a question again, unless it is open: then the answer is false.
pub async fn reopen(db: &mut Connection, place: Place, number: i64) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(
        "update threads set closed_at = null, closed_by = null, closed_for = null
          where place = $1 and number = $2 and closed_at is not null",
    )
    .bind(place.to_string())
    .bind(number)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Closes every question of a place that is open; the answer is how many.
pub async fn close_all(
    db: &mut Connection,
    place: Place,
    (by, now): (PersonId, Timestamp),
) -> sqlx::Result<u64> {
    let done = sqlx::query::<Any>(
        "update threads set closed_at = $2, closed_by = $3 where place = $1 and closed_at is null",
    )
    .bind(place.to_string())
    .bind(write_moment(now))
    .bind(by.to_string())
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

/// One question with all that was said.
pub async fn find(db: &mut Connection, place: Place, number: i64) -> sqlx::Result<Option<StoredThread>> {
    let found: Option<StoredThread> = sqlx::query_as(
        "select place, number, asked_by, audience, closed_at, closed_for from threads where place = $1 and number = $2",
    )
    .bind(place.to_string())
    .bind(number)
    .fetch_optional(&mut *db)
    .await?;
    let Some(mut thread) = found else { return Ok(None) };
    thread.messages = sqlx::query_as(
        "select party, text, made_at from thread_messages where place = $1 and number = $2 order by message",
    )
    .bind(place.to_string())
    .bind(number)
    .fetch_all(db)
    .await?;
    Ok(Some(thread))
}

/// The open questions about good examples that a party asked or was asked, newest first.
pub async fn open_at_examples(db: &mut Connection, party: Party) -> sqlx::Result<Vec<StoredThread>> {
    let found: Vec<(String, i64)> = sqlx::query_as(
        "select place, number from threads
          where closed_at is null and (audience = $1 or asked_by = $1) and substr(place, 1, 8) = 'example:'
          order by made_at desc, place, number desc",
    )
    .bind(party.to_string())
    .fetch_all(&mut *db)
    .await?;
    let mut all = Vec::new();
    for (place, number) in found {
        let Ok(place) = place.parse() else { continue };
        all.extend(find(db, place, number).await?);
    }
    Ok(all)
}

/// The questions of a place, newest first: all that are open, then those that were closed last.
pub async fn of_place(db: &mut Connection, place: Place) -> sqlx::Result<Vec<StoredThread>> {
    let mut all: Vec<StoredThread> = sqlx::query_as(
        "select place, number, asked_by, audience, closed_at, closed_for from threads
          where place = $1 and closed_at is null order by number desc",
    )
    .bind(place.to_string())
    .fetch_all(&mut *db)
    .await?;
    let closed: Vec<StoredThread> = sqlx::query_as(
        "select place, number, asked_by, audience, closed_at, closed_for from threads
          where place = $1 and closed_at is not null order by closed_at desc, number desc limit $2",
    )
    .bind(place.to_string())
    .bind(CLOSED)
    .fetch_all(&mut *db)
    .await?;
    all.extend(closed);
    let rows: Vec<AnyRow> = sqlx::query(
        "select number, party, text, made_at from thread_messages where place = $1 order by number, message",
    )
    .bind(place.to_string())
    .fetch_all(db)
    .await?;
    let mut said = BTreeMap::<i64, Vec<StoredMessage>>::new();
    for row in &rows {
        said.entry(row.try_get("number")?).or_default().push(StoredMessage::from_row(row)?);
    }
    for thread in &mut all {
        thread.messages = said.remove(&thread.number).unwrap_or_default();
    }
    Ok(all)
}
