//! Writing events at the end of the chain.

use jiff::{Timestamp, civil, tz::TimeZone};

use super::Event;
use super::chain::{canonical, hash};
use crate::{Connection, DatabaseError};

/// Writes an event in the caller's transaction, and gives its number.
///
/// Call it last: from here to the commit, every other writer of events waits.
pub async fn record(db: &mut Connection, event: &Event) -> Result<i64, DatabaseError> {
    record_all(db, std::slice::from_ref(event)).await
}

/// Writes several events in the caller's transaction, in this order, and gives the number of the last one (0
/// if there is no event at all). Call it last, as [`record`].
pub async fn record_all(db: &mut Connection, events: &[Event]) -> Result<i64, DatabaseError> {
    if events.is_empty() {
        return Ok(0);
    }
    let mut head = lock(db).await?;
    for event in events {
        head = append(db, &head, event).await?;
    }
    let moved = sqlx::query("update audit_head set seq = $1, hash = $2 where id = 1")
        .bind(head.seq)
        .bind(head.hash)
        .execute(db)
        .await?;
    kept(moved.rows_affected())?;
    Ok(head.seq)
}

/// A rule or a trigger of somebody else can make a statement do nothing in silence.
fn kept(rows: u64) -> Result<(), DatabaseError> {
    if rows == 1 { Ok(()) } else { Err(DatabaseError::AuditNotKept) }
}

/// The end of the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub seq: i64,
    pub hash: String,
    /// How many years an event is kept.
    pub keep_years: i64,
}

/// Reads the end of the chain and keeps it for this transaction: an update that changes nothing is a lock on
/// both databases.
pub async fn lock(db: &mut Connection) -> Result<Head, DatabaseError> {
    let (seq, hash, keep_years) = sqlx::query_as(
        "update audit_head set keep_years = keep_years where id = 1 returning seq, hash, keep_years",
    )
    .fetch_one(db)
    .await?;
    Ok(Head { seq, hash, keep_years })
}

/// Writes one event after `head`, which the caller has locked, and gives the new end.
async fn append(db: &mut Connection, head: &Head, event: &Event) -> Result<Head, DatabaseError> {
    let seq = head.seq + 1;
    let (actor, organisation) = (event.who.id(), event.organisation.map(|id| id.to_string()));
    let (at, detail) = (text(event.at), event.detail.to_string());
    let keep_until = keep_until(event.at, head.keep_years);
    let columns = [
        Some(&*at),
        Some(event.who.kind()),
        actor.as_deref(),
        event.on_behalf_of.as_deref(),
        organisation.as_deref(),
        Some(event.kind),
        event.about.as_ref().map(|about| about.kind),
        event.about.as_ref().map(|about| &*about.id),
        event.reason.as_deref(),
        Some(&*detail),
        event.request.as_deref(),
        Some(&*keep_until),
    ];
    // PostgreSQL has no place for this character in a text, and an event must never fail for its words.
    let cleaned = columns.map(|column| column.map(|text| text.replace('\0', "\u{fffd}")));
    let hash = hash(&head.hash, &canonical(seq, &cleaned.each_ref().map(Option::as_deref)));
    let mut insert = sqlx::query(
        "insert into audit_events (seq, at, actor_kind, actor, on_behalf_of, organisation, kind, about_kind,
                                   about, reason, detail, request, keep_until, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(seq);
    for column in cleaned {
        insert = insert.bind(column);
    }
    kept(insert.bind(&hash).execute(db).await?.rows_affected())?;
    Ok(Head { seq, hash, keep_years: head.keep_years })
}

/// A moment as it is kept: UTC, with exactly three decimals, so that the order of texts is that of time.
pub fn text(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

/// The moment until which an event is kept: the same one, so many years later.
fn keep_until(at: Timestamp, years: i64) -> String {
    let day = at.to_zoned(TimeZone::UTC).date();
    let year = i64::from(day.year()) + years;
    let fits = i16::try_from(year).ok().and_then(|year| civil::Date::new(year, day.month(), day.day()).ok());
    let at = text(at);
    match fits {
        Some(_) => format!("{year:04}{}", &at[4..]),
        // 29 February in a year that has none: a day longer, never shorter.
        None => format!("{year:04}-03-01{}", &at[10..]),
    }
}
