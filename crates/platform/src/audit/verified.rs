//! What going along the whole trail found last, as it stands in the trail itself: every instance knows it, whichever
//! did the work.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::walk::Report;
use super::{Event, Filter, Scope, Who, page, record};
use crate::{Connection, DatabaseError};

const KIND: &str = "audit.verified";

/// The last time that somebody went along the whole trail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// When.
    pub at: Timestamp,
    /// Whether everything was as it was recorded.
    pub whole: bool,
}

/// Writes down what was found.
pub async fn record_verified(
    db: &mut Connection,
    report: &Report,
    now: Timestamp,
    who: Who,
) -> Result<(), DatabaseError> {
    let problems = report.found();
    let detail = json!({ "events": report.events, "last": report.last, "problems": problems });
    record(db, &Event::new(KIND, now, who).detail(detail)).await?;
    Ok(())
}

/// What was found last; `None` before the first time. Damaged words about it are no proof that all was well.
pub async fn last_verified(db: &mut Connection) -> Result<Option<Verified>, DatabaseError> {
    let filter = Filter { organisations: Scope::All, kind: Some(KIND.to_owned()), ..Filter::default() };
    let rows = page(db, &filter, None, 1).await?;
    Ok(rows.first().map(|row| {
        let detail: Value = serde_json::from_str(&row.detail).unwrap_or_default();
        let whole = detail.get("problems").and_then(Value::as_u64) == Some(0);
        Verified { at: row.moment().unwrap_or_default(), whole: whole && row.moment().is_some() }
    }))
}
